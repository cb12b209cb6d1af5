"""The recorder in the messenger's place: it keeps to the messenger's limits as values, and loses nothing.

What bot.delivery does with tasks and sleeps is done here on the line of time: a lane for each chat with its rate,
answers before bulk, bulk at the overall rate, the words of reminders and notices made at the last moment.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.attachments import Kept, MadeLater, Written
from bot.core.channel import Limits
from bot.core.messages import Made, Postponed, Reply, in_parts
from bot.core.pace import Bucket
from bot.db import outbox
from bot.db.outbox import Kind, Message, Settled
from bot.db.session import Connection
from bot.parcel import Parcel
from bot.rehearsal.line import TimeLine
from bot.rehearsal.script import Told

CHANNEL = "telegram"
MOST = 200

Maker = Callable[[Connection, Message, datetime], Made]
Prepare = Callable[[Kept | MadeLater, int], Written | str]
"""As in bot.delivery: the file for a messenger that carries so many bytes, or what is said in its place."""


@dataclass(slots=True)
class _Lane:
    bucket: Bucket
    answers: deque[Message] = field(default_factory=deque)
    bulk: deque[Message] = field(default_factory=deque)
    parcel: Parcel | None = None
    busy: bool = False
    sent: int = 0
    """Messages that are in the chat: the messenger's own numbers for them."""


class Post:
    """Carries messages to their chats. `arrived` is told of each: what arrived, and the reply that it was part of."""

    def __init__(
        self,
        connection: Connection,
        line: TimeLine,
        *,
        limits: Limits,
        makers: Mapping[Kind, Maker],
        prepare: Prepare,
        arrived: Callable[[Told, Reply], None],
    ) -> None:
        self._connection = connection
        self._line = line
        self._limits = limits
        self._makers = makers
        self._prepare = prepare
        self._arrived = arrived
        self._lanes: dict[str, _Lane] = {}
        self._overall = Bucket(rate=limits.overall_rate, burst=1)
        self._let_in_at = line.now

    def take(self, message: Message) -> None:
        """Carry a message that is claimed."""
        if message.bulk:
            self._let_in_at = max(self._let_in_at, self._line.now)
            while (seconds := self._overall.wait(self._let_in_at.timestamp())) > 0:
                self._let_in_at += _at_least(seconds)
            self._line.plan(self._let_in_at, lambda _: self._into_lane(message))
        else:
            self._overall.borrow()
            self._into_lane(message)

    def look(self, now: datetime) -> None:
        """Claim what is due, and look again when the next message is."""
        due_at = outbox.next_due_at(self._connection, (CHANNEL,))
        while due_at is not None and due_at <= now:
            for message in outbox.claim_due(self._connection, (CHANNEL,), now=now, most=MOST):
                self.take(message)
            due_at = outbox.next_due_at(self._connection, (CHANNEL,))
        if due_at is not None:
            self._line.plan_once("look", due_at, self.look)

    def _into_lane(self, message: Message) -> None:
        lane = self._lanes.get(message.address.chat)
        if lane is None:
            lane = self._lanes[message.address.chat] = _Lane(self._bucket(message.address.chat))
        (lane.bulk if message.bulk else lane.answers).append(message)
        if not lane.busy:
            lane.busy = True
            self._serve(lane, self._line.now)

    def _bucket(self, chat: str) -> Bucket:
        limits = self._limits
        if chat.startswith("-"):
            return Bucket(rate=limits.group_rate, burst=limits.group_burst)
        return Bucket(rate=limits.chat_rate, burst=limits.chat_burst)

    def _serve(self, lane: _Lane, now: datetime) -> None:
        """Send one part of one message as soon as the chat may hear it; then the next."""
        if lane.parcel is None and not (lane.answers or lane.bulk):
            lane.busy = False
            return
        seconds = lane.bucket.wait(now.timestamp())
        if seconds > 0:
            self._line.plan(now + _at_least(seconds), lambda at: self._serve(lane, at))
            return
        if lane.parcel is None:
            lane.parcel = self._opened((lane.answers or lane.bulk).popleft(), now)
        if lane.parcel is not None:
            self._send(lane, lane.parcel, now)
        self._line.plan(now, lambda at: self._serve(lane, at))

    def _opened(self, message: Message, now: datetime) -> Parcel | None:
        """The message in its parts; None if nothing is left to send, or not now."""
        maker = self._makers.get(message.kind)
        made = Reply.from_json(message.body) if maker is None else maker(self._connection, message, now)
        if isinstance(made, Postponed):
            self._settle(Settled(message.id, "new", now, made.until, attempts=1))
            self._line.plan_once("look", made.until, self.look)
            return None
        if made is None:
            self._settle(Settled(message.id, "dropped", now, now, attempts=1))
            return None
        if message.kind is Kind.AMEND:
            self._amend(message, made, now)
            return None
        parcel = Parcel(message)
        parcel.split(made, longest=self._limits.text_length)
        return parcel

    def _amend(self, message: Message, made: Reply, now: datetime) -> None:
        """Edit a message that is in the chat; what does not fit into one stays as it was."""
        fits = in_parts(made, longest=self._limits.text_length) == (made,)
        self._settle(Settled(message.id, "sent" if fits else "dropped", now, now, attempts=1))
        if fits:
            edited = int(message.body["message"])
            self._arrived(_told(now, message, made, edits=edited), made)

    def _send(self, lane: _Lane, parcel: Parcel, now: datetime) -> None:
        part, message = self._next_part(parcel), parcel.message
        parcel.done()
        lane.sent += 1
        if not parcel.parts:
            lane.parcel = None
            offers = (message.address, parcel.choices) if message.bulk and parcel.choices else None
            self._settle(Settled(message.id, "sent", now, now, str(lane.sent), attempts=1, offers=offers))
        if isinstance(part, Written):
            below = Reply(part.caption)
            self._arrived(_told(now, message, below, file=part), below)
        else:
            self._arrived(_told(now, message, part), part)

    def _next_part(self, parcel: Parcel) -> Reply | Written:
        while True:
            part: Reply | Written | Kept | MadeLater | str = parcel.parts[0]
            if isinstance(part, Kept | MadeLater):
                part = self._prepare(part, self._limits.file_size)
            if not isinstance(part, str):
                return part
            parcel.leave_out(part)

    def _settle(self, settled: Settled) -> None:
        outbox.settle(self._connection, [settled])


def _told(
    at: datetime, message: Message, reply: Reply, *, file: Written | None = None, edits: int | None = None
) -> Told:
    labels = tuple(choice.label for choice in reply.choices)
    return Told(at, message.address.chat, message.kind, reply.text, labels, file, edits)


def _at_least(seconds: float) -> timedelta:
    """So many seconds, and never none: an instant knows microseconds, a bucket less."""
    return timedelta(seconds=seconds) + timedelta(microseconds=1)
