"""What a change of the calendar does: last days, reminders, people who are told."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select

from bot.core.assigning import Changes
from bot.core.messages import Address
from bot.core.own_days import of_kind, of_unit
from bot.core.workdays import DayKind
from bot.db import contacts
from bot.db.session import Connection
from bot.db.tables import assignment, audit, outbox, unit
from bot.gather.calendar_edits import put_table, set_days
from bot.gather.calendar_news import words_of_moved
from bot.gather.calendars import Changed, calendars_of, change_calendar
from bot.gather.owing import owe_reminders
from bot.gather.plans import assign
from bot.gather.reminders import gather_due
from bot.gather.shelf import Shelf
from tests.house import Member, member, office_time, the_office

NOW = office_time("2026-11-23 08:05")
DUE = date(2026, 12, 2)  # of F1 and C1, a Wednesday


def change(
    connection: Connection, edit: Callable[[Connection], None], *, at: str = "2026-11-23 08:05"
) -> Changed:
    return change_calendar(
        connection,
        the_office(connection),
        edit,
        what="test",
        person_id=None,
        now=office_time(at),
        shelf=Shelf(),
    )


def set_off(
    connection: Connection, *days: date, scope: str | None = None, kind: DayKind | None = DayKind.OFF
) -> Changed:
    office = the_office(connection)
    return change(
        connection, lambda inside: set_days(inside, office.id, days, kind, name="Nghỉ", scope=scope)
    )


def due_days(connection: Connection, form: str = "F1") -> dict[str, date]:
    rows = connection.execute(
        select(unit.c.code, assignment.c.due_on)
        .join(unit, unit.c.id == assignment.c.unit_id)
        .where(assignment.c.form == form, assignment.c.period == "once")
    )
    return {row.code: row.due_on for row in rows}


def join(connection: Connection, who: Member) -> None:
    address = Address("telegram", f"{who.person_id}")
    contacts.put_contact(connection, address, language=None, now=NOW)
    contact = contacts.load_contact(connection, address)
    assert contact is not None
    contacts.link(connection, contact.id, who.person_id, now=NOW)


def notices(connection: Connection) -> list[str]:
    rows = connection.execute(
        select(outbox.c.body).where(outbox.c.key.startswith("calendar:"), outbox.c.state == "new")
    )
    said = [words_of_moved(connection, the_office(connection), row.body) for row in rows]
    return [one.text for one in said if one is not None]


def test_day_off_moves_the_last_day_behind_it(connection: Connection) -> None:
    changed = set_off(connection, DUE)

    assert [one.day for one in changed.days] == [DUE]
    assert set(due_days(connection).values()) == {date(2026, 12, 3)}
    assert {one.move.form for one in changed.moved} >= {"F1", "C1"}
    assert all((one.move.before, one.move.after) == (DUE, date(2026, 12, 3)) for one in changed.moved)


def test_what_moved_is_what_the_nightly_import_would_make_of_it(connection: Connection) -> None:
    (stored, plan), *_ = Shelf().running(connection, the_office(connection).id, today=date(2026, 11, 23))
    assign(connection, the_office(connection), plan, stored, now=NOW)
    changed = set_off(connection, DUE, date(2026, 12, 3), date(2027, 6, 15))
    assert len(changed.moved) == 10

    changes, _ = assign(connection, the_office(connection), plan, stored, now=NOW)
    assert changes == Changes(added=0, moved=0, dropped=0)


def test_day_that_is_worked_after_all_brings_it_back_and_says_so(connection: Connection) -> None:
    set_off(connection, DUE)
    back = set_off(connection, DUE, kind=None)

    assert all(one.move.earlier for one in back.moved)
    assert set(due_days(connection).values()) == {DUE}


def test_no_last_day_comes_forward_to_today(connection: Connection) -> None:
    set_off(connection, DUE)
    office = the_office(connection)
    back = change(connection, lambda inside: set_days(inside, office.id, [DUE], None), at="2026-12-02 08:00")

    assert back.moved == ()
    assert set(due_days(connection).values()) == {date(2026, 12, 3)}
    (stored, plan), *_ = Shelf().running(connection, office.id, today=DUE)
    assign(connection, the_office(connection), plan, stored, now=office_time("2026-12-02 23:00"))
    assert set(due_days(connection).values()) == {date(2026, 12, 3)}


def test_days_of_a_commune_are_those_of_its_schools(connection: Connection) -> None:
    commune = connection.execute(select(unit.c.parent).where(unit.c.code == "T14")).scalar_one()
    schools = set(
        connection.execute(
            select(unit.c.code).where(unit.c.parent == commune, unit.c.kind == "SCHOOL")
        ).scalars()
    )
    changed = set_off(connection, DUE, scope=of_unit(commune))
    moved = {code for code, day in due_days(connection).items() if day != DUE}

    assert moved == schools
    assert changed.days == ()
    assert [one.day for one in changed.own[of_unit(commune)]] == [DUE]


def test_nearest_wins(connection: Connection) -> None:
    """All schools are off, T14 works: its own day wins over its kind's."""
    set_off(connection, DUE, scope=of_kind("SCHOOL"))
    set_off(connection, DUE, scope=of_unit("T14"), kind=DayKind.WORKED)
    days = due_days(connection)

    assert days.pop("T14") == DUE
    assert set(days.values()) == {date(2026, 12, 3)}
    office, t14 = the_office(connection), member(connection, "T14", "officer").unit_id
    assert calendars_of(connection, office, [t14])[t14].is_working(DUE)


