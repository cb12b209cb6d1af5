"""The live bot, its own wiring and all, through the same events as a rehearsal: it hears what was done then."""

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot import app as wiring
from bot import delivery
from bot.app import App
from bot.channels.telegram import Telegram
from bot.core.attachments import Written
from bot.core.channel import Raw
from bot.core.messages import Address, Incoming, Reply
from bot.rehearsal.script import Record
from bot.rehearsal.year import incoming_of
from bot.settings import load_settings
from tests.wire.fakes import FakeChannel
from tests.wire.pretend_time import PatientDatabase, seconds

MINUTE = timedelta(minutes=1)
QUARTER = timedelta(minutes=15)
"""Where nobody did anything, the bells ring every quarter of an hour of the clock, for the test's speed."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a chat got, or which of its messages was edited (counted from 1). `at` is in seconds since the start."""

    at: float
    chat: str
    text: str
    labels: tuple[str, ...] = ()
    file: Written | None = None
    edits: int | None = None


class Replayed(FakeChannel):
    """A messenger that brings what was done in a rehearsal: an update is the act's number."""

    def __init__(self, record: Record) -> None:
        super().__init__("telegram", limits=Telegram.limits)
        self.arrived: list[Arrived] = []
        self._acts = record.acts

    def read(self, body: str) -> Incoming | None:
        return incoming_of(self._acts[int(body) - 1], key=body)

    async def deliver(self, address: Address, reply: Reply, *, press: str | None) -> str:
        await super().deliver(address, reply, press=press)
        return self._arrives(Arrived(seconds(), address.chat, reply.text, _labels(reply)))

    async def enclose(self, address: Address, file: Written) -> str:
        await super().enclose(address, file)
        return self._arrives(Arrived(seconds(), address.chat, file.caption, file=file))

    async def amend(self, address: Address, message: str, reply: Reply) -> None:
        self._arrives(Arrived(seconds(), address.chat, reply.text, _labels(reply), edits=int(message)))

    def _arrives(self, one: Arrived) -> str:
        """Its number in the chat."""
        self.arrived.append(one)
        return str(sum(other.chat == one.chat and other.edits is None for other in self.arrived))

    def raw_of(self, number: int) -> Raw:
        return Raw(str(number), self._acts[number - 1].chat, str(number))


async def live(
    record: Record, database: Path, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[datetime, Arrived]]:
    """Run the bot on that database from the start of the record to its end. What arrived, and when."""
    monkeypatch.setattr(wiring, "Database", PatientDatabase)
    monkeypatch.setattr(
        delivery, "LOOK_EVERY", 600.0
    )  # it is woken by every bell; each look costs the test time
    loop = asyncio.get_running_loop()
    began = loop.time()
    channel = Replayed(record)

    def now() -> datetime:
        return record.starts + timedelta(seconds=loop.time() - began)

    def soon(at: datetime) -> float:
        return began + (at - record.starts).total_seconds()

    settings = load_settings({"NHACVIEC_DATABASE_URL": f"sqlite:///{database}", "NHACVIEC_LANGUAGE": "vi"})
    async with App(settings, channels={"telegram": channel}, now=now, pace=loop.time) as app:
        carrying = loop.create_task(app.delivery.run())
        tasks: set[asyncio.Task[None]] = set()

        def bring(number: int) -> None:
            tasks.add(loop.create_task(app.intake.accept("telegram", [channel.raw_of(number)])))

        for number, act in enumerate(record.acts, 1):
            loop.call_at(soon(act.at), bring, number)
        for minute in _minutes(record):
            await asyncio.sleep(soon(minute) - loop.time())
            await app.clock.ring_all()
        await asyncio.sleep(soon(record.ends) - loop.time())
        await app.quiet()
        carrying.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await carrying
    return [(record.starts + timedelta(seconds=one.at - began), one) for one in channel.arrived]


def _labels(reply: Reply) -> tuple[str, ...]:
    return tuple(choice.label for choice in reply.choices)


def _minutes(record: Record) -> Iterator[datetime]:
    at = record.starts
    busy = {(act.at - record.starts) // MINUTE + later for act in record.acts for later in (0, 1, 2)}
    while at < record.ends:
        if (at - record.starts) // MINUTE in busy or at.minute % (QUARTER // MINUTE) == 0:
            yield at
        at += MINUTE
