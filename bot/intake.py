"""The ears: updates become durable, then each chat's updates are handled one after the other.

    raw update -> durable inbox -> (the messenger may forget it) -> one turn at a time per chat -> answers

Different chats go on side by side, and turns that wait together share one commit (`bot.db.session`). A turn that
fails is tried once more, then set aside with an apology; it never stops the others.
"""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.core.albums import LastAlbums, belongs
from bot.core.channel import Channel, Raw
from bot.core.messages import Incoming
from bot.db import inbox, outbox
from bot.db.inbox import Received
from bot.db.outbox import Message
from bot.db.session import Connection, Database, DatabaseFailed

log = logging.getLogger(__name__)

Handle = Callable[[Connection, Incoming, datetime], Sequence[Message]]
"""What is done about one thing that a person did: effects and answers, in the given transaction."""

Offer = Callable[[Sequence[Message]], None]
"""Hands committed answers to the delivery."""

PAUSE = 1.0
"""Seconds to wait when the database itself fails (a full disk, a restart of its server)."""

MOST_REPEATS = 30
"""A turn that meets a failing database so often in a row is perhaps what the database fails at: it is set aside as
soon as the database can note that."""


ALBUM_PAUSE = 0.7
"""Seconds that a part of an album waits for the next: a messenger brings them one by one, a person did one thing."""


@dataclass(slots=True)
class _Lane:
    """One chat's updates, in order. At most one of them, or one album, is being handled."""

    key: tuple[str, str]
    waiting: deque[Received] = field(default_factory=deque)
    busy: bool = False
    repeats: int = 0
    """How often the first that waits has met a database that failed."""
    apart: str | None = None
    """An album that failed as a whole: its parts are handled one by one."""


