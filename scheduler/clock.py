"""The clock: a few bells and nothing else. What is due is in the database; a bell only says "look now".

A bell that was missed heals itself at the next one, since each of them asks what is due and not what changed.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bell:
    """Rings every `seconds`, and once at the start."""

    name: str
    seconds: int
    ring: Callable[[], Awaitable[None]]


class Clock:
    """Rings its bells until it is stopped. A bell that is still ringing is not rung again."""

    def __init__(self, bells: Sequence[Bell]) -> None:
        self._bells = bells
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

    async def ring_all(self) -> None:
        """Ring every bell now, in order: at a start, and whenever a pretend clock has moved."""
        for bell in self._bells:
            await self._ring(bell)

    def stop(self) -> None:
        """No more bells."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _ring(self, bell: Bell) -> None:
        try:
            await bell.ring()
        except asyncio.CancelledError:
            raise
        except Exception:
            # The next ring makes up for it; a bell that stays silent shows in the health report.
            log.exception("clock.bell_failed", extra={"bell": bell.name})
