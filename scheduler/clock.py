"""The clock: a few bells and nothing else. What is due is in the database; a bell only says "look now".

A bell that was missed heals itself at the next one, since each of them asks what is due and not what changed.

The next ring is an instant of the clock on the wall. Set back a day, that clock would have all bells silent for a day;
and a machine that slept wakes with up to a bell's pause still to wait. So whoever rings also looks whether the wall's
clock went on as time does, and rings at once when it did not.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import system_clock

log = logging.getLogger(__name__)

LOOK_EVERY = 10.0
"""Seconds between looks at the clock on the wall."""

LEAP = timedelta(seconds=30)
"""So much more or less than went by is no drift: the machine slept, or somebody set its clock."""


@dataclass(frozen=True, slots=True)
class Bell:
    """Rings every `seconds`, and once at the start."""

    name: str
    seconds: int
    ring: Callable[[], Awaitable[None]]


class Clock:
    """Rings its bells until it is stopped. A bell that is still ringing is not rung again."""

    def __init__(self, bells: Sequence[Bell], *, now: Callable[[], datetime] = system_clock) -> None:
        self._bells = bells
        self._now = now
        self._watching: asyncio.Task[None] | None = None
        # Defaults of one second's grace would silently drop what is late.
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    async def start(self) -> None:
        """Ring everything once, then on and on."""
        await self.ring_all()
        for bell in self._bells:
            self._scheduler.add_job(
                self._ring, IntervalTrigger(seconds=bell.seconds), args=[bell], id=bell.name
            )
        self._scheduler.start()
        self._watching = asyncio.get_running_loop().create_task(self._watch())

    async def ring_all(self) -> None:
        """Ring every bell now, in order: at a start, and whenever a pretend clock has moved."""
        for bell in self._bells:
            await self._ring(bell)

    def stop(self) -> None:
        """No more bells."""
        if self._watching is not None:
            self._watching.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _watch(self) -> None:
        """Have every bell rung at once whenever the wall's clock leaps, forwards or back."""
        loop = asyncio.get_running_loop()
        while True:
            wall, pace = self._now(), loop.time()
            await asyncio.sleep(LOOK_EVERY)
            leap = self._now() - wall - timedelta(seconds=loop.time() - pace)
            if abs(leap) > LEAP:
                log.warning("clock.leapt", extra={"seconds": round(leap.total_seconds())})
                for job in self._scheduler.get_jobs():
                    job.modify(next_run_time=self._now())

    async def _ring(self, bell: Bell) -> None:
        try:
            await bell.ring()
        except asyncio.CancelledError:
            raise
        except Exception:
            # The next ring makes up for it; a bell that stays silent shows in the health report.
            log.exception("clock.bell_failed", extra={"bell": bell.name})
