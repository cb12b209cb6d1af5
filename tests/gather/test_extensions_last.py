"""What staff have granted stays granted: over the nightly import, a newer plan, and a change of the calendar."""

from datetime import date

from sqlalchemy import select, update

from bot.core.messages import Address
from bot.core.workdays import DayKind
from bot.db import contacts, outbox
from bot.db.assignments import find_owed
from bot.db.extensions import ask_extension, decide_extension, extend
from bot.db.session import Connection
from bot.db.tables import assignment, unit
from bot.gather.calendar_edits import set_days
from bot.gather.calendars import Changed, change_calendar
from bot.gather.owing import owe_reminders
from bot.gather.plans import assign
from bot.gather.reminders import gather_due
from bot.gather.shelf import Shelf
from tests.gather.desk import NOW, stored_plan
from tests.house import member, office_time, the_office

DUE, LATER = date(2026, 12, 2), date(2026, 12, 9)


def granted(connection: Connection) -> tuple[int, int, str, str]:
    """F1 of T14 has time until 9 December."""
    who, staff = member(connection, "T14", "officer"), member(connection, "BTG", "staff")
    key = (stored_plan(connection).id, who.unit_id, "F1", "once")
    asked = ask_extension(
        connection, key, before_on=DUE, wanted_on=LATER, reason="Chờ thi", by_id=who.person_id, now=NOW
    )
    decide_extension(connection, asked, state="granted", by_id=staff.person_id, now=NOW)
    assert extend(connection, key, until=LATER)
    return key


def due_on(connection: Connection, key: tuple[int, int, str, str]) -> date:
    owed = find_owed(connection, key)
    assert owed is not None
    return owed.due_on


def test_nightly_import_leaves_it(connection: Connection) -> None:
    key = granted(connection)
    (stored, plan), *_ = Shelf().running(connection, the_office(connection).id, today=date(2026, 11, 23))

    assign(connection, the_office(connection), plan, stored, now=NOW)

    assert due_on(connection, key) == LATER


def test_calendar_leaves_it_and_moves_the_others(connection: Connection) -> None:
    key = granted(connection)
    office = the_office(connection)
    other = connection.execute(select(unit.c.id).where(unit.c.code == "T25")).scalar_one()

    change_calendar(
        connection,
        office,
        lambda inside: set_days(inside, office.id, [DUE], DayKind.OFF, name="Nghỉ"),
        what="test",
        person_id=None,
        now=NOW,
        shelf=Shelf(),
    )

    assert due_on(connection, key) == LATER
    assert due_on(connection, (key[0], other, *key[2:])) == date(2026, 12, 3)


def days_become(connection: Connection, days: list[date], kind: DayKind | None) -> Changed:
    office = the_office(connection)
    return change_calendar(
        connection,
        office,
        lambda inside: set_days(inside, office.id, days, kind, name="Nghỉ"),
        what="test",
        person_id=None,
        now=NOW,
        shelf=Shelf(),
    )


def test_granted_day_that_is_made_off_moves_and_comes_back(connection: Connection) -> None:
    key = granted(connection)

    off = days_become(connection, [LATER], DayKind.OFF)

    assert [(one.move.before, one.move.after, one.units) for one in off.moved] == [
        (LATER, date(2026, 12, 10), (key[1],))
    ]
    assert due_on(connection, key) == date(2026, 12, 10)

    back = days_become(connection, [LATER], None)

    assert [(one.move.before, one.move.after) for one in back.moved] == [(date(2026, 12, 10), LATER)]
    assert due_on(connection, key) == LATER


def test_nightly_import_agrees_with_the_calendar(connection: Connection) -> None:
    key = granted(connection)
    days_become(connection, [LATER], DayKind.OFF)
    (stored, plan), *_ = Shelf().running(connection, the_office(connection).id, today=date(2026, 11, 23))

    assign(connection, the_office(connection), plan, stored, now=NOW)

    assert due_on(connection, key) == date(2026, 12, 10)


def test_later_of_the_granted_day_and_the_plans_counts(connection: Connection) -> None:
    key = granted(connection)
    first_off = [date(2026, 12, day) for day in (2, 3, 4, 7, 8, 9, 10)]

    days_become(connection, first_off, DayKind.OFF)

    assert due_on(connection, key) == date(2026, 12, 11)


def test_what_was_returned_moves_with_the_granted_day(connection: Connection) -> None:
    key = granted(connection)
    connection.execute(update(assignment).where(assignment.c.unit_id == key[1]).values(state="returned"))

    days_become(connection, [LATER], DayKind.OFF)

    assert due_on(connection, key) == date(2026, 12, 10)


def test_ladder_begins_anew_for_the_new_day(connection: Connection) -> None:
    who = member(connection, "T14", "officer")
    address = Address("telegram", "14")
    contacts.put_contact(connection, address, language=None, now=NOW)
    contact = contacts.load_contact(connection, address)
    assert contact is not None
    contacts.link(connection, contact.id, who.person_id, now=NOW)
    office = the_office(connection)

    def steps(at: str) -> list[str]:
        now = office_time(at)
        merged = gather_due(connection, office, Shelf(), now=now).merged
        owe_reminders(connection, merged, key="r", today=office.today(now), not_before=now, now=now)
        due = outbox.claim_due(connection, ("telegram",), now=now, most=9)
        if due:
            outbox.settle(connection, [outbox.Settled(one.id, "sent", now, now) for one in due])
        return [item.step for one in merged for item in one.due]

    assert steps("2026-11-25 08:00") == ["R1"]
    granted(connection)
    assert steps("2026-11-27 08:00") == []
    assert steps("2026-12-02 08:00") == ["R1"]
    assert steps("2026-12-04 08:00") == ["R2"]
