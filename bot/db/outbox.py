"""The outbox: everything that we owe to say. Rows are claimed, sent, settled."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Text, bindparam, cast, func, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.messages import Address, Choice
from bot.db.channels import is_on
from bot.db.contacts import add_offers
from bot.db.tables import outbox


class Kind(StrEnum):
    """Why a message is sent. Answers go first; the others are bulk."""

    ANSWER = "answer"
    NOTICE = "notice"
    REMINDER = "reminder"
    AMEND = "amend"  # a reminder in the chat is edited: its forms were reported
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Message:
    """A row of the outbox. `body` is a reply, or for a kind with a maker what to make it from."""

    id: int
    address: Address
    kind: Kind
    body: dict[str, Any]
    press: str | None = None
    attempts: int = 0

    @property
    def bulk(self) -> bool:
        return self.kind is not Kind.ANSWER


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a message that was claimed."""

    id: int
    state: str  # sent | new (again) | failed | dropped
    at: datetime
    not_before: datetime
    message: str | None = None
    error: str | None = None
    attempts: int = field(default=0)
    offers: tuple[Address, tuple[Choice, ...]] | None = None
    """The chat in which something was shown that nobody asked for, and what may be typed there now."""


HELD = datetime(9999, 1, 1, tzinfo=UTC)
"""When a message goes that is held back: not before it is released. So a reminder that waits for the next opening goes
when that day's sweep is done, and says in one message what became due meanwhile."""

_UNSENT = text("outbox.state IN ('new', 'sending')")
"""Said beside what is asked for, to the letter as the index of the unsent says it: SQLite looks into such an index for
these words alone, and would read all that was ever said instead."""

_INSERT = insert(outbox)
_INSERT_ONCE = {
    name: dialect.insert(outbox).on_conflict_do_nothing(index_elements=["key"]).returning(outbox.c.id)
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}
_SETTLE = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state=bindparam("state_"),
        attempts=bindparam("tries"),
        not_before=bindparam("from_"),
        sent_at=bindparam("at_"),
        message=bindparam("as_"),
        error=bindparam("why"),
    )
)
COLUMNS = (
    outbox.c.id,
    outbox.c.channel,
    outbox.c.chat,
    outbox.c.thread,
    outbox.c.kind,
    outbox.c.body,
    outbox.c.press,
    outbox.c.attempts,
)
_DUE = (
    select(*COLUMNS)
    .where(
        _UNSENT,
        outbox.c.state == "new",
        outbox.c.not_before <= bindparam("now"),
        outbox.c.channel.in_(bindparam("channels", expanding=True)),
    )
    .order_by(outbox.c.id)
    .limit(bindparam("most"))
)
_NEXT_DUE = select(func.min(outbox.c.not_before)).where(
    _UNSENT, outbox.c.state == "new", outbox.c.channel.in_(bindparam("channels", expanding=True))
)
_HELD = (
    select(outbox.c.id)
    .where(_UNSENT, outbox.c.state == "new", outbox.c.not_before == HELD)
    .order_by(outbox.c.id)
    .limit(bindparam("most"))
)
_CLAIM = update(outbox).where(outbox.c.id == bindparam("row")).values(state="sending")


def put_answer(
    connection: Connection, address: Address, body: dict[str, Any], *, now: datetime, press: str | None = None
) -> Message:
    """Owe an answer. It is born claimed: the process that commits it delivers it at once."""
    result = connection.execute(
        _INSERT,
        {
            "channel": address.channel,
            "chat": address.chat,
            "thread": address.thread,
            "kind": Kind.ANSWER,
            "body": body,
            "press": press,
            "state": "sending",
            "not_before": now,
            "created_at": now,
        },
    )
    (row,) = result.inserted_primary_key or (0,)
    return Message(row, address, Kind.ANSWER, body, press)


def is_owed(connection: Connection, key: str) -> bool:
    """Whether the message of that key was ever owed."""
    return connection.execute(select(outbox.c.id).where(outbox.c.key == key)).first() is not None


