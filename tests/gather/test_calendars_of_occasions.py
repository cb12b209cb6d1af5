"""What an officer began because a class closed is due some working days later, and moves with them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.core.occasions import begun
from bot.core.workdays import DayKind
from bot.db.occasions import put_begun
from bot.db.plans import plans_in_force
from bot.db.session import Connection, Database
from bot.db.tables import assignment
from bot.db.units import load_unit
from bot.gather.calendar_edits import set_days
from bot.gather.calendars import Changed, change_calendar
from bot.gather.shelf import Shelf
from tests.house import HOANG_MAI, make_house, member, office_time, the_office

MONDAY = date(2020, 3, 2)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    database = Database(f"sqlite:///{make_house(tmp_path, furniture=HOANG_MAI)}")
    with database.engine.begin() as connection:
        yield connection
    database.close()


def begin(connection: Connection, *, number: int, today: date) -> None:
    office = the_office(connection)
    (stored,) = plans_in_force(connection, office.id)
    plan = Shelf().plan(connection, stored.version_id)
    planned = next(one for one in plan.forms if one.form.code == "L1")
    unit_id = member(connection, "TT", "officer").unit_id
    made = begun(plan, planned, load_unit(connection, unit_id), office, number=number, today=today)
    put_begun(connection, stored.id, unit_id, made, now=office_time(f"{today} 08:00"))


def set_off(connection: Connection, day: date) -> Changed:
    office = the_office(connection)
    return change_calendar(
        connection,
        office,
        lambda inside: set_days(inside, office.id, [day], DayKind.OFF, name="Nghỉ"),
        what="test",
        person_id=None,
        now=office_time("2020-03-03 08:00"),
        shelf=Shelf(),
    )


def due_days(connection: Connection) -> set[tuple[str, date]]:
    rows = connection.execute(
        select(assignment.c.period, assignment.c.due_on).where(assignment.c.form == "L1")
    )
    return {(row.period, row.due_on) for row in rows}


def test_each_counts_from_its_own_day(connection: Connection) -> None:
    """Five working days from Monday 02/03 and from Friday 06/03; Thursday 05/03 is off after all."""
    begin(connection, number=1, today=MONDAY)
    begin(connection, number=2, today=date(2020, 3, 6))
    assert due_days(connection) == {("E0001", date(2020, 3, 9)), ("E0002", date(2020, 3, 13))}

    changed = set_off(connection, date(2020, 3, 5))
    assert [(one.move.period, one.move.after) for one in changed.moved] == [("E0001", date(2020, 3, 10))]
    assert due_days(connection) == {("E0001", date(2020, 3, 10)), ("E0002", date(2020, 3, 13))}
