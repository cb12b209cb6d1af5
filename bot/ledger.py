"""Notes what became of claimed messages. Outcomes that come together are written together."""

import asyncio
import logging
from collections.abc import Callable, Sequence

from bot.db import outbox
from bot.db.outbox import Settled
from bot.db.session import Database

log = logging.getLogger(__name__)


class Ledger:
    """`noted` hears how many outcomes were dealt with, so that somebody can count what is still open."""

    def __init__(self, database: Database, *, noted: Callable[[int], None]) -> None:
        self._database = database
        self._noted = noted
        self._waiting: list[tuple[Settled, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    def note(self, settled: Settled) -> "asyncio.Future[None]":
        """Write this outcome soon, with whatever else comes meanwhile. Awaited, it is written, or cannot be."""
        loop = asyncio.get_running_loop()
        written = loop.create_future()
        self._waiting.append((settled, written))
        if self._writing is None:
            self._writing = loop.create_task(self._write())
        return written

    async def close(self) -> None:
        """Write what is noted, then end."""
        if self._writing is not None:
            await self._writing

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._write_all([settled for settled, _ in batch])
            except Exception:
                # They stay claimed and are owed again after the next start: repeated rather than lost.
                log.exception("ledger.cannot_write", extra={"messages": len(batch)})
            self._noted(len(batch))
            for _, written in batch:
                if not written.done():  # a stop cancels whoever waits
                    written.set_result(None)
        self._writing = None

    async def _write_all(self, settled: Sequence[Settled]) -> None:
        # Before all else: what is sent and not yet noted is sent once more if we die now.
        await self._database.write(lambda connection: outbox.settle(connection, settled), urgent=True)