_AT_ONCE = "nhacviec.at_once"


def came_to_nothing(connection: Connection, key: str) -> bool:
    """Whether nobody heard the message of that key, nor ever will."""
    state = connection.execute(select(outbox.c.state).where(outbox.c.key == key)).scalar()
    return state in ("failed", "dropped")


def put_once(
    connection: Connection,
    address: Address,
    body: dict[str, Any],
    *,
    kind: Kind,
    key: str,
    now: datetime,
    not_before: datetime | None = None,
) -> int | None:
    """Owe a message that nobody asked for. None if the message of that key was owed before."""
    row = connection.execute(
        _INSERT_ONCE[connection.dialect.name],
        {
            "key": key,
            "channel": address.channel,
            "chat": address.chat,
            "thread": address.thread,
            "kind": kind,
            "body": body,
            "state": "new",
            "not_before": not_before or now,
            "created_at": now,
        },
    ).first()
    if row is not None and (not_before is None or not_before <= now):
        connection.info[_AT_ONCE] = True
    return row[0] if row else None


def something_due(connection: Connection) -> bool:
    """Whether a message was owed by this connection since it was last asked that may go at once."""
    return bool(connection.info.pop(_AT_ONCE, False))


def rewrite(
    connection: Connection, message_id: int, address: Address, body: dict[str, Any], *, hold: bool = False
) -> None:
    """Say more in a message that waits still, in the chat where the person is reached now; `hold` it back from now
    on."""
    connection.execute(
        update(outbox)
        .where(outbox.c.id == message_id)
        .values(
            body=body,
            channel=address.channel,
            chat=address.chat,
            thread=address.thread,
            **({"not_before": HELD} if hold else {}),
        )
    )


def take_back(connection: Connection, *, kind: Kind, prefix: str) -> list[dict[str, Any]]:
    """Unsay what waits still under keys that begin so: something newer is said instead. Returns the bodies, oldest
    first. A message that is being delivered is not taken back."""
    rows = connection.execute(
        update(outbox)
        .where(
            _UNSENT,
            outbox.c.state == "new",
            outbox.c.kind == kind,
            outbox.c.key.startswith(prefix, autoescape=True),
        )
        .values(state="dropped")
        .returning(outbox.c.id, outbox.c.body)
    ).all()
    return [row.body for row in sorted(rows, key=lambda row: row.id)]


def claim_due(
    connection: Connection, channels: Sequence[str], *, now: datetime, most: int
) -> tuple[Message, ...]:
    """Take messages of these channels that wait and are due, oldest first. Whoever claims must settle."""
    statement = _DUE if connection.dialect.name == "sqlite" else _DUE.with_for_update(skip_locked=True)
    rows = connection.execute(statement, {"now": now, "most": most, "channels": list(channels)}).all()
    if rows:
        connection.execute(_CLAIM, [{"row": row.id} for row in rows])
    return tuple(message_of(row) for row in rows)


def settle(connection: Connection, settled: Sequence[Settled]) -> None:
    """Note what became of claimed messages."""
    connection.execute(
        _SETTLE,
        [
            {
                "row": one.id,
                "state_": one.state,
                "tries": one.attempts,
                "from_": one.not_before,
                "at_": one.at if one.state == "sent" else None,
                "as_": one.message,
                "why": one.error,
            }
            for one in settled
        ],
    )
    for one in settled:
        if one.offers is not None:
            add_offers(connection, *one.offers)


def take_over(connection: Connection, channels: Sequence[str]) -> tuple[Message, ...]:
    """After a start: what a process that is gone had claimed, oldest first, is ours to deliver now. It goes before
    everything that is owed from here on, or a chat would hear its answers in another order. Each such message may reach
    its chat a second time, at most once. What belongs to a channel that is off waits for it."""
    connection.execute(
        update(outbox)
        .where(_UNSENT, outbox.c.state == "sending", outbox.c.channel.not_in(channels))
        .values(state="new")
    )
    rows = connection.execute(
        select(*COLUMNS).where(_UNSENT, outbox.c.state == "sending").order_by(outbox.c.id)
    )
    return tuple(message_of(row) for row in rows)


