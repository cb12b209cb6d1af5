"""Reminders that were given: a step of the ladder is taken once for each form of a unit."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, insert, or_, select, update

from bot.core.messages import Address
from bot.core.people import Role
from bot.db.assignments import CHUNK, OPEN, Owed
from bot.db.channels import is_on
from bot.db.looks import AT_ONCE
from bot.db.said import NOT_GIVEN
from bot.db.tables import assignment, contact, outbox, person, post, reminder, unit

_TAKEN = (
    select(
        reminder.c.unit_id,
        reminder.c.plan_id,
        reminder.c.form,
        reminder.c.period,
        reminder.c.due_on,
        reminder.c.step,
        reminder.c.person_id,
    )
    .outerjoin(outbox, outbox.c.id == reminder.c.outbox_id)
    .where(
        reminder.c.unit_id.in_(bindparam("units", expanding=True)),
        or_(outbox.c.id.is_(None), ~NOT_GIVEN),
    )
)
_INSERT = insert(reminder)
_REACHED = (
    select(person.c.id, person.c.name, person.c.language, contact.c.channel, contact.c.chat)
    .join(contact, contact.c.person_id == person.c.id)
    .where(
        person.c.id.in_(bindparam("people", expanding=True)),
        person.c.left_at.is_(None),
        contact.c.lost_at.is_(None),
        is_on(contact.c.channel),
    )
    .order_by(contact.c.linked_at, contact.c.id)  # the last one stays
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who can be reminded: the chat that was linked last, still works and is in a messenger that is on."""

    person_id: int
    name: str
    language: str | None
    unit_id: int
    role: Role
    channel: str
    chat: str


@dataclass(frozen=True, slots=True)
class Reached:
    """Where somebody can be reached: as above."""

    person_id: int
    name: str
    language: str | None
    channel: str
    chat: str


def reached_people(connection: Connection, person_ids: Iterable[int]) -> Mapping[int, Reached]:
    """Those of these people whom a message reaches: they joined, have not left, and have not blocked us."""
    wanted = sorted(set(person_ids))
    found: dict[int, Reached] = {}
    for start in range(0, len(wanted), CHUNK):
        for row in connection.execute(_REACHED, {"people": wanted[start : start + CHUNK]}):
            found[row.id] = Reached(row.id, row.name, row.language, row.channel, row.chat)
    return found


def taken_steps(
    connection: Connection, unit_ids: Iterable[int]
) -> Mapping[tuple[int, tuple[int, int, str, str], date], frozenset[str]]:
    """Steps that were taken, with a message that was sent or is still to go: {(person, form key, last day): steps}."""
    found: dict[tuple[int, tuple[int, int, str, str], date], set[str]] = {}
    for row in connection.execute(_TAKEN, {"units": sorted(set(unit_ids))}):
        key = (row.person_id, (row.plan_id, row.unit_id, row.form, row.period), row.due_on)
        found.setdefault(key, set()).add(row.step)
    return {key: frozenset(steps) for key, steps in found.items()}


def recipients(connection: Connection, unit_ids: Iterable[int]) -> Iterable[Recipient]:
    """The officers and heads of these units who can be reached, each with one chat."""
    return _reached(
        connection,
        post.c.unit_id.in_(sorted(set(unit_ids))),
        post.c.role.in_((Role.OFFICER, Role.HEAD)),
    )


def people_with(connection: Connection, committee_id: int, role: Role) -> Iterable[Recipient]:
    """Everybody of a committee with that role who can be reached, each with one chat."""
    return _reached(connection, person.c.committee_id == committee_id, post.c.role == role)


def _reached(connection: Connection, *of: ColumnElement[bool]) -> Iterable[Recipient]:
    rows = connection.execute(
        select(
            person.c.id,
            person.c.name,
            person.c.language,
            post.c.unit_id,
            post.c.role,
            contact.c.channel,
            contact.c.chat,
        )
        .join(post, post.c.person_id == person.c.id)
        .join(contact, contact.c.person_id == person.c.id)
        .where(*of, post.c.until.is_(None), contact.c.lost_at.is_(None), is_on(contact.c.channel))
        .order_by(contact.c.linked_at.desc(), contact.c.id.desc())
    )
    found: dict[tuple[int, int, str], Recipient] = {}
    for row in rows:
        found.setdefault(
            (row.id, row.unit_id, row.role),
            Recipient(row.id, row.name, row.language, row.unit_id, Role(row.role), row.channel, row.chat),
        )
    return sorted(found.values(), key=lambda one: (one.person_id, one.unit_id, one.role is not Role.OFFICER))


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
    units = select(unit.c.id).where(unit.c.look_on == AT_ONCE) if unit_ids is None else sorted(unit_ids)
    of_form = and_(
        assignment.c.plan_id == reminder.c.plan_id,
        assignment.c.unit_id == reminder.c.unit_id,
        assignment.c.form == reminder.c.form,
        assignment.c.period == reminder.c.period,
    )
    rows = connection.execute(
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
            reminder.c.unit_id.in_(units),
            reminder.c.amended_at.is_(None),
            reminder.c.at >= since,
            outbox.c.state == "sent",
            outbox.c.message.is_not(None),
            exists().where(of_form, assignment.c.state.in_(("reported", "accepted"))),
            ~exists().where(of_form, assignment.c.state.in_(OPEN)),
        )
        .order_by(reminder.c.id)
    )
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


def last_reminder(connection: Connection, address: Address) -> dict[str, Any] | None:
    """The last reminder that reached that chat, as it was owed."""
    body: dict[str, Any] | None = connection.execute(
        select(outbox.c.body)
        .where(
            outbox.c.channel == address.channel,
            outbox.c.chat == address.chat,
            outbox.c.kind == "reminder",
            outbox.c.state == "sent",
        )
        .order_by(outbox.c.id.desc())
        .limit(1)
    ).scalar()
    return body or None


def put_steps(
    connection: Connection,
    person_id: int,
    steps: Iterable[tuple[Owed, str]],
    *,
    outbox_id: int,
    now: datetime,
) -> None:
    """These steps are taken with that message."""
    rows = [
        {
            "person_id": person_id,
            "unit_id": owed.unit_id,
            "plan_id": owed.plan_id,
            "form": owed.form,
            "period": owed.period,
            "due_on": owed.due_on,
            "step": step,
            "at": now,
            "outbox_id": outbox_id,
        }
        for owed, step in steps
    ]
    if rows:
        connection.execute(_INSERT, rows)


def reminded_since(connection: Connection, person_id: int, since: datetime) -> bool:
    """Whether a reminder reached the person after that instant."""
    sent = (
        select(reminder.c.id)
        .join(outbox, outbox.c.id == reminder.c.outbox_id)
        .where(reminder.c.person_id == person_id, outbox.c.sent_at > since)
        .limit(1)
    )
    return connection.execute(sent).first() is not None
