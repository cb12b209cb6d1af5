"""Reminders that stand in a chat though their forms were reported: they are edited."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, select, update

from bot.core.messages import Address
from bot.db.assignments import OPEN
from bot.db.looks import AT_ONCE
from bot.db.tables import assignment, outbox, reminder, unit

_OF_FORM = and_(
    assignment.c.plan_id == reminder.c.plan_id,
    assignment.c.unit_id == reminder.c.unit_id,
    assignment.c.form == reminder.c.form,
    assignment.c.period == reminder.c.period,
)
_STANDING = (
    select(
        reminder.c.id,
        reminder.c.outbox_id,
        outbox.c.channel,
        outbox.c.chat,
        outbox.c.thread,
        outbox.c.body,
        outbox.c.message,
    )
    .join(outbox, outbox.c.id == reminder.c.outbox_id)
    .where(
        reminder.c.amended_at.is_(None),
        reminder.c.at >= bindparam("since", type_=reminder.c.at.type),
        outbox.c.state == "sent",
        outbox.c.message.is_not(None),
        exists().where(_OF_FORM, assignment.c.state.in_(("reported", "accepted"))),
        ~exists().where(_OF_FORM, assignment.c.state.in_(OPEN)),
    )
    .order_by(reminder.c.id)
)
_STANDING_IN = _STANDING.where(reminder.c.unit_id.in_(bindparam("units", expanding=True)))
_STANDING_ANYWHERE = _STANDING.where(
    reminder.c.unit_id.in_(select(unit.c.id).where(unit.c.look_on == bindparam("at_once", AT_ONCE)))
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A reminder that stands in a chat, of which `reminders` (rows) are reported by now. `body` is as it was owed,
    `message` the messenger's id of it."""

    outbox_id: int
    address: Address
    body: dict[str, Any]
    message: str
    reminders: tuple[int, ...]


def reminded_and_reported(
    connection: Connection, *, since: datetime, unit_ids: Collection[int] | None = None
) -> list[Standing]:
    """Reminders sent since then of which something was reported that they do not say yet: of these units, or of all
    that are to be looked at anyhow, since something happened there."""
    if unit_ids is None:
        rows = connection.execute(_STANDING_ANYWHERE, {"since": since})
    else:
        rows = connection.execute(_STANDING_IN, {"since": since, "units": sorted(unit_ids)})
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.outbox_id, []).append(row)
    return [
        Standing(
            outbox_id,
            Address(lines[0].channel, lines[0].chat, lines[0].thread),
            lines[0].body,
            lines[0].message,
            tuple(line.id for line in lines),
        )
        for outbox_id, lines in found.items()
    ]


def mark_amended(connection: Connection, reminder_ids: Iterable[int], *, now: datetime) -> None:
    """The message in the chat says, or soon will, that they were reported."""
    connection.execute(update(reminder).where(reminder.c.id.in_(sorted(reminder_ids))).values(amended_at=now))
