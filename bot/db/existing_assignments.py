"""What is asked already, list by list, while it is compared with what should be. A list is one task of one form in one
period, over all units.

Mostly nothing is to be changed. So each list is read as a few lines first, in which the units of the same state and
days stand together; only a list that differs is read assignment by assignment.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Text, bindparam, cast, func, select

from bot.db.tables import assignment

List = tuple[str, str, str]
"""(form, period, task)."""

_ROWS = select(
    assignment.c.id, assignment.c.unit_id, assignment.c.state, assignment.c.opens_on, assignment.c.due_on
).where(assignment.c.plan_id == bindparam("plan_"))
# By the task: `concat` keeps the database from reading every task of the round instead.
_OF_LIST = _ROWS.where(
    assignment.c.task == bindparam("task_"),
    assignment.c.form.concat("") == bindparam("form_"),
    assignment.c.period.concat("") == bindparam("period_"),
)
_SAME = (
    assignment.c.form,
    assignment.c.period,
    assignment.c.task,
    assignment.c.state,
    assignment.c.opens_on,
    assignment.c.due_on,
)
_SUMMARY = (
    select(*_SAME, func.aggregate_strings(cast(assignment.c.unit_id, Text), ",").label("units"))
    .where(assignment.c.plan_id == bindparam("plan_"))
    .group_by(*_SAME)
)


class Existing(NamedTuple):
    """One assignment as it stands."""

    id: int
    unit_id: int
    state: str
    opens_on: date
    due_on: date


Rows = Mapping[int, Existing]
"""{unit: what is asked of it}."""


class Alike(NamedTuple):
    """Units of one list whose assignments are in the same state and have the same days. `units` are their rows: a text,
    since all lists of a plan are in memory at once."""

    state: str
    opens_on: date
    due_on: date
    units: str


Days = tuple[date, date]
"""When it opens, when it is due."""


def summary(connection: Connection, plan_id: int) -> Mapping[List, tuple[Alike, ...]]:
    """Every list of a plan that anybody was ever asked for, in short."""
    found: dict[List, list[Alike]] = {}
    for form, period, task, state, opens_on, due_on, units in connection.execute(
        _SUMMARY, {"plan_": plan_id}
    ):
        found.setdefault((form, period, task), []).append(Alike(state, opens_on, due_on, units))
    return {of: tuple(alike) for of, alike in found.items()}


def is_as_wanted(there: tuple[Alike, ...], wanted: Mapping[Days, frozenset[int]]) -> bool:
    """Whether nothing is to be done: everybody who is wanted is asked, and everything that is open is wanted of those
    very days. False may also be said of a list in which nothing changes after all, when it is looked at in full."""
    asked: set[int] = set()
    for one in there:
        if one.state != "withdrawn":
            units = frozenset(map(int, one.units.split(",")))
            if one.state == "open" and not units <= wanted.get((one.opens_on, one.due_on), frozenset()):
                return False
            asked |= units
    return all(units <= asked for units in wanted.values())


def read_list(connection: Connection, plan_id: int, of: List) -> Rows:
    """One list in full."""
    form, period, task = of
    which = {"plan_": plan_id, "form_": form, "period_": period, "task_": task}
    return {row.unit_id: Existing(*row) for row in connection.execute(_OF_LIST, which)}
