"""Reading beside the writer, and how the connections are set up."""

import asyncio
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError, StatementError

from bot.db import bells
from bot.db.session import Connection, Database, database_url
from bot.db.tables import post
from tests.db.cast import NOW
from tests.db.writers import LONGEST, held_writers, ring


def names(connection: Connection) -> list[str]:
    return sorted(bells.last_rings(connection))


async def test_reading_does_not_wait_for_the_writer(database: Database) -> None:
    await database.write(ring("before", now=NOW))
    with held_writers(database) as gate:
        writing = database.write(ring("meanwhile", now=NOW))

        assert await database.read(names) == ["before"]

        gate.open()
        await writing
    assert await database.read(names) == ["before", "meanwhile"]


async def test_reading_sees_one_snapshot_throughout(database: Database) -> None:
    looked, written = threading.Event(), threading.Event()

    def look_twice(connection: Connection) -> tuple[list[str], list[str]]:
        first = names(connection)
        looked.set()
        assert written.wait(LONGEST)
        return first, names(connection)

    reading = asyncio.ensure_future(database.read(look_twice))
    await asyncio.to_thread(looked.wait, LONGEST)
    await database.write(ring("meanwhile", now=NOW))
    written.set()

    assert await reading == ([], [])


async def test_failing_read_leaves_the_next_one_alone(database: Database) -> None:
    def fail(connection: Connection) -> None:
        names(connection)
        raise LookupError

    with pytest.raises(LookupError):
        await database.read(fail)

    assert await database.read(names) == []


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
async def test_sqlite_commits_are_durable_and_checked(database: Database) -> None:
    def pragmas(connection: Connection) -> dict[str, object]:
        wanted = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}

    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    assert await database.write(pragmas) == expected
    assert await database.read(pragmas) == expected


async def test_row_that_refers_to_nothing_is_refused(database: Database) -> None:
    def refer(connection: Connection) -> None:
        nobody = {"person_id": 10_000, "unit_id": 10_000, "role": "officer", "source": "hand", "since": NOW}
        connection.execute(insert(post).values(nobody))

    with pytest.raises(IntegrityError):
        await database.write(refer)


async def test_instants_come_back_as_they_went_in_but_in_utc(database: Database) -> None:
    hanoi = timezone(timedelta(hours=7))
    at = datetime(2026, 11, 23, 8, 5, 0, 123456, tzinfo=hanoi)

    await database.write(ring("hanoi", now=at))

    (read,) = (await database.read(bells.last_rings)).values()
    assert (read, read.tzinfo) == (at, UTC)


async def test_naive_time_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="a naive datetime cannot be stored"):
        await database.write(ring("naive", now=NOW.replace(tzinfo=None)))


@pytest.mark.parametrize(
    ("text", "driver"),
    [
        ("sqlite:///data/nhacviec.db", "sqlite"),
        ("postgresql://u@h/d", "postgresql+psycopg"),
        ("postgres://u@h/d", "postgresql+psycopg"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg"),
    ],
)
def test_address_names_the_driver(text: str, driver: str) -> None:
    assert database_url(text).drivername == driver


def test_folder_of_a_new_database_is_made(tmp_path: Path) -> None:
    file = tmp_path / "data" / "deep" / "new.db"
    database = Database(f"sqlite:///{file}")

    database.transaction(lambda _connection: None)
    database.close()

    assert file.exists()
