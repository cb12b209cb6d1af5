"""The durable inbox: what the messengers told us and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.channel import Raw
from bot.db.tables import inbox

MOST_ATTEMPTS = 2
"""A fault of ours is mostly the same the second time; once more is for a fault of the database."""


@dataclass(frozen=True, slots=True)
class Received:
    """A row of the inbox that waits to be handled."""

    id: int
    channel: str
    chat: str
    body: str
    attempts: int = 0


_COLUMNS = (inbox.c.id, inbox.c.channel, inbox.c.chat, inbox.c.body, inbox.c.attempts)
_INSERT = {
    name: dialect.insert(inbox).on_conflict_do_nothing(index_elements=["channel", "key"]).returning(*_COLUMNS)
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}
_NEW = text("inbox.state = 'new'")
"""To the letter as the index over what waits says it: SQLite looks into such an index for these words alone."""

_WAITING = select(*_COLUMNS).where(_NEW).order_by(inbox.c.id)
_OLDEST = select(func.min(inbox.c.received_at)).where(_NEW)
_DONE = update(inbox).where(inbox.c.id == bindparam("row")).values(state="done", body="")
_FAILED = (
    update(inbox)
    .where(inbox.c.id == bindparam("row"))
    .values(state=bindparam("state_"), attempts=inbox.c.attempts + 1, error=bindparam("why"))
)


def put_received(
    connection: Connection, raws: Sequence[Raw], *, channel: str, now: datetime
) -> tuple[Received, ...]:
    """Store updates; return those that were new, in the order in which they came.

    An update that the messenger delivers again is already here and is left alone.
    """
    if not raws:
        return ()
    rows = [
        {
            "channel": channel,
            "key": raw.key,
            "chat": raw.chat,
            "body": raw.body,
            "state": "new",
            "received_at": now,
        }
        for raw in {raw.key: raw for raw in raws}.values()
    ]
    stored = connection.execute(_INSERT[connection.dialect.name], rows)
    return tuple(sorted((Received(*row) for row in stored), key=lambda received: received.id))


def waiting(connection: Connection) -> tuple[Received, ...]:
    """What was received and not yet handled, oldest first: after a start, where we left off."""
    return tuple(Received(*row) for row in connection.execute(_WAITING))


def mark_done(connection: Connection, row: int) -> None:
    """The update's effects are in this transaction. Its body is no longer needed and is not kept
    (it may hold what a person should not have typed)."""
    connection.execute(_DONE, {"row": row})


def mark_failed(connection: Connection, row: int, *, attempts: int, why: str) -> bool:
    """Note a failed attempt. True if it was the last one: the update is set aside for the operator."""
    last = attempts + 1 >= MOST_ATTEMPTS
    connection.execute(_FAILED, {"row": row, "state_": "failed" if last else "new", "why": why[:2000]})
    return last


def forget_done(connection: Connection, *, before: datetime) -> int:
    """Delete updates received before that instant that were handled, or set aside. Returns how many."""
    return connection.execute(
        inbox.delete().where(inbox.c.state.in_(("done", "failed")), inbox.c.received_at < before)
    ).rowcount


def oldest_waiting(connection: Connection) -> datetime | None:
    """When the oldest update that still waits was received: the pulse of the intake."""
    oldest: datetime | None = connection.execute(_OLDEST).scalar()
    return oldest


def failed(connection: Connection) -> Iterable[tuple[int, str]]:
    """Updates that were set aside, with the reason."""
    return [
        (row.id, row.error or "")
        for row in connection.execute(select(inbox).where(inbox.c.state == "failed"))
    ]
