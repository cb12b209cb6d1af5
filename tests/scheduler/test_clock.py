"""The bells ring on, whatever becomes of the clock on the wall."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo

import apscheduler.schedulers.base
import apscheduler.triggers.interval
import pytest

from scheduler.clock import LOOK_EVERY, Bell, Clock

MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = 60
HOUR = 3600


class Wall:
    """The clock on the wall: it goes on with the loop's time, and leaps when it is told to."""

    def __init__(self) -> None:
        self._began = asyncio.get_running_loop().time()
        self._off = timedelta()

    def now(self) -> datetime:
        return MORNING + self._off + timedelta(seconds=asyncio.get_running_loop().time() - self._began)

    def leap(self, by: timedelta) -> None:
        """Nothing goes by meanwhile: the machine slept, or its clock was set."""
        self._off += by


class House:
    """Two bells, one of a minute and one of an hour, and how often each rang."""

    def __init__(self, wall: Wall) -> None:
        self.rang: Counter[str] = Counter()
        self.broken: set[str] = set()
        bells = [self._bell("reminders", MINUTE), self._bell("periods", HOUR)]
        self.clock = Clock(bells, now=wall.now)

    def _bell(self, name: str, seconds: int) -> Bell:
        async def ring() -> None:
            self.rang[name] += 1
            if name in self.broken:
                raise RuntimeError("broken")

        return Bell(name, seconds, ring)

    async def rings_in(self, seconds: float) -> dict[str, int]:
        self.rang.clear()
        await asyncio.sleep(seconds)
        return dict(self.rang)


@contextmanager
def hung(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[House, Wall]]:
    """The bells hang in a house of which we hold the clock, that of the library that rings them included."""
    wall = Wall()

    class Told(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return wall.now().astimezone(tz)

    monkeypatch.setattr(apscheduler.schedulers.base, "datetime", Told)
    monkeypatch.setattr(apscheduler.triggers.interval, "datetime", Told)
    house = House(wall)
    try:
        yield house, wall
    finally:
        house.clock.stop()


async def test_bells_ring_at_the_start_and_then_each_at_its_own_pause(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with hung(monkeypatch) as (house, _):
        await house.clock.start()

        assert house.rang == {"reminders": 1, "periods": 1}
        assert await house.rings_in(HOUR + 1) == {"reminders": 60, "periods": 1}


@pytest.mark.parametrize("by", [DAY / 3, 3 * DAY, -DAY / 24, -DAY, -400 * DAY])
async def test_after_a_leap_every_bell_rings_at_once_and_once(
    by: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hung(monkeypatch) as (house, wall):
        await house.clock.start()
        await asyncio.sleep(5 * MINUTE + 1)
        wall.leap(by)

        assert await house.rings_in(LOOK_EVERY + 1) == {"reminders": 1, "periods": 1}
        assert await house.rings_in(HOUR) == {"reminders": 60, "periods": 1}


async def test_clock_that_is_put_right_by_a_little_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with hung(monkeypatch) as (house, wall):
        await house.clock.start()
        for _ in range(10):
            wall.leap(timedelta(seconds=-2))
            await asyncio.sleep(MINUTE)

        assert house.rang["periods"] == 1
        assert house.rang["reminders"] in (10, 11)


async def test_bell_that_fails_is_rung_again_and_disturbs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    with hung(monkeypatch) as (house, _):
        house.broken = {"reminders"}
        await house.clock.start()

        assert house.rang == {"reminders": 1, "periods": 1}
        assert await house.rings_in(HOUR + 1) == {"reminders": 60, "periods": 1}
