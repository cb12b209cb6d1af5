"""Who is to be reminded of what, gathered and owed: one merged message for all that is due for a person."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.core.messages import Address
from bot.core.office import Office
from bot.core.people import Role
from bot.core.quiet import Notice
from bot.core.recipients import Receives
from bot.core.reminders import LADDER, Rung, rung_due
from bot.core.workdays import WorkCalendar
from bot.db import outbox
from bot.db.assignments import Owed, owed_until
from bot.db.outbox import Kind
from bot.db.reminders import Reached, put_steps, taken_steps
from bot.db.session import Connection
from bot.gather.hearing_days import HearingDays, hearing_days
from bot.gather.recipients import gather_recipients

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
    absent: str = ""
    """The colleague on leave, for whom the person stands in."""
    below: bool = False
    """The unit is below the person's own, and has nobody itself."""


@dataclass(frozen=True, slots=True)
class Merged:
    """All that is due for one person: one message."""

    recipient: Reached
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is due, and what of it belongs to units that have nobody of their own to receive it."""

    merged: tuple[Merged, ...]
    unattended: tuple[Owed, ...] = ()


def gather_due(connection: Connection, office: Office, *, now: datetime) -> Gathered:
    """What is due today by the ladder and was not said before. Of units that have nobody: all that was reached."""
    today = office.today(now)
    owed = owed_until(connection, office.id, due_by=today + AHEAD)
    days = hearing_days(connection, office, owed)
    reached = [one for one in owed if one.opens_on <= today and any(_reached(one, today, days.of(one)))]
    taken = taken_steps(connection, {one.unit_id for one in reached})

    def due(one: Owed, to: Receives) -> Due | None:
        steps = taken.get((to.person_id, one.key, one.due_on), frozenset())
        rung = rung_due(one.due_on, today=today, taken=steps, calendar=days.of(one))
        if rung is None or to.role not in rung.to or _is_quiet(days, one, rung, today):
            return None
        return Due(one, rung.step, to.role, to.absent, to.below)

    return _merge(connection, office, reached, due, today)


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

    def chased(one: Owed, to: Receives) -> Due | None:
        return Due(one, CHASE, to.role, to.absent, to.below) if to.role is Role.OFFICER else None

    return _merge(connection, office, overdue, chased, today).merged


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
    connection: Connection,
    office: Office,
    owed: Sequence[Owed],
    due: Callable[[Owed, Receives], Due | None],
    today: date,
) -> Gathered:
    """One message for each person, across units and roles."""
    by_unit: dict[int, list[Owed]] = {}
    for one in owed:
        by_unit.setdefault(one.unit_id, []).append(one)
    received = gather_recipients(connection, office.id, by_unit, today=today)
    pairs = [(unit_id, to) for unit_id, everybody in received.by_unit.items() for to in everybody]
    by_person: dict[int, list[Due]] = {}
    for unit_id, to in sorted(
        pairs, key=lambda pair: (pair[1].person_id, pair[0], pair[1].role is Role.HEAD)
    ):
        found = [item for one in by_unit[unit_id] if (item := due(one, to)) is not None]
        if not found:
            continue
        merged = by_person.setdefault(to.person_id, [])
        # Officer and head of a small school may be the same person, who hears of a form once.
        known = {item.owed.key for item in merged}
        merged.extend(item for item in found if item.owed.key not in known)
    return Gathered(
        tuple(Merged(received.people[person_id], tuple(items)) for person_id, items in by_person.items()),
        tuple(one for one in owed if one.unit_id in received.unattended),
    )


def _reached(one: Owed, today: date, calendar: WorkCalendar) -> Iterable[bool]:
    return (rung.day(one.due_on, calendar) <= today for rung in LADDER)


def _is_quiet(days: HearingDays, one: Owed, rung: Rung, today: date) -> bool:
    return not days.hears(one, today, Notice.OVERDUE if rung.after else Notice.REMINDER)


def _stored(due: Due) -> dict[str, Any]:
    stored: dict[str, Any] = {"key": list(due.owed.key), "step": due.step, "role": due.role}
    return {
        **stored,
        **({"absent": due.absent} if due.absent else {}),
        **({"below": True} if due.below else {}),
    }
