"""Updates are handled once, in order within a chat, and one that fails stops nobody."""

import pytest
from sqlalchemy import select

from bot.core.channel import Raw
from bot.db import inbox
from bot.db.session import Connection, Database
from bot.db.tables import outbox
from tests.db.writers import count_commits, held_writers
from tests.wire.fakes import told
from tests.wire.intake.desk import NOW, Ears


class StumbledError(Exception):
    """A fault of ours."""


async def store(database: Database, *raws: Raw, channel: str = "fake") -> None:
    """An earlier process received these and did not come to handle them."""
    await database.write(lambda connection: inbox.put_received(connection, raws, channel=channel, now=NOW))


def owed(database: Database) -> list[str]:
    """The texts of all messages in the outbox."""

    def texts(connection: Connection) -> list[str]:
        return sorted(body["text"] for body in connection.execute(select(outbox.c.body)).scalars())

    return database.transaction(texts, keep=False)


async def test_update_is_handled_and_answered(ears: Ears) -> None:
    await ears.hear(told(1, "7", "việc"))

    assert ears.desk.heard == [("7", "việc")]
    assert ears.offered == ["việc"]
    assert ears.waiting() == []


async def test_updates_of_a_chat_are_handled_in_order(ears: Ears) -> None:
    for start in range(0, 60, 20):
        await ears.intake.accept(
            "fake", [told(key, str(7 + key % 3), str(key)) for key in range(start, start + 20)]
        )
    await ears.intake.quiet()

    for chat in (0, 1, 2):
        assert ears.heard_in(str(7 + chat)) == [str(key) for key in range(60) if key % 3 == chat]
    assert len(ears.offered) == 60


async def test_turns_of_several_chats_share_a_commit(ears: Ears) -> None:
    await store(ears.database, *(told(key, str(key), str(key)) for key in range(20)))
    with held_writers(ears.database) as gate:
        commits = count_commits(ears.database)
        await ears.intake.resume()
        gate.open()
        await ears.intake.quiet()

        assert commits() == 1 + 1  # the gate's own, and one for all twenty
    assert sorted(ears.offered) == sorted(map(str, range(20)))


@pytest.mark.parametrize("when", ["in the same batch", "at once", "after it was handled"])
async def test_update_that_comes_twice_is_handled_once(ears: Ears, when: str) -> None:
    if when == "in the same batch":
        await ears.hear(told(1, "7", "gửi"), told(1, "7", "gửi"))
    elif when == "at once":
        await ears.intake.accept("fake", [told(1, "7", "gửi")])
        await ears.hear(told(1, "7", "gửi"))
    else:
        await ears.hear(told(1, "7", "gửi"))
        await ears.hear(told(1, "7", "gửi"))

    assert ears.desk.heard == [("7", "gửi")]
    assert ears.offered == ["gửi"]


async def test_turn_that_fails_once_is_done_at_the_second_attempt(ears: Ears) -> None:
    ears.desk.fail("gửi", StumbledError("once"))

    await ears.hear(told(1, "7", "gửi"))

    assert ears.desk.heard == [("7", "gửi")] * 2
    assert (ears.offered, ears.desk.apologized) == (["gửi"], [])
    assert (ears.waiting(), ears.set_aside()) == ([], [])


async def test_turn_that_fails_twice_is_set_aside_with_an_apology(ears: Ears) -> None:
    ears.desk.fail("gửi", StumbledError("once"), StumbledError("twice"))

    await ears.hear(told(1, "7", "gửi"), told(2, "7", "việc"))

    assert ears.desk.heard == [("7", "gửi"), ("7", "gửi"), ("7", "việc")]
    assert ears.offered == ["Xin lỗi", "việc"]
    assert ears.set_aside() == ["StumbledError: twice"]
    assert ears.waiting() == []


async def test_turn_that_failed_leaves_nothing_but_the_apology(ears: Ears) -> None:
    ears.desk.fail("gửi", StumbledError("once"), StumbledError("twice"))

    await ears.hear(told(1, "7", "gửi"), told(2, "8", "việc"))

    assert ears.traces() == ["8: việc"]
    assert owed(ears.database) == ["Xin lỗi", "việc"]


async def test_failing_turn_does_not_hold_other_chats_up(ears: Ears) -> None:
    ears.desk.fail("gửi", StumbledError("once"), StumbledError("twice"))
    others = [told(key, str(key), f"việc {key}") for key in range(10, 20)]

    await ears.hear(told(1, "7", "gửi"), *others)

    assert sorted(ears.offered) == sorted(["Xin lỗi", *(f"việc {key}" for key in range(10, 20))])


async def test_update_whose_apology_fails_too_does_not_stop_its_chat(ears: Ears) -> None:
    ears.desk.fail("gửi", StumbledError("once"), StumbledError("twice"))
    ears.desk.fail("apology for gửi", StumbledError("again"))

    await ears.hear(told(1, "7", "gửi"), told(2, "7", "việc"))

    assert ears.offered == ["việc"]
    assert ears.waiting() == ["1"]  # taken up at the next start


async def test_update_that_nobody_can_read_is_set_aside_in_silence(ears: Ears) -> None:
    await ears.hear(told(1, "7", "poison"), told(2, "7", "việc"), told(3, "8", "việc"))

    assert sorted(ears.desk.heard) == [("7", "việc"), ("8", "việc")]
    assert ears.desk.apologized == []
    assert ears.set_aside() == ["ValueError: an update that cannot be parsed"]


async def test_update_of_a_channel_that_was_switched_off_stops_nobody(ears: Ears) -> None:
    await store(ears.database, told(1, "7", "việc"), channel="another")
    await store(ears.database, told(2, "7", "việc"))

    await ears.intake.resume()
    await ears.intake.quiet()

    assert ears.offered == ["việc"]
    assert ears.set_aside() == ["KeyError: 'another'"]


async def test_update_that_concerns_nobody_is_done_with(ears: Ears) -> None:
    await ears.hear(told(1, "7", "nobody"))

    assert (ears.desk.heard, ears.waiting(), ears.set_aside()) == ([], [], [])


async def test_update_that_cannot_even_be_stored_does_not_stop_the_others(ears: Ears) -> None:
    """Half of a pair of UTF-16 units is text to JSON and to Python, but to no database."""
    half = Raw("1", "7", '{"key": "1", "chat": "7", "text": "\ud83d"}')

    await ears.hear(half, told(2, "7", "việc"), told(3, "8", "việc"))

    assert sorted(ears.offered) == ["việc", "việc"]
