"""Reminders that were given: a step of the ladder is taken once for each form of a unit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, or_, select

from bot.core.messages import Address
from bot.core.people import Role
from bot.db.assignments import CHUNK, Owed
from bot.db.channels import is_on
from bot.db.said import NOT_GIVEN
from bot.db.tables import contact, outbox, person, post, reminder

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
_IN_POST = (
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
    .where(post.c.until.is_(None), contact.c.lost_at.is_(None), is_on(contact.c.channel))
    .order_by(contact.c.linked_at.desc(), contact.c.id.desc())
)
_WITH_ROLE = _IN_POST.where(
    person.c.committee_id == bindparam("committee"), post.c.role == bindparam("role_")
)
_RECIPIENTS = _IN_POST.where(
    post.c.unit_id.in_(bindparam("units", expanding=True)),
    post.c.role.in_((Role.OFFICER, Role.HEAD)),
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
    return _reached(connection, _RECIPIENTS, {"units": sorted(set(unit_ids))})


def people_with(connection: Connection, committee_id: int, role: Role) -> Iterable[Recipient]:
    """Everybody of a committee with that role who can be reached, each with one chat."""
    return _reached(connection, _WITH_ROLE, {"committee": committee_id, "role_": role})


def _reached(connection: Connection, query: Select[Any], values: Mapping[str, Any]) -> Iterable[Recipient]:
    rows = connection.execute(query, values)
    found: dict[tuple[int, int, str], Recipient] = {}
    for row in rows:
        found.setdefault(
            (row.id, row.unit_id, row.role),
            Recipient(row.id, row.name, row.language, row.unit_id, Role(row.role), row.channel, row.chat),
        )
    return sorted(found.values(), key=lambda one: (one.person_id, one.unit_id, one.role is not Role.OFFICER))


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
