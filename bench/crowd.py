"""The people of the bench: many at once as fast as they are answered, at a steady rate, or one alone."""

import asyncio
import itertools
import time
from collections import deque
from collections.abc import Callable, Iterator

from bench.conversation import STEPS, Visit
from simulator.phone import Phone


class NoPeopleLeft(Exception):  # noqa: N818 - a wrong choice of options
    """Every chat has reported. A chat reports once, so that none writes faster than a person might."""


def nothing() -> None:
    """For those who need not look at the edges."""


class Crowd:
    """People who have not reported yet, and what they do."""

    def __init__(self, phones: Iterator[Phone]) -> None:
        self._phones = phones

    async def saturate(
        self, *, users: int, seconds: float, presses: bool = False, edge: Callable[[], None] = nothing
    ) -> int:
        """`users` people at a time, each of whom goes on as soon as the bot has answered, and the next one behind
        them. Returns the steps that were answered within the time; forms that were begun are finished after it.
        `edge` is called when the time begins and when it ends."""
        loop = asyncio.get_running_loop()
        over = False
        answered = 0

        async def one_after_the_other() -> None:
            nonlocal answered
            while not over:
                visit = self._next(presses=presses)
                while not visit.over:
                    await visit.step()
                    answered += 1

        async with asyncio.TaskGroup() as group:
            edge()
            for _ in range(users):
                group.create_task(one_after_the_other())
            begun_at = loop.time()
            await asyncio.sleep(seconds)
            within = answered * seconds / (loop.time() - begun_at)
            edge()
            over = True
        return round(within)

    async def at_rate(self, rate: float, *, users: int, seconds: float) -> list[float]:
        """So many messages a second, whether the bot keeps up or not, in turn from `users` chats or from as many as
        it takes. Returns the seconds from each update to its answer."""
        loop = asyncio.get_running_loop()
        starts_at = loop.time()
        waiting: deque[Visit] = deque()
        latencies: list[float] = []

        async def step(visit: Visit) -> None:
            begun_at = time.perf_counter()
            await visit.step()
            latencies.append(time.perf_counter() - begun_at)
            if not visit.over:
                waiting.append(visit)

        async with asyncio.TaskGroup() as group:
            for number in range(round(rate * seconds)):
                await asyncio.sleep(max(0.0, starts_at + number / rate - loop.time()))
                visit = waiting.popleft() if len(waiting) >= users // 2 else self._next()
                group.create_task(step(visit))
        return latencies

    async def on_and_on(self, rate: float, *, users: int, over: asyncio.Event) -> list[tuple[float, float]]:
        """So many messages a second, in turn from `users` chats or from as many as it takes, until it is over. Returns
        of each when it was sent (`time.perf_counter`) and the seconds to its answer."""
        loop = asyncio.get_running_loop()
        starts_at = loop.time()
        waiting: deque[Visit] = deque()
        noted: list[tuple[float, float]] = []

        async def step(visit: Visit) -> None:
            begun_at = time.perf_counter()
            await visit.step()
            noted.append((begun_at, time.perf_counter() - begun_at))
            if not visit.over:
                waiting.append(visit)

        async with asyncio.TaskGroup() as group:
            for number in itertools.count():
                await asyncio.sleep(max(0.0, starts_at + number / rate - loop.time()))
                if over.is_set():
                    break
                visit = waiting.popleft() if len(waiting) >= users // 2 else self._next()
                group.create_task(step(visit))
        return noted

    async def alone(self, *, forms: int) -> list[float]:
        """One person at a time, nobody else. Returns the seconds from each update to its answer."""
        latencies: list[float] = []
        for _ in range(forms):
            visit = self._next()
            for _ in STEPS:
                begun_at = time.perf_counter()
                await visit.step()
                latencies.append(time.perf_counter() - begun_at)
        return latencies

    def _next(self, *, presses: bool = False) -> Visit:
        phone = next(self._phones, None)
        if phone is None:
            raise NoPeopleLeft
        return Visit(phone, presses)
