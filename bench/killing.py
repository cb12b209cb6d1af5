"""One bad day of one candidate: a burst of updates, `kill -9` in the middle of it, a restart."""

import asyncio
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.candidates import Candidate
from bench.conversation import SENDING, STEPS, Visit, WrongAnswer
from bench.measuring import started
from bench.process import BotProcess
from simulator.parameters import Params
from simulator.server import PretendTelegram

AT_ONCE = 50
"""Chats that walk to their places at the same time."""

QUIET = 2.0
"""Seconds without a message after which nothing more is expected."""

LONGEST_QUIET = 60.0
LONGEST_ANSWER = 5.0


@dataclass(frozen=True, slots=True)
class BadDay:
    """What became of the updates of one burst. `before` were answered before the kill, `lost` never, not even after
    the restart; `repeated` counts answers beyond the first. Of the `sent` reports some are stored `never` or `twice`.
    `stuck` are chats that cannot go on with their form, nor by saying once more what was lost."""

    updates: int
    before: int
    lost: int
    repeated: int
    sent: int
    never: int
    twice: int
    stuck: int


async def bad_day(candidate: Candidate, folder: Path, *, updates: int, seed: int) -> BadDay:
    """Live through one, in a folder that was prepared for it. Half of the chats are sending their report when it
    happens, some of those with the button; the others are anywhere in the form."""
    chance = random.Random(seed)
    async with PretendTelegram(limits=False) as telegram:
        visits = [
            Visit(telegram.phone(f"Hoa {number}"), presses=chance.random() < 0.5) for number in range(updates)
        ]
        places = [
            len(STEPS) - 1 if number % 2 else chance.randrange(1, len(STEPS) - 1) for number in range(updates)
        ]
        async with started(candidate, folder, telegram, on=None) as (bot, _):
            await _walk(visits, places)
            answered = _said(visits)
            await _burst_and_kill(
                bot, telegram, visits, after=chance.randrange(updates // 3, updates * 2 // 3)
            )
            before = [now - then for now, then in zip(_said(visits), answered, strict=True)]
        async with started(candidate, folder, telegram, on=None):
            await _quiet(telegram, visits)
            answers = [now - then for now, then in zip(_said(visits), answered, strict=True)]
            stuck = await _go_on(visits, answers)
            stored = candidate.reports(folder)
    sending = [number for number, place in enumerate(places) if STEPS[place] is SENDING]
    return BadDay(
        updates=updates,
        before=sum(count > 0 for count in before),
        lost=sum(count == 0 for count in answers),
        repeated=sum(count - 1 for count in answers if count > 1),
        sent=len(sending),
        never=sum(stored[number] == 0 for number in sending),
        twice=sum(stored[number] > 1 for number in sending),
        stuck=stuck,
    )


async def _walk(visits: Iterable[Visit], places: Iterable[int]) -> None:
    """Bring everybody to the place where the burst will find them."""
    room = asyncio.Semaphore(AT_ONCE)

    async def go(visit: Visit, place: int) -> None:
        async with room:
            await visit.go_to(place)

    async with asyncio.TaskGroup() as group:
        for visit, place in zip(visits, places, strict=True):
            group.create_task(go(visit, place))


async def _burst_and_kill(
    bot: BotProcess, telegram: PretendTelegram, visits: Sequence[Visit], *, after: int
) -> None:
    """Everybody says the next thing in the same instant; the bot dies with its answer number `after`."""
    calls = 0

    def look(method: str, _params: Params, phase: str) -> None:
        nonlocal calls
        if method == "sendMessage" and phase == "after":
            calls += 1
            if calls == after:
                bot.kill()

    forget = telegram.on_call(look)
    for visit in visits:
        await visit.say()
    await asyncio.wait_for(bot.ended(), LONGEST_QUIET)
    forget()


async def _quiet(telegram: PretendTelegram, visits: Sequence[Visit]) -> None:
    """Wait until the bot has taken all updates and says nothing more."""
    async with asyncio.timeout(LONGEST_QUIET):
        said: list[int] = []
        while telegram.waiting_updates or said != (said := _said(visits)):
            await asyncio.sleep(QUIET)


async def _go_on(visits: Sequence[Visit], answers: Sequence[int]) -> int:
    """Everybody goes on: with the next question, or by saying again what was never answered. Returns how many the bot
    does not understand any more."""
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(_can_go_on(visit, answered=count > 0))
            for visit, count in zip(visits, answers, strict=True)
        ]
    return sum(not task.result() for task in tasks)


async def _can_go_on(visit: Visit, *, answered: bool) -> bool:
    visit.phone.chat.unread.clear()
    if answered:
        visit.place += 1
    if visit.over:
        return True
    try:
        await visit.say()
        await visit.hear(seconds=LONGEST_ANSWER)
    except (TimeoutError, WrongAnswer):
        return False
    return True


def _said(visits: Iterable[Visit]) -> list[int]:
    """How many messages the bot has sent to each."""
    return [len(visit.phone.texts) for visit in visits]
