"""The line of time: what happens next, and nothing between."""

import heapq
import itertools
from collections.abc import Callable
from datetime import datetime, timedelta

Happening = Callable[[datetime], None]


class TimeLine:
    """Happenings in their order; those of one instant in the order in which they were planned."""

    def __init__(self, starts: datetime) -> None:
        self.now = starts
        self._starts = starts
        self._waiting: list[tuple[datetime, int, Happening]] = []
        self._numbers = itertools.count()
        self._once: set[tuple[str, datetime]] = set()

    def plan(self, at: datetime, happening: Happening) -> None:
        """At that instant; now, if it has passed."""
        heapq.heappush(self._waiting, (max(at, self.now), next(self._numbers), happening))

    def plan_once(self, name: str, at: datetime, happening: Happening) -> None:
        """The same, unless something of that name is planned for that instant already."""
        if (name, at) not in self._once:
            self._once.add((name, at))
            self.plan(at, happening)

    def tick(self, at: datetime, *, seconds: int) -> datetime:
        """When a bell that rings every so many seconds since the start rings first from `at` on."""
        every = timedelta(seconds=seconds)
        return self._starts + -((self._starts - at) // every) * every

    def run(self, until: datetime) -> None:
        """Let everything happen that is planned before `until`, and what is planned meanwhile."""
        while self._waiting and self._waiting[0][0] < until:
            self.now, _, happening = heapq.heappop(self._waiting)
            happening(self.now)
