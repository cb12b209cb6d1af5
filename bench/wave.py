"""`python -m bench.wave`: a wave of reminders goes out within the limits of the pretend Telegram, while some officers
fill in a form. Is the permitted rate used, and do the officers notice?"""

import asyncio
import os
import tempfile
import time
from bisect import bisect_left
from collections.abc import Sequence
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
LONGEST_GAP = 90.0
"""Seconds without a reminder after which no more are waited for: a bell rings once a minute."""


@dataclass(frozen=True, slots=True)
class Waved:
    """`seconds` from the first reminder to the last; `messages` are all of the bot's in that time, `fastest` those of
    its fastest second. `beside` are answers without a wave, `meanwhile` those during it."""

    reminders: int
    seconds: float
    messages: int
    fastest: int
    floods: int
    permitted: float
    beside: Sequence[float]
    meanwhile: Sequence[float]
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
        lasts = reminders / permitted
        by_hand = round(rate * (2 * lasts + WARM_UP) / len(STEPS)) + 4 * officers
        settle_wave(folder / DATABASE, reminded=reminders, by_hand=by_hand)
        phones = [telegram.phone(f"Hoa {number}") for number in range(reminders + by_hand)]
        for phone in phones:
            phone.chat.known = phone.chat.opened = True  # they joined long ago
        crowd = Crowd(iter(phones[reminders:]))
        sent: list[float] = []  # all messages, by the time at which Telegram had carried them out
        waved: list[float] = []  # the reminders of them
        begun = asyncio.Event()

        def look(method: str, params: Params, phase: str) -> None:
            if method != "sendMessage" or phase != "after":
                return
            sent.append(time.perf_counter())
            if int(str(params["chat_id"])) < FIRST_PERSON + reminders:
                waved.append(sent[-1])
                begun.set()

        telegram.on_call(look)
        drivers_core, bots_core = cores()
        if drivers_core is not None:
            os.sched_setaffinity(0, drivers_core)
        starts_at = OPENS - timedelta(seconds=lasts / 2 + WARM_UP + 10)
        bot_ = Candidate(
            "wave", "", ("-m", "bench.bot_at", starts_at.isoformat()), OURS.environment, OURS.reports
        )
        async with started(bot_, folder, telegram, on=bots_core) as (bot, _):
            await crowd.at_rate(rate, users=2 * officers, seconds=WARM_UP)
            beside = await crowd.at_rate(rate, users=2 * officers, seconds=lasts / 2)
            assert not waved, "the wave came too early"
            await asyncio.wait_for(begun.wait(), LONGEST_GAP)
            cpu = bot.cpu_seconds()
            meanwhile = await crowd.at_rate(rate, users=2 * officers, seconds=lasts)
            await _end_of(waved, reminders, bot.check)
            cpu = bot.cpu_seconds() - cpu
            beside += await crowd.at_rate(rate, users=2 * officers, seconds=lasts / 2)
        within = sent[bisect_left(sent, waved[0]) : bisect_left(sent, waved[-1]) + 1]
        return Waved(
            reminders=sum(bool(phone.chat.messages) for phone in phones[:reminders]),
            seconds=waved[-1] - waved[0],
            messages=len(within),
            fastest=max(bisect_left(within, at + 1.0) - place for place, at in enumerate(within)),
            floods=telegram.bot_calls.floods,
            permitted=permitted,
            beside=beside,
            meanwhile=meanwhile,
            cpu=cpu,
        )


async def _end_of(waved: Sequence[float], reminders: int, check: "object") -> None:
    """Wait until all reminders have come, or no more do."""
    while len(waved) < reminders and time.perf_counter() - waved[-1] < LONGEST_GAP:
        await asyncio.sleep(0.2)
    assert callable(check)
    check()


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
    ]
    return in_columns(rows)


if __name__ == "__main__":
    main()
