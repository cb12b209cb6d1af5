"""What is asked already, list by list, while it is compared with what should be. A list is one task of one form in one
period, over all units."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from bot.db.tables import assignment

FEW = 20_000
"""Assignments of a plan that are read at once. Of more than these one list is in memory at a time."""

List = tuple[str, str, str]
"""(form, period, task)."""

_ROWS = select(
    assignment.c.id, assignment.c.unit_id, assignment.c.state, assignment.c.opens_on, assignment.c.due_on
).where(assignment.c.plan_id == bindparam("plan_"))
_ALL = _ROWS.add_columns(assignment.c.form, assignment.c.period, assignment.c.task).limit(bindparam("most"))
# By the task: `concat` keeps the database from reading every task of the round instead.
_OF_LIST = _ROWS.where(
    assignment.c.task == bindparam("task_"),
    assignment.c.form.concat("") == bindparam("form_"),
    assignment.c.period.concat("") == bindparam("period_"),
)
_LISTS = (
    select(assignment.c.form, assignment.c.period, assignment.c.task)
    .where(assignment.c.plan_id == bindparam("plan_"))
    .distinct()
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


def existing(connection: Connection, plan_id: int) -> tuple[frozenset[List], Callable[[List], Rows]]:
    """Every list of a plan, and what reads one. Each is to be read before it is changed, and once."""
    rows = connection.execute(_ALL, {"plan_": plan_id, "most": FEW + 1}).all()
    if len(rows) > FEW:
        lists = connection.execute(_LISTS, {"plan_": plan_id})
        return frozenset((row.form, row.period, row.task) for row in lists), _one_by_one(connection, plan_id)
    found: dict[List, dict[int, Existing]] = {}
    for row_id, unit_id, state, opens_on, due_on, form, period, task in rows:
        there = found.setdefault((form, period, task), {})
        there[unit_id] = Existing(row_id, unit_id, state, opens_on, due_on)
    return frozenset(found), lambda of: found.get(of, {})


def _one_by_one(connection: Connection, plan_id: int) -> Callable[[List], Rows]:
    def read(of: List) -> Rows:
        form, period, task = of
        which = {"plan_": plan_id, "form_": form, "period_": period, "task_": task}
        return {row.unit_id: Existing(*row) for row in connection.execute(_OF_LIST, which)}

    return read
