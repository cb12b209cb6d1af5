"""`kill -9` at every step of a conversation and in the middle of a reminder wave: nothing is lost, nothing is counted
twice, and a message that was in flight is repeated at most once."""

import asyncio
import random
from collections.abc import Sequence

import pytest
from sqlalchemy import select

from bot.db.tables import report, unit
from tests.house import office_time
from tests.kill.conftest import Scene
from tests.kill.mortal import Mortal, settled
from tests.kill.people import Officer

SEED = 20261122
DEATHS = 100
SCHOOLS = tuple(f"T{number:02}" for number in range(13, 33))
"""Primary and lower secondary schools: all of them are asked the same questions."""


async def test_bot_killed_at_every_step_of_a_conversation_loses_nothing(scene: Scene) -> None:
    """A fresh officer for each call that the bot makes, and the bot dies before or after that very call."""
    telegram, mortal, people = scene
    mortal.start()
    officers = people(SCHOOLS)
    deaths = [(call, phase) for call in range(1, len(SCHOOLS) // 2 + 1) for phase in ("before", "after")]

    for officer, (call, phase) in zip(officers, deaths, strict=True):
        calls = 0

        def dies(method: str, params: object, at: str, call: int = call, phase: str = phase) -> None:
            nonlocal calls
            if method == "sendMessage" and at == phase:
                calls += 1
                if calls == call:
                    mortal.kill_and_restart()

        stop = telegram.on_call(dies)
        await officer.report()
        stop()

    await settled(mortal)
    assert mortal.deaths == len(deaths)
    _nothing_lost_nothing_twice(mortal, officers)


@pytest.mark.slow
async def test_bot_killed_a_hundred_times_at_random_loses_nothing(scene: Scene) -> None:
    """Twenty officers at once; the bot dies at random calls and at random instants between them."""
    telegram, mortal, people = scene
    chance = random.Random(SEED)
    mortal.start()
    officers = people(SCHOOLS)
    until_death = chance.randint(1, 6)

    def dies(method: str, _params: object, _phase: str) -> None:
        nonlocal until_death
        if method in ("getMe", "setMyCommands", "deleteWebhook") or mortal.deaths >= DEATHS:
            return
        until_death -= 1
        if until_death <= 0:
            until_death = chance.randint(2, 12)
            mortal.kill_and_restart()

    stop = telegram.on_call(dies)
    at_work = asyncio.gather(*(officer.report() for officer in officers))
    while not at_work.done() and mortal.deaths < DEATHS:
        await asyncio.sleep(chance.uniform(0.0, 0.2))
        if chance.random() < 0.2:
            mortal.kill_and_restart()
    await at_work
    while (
        mortal.deaths < DEATHS
    ):  # they were done sooner: the rest of the deaths find an idle or a starting bot
        await asyncio.sleep(chance.uniform(0.0, 0.05))
        mortal.kill_and_restart()
    stop()

    await settled(mortal)
    assert mortal.deaths >= DEATHS
    _nothing_lost_nothing_twice(mortal, officers)


async def test_bot_killed_in_a_reminder_wave_reminds_everybody_and_hardly_anybody_twice(scene: Scene) -> None:
    """Seven days before the last day all who owe are reminded; the bot dies ten times on the way."""
    telegram, mortal, people = scene
    chance = random.Random(SEED)
    officers = people(SCHOOLS)
    reporter = officers[0]
    mortal.start()
    await reporter.report()
    mortal.kill()
    mortal.at(office_time("2026-11-25 08:00"))
    until_death = 1

    def dies(method: str, _params: object, _phase: str) -> None:
        nonlocal until_death
        if method == "sendMessage" and mortal.deaths < 11:
            until_death -= 1
            if until_death <= 0:
                until_death = chance.randint(1, 5)
                mortal.kill_and_restart()

    stop = telegram.on_call(dies)
    mortal.start()
    for officer in officers[1:]:
        await officer.phone.next_message(timeout=30)
    await settled(mortal)
    stop()

    reminded = {chat for chat, text in mortal.delivered() if text == "reminder"}
    assert reminded == {str(officer.phone.id) for officer in officers[1:]}
    assert mortal.deaths == 11
    _nothing_lost_nothing_twice(mortal, [reporter])


async def test_burst_with_a_kill_in_the_middle_is_answered_whole(scene: Scene) -> None:
    """Every officer writes at once; the bot dies when half of them have been answered."""
    telegram, mortal, people = scene
    officers = people(SCHOOLS)
    mortal.start()
    answered = 0

    def dies(method: str, _params: object, phase: str) -> None:
        nonlocal answered
        if method == "sendMessage" and phase == "after":
            answered += 1
            if answered == len(officers) // 2:
                mortal.kill_and_restart()

    stop = telegram.on_call(dies)
    for officer in officers:
        await officer.phone.send("việc")
    for officer in officers:
        await officer.phone.next_message(timeout=20)
    stop()

    await settled(mortal)
    assert mortal.deaths == 1
    _nothing_lost_nothing_twice(mortal, [])


def _nothing_lost_nothing_twice(mortal: Mortal, officers: Sequence[Officer]) -> None:
    owed, delivered = mortal.owed(), mortal.delivered()
    lost = owed - delivered
    too_often = delivered - owed - mortal.in_flight
    assert not lost
    assert not too_often
    with mortal.look() as connection:
        rows = connection.execute(
            select(report.c.unit_id, report.c.version, report.c.answers, unit.c.code).join(
                unit, unit.c.id == report.c.unit_id
            )
        ).all()
    assert sorted(row.code for row in rows) == sorted(officer.member.unit for officer in officers)
    assert {row.version for row in rows} <= {1}
    by_unit = {row.unit_id: row.answers for row in rows}
    for officer in officers:
        answers = by_unit[officer.member.unit_id]
        assert answers["staff_at_directive_study"][0] == officer.expected["staff"]
        assert answers["pupils_informed"][0] == officer.expected["pupils"]
        assert answers["plan_document"] == officer.expected["document"]
