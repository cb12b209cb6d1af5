"""The one door to the database: works that wait together share a commit, and none spoils another."""

import asyncio
from collections.abc import Callable

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from bot.db import bells
from bot.db.session import LARGEST_COMMIT, Connection, Database
from bot.db.tables import bell
from tests.db.cast import NOW
from tests.db.writers import Gate, count_commits, held_writers, ring, rung


class StumbledError(Exception):
    """What a failing work raises."""


def stumble(connection: Connection) -> None:
    """Writes, then fails."""
    bells.note_ring(connection, "stumbled", now=NOW)
    raise StumbledError


def repeat_itself(connection: Connection) -> None:
    """Fails in the database itself, which on PostgreSQL spoils the transaction up to the savepoint."""
    bells.note_ring(connection, "twice", now=NOW)
    connection.execute(bell.insert().values(name="twice", rang_at=NOW))


Failing = pytest.mark.parametrize(
    ("failing", "error"), [(stumble, StumbledError), (repeat_itself, IntegrityError)]
)
Work = Callable[[Connection], None]


async def test_work_returns_its_result_once_it_is_durable(database: Database) -> None:
    outcome = await database.write(ring("a", now=NOW))

    assert outcome == "a"
    assert rung(database) == ["a"]


async def test_works_that_wait_together_share_a_commit(database: Database) -> None:
    with held_writers(database) as gate:
        commits = count_commits(database)
        works = [database.write(ring(name, now=NOW)) for name in "abcdef"]

        gate.open()
        outcomes = await asyncio.gather(*works)

        assert outcomes == list("abcdef")
        assert commits() == 2  # the gate's own, and one for all six


async def test_one_commit_holds_so_many_works_at_most(database: Database) -> None:
    with held_writers(database) as gate:
        commits = count_commits(database)
        works = [database.write(lambda _connection: None) for _ in range(2 * LARGEST_COMMIT + 1)]

        gate.open()
        await asyncio.gather(*works)

        assert commits() == 1 + 3


async def test_urgent_work_goes_before_what_waits(database: Database) -> None:
    done: list[str] = []
    with held_writers(database) as gate:
        works = [
            database.write(lambda _connection, name=name: done.append(name), urgent=name.isupper())  # type: ignore[misc]
            for name in "abXcY"
        ]

        gate.open()
        await asyncio.gather(*works)

    assert done == list("XYabc")


@Failing
async def test_failing_work_leaves_its_neighbours_alone(
    database: Database, failing: Work, error: type[Exception]
) -> None:
    with held_writers(database) as gate:
        commits = count_commits(database)
        before, amiss, after = map(database.write, (ring("a", now=NOW), failing, ring("b", now=NOW)))

        gate.open()
        await asyncio.wait((before, amiss, after))

        assert (before.result(), after.result()) == ("a", "b")
        assert type(amiss.exception()) is error
        assert rung(database) == ["a", "b"]
        assert commits() == 1 + 1


@Failing
async def test_failing_work_that_is_alone_leaves_nothing_behind(
    database: Database, failing: Work, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await database.write(failing)

    assert rung(database) == []
    assert await database.write(ring("after", now=NOW)) == "after"


async def test_commit_that_cannot_be_made_fails_all(database: Database) -> None:
    with held_writers(database) as gate:
        works = [database.write(ring(name, now=NOW)) for name in "abc"]
        disk_is_full = OSError("no space left on device")
        commits = count_commits(database)

        def fail_the_second(_connection: Connection) -> None:
            if commits() == 2:  # the first is the gate's own
                raise disk_is_full

        event.listen(database.engine, "commit", fail_the_second)
        gate.open()
        await asyncio.wait(works)

        assert [work.exception() for work in works] == [disk_is_full] * 3
        assert rung(database) == []
    assert await database.write(ring("later", now=NOW)) == "later"
    assert rung(database) == ["later"]


async def test_cancelled_caller_does_not_stop_the_work(database: Database) -> None:
    with held_writers(database) as gate:
        cancelled = database.write(ring("cancelled", now=NOW))
        other = database.write(ring("other", now=NOW))
        cancelled.cancel()

        gate.open()

        assert await other == "other"
        assert rung(database) == ["cancelled", "other"]


async def test_caller_that_is_cancelled_meanwhile_leaves_no_lock(database: Database) -> None:
    gate = Gate()

    async def call() -> None:
        await database.write(gate.work)

    caller = asyncio.get_running_loop().create_task(call())
    await asyncio.to_thread(gate.wait)
    caller.cancel()
    await asyncio.wait([caller])
    gate.open()

    assert caller.cancelled()
    assert await database.write(ring("next", now=NOW)) == "next"
    assert rung(database) == ["next"]


def test_work_of_a_caller_that_is_gone_is_done(database: Database) -> None:
    async def call_and_go() -> None:
        database.write(gate.work)
        database.write(ring("left behind", now=NOW))

    gate = Gate()
    asyncio.run(call_and_go())
    gate.open()
    database.close()

    assert rung(database) == ["left behind"]


async def test_closing_finishes_what_is_queued(database: Database) -> None:
    with held_writers(database) as gate:
        works = [database.write(ring(name, now=NOW)) for name in "abc"]
        gate.open()
    database.close()

    assert await asyncio.gather(*works) == ["a", "b", "c"]
    assert rung(database) == ["a", "b", "c"]


@pytest.mark.parametrize("keep", [True, False])
def test_dry_run_shows_what_would_be_and_keeps_nothing(database: Database, keep: bool) -> None:
    outcome = database.transaction(ring("a", now=NOW), keep=keep)

    assert outcome == "a"
    assert rung(database) == (["a"] if keep else [])
