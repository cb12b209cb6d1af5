"""Assignments: who owes what until when. People see them by form: one line for all tasks that a form bundles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, func, insert, select, update

from bot.core.assigning import Assignment, Changes
from bot.db.tables import assignment, plan, unit

OPEN = ("open", "returned")


@dataclass(frozen=True, slots=True)
class Owed:
    """A form that a unit owes for a period. `tasks` are the codes of its open tasks. `expected_on` is the day that the
    unit named for what it reported as not done yet."""

    plan_id: int
    plan_version_id: int
    unit_id: int
    unit_code: str
    unit_name: str
    unit_kind: str
    form: str
    period: str
    opens_on: date
    due_on: date
    returned: bool
    tasks: tuple[str, ...]
    expected_on: date | None = None

    @property
    def key(self) -> tuple[int, int, str, str]:
        """What makes it one: plan, unit, form, period."""
        return self.plan_id, self.unit_id, self.form, self.period


_ALL_LINES = (
    select(
        assignment.c.plan_id,
        plan.c.version_id,
        assignment.c.unit_id,
        unit.c.code,
        unit.c.short,
        unit.c.kind,
        assignment.c.form,
        assignment.c.period,
        assignment.c.opens_on,
        assignment.c.due_on,
        assignment.c.state,
        assignment.c.task,
        assignment.c.expected_on,
    )
    .join(plan, plan.c.id == assignment.c.plan_id)
    .join(unit, unit.c.id == assignment.c.unit_id)
    .order_by(assignment.c.due_on, assignment.c.unit_id, assignment.c.form, assignment.c.id)
)
_LINES = _ALL_LINES.where(assignment.c.state.in_(OPEN))
_PROMISED = _ALL_LINES.where(
    assignment.c.state.in_(("reported", "accepted")), assignment.c.result == "not_yet"
)
_INSERT = insert(assignment)
_OF_UNITS = assignment.c.unit_id.in_(bindparam("units", expanding=True))
_OWED = _LINES.where(_OF_UNITS, assignment.c.opens_on <= bindparam("opened_by"))
_PROMISED_BY = _PROMISED.where(_OF_UNITS)
_OF_FORM = and_(
    assignment.c.plan_id == bindparam("plan_"),
    assignment.c.unit_id == bindparam("unit_"),
    assignment.c.form == bindparam("form_"),
    assignment.c.period == bindparam("period_"),
)
_OWED_FORM = _LINES.where(_OF_FORM)
_REPORTABLE = select(assignment.c.id, assignment.c.task).where(_OF_FORM, assignment.c.state != "withdrawn")
_REPORTED = (
    update(assignment)
    .where(assignment.c.id == bindparam("row"))
    .values(
        state="reported",
        result=bindparam("result_"),
        expected_on=bindparam("expected_"),
        report_id=bindparam("report_"),
        reported_at=bindparam("now"),
    )
)


def owed_by(connection: Connection, unit_ids: Sequence[int], *, opened_by: date) -> tuple[Owed, ...]:
    """What these units owe and may report by that day, the most urgent first."""
    if not unit_ids:
        return ()
    return _by_form(connection.execute(_OWED, {"units": list(unit_ids), "opened_by": opened_by}))


def owed_until(connection: Connection, committee_id: int, *, due_by: date) -> tuple[Owed, ...]:
    """What all units of a committee owe and is due by that day, the oldest first."""
    rows = connection.execute(
        _LINES.where(plan.c.committee_id == committee_id, assignment.c.due_on <= due_by)
    )
    return _by_form(rows)


def find_owed(connection: Connection, key: tuple[int, int, str, str]) -> Owed | None:
    """The form of that key, if it is owed still."""
    plan_id, unit_id, form, period = key
    rows = connection.execute(
        _OWED_FORM, {"plan_": plan_id, "unit_": unit_id, "form_": form, "period_": period}
    )
    found = _by_form(rows)
    return found[0] if found else None


def mark_reported(
    connection: Connection,
    key: tuple[int, int, str, str],
    report_id: int,
    *,
    results: Mapping[str, tuple[str, date | None]],
    now: datetime,
) -> None:
    """The report is in: all its tasks are reported. `results` says of each task how it stands
    ("done" | "not_yet" | "na") and the day that the unit expects, for what is not done yet."""
    plan_id, unit_id, form, period = key
    rows = connection.execute(
        _REPORTABLE,
        {"plan_": plan_id, "unit_": unit_id, "form_": form, "period_": period},
    ).all()
    changes = []
    for row in rows:
        result, expected_on = results.get(row.task, ("done", None))
        changes.append(
            {"row": row.id, "result_": result, "expected_": expected_on, "report_": report_id, "now": now}
        )
    if changes:
        connection.execute(_REPORTED, changes)


def mark_reviewed(connection: Connection, report_id: int, *, state: str, due_on: date | None = None) -> None:
    """The report was accepted, or returned until a new last day, unless it has more time already."""
    values: dict[str, Any] = {"state": state}
    if due_on is not None:
        values["due_on"] = case((assignment.c.due_on > due_on, assignment.c.due_on), else_=due_on)
    connection.execute(update(assignment).where(assignment.c.report_id == report_id).values(**values))


def bring_up_to_date(
    connection: Connection,
    plan_id: int,
    wanted: Iterable[Assignment],
    *,
    units: Mapping[str, int],
    today: date,
    now: datetime,
) -> Changes:
    """Make the plan's open assignments those that are wanted. What was reported is left alone, and what fell due
    before today is history: it may get more time, and no other past."""
    existing = {
        (row.task, row.unit_id, row.period, row.form): row
        for row in connection.execute(select(assignment).where(assignment.c.plan_id == plan_id))
    }
    added: list[dict[str, Any]] = []
    moved: list[dict[str, Any]] = []
    kept: set[tuple[str, int, str, str]] = set()
    for one in wanted:
        key = (one.task, units[one.unit], one.period, one.form)
        kept.add(key)
        row = existing.get(key)
        if row is None:
            added.append(
                {
                    "plan_id": plan_id,
                    "task": one.task,
                    "unit_id": key[1],
                    "period": one.period,
                    "form": one.form,
                    "opens_on": one.opens_on,
                    "due_on": one.due_on,
                    "state": "open",
                    "created_at": now,
                }
            )
        elif row.state == "withdrawn" or (row.state == "open" and _moves(row, one, today)):
            moved.append({"row": row.id, "opens_": one.opens_on, "due_": one.due_on})
    dropped = [
        {"row": row.id}
        for key, row in existing.items()
        if key not in kept and row.state == "open" and row.due_on >= today
    ]
    if added:
        connection.execute(_INSERT, added)
    if moved:
        connection.execute(
            update(assignment)
            .where(assignment.c.id == bindparam("row"))
            .values(opens_on=bindparam("opens_"), due_on=bindparam("due_"), state="open"),
            moved,
        )
    if dropped:
        connection.execute(
            update(assignment).where(assignment.c.id == bindparam("row")).values(state="withdrawn"), dropped
        )
    return Changes(len(added), len(moved), len(dropped))


def _moves(row: Any, wanted: Assignment, today: date) -> bool:
    changed = (row.opens_on, row.due_on) != (wanted.opens_on, wanted.due_on)
    return changed and today <= max(row.due_on, wanted.due_on)


def promised_by(connection: Connection, unit_ids: Sequence[int]) -> tuple[Owed, ...]:
    """Forms in which these units reported something as not done yet: they may be reported once more when it is. Their
    `tasks` are those that are not done."""
    return _by_form(connection.execute(_PROMISED_BY, {"units": list(unit_ids)}))


def find_promised(connection: Connection, key: tuple[int, int, str, str]) -> Owed | None:
    """The form of that key, if it was reported with something that is not done yet."""
    plan_id, unit_id, form, period = key
    rows = connection.execute(
        _PROMISED.where(_OF_FORM), {"plan_": plan_id, "unit_": unit_id, "form_": form, "period_": period}
    )
    found = _by_form(rows)
    return found[0] if found else None


def count_assignments(connection: Connection, plan_id: int) -> int:
    """How many assignments the plan has, withdrawn ones aside."""
    return connection.execute(
        select(func.count())
        .select_from(assignment)
        .where(assignment.c.plan_id == plan_id, assignment.c.state != "withdrawn")
    ).scalar_one()


def _by_form(rows: Iterable[Any]) -> tuple[Owed, ...]:
    """One line for all tasks of a form. The most urgent task gives the day."""
    grouped: dict[tuple[int, int, str, str], list[Any]] = {}
    for row in rows:
        grouped.setdefault((row.plan_id, row.unit_id, row.form, row.period), []).append(row)
    return tuple(
        Owed(
            plan_id=first.plan_id,
            plan_version_id=first.version_id,
            unit_id=first.unit_id,
            unit_code=first.code,
            unit_name=first.short,
            unit_kind=first.kind,
            form=first.form,
            period=first.period,
            opens_on=min(row.opens_on for row in lines),
            due_on=first.due_on,
            returned=any(row.state == "returned" for row in lines),
            tasks=tuple(row.task for row in lines),
            expected_on=min((row.expected_on for row in lines if row.expected_on), default=None),
        )
        for lines in grouped.values()
        for first in lines[:1]
    )