def test_who_may_report_already_is_told_once_and_of_what_stays(connection: Connection) -> None:
    join(connection, member(connection, "T14", "officer"))

    assert set_off(connection, DUE).told == 1
    (text,) = notices(connection)
    assert "hạn 02/12/2026 lùi đến 03/12/2026" in text
    set_off(connection, date(2026, 12, 3))
    (text,) = notices(connection)
    assert "hạn 02/12/2026 lùi đến 04/12/2026" in text
    set_off(connection, DUE, date(2026, 12, 3), kind=None)
    assert notices(connection) == []


def test_reminder_is_not_given_twice_for_a_day_that_moved(connection: Connection) -> None:
    who = member(connection, "T14", "officer")
    join(connection, who)
    at = office_time("2026-11-25 08:00")
    merged = gather_due(connection, the_office(connection), Shelf(), now=at).merged
    assert [due.step for one in merged for due in one.due] == ["R1"]
    owe_reminders(connection, merged, key="reminder", today=date(2026, 11, 25), not_before=at, now=at)
    set_off_at = office_time("2026-11-27 08:00")
    office = the_office(connection)
    change_calendar(
        connection,
        office,
        lambda inside: set_days(inside, office.id, [DUE], DayKind.OFF, name="Nghỉ"),
        what="test",
        person_id=None,
        now=set_off_at,
        shelf=Shelf(),
    )

    assert gather_due(connection, the_office(connection), Shelf(), now=set_off_at).merged == ()
    later = gather_due(
        connection, the_office(connection), Shelf(), now=office_time("2026-11-30 08:00")
    ).merged
    assert [(due.step, due.owed.due_on) for one in later for due in one.due] == [("R2", date(2026, 12, 3))]


def test_nothing_is_said_to_a_unit_on_its_own_day_off(connection: Connection) -> None:
    join(connection, member(connection, "T14", "officer"))
    set_off(connection, date(2026, 11, 25), scope=of_unit("T14"))
    office = the_office(connection)

    assert gather_due(connection, office, Shelf(), now=office_time("2026-11-25 08:00")).merged == ()
    # A week before Wednesday is the school's day off: it hears the working day before, as Tuesday is a holiday Monday.
    early = gather_due(connection, office, Shelf(), now=office_time("2026-11-23 08:10")).merged
    assert [due.step for one in early for due in one.due] == ["R1"]


def test_table_replaces_the_years_of_which_it_speaks(connection: Connection) -> None:
    office = the_office(connection)
    notice = [one for one in office.calendar.special if one.day.year == 2027 and one.day.month != 2]
    changed = change(connection, lambda inside: put_table(inside, office.id, notice))

    assert {one.day.month for one in changed.days} == {2}
    assert {one.day.year for one in changed.days} == {2027}
    years = {one.day.year for one in the_office(connection).calendar.special}
    assert years == {one.day.year for one in office.calendar.special}


def test_table_of_a_year_that_was_foreseen_wins_over_the_library(connection: Connection) -> None:
    office = the_office(connection)
    one_day = [office.calendar.special[-1]]
    year = one_day[0].day.year
    change(connection, lambda inside: put_table(inside, office.id, one_day))
    calendar = the_office(connection).calendar

    assert [one for one in calendar.special if one.day.year == year] == one_day
    assert max(one.day.year for one in calendar.special) == year + 5


def test_change_is_in_the_audit(connection: Connection) -> None:
    set_off(connection, DUE)
    row = connection.execute(select(audit.c.about).where(audit.c.act == "change_calendar")).one()

    assert row.about["days"] == ["2026-12-02"]


def steps_at(connection: Connection, moment: str) -> list[tuple[str, date]]:
    """What would be said then of what is due on 15 June, if nothing had been said before."""
    merged = gather_due(connection, the_office(connection), Shelf(), now=office_time(moment)).merged
    return [
        (due.step, due.owed.due_on)
        for one in merged
        for due in one.due
        if due.owed.due_on == date(2027, 6, 15)
    ]


def test_schools_hear_before_their_holidays_and_are_left_alone_in_them(connection: Connection) -> None:
    """The report of the school year is due on 15/06: the last day on which schools are written to is 31/05."""
    join(connection, member(connection, "T14", "officer"))

    assert steps_at(connection, "2027-05-28 08:00") == []
    assert steps_at(connection, "2027-05-31 08:00") == [("R3", date(2027, 6, 15))]
    for moment in ("2027-06-01 08:00", "2027-06-15 08:00", "2027-06-16 08:00", "2027-07-30 08:00"):
        assert steps_at(connection, moment) == []
    assert steps_at(connection, "2027-08-02 08:00") == [("R4", date(2027, 6, 15))]


def test_who_has_no_school_holidays_is_reminded_in_june(connection: Connection) -> None:
    """The front's quarterly report is due on 15/06 as well."""
    join(connection, member(connection, "MT", "officer"))

    assert ("R1", date(2027, 6, 15)) in steps_at(connection, "2027-06-08 08:00")
    assert ("R3", date(2027, 6, 15)) in steps_at(connection, "2027-06-15 08:00")
