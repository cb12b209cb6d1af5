"""The mouth: the one way out. Messages are claimed, delivered within the messenger's limits, settled.

Each chat has a lane, so that its messages keep their order; lanes go on side by side. Answers go before bulk: only
bulk waits for the overall rate, and for each answer that went before it a little longer. Nothing is sent inside a
transaction. A crash may repeat a message that was claimed and not settled, and never drops one.
"""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.core.attachments import Enclosure, Kept, MadeLater, Written
from bot.core.channel import Channel, DeliveryError
from bot.core.messages import Address, Made, Postponed, Reply, in_parts
from bot.core.pace import Bucket
from bot.db import outbox
from bot.db.outbox import Kind, Message, Settled
from bot.db.session import Connection, Database, DatabaseFailed, DatabaseFault
from bot.ledger import Ledger
from bot.parcel import Parcel

log = logging.getLogger(__name__)

IN_FLIGHT = 32
"""Deliveries under way at once, each until it is noted: so many may come twice after a crash. More gains nothing: the
messenger answers in about 0.1 s."""

MOST_BULK = 200
"""Bulk messages held in memory; the others wait in the database."""

CATCH_UP = 0.1
"""Seconds that bulk makes up for where a busy machine wakes us late, so that the rate is kept and not only neared."""

MOST_LANES = 10_000
"""Chats remembered for their rate; beyond that the idle ones are forgotten."""

LONGEST_PAUSE = 60.0
LOOK_EVERY = 2.0
"""Seconds between looks for messages that became due; `wake` does not wait for it."""


Maker = Callable[[Connection, Message, datetime], Made]
"""Makes a message's words just before it is delivered, from what is true then. None: nothing is left to say."""

Prepare = Callable[[Kept | MadeLater, int], Awaitable[Written | str]]
"""Fetches or makes a file for a messenger that carries so many bytes. What is said in its place where that is not
possible."""

FILE_TRIES = 4
"""A file that fails so often is not sent: the words that it goes with are there, and those after it wait."""

Lost = Callable[[Connection, Address, str, datetime], None]
Moved = Callable[[Connection, Address, str], None]


@dataclass(slots=True)
class _Lane:
    """One chat's messages. At most one of them is under way."""

    bucket: Bucket
    answers: deque[Message] = field(default_factory=deque)
    bulk: deque[Message] = field(default_factory=deque)
    busy: bool = False