class Intake:
    """Accepts updates of all channels and sees each of them handled. `handle` does the work of a turn;
    `apologize` says that a turn failed for good. `wake` is called after a turn of which others hear at once."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        *,
        handle: Handle,
        apologize: Handle,
        offer: Offer,
        wake: Callable[[], None] = lambda: None,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._channels = channels
        self._handle = handle
        self._apologize = apologize
        self._offer = offer
        self._wake = wake
        self._now = now
        self._lanes: dict[tuple[str, str], _Lane] = {}
        self._busy = 0
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._mishaps: set[asyncio.Task[None]] = set()
        self._stopped = False
        self._albums = LastAlbums()

    async def resume(self) -> int:
        """Take up what an earlier process received and did not handle. Returns how many."""
        waiting = await self._database.read(inbox.waiting)
        self._dispatch(waiting)
        return len(waiting)

    async def accept(self, channel: str, raws: Sequence[Raw]) -> None:
        """Make updates durable and begin to handle them. While the database fails it keeps trying: until
        this returns, the messenger holds them for us."""
        try:
            received = await self._store(channel, raws)
        except Exception:
            # One of them cannot be stored, whatever the reason: it must not keep the others out for ever.
            log.exception("intake.cannot_store_all", extra={"channel": channel, "updates": len(raws)})
            received = [one for raw in raws for one in await self._store_if_possible(channel, raw)]
        self._dispatch(received)

    async def _store(self, channel: str, raws: Sequence[Raw]) -> Sequence[Received]:
        now = self._now()
        while True:
            try:
                return await self._database.write(
                    lambda connection: inbox.put_received(connection, raws, channel=channel, now=now)
                )
            except DatabaseFailed:
                log.exception("intake.cannot_store", extra={"channel": channel, "updates": len(raws)})
                await asyncio.sleep(PAUSE)

    async def _store_if_possible(self, channel: str, raw: Raw) -> Sequence[Received]:
        try:
            return await self._store(channel, [raw])
        except Exception:
            log.exception("intake.update_lost", extra={"channel": channel, "key": raw.key})
            return ()

    async def quiet(self) -> None:
        """Wait until nothing is being handled."""
        await self._quiet.wait()

    async def stop(self) -> None:
        """Begin nothing more and wait for the turns that were begun. The rest stays in the inbox."""
        self._stopped = True
        for mishap in self._mishaps:
            mishap.cancel()
        await self._quiet.wait()

    def _dispatch(self, received: Sequence[Received]) -> None:
        for one in received:
            key = (one.channel, one.chat)
            lane = self._lanes.get(key)
            if lane is None:
                lane = self._lanes[key] = _Lane(key)
            lane.waiting.append(one)
            if not lane.busy:
                lane.busy = True
                self._busy += 1
                self._quiet.clear()
                self._begin_next(lane)

    def _begin_next(self, lane: _Lane) -> None:
        """Hand the lane's next update to the writer, or let the lane go idle."""
        if self._stopped or not lane.waiting:
            lane.busy = False
            self._busy -= 1
            if not lane.waiting:
                del self._lanes[lane.key]
            if self._busy == 0:
                self._quiet.set()
            return
        received = lane.waiting.popleft()
        incoming = None
        try:
            incoming = self._channels[received.channel].read(received.body)
        except Exception as error:
            # One update that nobody can read must not stop the others, whatever is wrong with it.
            log.exception("intake.unreadable", extra={"update": received.id})
            self._later(self._set_aside(lane, received, None, error))
            return
        if incoming is None or incoming.album is None or incoming.album == lane.apart:
            self._take_turn(lane, [received], incoming)
        else:
            self._later(self._gather_album(lane, received, incoming))

    async def _gather_album(self, lane: _Lane, first: Received, incoming: Incoming) -> None:
        """Wait for the other parts of an album as long as they come and nothing else does, then handle all as one. A
        part that comes later still is handled by itself, with what was said before."""
        received, parts = [first], [incoming]
        try:
            while True:
                if not lane.waiting:
                    await asyncio.sleep(ALBUM_PAUSE)
                part = self._part_of(incoming, lane.waiting[0]) if lane.waiting else None
                if part is None:
                    break
                received.append(lane.waiting.popleft())
                parts.append(part)
        except asyncio.CancelledError:
            lane.waiting.extendleft(reversed(received))  # they stay in the inbox
            self._begin_next(lane)
            raise
        self._take_turn(lane, received, self._albums.whole(lane.key, parts))

    def _part_of(self, first: Incoming, received: Received) -> Incoming | None:
        """The update, if it is another part of the album; None also for what nobody can read: its turn will tell."""
        with contextlib.suppress(Exception):
            part = self._channels[received.channel].read(received.body)
            return part if part is not None and belongs(part, first) else None
        return None

    def _take_turn(self, lane: _Lane, received: Sequence[Received], incoming: Incoming | None) -> None:
        """Hand these updates, which are one thing that a person did, to the writer."""
        now = self._now()
        others_hear = False

        def turn(connection: Connection) -> Sequence[Message]:
            nonlocal others_hear
            for one in received:
                inbox.mark_done(connection, one.id)
            outbox.something_due(connection)  # what a bell owed is not ours
            answers = self._handle(connection, incoming, now) if incoming is not None else ()
            others_hear = outbox.something_due(connection)
            return answers

        def finished(outcome: "asyncio.Future[Sequence[Message]]") -> None:
            error = outcome.exception()
            if error is None:
                lane.repeats = 0
                self._offer(outcome.result())
                if others_hear:
                    self._wake()
                self._begin_next(lane)
                return
            log.error("intake.turn_failed", exc_info=error, extra={"update": received[0].id})
            if isinstance(error, DatabaseFailed) and lane.repeats < MOST_REPEATS:
                self._later(self._repeat(lane, received))
            elif len(received) > 1 and incoming is not None:
                lane.apart = incoming.album
                lane.waiting.extendleft(reversed(received))
                self._begin_next(lane)
            else:
                self._later(self._set_aside(lane, received[0], incoming, error))

        self._database.write(turn).add_done_callback(finished)

    def _later(self, mishap: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(mishap)
        self._mishaps.add(task)
        task.add_done_callback(self._mishaps.discard)

    async def _repeat(self, lane: _Lane, received: Sequence[Received]) -> None:
        """The database failed, which is not the update's fault: the same again after a pause."""
        lane.repeats += 1
        try:
            await asyncio.sleep(PAUSE)
        finally:
            lane.waiting.extendleft(reversed(received))
            self._begin_next(lane)

    async def _set_aside(
        self, lane: _Lane, received: Received, incoming: Incoming | None, error: BaseException
    ) -> None:
        """Try once more; after that leave the update to the operator and apologise to the person."""
        now = self._now()

        def note(connection: Connection) -> tuple[bool, Sequence[Message]]:
            why = f"{type(error).__name__}: {error}"
            given_up = inbox.mark_failed(connection, received.id, attempts=received.attempts, why=why)
            if given_up and incoming is not None:
                return given_up, self._apologize(connection, incoming, now)
            return given_up, ()

        try:
            given_up, answers = await asyncio.shield(self._database.write(note))
            self._offer(answers)
            if given_up:
                lane.repeats = 0
            else:
                lane.waiting.appendleft(
                    Received(
                        received.id, received.channel, received.chat, received.body, received.attempts + 1
                    )
                )
        except DatabaseFailed:
            log.exception("intake.cannot_set_aside", extra={"update": received.id})
            await asyncio.sleep(PAUSE)
            lane.waiting.appendleft(received)
        except Exception:
            # It stays "new" in the inbox and is taken up at the next start.
            log.exception("intake.cannot_set_aside", extra={"update": received.id})
        finally:
            self._begin_next(lane)