def readdress(connection: Connection, old: Address, *, chat: str) -> None:
    """A group has a new chat id: what is owed to the old one goes to the new one."""
    connection.execute(
        update(outbox)
        .where(outbox.c.channel == old.channel, outbox.c.chat == old.chat, _UNSENT)
        .values(chat=chat)
    )


def next_due_at(connection: Connection, channels: Sequence[str]) -> datetime | None:
    """When the next unclaimed message of these channels becomes due."""
    due: datetime | None = connection.execute(_NEXT_DUE, {"channels": list(channels)}).scalar()
    return due


def oldest_unsent(connection: Connection, *, bulk: bool) -> datetime | None:
    """Since when the oldest message that we owe has been due, of the answers or of all others: the pulse of the
    delivery. What belongs to a messenger that is off waits for it, and is no trouble."""
    kind = outbox.c.kind != Kind.ANSWER if bulk else outbox.c.kind == Kind.ANSWER
    oldest: datetime | None = connection.execute(
        select(func.min(outbox.c.not_before)).where(_UNSENT, kind, is_on(outbox.c.channel))
    ).scalar()
    return oldest


def release_held(connection: Connection, *, now: datetime, most: int) -> int:
    """So many of the messages that were held back may go from now on. Returns how many there were."""
    rows = connection.execute(_HELD, {"most": most}).scalars().all()
    if rows:
        connection.execute(update(outbox).where(outbox.c.id.in_(rows)).values(not_before=now))
    return len(rows)


def release_ahead(connection: Connection, *, now: datetime) -> int:
    """What was owed when our clock was ahead waits for an hour that may be days away: it is due now, and whoever makes
    its words sees to the send windows. Returns how many messages."""
    return connection.execute(
        update(outbox)
        .where(outbox.c.state == "new", outbox.c.created_at > now, outbox.c.not_before > now)
        .values(not_before=now)
    ).rowcount


def last_kind(connection: Connection, address: Address) -> Kind | None:
    """Why the last message that reached that chat was sent; None if none ever did."""
    kind = connection.execute(
        select(outbox.c.kind)
        .where(outbox.c.channel == address.channel, outbox.c.chat == address.chat, outbox.c.state == "sent")
        .order_by(outbox.c.id.desc())
        .limit(1)
    ).scalar()
    return None if kind is None else Kind(kind)


def forget_sent(connection: Connection, *, before: datetime) -> int:
    """Delete answers that were settled before that instant, and the words of all else: its key must stay, or it would
    be said again. Returns how many rows changed."""
    old = outbox.c.state.in_(("sent", "failed", "dropped")) & (outbox.c.created_at < before)
    gone = connection.execute(outbox.delete().where(old, outbox.c.kind == Kind.ANSWER)).rowcount
    has_words = cast(outbox.c.body, Text) != "{}"
    return (
        gone + connection.execute(update(outbox).where(old, has_words).values(body={}, error=None)).rowcount
    )


def forget_files(connection: Connection, *, since: datetime) -> int:
    """Empty messages owed since then that carried files and were settled: a file is in the chat now, or was refused.
    Returns how many."""
    return connection.execute(
        update(outbox)
        .where(
            outbox.c.created_at >= since,
            outbox.c.state.in_(("sent", "failed", "dropped")),
            cast(outbox.c.body, Text).contains('"files": ['),
        )
        .values(body={})
    ).rowcount


def message_of(row: Any) -> Message:
    """Of a row of these columns."""
    address = Address(row.channel, row.chat, row.thread)
    return Message(row.id, address, Kind(row.kind), row.body, row.press, row.attempts)
