"""An event loop whose clock stands still while anybody works and jumps ahead when everybody waits.

Hours of pauses pass in milliseconds, and a test may say to the second when something happens. Work in the database's
threads counts as work: the clock does not jump while it is under way.
"""

import asyncio
import selectors
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from typing import Any, TypeVar, TypeVarTuple, Unpack

from bot.db.session import Connection, Database

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

LONGEST = 10.0
"""Real seconds without any event, after which a test hangs."""

TICK = 1e-9
"""What a turn of the loop takes: a wait that is too short for the clock would else never end."""


class _Selector(selectors.DefaultSelector):
    """Instead of waiting it moves the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.under_way = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        events = super().select(0)
        if events or timeout == 0:
            self.now += TICK
            return events
        if timeout is not None and self.under_way == 0:
            self.now += timeout
            return []
        events = super().select(LONGEST)
        if not events:
            raise RuntimeError("everybody waits, and nothing will ever happen")
        return events


class PretendLoop(asyncio.SelectorEventLoop):
    """The loop of tests that take the time into their hands. It starts at 0."""

    def __init__(self) -> None:
        self._pretend = _Selector()
        super().__init__(self._pretend)

    def time(self) -> float:
        return self._pretend.now

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[Unpack[Ts]], T], *args: *Ts
    ) -> "asyncio.Future[T]":
        """Whatever a thread does counts as work, also what draws a picture."""
        future = super().run_in_executor(executor, func, *args)
        self.begin()
        future.add_done_callback(lambda _: self.end())
        return future

    def begin(self) -> None:
        """A thread works from now on: the clock waits for it."""
        self._pretend.under_way += 1

    def end(self) -> None:
        """It has told what came of it."""
        self._pretend.under_way -= 1


class PatientDatabase(Database):
    """A database for which the pretend clock waits."""

    def write(self, work: Callable[[Connection], T], *, urgent: bool = False) -> "asyncio.Future[T]":
        loop = pretend_loop()
        future = super().write(work, urgent=urgent)
        loop.begin()
        future.add_done_callback(lambda _: loop.end())
        return future


def pretend_loop() -> PretendLoop:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, PretendLoop)
    return loop


def seconds() -> float:
    """The pretend time since the test began, to the millisecond."""
    return round(asyncio.get_running_loop().time(), 3)


def loop_factories(**_: Any) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """For the hook `pytest_asyncio_loop_factories` of a folder's conftest."""
    return {"pretend": PretendLoop}
