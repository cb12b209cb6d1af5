"""Who was reminded and said nothing since, and how often somebody was reminded: counted from rows."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, func, or_, select, update

from bot.db.assignments import CHUNK
from bot.db.tables import contact, outbox, reminder

CHASED = "C"
"""The first letter of the steps that staff take by hand: they count apart."""

PUT_OFF = "Z"
"""The first letter of a step that somebody had put off; behind it the day and hour at which it was taken. Whoever asked
for a reminder is not spared another one for it."""

_HEARD = (
    select(contact.c.person_id, func.max(contact.c.heard_at).label("heard_at"))
    .where(contact.c.person_id.in_(bindparam("people", expanding=True)))
    .group_by(contact.c.person_id)
    .subquery()
)
_MESSAGES = (
    select(reminder.c.person_id, func.min(reminder.c.at).label("at"))
    .join(outbox, outbox.c.id == reminder.c.outbox_id)
    .where(
        reminder.c.person_id.in_(bindparam("people", expanding=True)),
        reminder.c.step.not_like(f"{CHASED}%"),
        outbox.c.state.in_(("sending", "sent")),  # what waits is no message yet: more may be said in it
    )
    .group_by(reminder.c.person_id, reminder.c.outbox_id)
    .order_by(reminder.c.person_id, func.min(reminder.c.at))
)
_UNANSWERED = _MESSAGES.outerjoin(_HEARD, _HEARD.c.person_id == reminder.c.person_id).where(
    or_(_HEARD.c.heard_at.is_(None), reminder.c.at > _HEARD.c.heard_at)
)
_SPOKE = (
    update(contact)
    .where(contact.c.id == bindparam("row"))
    .values(heard_at=bindparam("now_", type_=contact.c.heard_at.type))
)
_SINCE = _MESSAGES.where(reminder.c.at >= bindparam("since"), reminder.c.step.not_like(f"{PUT_OFF}%"))


def note_heard(connection: Connection, contact_id: int, *, now: datetime) -> None:
    """Somebody said or pressed something in that chat."""
    connection.execute(_SPOKE, {"row": contact_id, "now_": now})


def unanswered(connection: Connection, person_ids: Iterable[int]) -> Mapping[int, list[datetime]]:
    """When each of these people was reminded since they said or pressed anything, the first first."""
    return _by_person(connection, person_ids, _UNANSWERED, {})


def reminded_since(
    connection: Connection, person_ids: Iterable[int], *, since: datetime
) -> Mapping[int, list[datetime]]:
    """When each of these people was reminded since then."""
    return _by_person(connection, person_ids, _SINCE, {"since": since})


def _by_person(
    connection: Connection,
    person_ids: Iterable[int],
    query: Select[tuple[int, datetime]],
    values: Mapping[str, object],
) -> dict[int, list[datetime]]:
    wanted = sorted(set(person_ids))
    found: dict[int, list[datetime]] = {}
    for start in range(0, len(wanted), CHUNK):
        rows = connection.execute(query, {"people": wanted[start : start + CHUNK], **values})
        for row in rows:
            found.setdefault(row.person_id, []).append(row.at)
    return found
