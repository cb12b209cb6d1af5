"""Reminders that somebody put off: to which instant, and of which form."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, exists, insert, or_, select, update

from bot.db.looks import look_again
from bot.db.tables import assignment, snooze

Key = tuple[int, int, str, str]

AS_LONG_AS = timedelta(days=14)
"""Longer than any stretch of quiet days in the middle of a term."""


@dataclass(frozen=True, slots=True)
class Snooze:
    """A person is to be reminded of a form from `until` on; asked for at `at`."""

    id: int
    until: datetime
    at: datetime


def put_off(
    connection: Connection, person_id: int, keys: Iterable[Key], *, until: datetime, now: datetime
) -> None:
    """Remind that person of these forms later. What was asked before counts no more."""
    keys = tuple(keys)
    look_again(connection, {unit_id for _, unit_id, _, _ in keys})
    for plan_id, unit_id, form, period in keys:
        connection.execute(
            update(snooze)
            .where(
                snooze.c.person_id == person_id,
                snooze.c.plan_id == plan_id,
                snooze.c.unit_id == unit_id,
                snooze.c.form == form,
                snooze.c.period == period,
                snooze.c.over_at.is_(None),
            )
            .values(over_at=now)
        )
        connection.execute(
            insert(snooze).values(
                person_id=person_id,
                plan_id=plan_id,
                unit_id=unit_id,
                form=form,
                period=period,
                until=until,
                at=now,
            )
        )


def put_off_now(
    connection: Connection, person_id: int | None = None, *, unit_ids: Collection[int] | None = None
) -> Mapping[tuple[int, Key], Snooze]:
    """What is put off and was not reminded of yet, by a person, in some units, or at all: {(person, form): when}."""
    query = select(snooze).where(snooze.c.over_at.is_(None))
    if person_id is not None:
        query = query.where(snooze.c.person_id == person_id)
    if unit_ids is not None:
        query = query.where(snooze.c.unit_id.in_(sorted(unit_ids)))
    return {
        (row.person_id, (row.plan_id, row.unit_id, row.form, row.period)): Snooze(row.id, row.until, row.at)
        for row in connection.execute(query)
    }


def end_idle_snoozes(connection: Connection, unit_ids: Iterable[int], *, now: datetime) -> None:
    """What was put off until now in these units is over if it is owed no longer, or could not be said for so long:
    whoever asked may have left the unit."""
    owed = exists().where(
        assignment.c.plan_id == snooze.c.plan_id,
        assignment.c.unit_id == snooze.c.unit_id,
        assignment.c.form == snooze.c.form,
        assignment.c.period == snooze.c.period,
        assignment.c.state.in_(("open", "returned")),
    )
    connection.execute(
        update(snooze)
        .where(
            snooze.c.unit_id.in_(sorted(unit_ids)),
            snooze.c.over_at.is_(None),
            snooze.c.until <= now,
            or_(~owed, snooze.c.until <= now - AS_LONG_AS),
        )
        .values(over_at=now)
    )


def end_snoozes(connection: Connection, ids: Iterable[int], *, now: datetime) -> None:
    """They were reminded of."""
    rows = sorted(ids)
    if rows:
        connection.execute(update(snooze).where(snooze.c.id.in_(rows)).values(over_at=now))
