"""Last days that move because the calendar changed: open work alone, and with it the reminders that were given."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, exists, func, select, update

from bot.db.given_time import granted_days
from bot.db.looks import look_again
from bot.db.tables import assignment, extension, reminder, unit

BATCH = 5000
OWED = ("open", "returned")

_OPEN = (
    select(assignment.c.id, assignment.c.unit_id, assignment.c.opens_on, unit.c.code)
    .join(unit, unit.c.id == assignment.c.unit_id)
    .where(
        assignment.c.plan_id == bindparam("plan"),
        assignment.c.form == bindparam("form"),
        assignment.c.period == bindparam("period"),
        assignment.c.due_on == bindparam("before"),
        assignment.c.state.in_(bindparam("states", expanding=True)),
    )
)
_MOVE = (
    update(assignment)
    .where(assignment.c.id == bindparam("row"))
    .values(opens_on=bindparam("opens_"), due_on=bindparam("due_"))
)
_given = reminder.alias()
_CARRY = (
    update(reminder)
    .where(
        reminder.c.plan_id == bindparam("plan_"),
        reminder.c.form == bindparam("form_"),
        reminder.c.period == bindparam("period_"),
        reminder.c.due_on == bindparam("before_"),
        reminder.c.unit_id.in_(bindparam("units_", expanding=True)),
        reminder.c.step.in_(bindparam("steps_", expanding=True)),
        # It had been due on that other day before, and that reminder was given then as well.
        ~exists().where(
            _given.c.person_id == reminder.c.person_id,
            _given.c.unit_id == reminder.c.unit_id,
            _given.c.plan_id == reminder.c.plan_id,
            _given.c.form == reminder.c.form,
            _given.c.period == reminder.c.period,
            _given.c.step == reminder.c.step,
            _given.c.due_on == bindparam("after_"),
        ),
    )
    .values(due_on=bindparam("after_"))
)


def open_since(
    connection: Connection, plan_id: int, form: str, *, due_from: date
) -> list[tuple[str, str, date]]:
    """Open work of a form that officers began themselves: (unit's code, period, day on which it was begun)."""
    rows = connection.execute(
        select(unit.c.code, assignment.c.period, assignment.c.opens_on)
        .join(unit, unit.c.id == assignment.c.unit_id)
        .where(
            assignment.c.plan_id == plan_id,
            assignment.c.form == form,
            assignment.c.state == "open",
            assignment.c.due_on >= due_from,
        )
        .distinct()
        .order_by(assignment.c.opens_on, unit.c.code, assignment.c.period)
    )
    return [(row.code, row.period, row.opens_on) for row in rows]


@dataclass(frozen=True, slots=True)
class Given:
    """A form of a unit for which more time was given: `until` is the day that was named, `due_on` the one that
    counts."""

    form: str
    period: str
    unit_id: int
    unit: str
    opens_on: date
    due_on: date
    until: date


def given_time(connection: Connection, plan_id: int, *, due_from: date) -> list[Given]:
    """What is owed still and has more time, form by form."""
    of = (extension.c.form, extension.c.period, extension.c.unit_id)
    same = (
        (assignment.c.plan_id == extension.c.plan_id)
        & (assignment.c.form == extension.c.form)
        & (assignment.c.period == extension.c.period)
        & (assignment.c.unit_id == extension.c.unit_id)
    )
    rows = connection.execute(
        select(
            *of,
            unit.c.code,
            assignment.c.opens_on,
            assignment.c.due_on,
            func.max(extension.c.wanted_on).label("until"),
        )
        .join(assignment, same)
        .join(unit, unit.c.id == extension.c.unit_id)
        .where(
            extension.c.plan_id == plan_id,
            extension.c.state == "granted",
            assignment.c.state.in_(OWED),
            assignment.c.due_on >= due_from,
        )
        .group_by(*of, unit.c.code, assignment.c.opens_on, assignment.c.due_on)
        .order_by(*of)
    )
    return [
        Given(row.form, row.period, row.unit_id, row.code, row.opens_on, row.due_on, row.until)
        for row in rows
    ]


def move_last_day(
    connection: Connection,
    plan_id: int,
    form: str,
    period: str,
    *,
    before: date,
    after: date,
    opens_on: date,
    concerns: Callable[[str], bool],
    carried: Collection[str],
    given: bool = False,
) -> dict[int, date]:
    """Move the open work that is due on `before`; what has another last day (it began late) stays. Who was given more
    time is moved with `given` and not without: then what was returned moves as well, and nothing opens on another day.

    `concerns` says whether a unit's code is meant. `carried` are the reminders that need not be given anew. Returns
    since when each unit concerned has it open: {unit: day}.
    """
    found = connection.execute(
        _OPEN,
        {
            "plan": plan_id,
            "form": form,
            "period": period,
            "before": before,
            "states": list(OWED) if given else ["open"],
        },
    )
    more_time = granted_days(connection, plan_id, form, period)
    rows = [row for row in found if concerns(row.code) and (row.unit_id in more_time) == given]
    if not rows:
        return {}
    connection.execute(
        _MOVE,
        [{"row": row.id, "opens_": row.opens_on if given else opens_on, "due_": after} for row in rows],
    )
    units = {row.unit_id: row.opens_on for row in rows}
    look_again(connection, units)
    if carried:
        same = {"plan_": plan_id, "form_": form, "period_": period, "before_": before, "after_": after}
        listed = sorted(units)
        for start in range(0, len(listed), BATCH):
            some = listed[start : start + BATCH]
            connection.execute(_CARRY, {**same, "units_": some, "steps_": sorted(carried)})
    return units