class Delivery:
    """Delivers what is owed. `makers` make the words of the kinds that are not made beforehand; `lost` and
    `moved` note in the database what we learn about a chat. `prepare` brings files that a messenger keeps.
    `pace` counts seconds, for the messengers' limits."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        *,
        now: Callable[[], datetime],
        pace: Callable[[], float],
        makers: Mapping[Kind, Maker],
        lost: Lost,
        moved: Moved,
        prepare: Prepare,
    ) -> None:
        self._database = database
        self._channels = channels
        self._now = now
        self._pace = pace
        self._makers = makers
        self._lost = lost
        self._moved = moved
        self._prepare = prepare
        self._ledger = Ledger(database, noted=self._ended)
        self._lanes: dict[tuple[str, str], _Lane] = {}
        self._moves: dict[tuple[str, str], str] = {}
        self._overall = {
            name: Bucket(rate=channel.limits.overall_rate, burst=1) for name, channel in channels.items()
        }
        self._slots = asyncio.Semaphore(IN_FLIGHT)
        self._bulk: asyncio.Queue[Message] = asyncio.Queue()
        self._tasks: set[asyncio.Task[None]] = set()
        self._held = 0
        self._woken = asyncio.Event()
        self._quiet = asyncio.Event()
        self._quiet.set()

    def offer(self, messages: Sequence[Message]) -> None:
        """Deliver messages that are committed and claimed by us."""
        for message in messages:
            self._held += 1
            self._quiet.clear()
            if message.bulk:
                self._bulk.put_nowait(message)
            else:
                self._overall[message.address.channel].borrow()
                self._into_lane(message)

    def wake(self) -> None:
        """Something became due: look now."""
        self._woken.set()

    async def quiet(self) -> None:
        """Wait until all that we hold is delivered and settled."""
        await self._quiet.wait()

    async def run(self) -> None:
        """Claim what is due and deliver it, until cancelled."""
        feeder = asyncio.get_running_loop().create_task(self._feed())
        self._tasks.add(feeder)
        while True:
            if not await self.claim():
                # Not `wait_for`: before Python 3.12 it swallows a cancellation that comes with the wake.
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_EVERY):
                        await self._woken.wait()
            self._woken.clear()

    async def stop(self) -> None:
        """Deliver nothing more. What was not settled is owed still, and known after the next start."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._ledger.close()

    async def claim(self) -> bool:
        """Take what is due from the database. True if there may be more."""
        room = MOST_BULK - self._bulk.qsize()
        channels = tuple(self._channels)
        now = self._now()
        try:
            due_at = await self._database.read(lambda connection: outbox.next_due_at(connection, channels))
            if due_at is None or due_at > now or room < MOST_BULK // 2:
                return False  # there is nothing, or enough until the next look: few large claims, not many small ones
            messages = await self._database.write(
                lambda connection: outbox.claim_due(connection, channels, now=now, most=room)
            )
        except DatabaseFault:
            log.exception("delivery.cannot_claim")
            return False
        self.offer(messages)
        return len(messages) == room

    async def _feed(self) -> None:
        """Let bulk into its lanes at the overall rate of its messenger."""
        at = self._pace()  # when the last one was to go: what we wake too late is not lost
        while True:
            waited = self._bulk.empty()
            message = await self._bulk.get()
            at = self._pace() if waited else max(at, self._pace() - CATCH_UP)
            bucket = self._overall[message.address.channel]
            while (seconds := bucket.wait(at)) > 0:
                at += seconds
                await asyncio.sleep(at - self._pace())
            self._into_lane(message)

    def _into_lane(self, message: Message) -> None:
        message = self._readdressed(message)
        key = (message.address.channel, message.address.chat)
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = _Lane(self._bucket(message.address))
        (lane.bulk if message.bulk else lane.answers).append(message)
        if not lane.busy:
            lane.busy = True
            task = asyncio.get_running_loop().create_task(self._serve(lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def _readdressed(self, message: Message) -> Message:
        """The message as it is sent now: its group may have moved since it was written or claimed."""
        address = message.address
        chat = self._moves.get((address.channel, address.chat))
        return message if chat is None else replace(message, address=replace(address, chat=chat))

    def _bucket(self, address: Address) -> Bucket:
        channel = self._channels[address.channel]
        limits = channel.limits
        if channel.is_group(address):
            return Bucket(rate=limits.group_rate, burst=limits.group_burst)
        return Bucket(rate=limits.chat_rate, burst=limits.chat_burst)

    async def _serve(self, lane: _Lane) -> None:
        """Deliver the lane's messages one after the other until none is left."""
        try:
            while lane.answers or lane.bulk:
                await self._may_go(lane)
                await self._see_through(lane, Parcel((lane.answers or lane.bulk).popleft()))
        finally:
            lane.busy = False
            if len(self._lanes) > MOST_LANES:
                self._forget_idle_lanes()

    async def _may_go(self, lane: _Lane) -> None:
        """Wait for the permission to send one message to the chat, and take it."""
        while (seconds := lane.bucket.wait(self._pace())) > 0:
            await asyncio.sleep(seconds)

    async def _see_through(self, lane: _Lane, sending: Parcel) -> None:
        """Try until the message is delivered or cannot be."""
        while True:
            sending.attempts += 1
            try:
                await self._try(lane, sending)
                return
            except DeliveryError as error:
                if error.moved_to is not None:
                    await self._follow(lane, sending, error.moved_to)
                    return
                if error.permanent:
                    await self._give_up(sending, error)
                    return
                await self._pause(lane, sending, error)
            except DatabaseFault as error:
                await self._pause(lane, sending, DeliveryError(str(error)))
            except Exception as error:
                # A fault of ours in making the words: it must not stop the chat's other messages.
                log.exception("delivery.cannot_make", extra={"row": sending.message.id})
                await self._give_up(sending, DeliveryError(repr(error), permanent=True))
                return
            await self._may_go(lane)

    async def _try(self, lane: _Lane, sending: Parcel) -> None:
        """Make the words, send them and note it; after a failure in the middle, the parts that are left. Raises
        DeliveryError."""
        message, now = sending.message, self._now()
        channel = self._channels[message.address.channel]
        if not sending.begun:
            made = await self._make(message, now)
            if made is None:
                self._ledger.note(Settled(message.id, "dropped", now, now, attempts=sending.attempts))
                return
            if isinstance(made, Postponed):
                self._ledger.note(Settled(message.id, "new", now, made.until, attempts=sending.attempts))
                return
            if message.kind is Kind.AMEND:
                await self._amend(channel, sending, made)
                return
            sending.split(made, longest=channel.limits.text_length)
            await self._erase(channel, message.address, made.erase)
        while True:
            part = await self._next_part(channel, sending)
            async with self._slots:
                if isinstance(part, Written):
                    sent_as = await self._enclose(channel, sending, part)
                else:
                    sent_as = await channel.deliver(message.address, part, press=message.press)
                    sending.done()
                if not sending.parts:
                    # Under way until it is noted: no more than so many are sent once more if we die now.
                    offers = (message.address, sending.choices) if message.bulk and sending.choices else None
                    sent = Settled(
                        message.id, "sent", now, now, sent_as, attempts=sending.attempts, offers=offers
                    )
                    await self._ledger.note(sent)
                    return
            await self._may_go(lane)

    async def _amend(self, channel: Channel, sending: Parcel, made: Reply) -> None:
        """Edit a message that is in the chat. Where that cannot be done it stays as it is: nobody is disturbed. Raises
        DeliveryError for what may work a little later."""
        message, now = sending.message, self._now()
        settled = Settled(message.id, "dropped", now, now, attempts=sending.attempts)
        if in_parts(made, longest=channel.limits.text_length) == (made,):
            try:
                async with self._slots:
                    await channel.amend(message.address, str(message.body["message"]), made)
                settled = replace(settled, state="sent")
            except DeliveryError as error:
                if not error.permanent:
                    raise
                settled = replace(settled, error=str(error))
        await self._ledger.note(settled)

    async def _erase(self, channel: Channel, address: Address, messages: Sequence[str]) -> None:
        """What must not stay in the chat. The words that follow say that it may have."""
        for message in messages:
            try:
                await channel.erase(address, message)
            except DeliveryError as error:
                log.warning("delivery.not_erased", extra={"why": str(error)})

    async def _next_part(self, channel: Channel, sending: Parcel) -> Reply | Written:
        """What is sent next. Files are fetched one by one, so that few are in memory at once."""
        room = channel.limits.file_size
        while True:
            part: Reply | Enclosure | str = sending.parts[0]
            if isinstance(part, Kept | MadeLater):
                part = await self._prepare(part, room)
            if isinstance(part, Written) and len(part.content) > room:
                part = part.otherwise
            if not isinstance(part, str):
                sending.parts[0] = part
                return part
            sending.leave_out(part)

    async def _enclose(self, channel: Channel, sending: Parcel, file: Written) -> str:
        """Send a file. One that is refused, or fails again and again, never keeps back what comes after it. Raises
        DeliveryError for what says something about the chat or the moment."""
        try:
            sent_as = await channel.enclose(sending.message.address, file)
        except DeliveryError as error:
            sending.tries += 1
            lost = error.lost or error.topic_lost
            about_the_chat = lost or error.moved_to is not None or error.retry_after is not None
            if about_the_chat or not (error.permanent or sending.tries >= FILE_TRIES):
                raise
            log.warning("delivery.file_left_out", extra={"row": sending.message.id, "why": str(error)})
            sending.leave_out(file.otherwise)
            return ""
        sending.done()
        return sent_as

    async def _make(self, message: Message, now: datetime) -> Made:
        maker = self._makers.get(message.kind)
        if maker is None:
            return Reply.from_json(message.body)
        return await self._database.read(lambda connection: maker(connection, message, now))

    async def _follow(self, lane: _Lane, sending: Parcel, chat: str) -> None:
        """The group has a new id: everything of it belongs there from now on."""
        old = sending.message.address
        log.info("delivery.chat_moved", extra={"old": old.chat, "new": chat})
        await self._learn(lambda connection: self._moved(connection, old, chat))
        self._moves[old.channel, old.chat] = chat
        waiting = (replace(sending.message, attempts=sending.attempts), *lane.answers, *lane.bulk)
        lane.answers.clear()
        lane.bulk.clear()
        for message in waiting:
            self._into_lane(message)

    async def _give_up(self, sending: Parcel, error: DeliveryError) -> None:
        message, now = sending.message, self._now()
        log.warning("delivery.gave_up", extra={"row": message.id, "why": str(error), "lost": error.lost})
        if error.lost or error.topic_lost:
            where = replace(message.address, thread=None) if error.lost else message.address
            await self._learn(lambda connection: self._lost(connection, where, str(error), now))
        self._ledger.note(
            Settled(message.id, "failed", now, now, error=str(error), attempts=sending.attempts)
        )

    async def _learn(self, work: Callable[[Connection], None]) -> None:
        """Write down what a messenger told us of a chat, however long the database is out of order: the chat's next
        message depends on it."""
        while True:
            try:
                await self._database.write(work)
            except DatabaseFailed:
                log.exception("delivery.cannot_note")
                await asyncio.sleep(LOOK_EVERY)
            except Exception:
                log.exception("delivery.cannot_note")  # a fault of ours: the chat's messages go on
                return
            else:
                return

    async def _pause(self, lane: _Lane, sending: Parcel, error: DeliveryError) -> None:
        """Wait as long as the messenger asked for, or longer with each failure."""
        if error.retry_after is not None:
            seconds = error.retry_after
            lane.bucket.pause(self._pace(), seconds=seconds)
            # One chat was too fast, perhaps all together were: bulk leaves a gap of a second, too.
            self._overall[sending.message.address.channel].pause(self._pace(), seconds=1.0)
        else:
            seconds = min(LONGEST_PAUSE, 0.5 * 2 ** min(sending.attempts - 1, 10))
        log.warning("delivery.pause", extra={"why": str(error), "seconds": seconds})
        await asyncio.sleep(seconds)

    def _ended(self, messages: int) -> None:
        self._held -= messages
        if self._held == 0:
            self._quiet.set()

    def _forget_idle_lanes(self) -> None:
        now = self._pace()
        self._lanes = {
            key: lane for key, lane in self._lanes.items() if lane.busy or not lane.bucket.is_full(now)
        }
