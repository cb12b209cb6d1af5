"""Assignments: who owes what until when. People see them by form: one line for all tasks that a form bundles."""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, exists, func, insert, literal, select, update

from bot.core.assigning import Changes, Wanted
from bot.core.periods import number_of
from bot.core.tally import Tally
from bot.core.totals import Asked
from bot.db.existing_assignments import Days, Existing, List, Rows, is_as_wanted, read_list, summary
from bot.db.given_time import all_granted_days
from bot.db.looks import look_again
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
_OF_UNITS = assignment.c.unit_id.in_(bindparam("units", expanding=True))
_OWED = _LINES.where(_OF_UNITS, assignment.c.opens_on <= bindparam("opened_by"))
_OPEN_IN = _LINES.where(_OF_UNITS)
_PROMISED_BY = _PROMISED.where(_OF_UNITS)
CHUNK = 10_000
"""Rows that are written at a time."""

_ADD = insert(assignment).from_select(
    ["plan_id", "task", "period", "form", "opens_on", "due_on", "state", "created_at", "unit_id"],
    select(
        bindparam("plan_", type_=assignment.c.plan_id.type),
        bindparam("task_", type_=assignment.c.task.type),
        bindparam("period_", type_=assignment.c.period.type),
        bindparam("form_", type_=assignment.c.form.type),
        bindparam("opens_", type_=assignment.c.opens_on.type),
        bindparam("due_", type_=assignment.c.due_on.type),
        literal("open"),
        bindparam("at_", type_=assignment.c.created_at.type),
        unit.c.id,
    )
    .where(unit.c.id.in_(bindparam("units_", expanding=True)))
    .order_by(unit.c.id),
)
"""All units that are asked for the same: the database makes the rows, we only name the units."""

_MOVE = (
    update(assignment)
    .where(assignment.c.id == bindparam("row"))
    .values(opens_on=bindparam("opens_"), due_on=bindparam("due_"), state="open")
)
_WITHDRAW = update(assignment).where(assignment.c.id == bindparam("row")).values(state="withdrawn")
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


def owed_in(connection: Connection, unit_ids: Collection[int]) -> tuple[Owed, ...]:
    """All that these units owe, also what opens later, the most urgent first."""
    wanted = sorted(unit_ids)
    found: list[Owed] = []
    for start in range(0, len(wanted), CHUNK):
        found += _by_form(connection.execute(_OPEN_IN, {"units": wanted[start : start + CHUNK]}))
    return tuple(found)


def find_owed(connection: Connection, key: tuple[int, int, str, str]) -> Owed | None:
    """The form of that key, if it is owed still."""
    plan_id, unit_id, form, period = key
    rows = connection.execute(
        _OWED_FORM, {"plan_": plan_id, "unit_": unit_id, "form_": form, "period_": period}
    )
    found = _by_form(rows)
    return found[0] if found else None


def last_day(connection: Connection, key: tuple[int, int, str, str]) -> date | None:
    """Until when the form of that key was, or is, asked for; None if it never was."""
    plan_id, unit_id, form, period = key
    day: date | None = connection.execute(
        select(func.max(assignment.c.due_on)).where(_OF_FORM, assignment.c.state != "withdrawn"),
        {"plan_": plan_id, "unit_": unit_id, "form_": form, "period_": period},
    ).scalar()
    return day


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
        look_again(connection, (unit_id,))


def mark_reviewed(connection: Connection, report_id: int, *, state: str, due_on: date | None = None) -> None:
    """The report was accepted, or returned until a new last day, unless it has more time already."""
    values: dict[str, Any] = {"state": state}
    if due_on is not None:
        values["due_on"] = case((assignment.c.due_on > due_on, assignment.c.due_on), else_=due_on)
    of_report = assignment.c.report_id == report_id
    connection.execute(update(assignment).where(of_report).values(**values))
    units = select(assignment.c.unit_id).where(of_report).distinct()
    look_again(connection, connection.execute(units).scalars().all())


