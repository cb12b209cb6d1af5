"""The heart itself: what stops it, and what does not; and bells that never rang."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from sqlalchemy.exc import OperationalError

from bot.core.troubles import Trouble, troubles
from bot.db.bells import note_ring
from bot.db.locks import AnotherProcess
from bot.db.session import Database
from bot.heartbeat import EVERY, Heartbeat
from tests.house import make_house, office_time
from tests.wire.pretend_time import PatientDatabase

NOON = office_time("2026-11-23 12:00")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = PatientDatabase(f"sqlite:///{make_house(tmp_path)}")
    database.start()
    yield database
    database.close()


def now() -> datetime:
    return NOON + timedelta(seconds=asyncio.get_running_loop().time())


def heart(
    database: Database, *, hold: Callable[[], None] = lambda: None, now: Callable[[], datetime] = now
) -> Heartbeat:
    bells = {"reminders": 60, "periods": 3600}
    return Heartbeat(database, {}, bells=bells, now=now, wake=lambda: None, hold=hold)


def fails_with(error: Exception) -> Callable[[], NoReturn]:
    def hold() -> NoReturn:
        raise error

    return hold


async def test_heart_stops_when_another_process_has_our_place(database: Database) -> None:
    with pytest.raises(AnotherProcess):
        await heart(database, hold=fails_with(AnotherProcess())).run()


@pytest.mark.parametrize(
    "error", [OperationalError("", {}, Exception("away")), ValueError("a fault of ours")]
)
async def test_heart_beats_on_whatever_else_happens(error: Exception, database: Database) -> None:
    beats: list[None] = []

    def hold() -> None:
        beats.append(None)
        raise error

    beating = asyncio.get_running_loop().create_task(heart(database, hold=hold).run())
    while len(beats) < 3:
        await asyncio.sleep(EVERY)
    beating.cancel()

    assert not beating.done()


async def test_bell_that_never_rang_is_silent_since_the_first_look(database: Database) -> None:
    ours = heart(database)
    first = await ours.pulse()
    await asyncio.sleep(7 * 60)
    at = now()
    await database.write(lambda connection: note_ring(connection, "periods", now=at))

    assert troubles(first) == ()
    assert troubles(await ours.pulse()) == (Trouble("bell_silent", "reminders", first.now),)


async def test_silence_is_counted_from_now_where_the_clock_was_set_back(database: Database) -> None:
    clock = [NOON]
    ours = heart(database, now=lambda: clock[0])
    await ours.pulse()
    clock[0] = NOON - timedelta(days=1)
    await ours.pulse()
    clock[0] += timedelta(minutes=7)

    found = troubles(await ours.pulse())

    assert found == (Trouble("bell_silent", "reminders", NOON - timedelta(days=1)),)
