"""Assignments that live: compared before and after a plan or a unit changes, and withdrawn by what changes them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, func, or_, select, update

from bot.core.owed_changes import Owing
from bot.db.assignments import OPEN
from bot.db.keys import of_key
from bot.db.tables import assignment

Key = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One task as it stands: open | returned | reported | accepted."""

    row: int
    state: str
    opens_on: date
    due_on: date


def live_by_id(
    connection: Connection, plan_id: int, unit_ids: Collection[int] | None = None
) -> dict[int, Owing]:
    """What is owed under a plan (open, returned), by its row id; of these units only, if any are named."""
    query = select(
        assignment.c.id,
        assignment.c.unit_id,
        assignment.c.form,
        assignment.c.period,
        assignment.c.task,
        assignment.c.due_on,
    ).where(assignment.c.plan_id == plan_id, assignment.c.state.in_(OPEN))
    if unit_ids is not None:
        query = query.where(assignment.c.unit_id.in_(sorted(unit_ids)))
    rows = connection.execute(query.order_by(assignment.c.id))
    return {row.id: Owing(row.unit_id, row.form, row.period, row.task, row.due_on) for row in rows}


def states_of(
    connection: Connection, plan_id: int, unit_ids: Collection[int]
) -> Mapping[tuple[int, str, str], Mapping[str, Asked]]:
    """Everything that these units were asked, withdrawn rows aside: {(unit, form, period): {task: how it stands}}."""
    rows = connection.execute(
        select(assignment)
        .where(
            assignment.c.plan_id == plan_id,
            assignment.c.unit_id.in_(sorted(unit_ids)),
            assignment.c.state != "withdrawn",
        )
        .order_by(assignment.c.id)
    )
    found: dict[tuple[int, str, str], dict[str, Asked]] = {}
    for row in rows:
        asked = Asked(row.id, row.state, row.opens_on, row.due_on)
        found.setdefault((row.unit_id, row.form, row.period), {})[row.task] = asked
    return found


def withdraw(connection: Connection, row_ids: Iterable[int]) -> None:
    """These are asked no longer."""
    rows = [{"row": row} for row in row_ids]
    if rows:
        connection.execute(
            update(assignment)
            .where(
                assignment.c.id == bindparam("row"),
                or_(assignment.c.state == "open", assignment.c.state == "returned"),
            )
            .values(state="withdrawn"),
            rows,
        )


def is_asked(connection: Connection, key: Key) -> bool:
    """Whether the form is asked of the unit: owed, or sent."""
    row = connection.execute(
        select(assignment.c.id)
        .where(
            of_key(assignment, key),
            assignment.c.state != "withdrawn",
        )
        .limit(1)
    ).first()
    return row is not None


def asked_units(
    connection: Connection, plan_id: int, form: str, period: str, unit_ids: Collection[int]
) -> frozenset[int]:
    """Which of these units owe the form or have sent it."""
    rows = connection.execute(
        select(assignment.c.unit_id)
        .where(
            assignment.c.plan_id == plan_id,
            assignment.c.unit_id.in_(sorted(unit_ids)),
            assignment.c.form == form,
            assignment.c.period == period,
            assignment.c.state != "withdrawn",
        )
        .distinct()
    )
    return frozenset(rows.scalars())


def asked_from_to(connection: Connection, plan_id: int, form: str, period: str) -> tuple[date, date] | None:
    """When the form of that period opens and is due, at the latest; None if nobody is asked."""
    row = connection.execute(
        select(func.max(assignment.c.opens_on), func.max(assignment.c.due_on)).where(
            assignment.c.plan_id == plan_id,
            assignment.c.form == form,
            assignment.c.period == period,
            assignment.c.state != "withdrawn",
        )
    ).one()
    return None if row[0] is None else (row[0], row[1])
