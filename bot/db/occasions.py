"""Assignments of what is reported each time that it happens: made when a report is begun, withdrawn when it is
given up."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from bot.core import periods
from bot.core.assigning import Assignment
from bot.db.keys import of_key
from bot.db.looks import look_again
from bot.db.tables import assignment, filling, report, unit

Key = tuple[int, int, str, str]


def next_number(connection: Connection, plan_id: int, unit_id: int, form: str) -> int:
    """The number of the next report of that form and unit, from 1. Numbers are never given twice. Until the
    transaction ends nobody else gets a number of this unit."""
    connection.execute(select(unit.c.id).where(unit.c.id == unit_id).with_for_update())
    keys = connection.execute(
        select(assignment.c.period)
        .where(assignment.c.plan_id == plan_id, assignment.c.unit_id == unit_id, assignment.c.form == form)
        .distinct()
    ).scalars()
    return 1 + max((periods.number_of(key) or 0 for key in keys), default=0)


def put_begun(
    connection: Connection, plan_id: int, unit_id: int, begun: Sequence[Assignment], *, now: datetime
) -> None:
    """The assignments of a report that is begun."""
    connection.execute(
        insert(assignment),
        [
            {
                "plan_id": plan_id,
                "task": one.task,
                "unit_id": unit_id,
                "period": one.period,
                "form": one.form,
                "opens_on": one.opens_on,
                "due_on": one.due_on,
                "state": "open",
                "created_at": now,
            }
            for one in begun
        ],
    )
    look_again(connection, (unit_id,))


def ask_again(connection: Connection, key: Key) -> None:
    """The report that was given up is taken up again."""
    connection.execute(
        update(assignment)
        .where(
            of_key(assignment, key),
            assignment.c.state == "withdrawn",
        )
        .values(state="open")
    )
    look_again(connection, (key[1],))


def withdraw(connection: Connection, key: Key) -> bool:
    """The report is given up: nobody owes it any more. False, and nothing changes, where it was sent before or a
    colleague is still filling it in."""
    for table, still in ((report, None), (filling, filling.c.status == "open")):
        same = [
            of_key(table, key),
        ]
        if still is not None:
            same.append(still)
        if connection.execute(select(table.c.id).where(*same).limit(1)).first() is not None:
            return False
    connection.execute(
        update(assignment)
        .where(
            of_key(assignment, key),
            assignment.c.state == "open",
        )
        .values(state="withdrawn")
    )
    return True
