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
        self._waiting: list[Settled] = []
        self._writing: asyncio.Task[None] | None = None

    def note(self, settled: Settled) -> None:
        """Write this outcome soon, with whatever else comes meanwhile."""
        self._waiting.append(settled)
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(self._write())

    async def close(self) -> None:
        """Write what is noted, then end."""
        if self._writing is not None:
            await self._writing

    async def _write(self) -> None:
        while self._waiting:
            settled, self._waiting = self._waiting, []
            try:
                await self._write_all(settled)
            except Exception:
                # They stay claimed and are owed again after the next start: repeated rather than lost.
                log.exception("ledger.cannot_write", extra={"messages": len(settled)})
            self._noted(len(settled))
        self._writing = None

    async def _write_all(self, settled: Sequence[Settled]) -> None:
        await self._database.write(lambda connection: outbox.settle(connection, settled))