def bring_up_to_date(
    connection: Connection,
    plan_id: int,
    wanted: Iterable[Wanted],
    *,
    units: Mapping[str, int],
    today: date,
    now: datetime,
    tally: Tally | None = None,
    each: Container[tuple[str, str]] = (),
    given_day: Callable[[str, date], date] = lambda _unit, until: until,
) -> Changes:
    """Make the plan's open assignments those that are wanted. What was reported is left alone, and what fell due
    before today is history: it may get more time, and no other past. What officers began themselves stays as long as
    its (form, task) is in `each`. `tally` counts what is asked anew and no longer.

    Each list of `wanted` comes once. What is asked is in memory in short; only a list that differs is read in full.
    `given_day`: which last day counts for a unit (code) that was given time until that day.
    """
    changes = Changes(0, 0, 0)
    changed: set[int] = set()
    there = summary(connection, plan_id)
    granted = all_granted_days(connection, plan_id)
    code_of = {row: code for code, row in units.items()}
    seen: set[List] = set()

    def bring(of: List, asked: Mapping[Days, frozenset[int]]) -> Changes:
        given = {
            unit_id: given_day(code_of[unit_id], until)
            for unit_id, until in granted.get(of[:2], {}).items()
            if unit_id in code_of
        }
        rows = read_list(connection, plan_id, of) if of in there else {}
        return _bring_one_up_to_date(
            connection, plan_id, of, _with_time(asked, given), rows, today, now, tally, each, changed
        )

    for one in wanted:
        of = (one.form, one.period, one.task)
        assert of not in seen, f"{of} comes twice"
        seen.add(of)
        asked = {days: frozenset(units[code] for code in codes) for days, codes in one.units.items()}
        if of[:2] in granted or not is_as_wanted(there.get(of, ()), asked):
            changes += bring(of, asked)
    for of in there.keys() - seen:
        if not is_as_wanted(there[of], {}):
            changes += bring(of, {})
    look_again(connection, changed)
    return changes


def any_assignments(connection: Connection, plan_id: int) -> bool:
    """Whether anybody was ever asked for anything of the plan."""
    return bool(connection.execute(select(exists().where(assignment.c.plan_id == plan_id))).scalar())


def _bring_one_up_to_date(
    connection: Connection,
    plan_id: int,
    of: List,
    wanted: Iterable[tuple[int, date, date]],
    there: Rows,
    today: date,
    now: datetime,
    tally: Tally | None,
    each: Container[tuple[str, str]],
    changed: set[int],
) -> Changes:
    """One task in one period of one form, over all units: (unit, opens on, due on). Those that are asked anew, of
    another day or no longer are added to `changed`."""
    form, period, task = of
    added: dict[tuple[date, date], list[int]] = {}
    moved: list[dict[str, Any]] = []
    counted: list[tuple[int, int]] = []
    kept: set[int] = set()
    for unit_id, opens_on, due_on in wanted:
        kept.add(unit_id)
        row = there.get(unit_id)
        if row is None:
            added.setdefault((opens_on, due_on), []).append(unit_id)
            counted.append((unit_id, 1))
        elif row.state == "withdrawn" or (row.state == "open" and _moves(row, opens_on, due_on, today)):
            moved.append({"row": row.id, "opens_": opens_on, "due_": due_on})
            changed.add(unit_id)
            if row.state == "withdrawn":
                counted.append((unit_id, 1))
    dropped = [
        row
        for unit_id, row in there.items()
        if unit_id not in kept and row.state == "open" and row.due_on >= today
        if number_of(period) is None or (form, task) not in each
    ]
    counted += [(row.unit_id, -1) for row in dropped]
    changed.update(unit_id for unit_id, _ in counted)
    same = {"plan_": plan_id, "task_": task, "period_": period, "form_": form, "at_": now}
    for (opens_on, due_on), unit_ids in added.items():
        days = {"opens_": opens_on, "due_": due_on}
        for start in range(0, len(unit_ids), CHUNK):
            connection.execute(_ADD, {**same, **days, "units_": unit_ids[start : start + CHUNK]})
    if moved:
        connection.execute(_MOVE, moved)
    if dropped:
        connection.execute(_WITHDRAW, [{"row": row.id} for row in dropped])
    if tally is not None:
        for unit_id, times in counted:
            tally.ask(Asked(task, unit_id, form, period), times=times)
    return Changes(sum(map(len, added.values())), len(moved), len(dropped))


def _with_time(
    asked: Mapping[Days, frozenset[int]], given: Mapping[int, date]
) -> Iterator[tuple[int, date, date]]:
    """(unit, opens on, due on), with the time that staff have given."""
    for (opens_on, due_on), unit_ids in asked.items():
        for unit_id in unit_ids:
            yield unit_id, opens_on, max(due_on, given.get(unit_id, due_on))


def _moves(row: Existing, opens_on: date, due_on: date, today: date) -> bool:
    if due_on <= today < row.due_on:
        return False  # nobody's last day comes forward overnight
    changed = row.due_on != due_on or row.opens_on != opens_on
    return changed and today <= max(row.due_on, due_on)


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
