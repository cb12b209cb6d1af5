"""A delivery as one process has it, and what can be seen of it from outside."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Self

from sqlalchemy import select

from bot.core.messages import Address, Reply
from bot.db import contacts, digests, outbox
from bot.db.outbox import Kind, Message
from bot.db.session import Connection, Database
from bot.db.tables import outbox as table
from bot.delivery import Delivery, Maker
from bot.enclosures import Enclosures
from tests.house import office_time
from tests.wire.fakes import FakeChannel, database_out_of_order
from tests.wire.pretend_time import pretend_loop

START = office_time("2026-11-23 08:05")


def now() -> datetime:
    """The calendar goes with the loop's clock."""
    return START + timedelta(seconds=pretend_loop().time())


def chat(name: str, *, thread: str | None = None) -> Address:
    return Address("fake", name, thread)


class Mouth:
    """Runs from `start` to `stop`. `kill` leaves everything as a process does that is killed."""

    def __init__(
        self,
        database: Database,
        *,
        makers: Mapping[Kind, Maker] | None = None,
        channel: FakeChannel | None = None,
    ) -> None:
        self.database = database
        self.channel = channel or FakeChannel()
        self.delivery = Delivery(
            database,
            {self.channel.name: self.channel},
            now=now,
            pace=pretend_loop().time,
            makers=makers or {},
            lost=_lost,
            moved=_moved,
            prepare=Enclosures({self.channel.name: self.channel}).prepare,
        )
        self._keys = 0
        self._running: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def start(self) -> asyncio.Task[None]:
        self._running = pretend_loop().create_task(self.delivery.run())
        return self._running

    async def stop(self) -> None:
        while self._running is not None and not self._running.done():
            self._running.cancel()
            await asyncio.wait([self._running], timeout=1)  # that once is enough has a test of its own
        await self.delivery.stop()

    async def kill(self) -> None:
        """What was not written down by now never is."""
        with database_out_of_order():
            await self.stop()

    async def owe(
        self, *messages: tuple[Address, str], kind: Kind = Kind.NOTICE, due: datetime | None = None
    ) -> None:
        """Owe bulk messages, in this order. They wait to be claimed."""
        await self.owe_bodies(
            *((address, Reply(text).to_json()) for address, text in messages), kind=kind, due=due
        )

    async def owe_bodies(
        self, *messages: tuple[Address, dict[str, Any]], kind: Kind, due: datetime | None = None
    ) -> None:
        keys = [f"{id(self)}:{self._keys + number}" for number in range(len(messages))]
        self._keys += len(messages)

        def put(connection: Connection) -> None:
            for key, (address, body) in zip(keys, messages, strict=True):
                outbox.put_once(connection, address, body, kind=kind, key=key, now=now_, not_before=due)

        now_ = now()
        await self.database.write(put)

    async def answer(self, *messages: tuple[Address, str], press: str | None = None) -> None:
        """Answer, as a turn does: committed and handed over at once."""
        await self.reply(*((address, Reply(text)) for address, text in messages), press=press)

    async def reply(self, *messages: tuple[Address, Reply], press: str | None = None) -> None:
        """The same with whole replies."""
        now_ = now()

        def put(connection: Connection) -> Sequence[Message]:
            return [
                outbox.put_answer(connection, address, reply.to_json(), now=now_, press=press)
                for address, reply in messages
            ]

        self.delivery.offer(await self.database.write(put))

    async def deliver_all(self) -> None:
        """Claim what is due now and wait until all of it is dealt with."""
        if self._running is None:
            self.start()
        self.delivery.wake()
        longest = now() + timedelta(hours=1)
        while await self.unsettled():
            await asyncio.sleep(0.5)
            assert now() < longest, f"an hour later: {self.states()}"
        await self.delivery.quiet()

    async def unsettled(self) -> int:
        """How many messages are due or under way."""
        until = now()

        def count(connection: Connection) -> int:
            due = (table.c.state == "sending") | ((table.c.state == "new") & (table.c.not_before <= until))
            return len(connection.execute(select(table.c.id).where(due)).all())

        return await self.database.read(count)

    def states(self) -> list[str]:
        """What became of every message, in the order in which they were owed."""
        return [row.state for row in self.rows()]

    def rows(self) -> Sequence[Any]:
        return self.database.transaction(
            lambda connection: connection.execute(select(table).order_by(table.c.id)).all(), keep=False
        )


def _lost(connection: Connection, address: Address, why: str, at: datetime) -> None:
    contacts.mark_lost(connection, address, why, at)
    digests.mark_chat_lost(connection, address, why, at)


def _moved(connection: Connection, address: Address, new: str) -> None:
    digests.move_chat(connection, address, chat=new)
    outbox.readdress(connection, address, chat=new)
