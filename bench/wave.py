"""`python -m bench.wave`: a wave of reminders goes out within the limits of the pretend Telegram, while some officers
fill in a form. Is the permitted rate used, and do the officers notice?"""

import asyncio
import os
import tempfile
import time
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import click

from bench.candidates import DATABASE, OURS, Candidate
from bench.conversation import STEPS
from bench.crowd import Crowd
from bench.measuring import Latency, cores, started
from bench.table import in_columns
from bench.wave_land import OPENS, settle_wave
from simulator.parameters import Params
from simulator.server import PretendTelegram
from simulator.world import FIRST_PERSON

PACE = 5.0
"""Seconds from one message of an officer to the next."""

WARM_UP = 10.0
SLOW = 0.1
BEFORE = 15.0
"""Seconds before the first reminder in which the bell is at work: it decides who is reminded."""

LONGEST_GAP = 90.0
"""Seconds without a reminder after which no more are waited for: a bell rings once a minute."""


@dataclass(frozen=True, slots=True)
class Waved:
    """`seconds` from the first reminder to the last; `messages` are all of the bot's in that time, `fastest` those of
    its fastest second. Seconds to an answer: `beside` without a wave, `deciding` while it is decided who is reminded,
    `meanwhile` while the reminders go out."""

    reminders: int
    seconds: float
    messages: int
    fastest: int
    floods: int
    permitted: float
    beside: Sequence[float]
    deciding: Sequence[float]
    meanwhile: Sequence[float]
    slow: Sequence[int]
    """Whole seconds after the first reminder in which somebody waited longer than SLOW."""
    cpu: float

    @property
    def share(self) -> float:
        """Of what Telegram permits, used."""
        return self.messages / (self.seconds * self.permitted)


@click.command(help=__doc__)
@click.option("--reminders", default=5_000, show_default=True)
@click.option("--officers", default=15, show_default=True, help="Who fill in a form at the same time.")
@click.option("--markdown", type=click.Path(path_type=Path), help="Write the table to this file as well.")
def main(*, reminders: int, officers: int, markdown: Path | None) -> None:
    with tempfile.TemporaryDirectory(prefix="wave-") as name:
        waved = asyncio.run(_wave(Path(name), reminders=reminders, officers=officers))
    printed = table(waved) + "\n"
    click.echo(printed)
    if markdown is not None:
        markdown.write_text(printed, encoding="utf-8")


async def _wave(folder: Path, *, reminders: int, officers: int) -> Waved:
    rate = officers / PACE
    async with PretendTelegram(keep=4, keep_log=100) as telegram:
        permitted = telegram.limits.overall_per_second
        aside = max(30.0, reminders / permitted / 2)
        lasts = 2 * aside + WARM_UP + LONGEST_GAP + 2 * reminders / permitted
        by_hand = round(rate * lasts / len(STEPS)) + 4 * officers
        settle_wave(folder / DATABASE, reminded=reminders, by_hand=by_hand)
        phones = [telegram.phone(f"Hoa {number}") for number in range(reminders + by_hand)]
        for phone in phones:
            phone.chat.known = phone.chat.opened = True  # they joined long ago
        crowd = Crowd(iter(phones[reminders:]))
        sent: list[float] = []  # all messages, by the time at which Telegram had carried them out
        waved: list[float] = []  # the reminders of them
        over = asyncio.Event()

        def look(method: str, params: Params, phase: str) -> None:
            if method == "sendMessage" and phase == "after":
                sent.append(time.perf_counter())
                if int(str(params["chat_id"])) < FIRST_PERSON + reminders:
                    waved.append(sent[-1])

        telegram.on_call(look)
        drivers_core, bots_core = cores()
        if drivers_core is not None:
            os.sched_setaffinity(0, drivers_core)
        starts_at = OPENS - timedelta(seconds=aside + WARM_UP + BEFORE)
        bot_ = Candidate(
            "wave", "", ("-m", "bench.bot_at", starts_at.isoformat()), OURS.environment, OURS.reports
        )
        async with started(bot_, folder, telegram, on=bots_core) as (bot, _):
            begun_at = time.perf_counter()
            typing = asyncio.create_task(crowd.on_and_on(rate, users=2 * officers, over=over))
            await _until(lambda: bool(waved), typing, most=aside + WARM_UP + LONGEST_GAP)
            cpu = bot.cpu_seconds()
            await _until(
                lambda: len(waved) >= reminders or time.perf_counter() - waved[-1] > LONGEST_GAP, typing
            )
            cpu = bot.cpu_seconds() - cpu
            await asyncio.sleep(aside)
            over.set()
            noted = await typing
        first, last = waved[0], waved[-1]
        within = sent[bisect_left(sent, first) : bisect_left(sent, last) + 1]
        return Waved(
            reminders=sum(bool(phone.chat.messages) for phone in phones[:reminders]),
            seconds=last - first,
            messages=len(within),
            fastest=max(bisect_left(within, at + 1.0) - place for place, at in enumerate(within)),
            floods=telegram.bot_calls.floods,
            permitted=permitted,
            beside=[took for at, took in noted if begun_at + WARM_UP < at < first - BEFORE or last < at],
            deciding=[took for at, took in noted if first - BEFORE <= at < first],
            meanwhile=[took for at, took in noted if first <= at <= last],
            slow=sorted({int(at - first) for at, took in noted if first <= at <= last and took > SLOW}),
            cpu=cpu,
        )


async def _until(
    so: Callable[[], bool], typing: "asyncio.Task[object]", *, most: float = float("inf")
) -> None:
    """Wait until it is so. Raises TimeoutError, and what the officers met with."""
    begun_at = time.perf_counter()
    while not so():
        if typing.done():
            typing.result()
        if time.perf_counter() - begun_at > most:
            raise TimeoutError("no wave came")
        await asyncio.sleep(0.2)


def table(waved: Waved) -> str:
    """What was permitted and used, and what the officers noticed."""
    without, within = Latency.of(waved.beside), Latency.of(waved.meanwhile)
    rows = [
        ["", "measured"],
        ["---", "---:"],
        ["reminders that arrived", f"{waved.reminders:,}"],
        ["seconds from the first to the last", f"{waved.seconds:.1f}"],
        ["messages in that time, answers included", f"{waved.messages:,}"],
        [f"share of the permitted {waved.permitted:g} a second", f"{waved.share:.1%}"],
        ["messages in the fastest second", f"{waved.fastest}"],
        ["answers 429", f"{waved.floods}"],
        ["processor time of the bot, of one core", f"{waved.cpu / waved.seconds:.0%}"],
        [f"p50 of an answer without the wave, ms (of {len(waved.beside)})", f"{without.p50:.1f}"],
        [f"p50 meanwhile, ms (of {len(waved.meanwhile)})", f"{within.p50:.1f}"],
        ["p99 without the wave, ms", f"{without.p99:.1f}"],
        ["p99 meanwhile, ms", f"{within.p99:.1f}"],
        ["longest without the wave, ms", f"{max(waved.beside) * 1000:.1f}"],
        ["longest meanwhile, ms", f"{max(waved.meanwhile) * 1000:.1f}"],
        ["longest while it is decided who is reminded, ms", f"{max(waved.deciding) * 1000:.1f}"],
    ]
    slow = ", ".join(map(str, waved.slow)) or "none"
    return f"{in_columns(rows)}\n\nSeconds of the wave in which an answer took more than {SLOW * 1000:.0f} ms: {slow}."


if __name__ == "__main__":
    main()
