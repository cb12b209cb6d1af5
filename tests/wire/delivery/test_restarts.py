"""The process is killed: what was owed is said by the next one, and only what was in flight may be said twice."""

import asyncio
import random
from collections import Counter

import pytest

from bot.db import outbox
from bot.delivery import IN_FLIGHT
from bot.ledger import Ledger
from tests.wire.delivery.mouth import START, Mouth, chat
from tests.wire.fakes import FakeChannel
from tests.wire.pretend_time import PatientDatabase


class Machine:
    """A machine on which one process follows another. Database and messenger outlive them."""

    def __init__(self, database: PatientDatabase) -> None:
        self.database = database
        self.channel = FakeChannel()
        self.channel.answer_takes = 0.2

    async def begin(self) -> Mouth:
        """The next process: what the one before had claimed is taken over."""
        again = await self.database.write(lambda connection: outbox.take_over(connection, ("fake",)))
        mouth = Mouth(self.database, channel=self.channel)
        mouth.delivery.offer(again)
        mouth.start()
        return mouth


@pytest.fixture
async def machine(database: PatientDatabase) -> Machine:
    return Machine(database)


async def test_message_that_was_claimed_and_not_sent_is_sent_once(machine: Machine) -> None:
    machine.channel.answer_takes = 0.0
    first = await machine.begin()
    await first.owe(*((chat("7"), f"nhắc {number}") for number in range(10)))
    await asyncio.sleep(2.1)
    await first.kill()
    before = list(machine.channel.texts)

    second = await machine.begin()
    await second.deliver_all()
    await second.stop()

    assert 0 < len(before) < 10
    assert machine.channel.texts == [f"nhắc {number}" for number in range(10)]


async def test_message_in_flight_is_repeated_once_and_in_its_place(machine: Machine) -> None:
    first = await machine.begin()
    await first.answer((chat("7"), "a"), (chat("7"), "b"))
    await asyncio.sleep(0.1)  # "a" is there, and we were not told yet
    assert machine.channel.texts == ["a"]
    await first.kill()

    second = await machine.begin()
    await second.deliver_all()
    await second.stop()
    third = await machine.begin()
    await third.deliver_all()
    await third.stop()

    assert machine.channel.texts == ["a", "a", "b"]


async def test_what_was_in_flight_comes_before_what_is_answered_after_the_restart(machine: Machine) -> None:
    """A question that comes twice must not come behind the next one: its answer would be taken for that one's."""
    first = await machine.begin()
    await first.answer((chat("7"), "câu 1"))
    await asyncio.sleep(0.1)
    await first.kill()

    second = await machine.begin()
    await second.answer((chat("7"), "câu 2"))
    await second.deliver_all()
    await second.stop()

    assert machine.channel.texts == ["câu 1", "câu 1", "câu 2"]


async def test_no_more_are_in_flight_than_may_come_twice(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is sent counts until that is written down, however long that takes."""
    written = asyncio.Event()
    monkeypatch.setattr(Ledger, "_write_all", lambda *_: written.wait())
    mouth = await machine.begin()
    await mouth.answer(*((chat(str(number)), "a") for number in range(IN_FLIGHT + 10)))

    await asyncio.sleep(60)
    before = len(machine.channel.texts)
    written.set()
    await asyncio.sleep(60)
    after = len(machine.channel.texts)
    await mouth.stop()

    assert (before, after) == (IN_FLIGHT, IN_FLIGHT + 10)


async def test_answer_that_was_committed_and_never_offered_is_sent_after_the_restart(
    machine: Machine,
) -> None:
    await machine.database.write(
        lambda connection: outbox.put_answer(connection, chat("7"), {"text": "a"}, now=START)
    )

    process = await machine.begin()
    await process.deliver_all()
    await process.stop()

    assert machine.channel.texts == ["a"]


@pytest.mark.parametrize("seed", range(5))
async def test_killed_again_and_again_it_loses_nothing(machine: Machine, seed: int) -> None:
    dice = random.Random(seed)
    in_flight: Counter[str] = Counter()
    kills = 0
    process = await machine.begin()
    await process.owe(*((chat(str(number % 7)), f"nhắc {number}") for number in range(40)))
    await process.answer(*((chat(str(number % 5)), f"trả lời {number}") for number in range(20)))

    while await process.unsettled():
        await asyncio.sleep(dice.uniform(0, 1))
        await process.kill()
        kills += 1
        said = set(machine.channel.texts)
        in_flight.update(
            row.body["text"] for row in process.rows() if row.state == "sending" and row.body["text"] in said
        )
        process = await machine.begin()
    await process.stop()

    said_by_count = Counter(machine.channel.texts)
    assert set(said_by_count) == {f"nhắc {number}" for number in range(40)} | {
        f"trả lời {number}" for number in range(20)
    }
    assert {text: count for text, count in said_by_count.items() if count > 1 + in_flight[text]} == {}
    assert kills > 3
    assert in_flight.total() > 0
