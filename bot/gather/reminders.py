"""Who is to be reminded of what, gathered and owed: one merged message for all that is due for a person."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.core.messages import Address
from bot.core.office import Office
from bot.core.people import Role
from bot.core.quiet import Notice
from bot.core.reminders import LADDER, Rung, rung_due
from bot.core.workdays import WorkCalendar
from bot.db import outbox
from bot.db.assignments import Owed, owed_until
from bot.db.outbox import Kind
from bot.db.reminders import Recipient, put_steps, recipients, taken_steps
from bot.db.session import Connection
from bot.gather.hearing_days import HearingDays, hearing_days

AHEAD = timedelta(days=30)
"""How far ahead last days are looked at: the first rung's seven days and the longest holiday before them."""

CHASE = "chase"
"""The step that staff take by hand."""


@dataclass(frozen=True, slots=True)
class Due:
    """A rung that is due for one form, to one person in one role."""

    owed: Owed
    step: str
    role: Role


@dataclass(frozen=True, slots=True)
class Merged:
    """All that is due for one person: one message."""

    recipient: Recipient
    due: tuple[Due, ...]


def gather_due(connection: Connection, office: Office, *, now: datetime) -> tuple[Merged, ...]:
    """What is due today by the ladder and was not said before."""
    today = office.today(now)
    owed = owed_until(connection, office.id, due_by=today + AHEAD)
    days = hearing_days(connection, office, owed)
    reached = [one for one in owed if one.opens_on <= today and any(_reached(one, today, days.of(one)))]
    taken = taken_steps(connection, {one.unit_id for one in reached})

    def due(one: Owed, to: Recipient) -> Due | None:
        steps = taken.get((to.person_id, one.key, one.due_on), frozenset())
        rung = rung_due(one.due_on, today=today, taken=steps, calendar=days.of(one))
        if rung is None or to.role not in rung.to or _is_quiet(days, one, rung, today):
            return None
        return Due(one, rung.step, to.role)

    return _merge(connection, reached, due)


def gather_overdue(
    connection: Connection, office: Office, *, plans: Collection[int], now: datetime
) -> tuple[Merged, ...]:
    """Every overdue form of these plans, to its unit's officers: what staff chase by hand."""
    today = office.today(now)
    overdue = [
        one
        for one in owed_until(connection, office.id, due_by=today)
        if one.due_on < today and one.plan_id in plans
    ]
    return _merge(
        connection, overdue, lambda one, to: Due(one, CHASE, to.role) if to.role is Role.OFFICER else None
    )


def owe_reminders(
    connection: Connection,
    merged: Sequence[Merged],
    *,
    key: str,
    today: date,
    not_before: datetime,
    now: datetime,
) -> int:
    """Owe the messages: one a day for each person, whoever wants it said. What waits unsent for the same person
    takes the new items in. Returns how many people will hear something new."""
    heard = 0
    for one in merged:
        address = Address(one.recipient.channel, one.recipient.chat)
        items = [_stored(due) for due in one.due]
        waiting = outbox.waiting_for(connection, address, kind=Kind.REMINDER)
        if waiting is not None:
            known = {tuple(map(str, item["key"])) for item in waiting.body["items"]}
            new = [item for item in items if tuple(map(str, item["key"])) not in known]
            body = {**waiting.body, "items": waiting.body["items"] + new}
            outbox.rewrite(connection, waiting.id, body)
            row = waiting.id
        else:
            body = {"person": one.recipient.person_id, "name": one.recipient.name, "items": items}
            put = outbox.put_once(
                connection,
                address,
                body,
                kind=Kind.REMINDER,
                key=f"{key}:{one.recipient.person_id}:{today}",
                now=now,
                not_before=not_before,
            )
            if put is None:
                continue
            row = put
        heard += 1
        put_steps(
            connection,
            one.recipient.person_id,
            [(due.owed, due.step) for due in one.due if due.step != CHASE],
            outbox_id=row,
            now=now,
        )
    return heard


def _merge(
    connection: Connection, owed: Sequence[Owed], due: Callable[[Owed, Recipient], Due | None]
) -> tuple[Merged, ...]:
    """One message for each person, across units and roles."""
    by_unit: dict[int, list[Owed]] = {}
    for one in owed:
        by_unit.setdefault(one.unit_id, []).append(one)
    by_person: dict[int, tuple[Recipient, list[Due]]] = {}
    for to in recipients(connection, by_unit):
        found = [item for one in by_unit[to.unit_id] if (item := due(one, to)) is not None]
        if not found:
            continue
        merged = by_person.setdefault(to.person_id, (to, []))[1]
        # Officer and head of a small school may be the same person, who hears of a form once.
        known = {item.owed.key for item in merged}
        merged.extend(item for item in found if item.owed.key not in known)
    return tuple(Merged(to, tuple(items)) for to, items in by_person.values())


def _reached(one: Owed, today: date, calendar: WorkCalendar) -> Iterable[bool]:
    return (rung.day(one.due_on, calendar) <= today for rung in LADDER)


def _is_quiet(days: HearingDays, one: Owed, rung: Rung, today: date) -> bool:
    return not days.hears(one, today, Notice.OVERDUE if rung.after else Notice.REMINDER)


def _stored(due: Due) -> dict[str, Any]:
    return {"key": list(due.owed.key), "step": due.step, "role": due.role}
