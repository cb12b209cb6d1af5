"""One candidate, measured once: started, warmed up, saturated, steadily loaded, left alone with one person."""

import asyncio
import gc
import os
import statistics
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from bench.candidates import Candidate
from bench.crowd import Crowd
from bench.process import BotProcess
from simulator.server import PretendTelegram

STEADY_RATE = 100.0
"""Updates a second of the steady load."""

ALONE_FORMS = 30
WARM_UP = 1.0
LONGEST_START = 60.0


@dataclass(frozen=True, slots=True)
class Load:
    """`seconds` of saturation (half as long with presses, twice as long at the steady rate); `users` chats at a time
    out of a pool of `chats`."""

    seconds: float
    users: int
    chats: int


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds from an update being available to its answer being received."""

    p50: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Self:
        cuts = statistics.quantiles(seconds, n=100, method="inclusive")
        return cls(cuts[49] * 1000, cuts[98] * 1000)


@dataclass(frozen=True, slots=True)
class Measured:
    """A step is a person's message and the bot's answer to it. `steps` are per second at saturation, `pressed` the
    same with buttons; `cpu` is seconds per 1,000 steps; `calls` are of the messenger, per step, polls included;
    `memory` is the peak in MiB; `start` is seconds from the start of the process to its first poll."""

    steps: float
    pressed: float
    cpu: float
    calls: float
    alone: Latency
    steady: Latency
    memory: float
    start: float


def cores() -> tuple[set[int] | None, set[int] | None]:
    """(driver's, bot's): one core each, or no choice where there is only one."""
    able = sorted(os.sched_getaffinity(0))
    return ({able[0]}, {able[1]}) if len(able) > 1 else (None, None)


async def measure(candidate: Candidate, folder: Path, load: Load, *, on: set[int] | None) -> Measured:
    """Run one candidate, on those cores, in a folder that was prepared for it."""
    async with PretendTelegram(limits=False, keep=4, keep_log=100) as telegram:
        people = [telegram.phone(f"Hoa {number}") for number in range(load.chats)]
        with _no_collections():
            async with started(candidate, folder, telegram, on=on) as (bot, start):
                return await _measure(Crowd(iter(people)), bot, telegram, load, start=start)


async def _measure(
    crowd: Crowd, bot: BotProcess, telegram: PretendTelegram, load: Load, *, start: float
) -> Measured:
    edges: list[tuple[float, int]] = []
    await crowd.saturate(users=load.users, seconds=WARM_UP)
    steps = await crowd.saturate(
        users=load.users,
        seconds=load.seconds,
        edge=lambda: edges.append((bot.cpu_seconds(), telegram.bot_calls.calls.total())),
    )
    pressed = await crowd.saturate(users=load.users, seconds=load.seconds / 2, presses=True)
    steady = await crowd.at_rate(STEADY_RATE, users=load.users, seconds=2 * load.seconds)
    alone = await crowd.alone(forms=ALONE_FORMS)
    (cpu_before, calls_before), (cpu_after, calls_after) = edges
    return Measured(
        steps=steps / load.seconds,
        pressed=pressed / (load.seconds / 2),
        cpu=(cpu_after - cpu_before) / steps * 1000,
        calls=(calls_after - calls_before) / steps,
        alone=Latency.of(alone),
        steady=Latency.of(steady),
        memory=bot.peak_mib(),
        start=start,
    )


@asynccontextmanager
async def started(
    candidate: Candidate, folder: Path, telegram: PretendTelegram, *, on: set[int] | None
) -> AsyncIterator[tuple[BotProcess, float]]:
    """The bot, polling, and the seconds that it took until then. It is ended at the end."""
    polled = asyncio.Event()

    def look(method: str, _params: Any, _phase: str) -> None:
        if method == "getUpdates":
            polled.set()

    forget = telegram.on_call(look)
    begun_at = time.perf_counter()
    bot = await BotProcess.start(
        candidate.arguments,
        environment=candidate.environment(telegram.base_url, folder),
        folder=folder,
        cores=on,
    )
    try:
        try:
            await asyncio.wait_for(polled.wait(), LONGEST_START)
        finally:
            forget()
            bot.check()
        yield bot, time.perf_counter() - begun_at
    finally:
        await bot.stop()


@contextmanager
def _no_collections() -> Iterator[None]:
    """No pauses of the driver's own while it measures others."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
