"""The recorder in the messenger's place: it keeps to the messenger's limits as values, and loses nothing.

What bot.delivery does with tasks and sleeps is done here on the line of time: a lane for each chat with its rate,
answers before bulk, bulk at the overall rate, the words of reminders and notices made at the last moment.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.attachments import Enclosure, MadeLater
from bot.core.channel import Limits
from bot.core.messages import Made, Postponed, Reply
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


@dataclass(slots=True)
class _Lane:
    bucket: Bucket
    answers: deque[Message] = field(default_factory=deque)
    bulk: deque[Message] = field(default_factory=deque)
    parcel: Parcel | None = None
    busy: bool = False


class Post:
    """Carries messages to their chats. `arrived` is told of each: what arrived, and the reply that it was part of."""

    def __init__(
        self,
        connection: Connection,
        line: TimeLine,
        *,
        limits: Limits,
        makers: Mapping[Kind, Maker],
        arrived: Callable[[Told, Reply], None],
    ) -> None:
        self._connection = connection
        self._line = line
        self._limits = limits
        self._makers = makers
        self._arrived = arrived
        self._lanes: dict[str, _Lane] = {}
        self._overall = Bucket(rate=limits.overall_rate, burst=1)
        self._let_in_at = line.now
        self._sent = 0

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
        """The message in its parts; None if nothing is left to say, or not now."""
        maker = self._makers.get(message.kind)
        made = Reply.from_json(message.body) if maker is None else maker(self._connection, message, now)
        if isinstance(made, Reply):
            parcel = Parcel(message)
            parcel.split(made, longest=self._limits.text_length)
            return parcel
        state, again = ("new", made.until) if isinstance(made, Postponed) else ("dropped", now)
        outbox.settle(self._connection, [Settled(message.id, state, now, again, attempts=1)])
        if state == "new":
            self._line.plan_once("look", again, self.look)
        return None

    def _send(self, lane: _Lane, parcel: Parcel, now: datetime) -> None:
        part, message = parcel.parts[0], parcel.message
        reply = part if isinstance(part, Reply) else Reply(_enclosed(part))
        parcel.done()
        if not parcel.parts:
            lane.parcel = None
            self._sent += 1
            offers = (message.address, parcel.choices) if message.bulk and parcel.choices else None
            sent = Settled(message.id, "sent", now, now, str(self._sent), attempts=1, offers=offers)
            outbox.settle(self._connection, [sent])
        labels = tuple(choice.label for choice in reply.choices)
        self._arrived(Told(now, message.address.chat, message.kind, reply.text, labels), reply)


def _at_least(seconds: float) -> timedelta:
    """So many seconds, and never none: an instant knows microseconds, a bucket less."""
    return timedelta(seconds=seconds) + timedelta(microseconds=1)


def _enclosed(part: Enclosure) -> str:
    """What stands in the rehearsal's papers for a file: it is not made."""
    if isinstance(part, MadeLater):
        return f"[{part.what}]"
    return f"[{part.name}] {part.caption}".strip()
