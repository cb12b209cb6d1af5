"""Days of some units' own, and last days that move."""

import itertools
from datetime import date

from sqlalchemy import select, update

from bot.core.own_days import of_kind, of_unit
from bot.core.workdays import DayKind, DayStatus, SpecialDay
from bot.db import outbox
from bot.db.assignments import Owed, find_owed
from bot.db.calendar_days import (
    above,
    has_own_days,
    load_days,
    load_own_days,
    save_own_days,
    scopes_of_units,
)
from bot.db.moving import move_last_day
from bot.db.offices import load_settings, save_settings
from bot.db.outbox import Kind
from bot.db.reminders import put_steps, taken_steps
from bot.db.session import Connection
from bot.db.tables import assignment, unit
from tests.db.cast import NOW, Cast, private
from tests.house import the_office

BREAK = SpecialDay(date(2027, 2, 11), DayKind.OFF, "Tết của trường", DayStatus.OFFICIAL, "12/TB")
NUMBERS = itertools.count(1)
DUE, NEXT = date(2026, 12, 2), date(2026, 12, 3)


def test_own_days_come_back_as_they_were_kept(connection: Connection, cast: Cast) -> None:
    assert not has_own_days(connection, cast.committee)
    save_own_days(connection, cast.committee, of_unit("X02"), [BREAK])
    save_own_days(connection, cast.committee, of_kind("SCHOOL"), [BREAK])

    assert load_own_days(connection, cast.committee) == {"unit:X02": (BREAK,), "kind:SCHOOL": (BREAK,)}
    save_own_days(connection, cast.committee, of_unit("X02"), [])
    assert load_own_days(connection, cast.committee) == {"kind:SCHOOL": (BREAK,)}
    assert has_own_days(connection, cast.committee)


def test_own_days_are_nobody_elses(connection: Connection, cast: Cast) -> None:
    before = load_days(connection, cast.committee)
    save_own_days(connection, cast.committee, of_unit("X02"), [BREAK])

    assert load_days(connection, cast.committee) == before
    assert load_own_days(connection, cast.committee + 1) == {}


def test_scopes_lead_from_the_unit_up_to_its_kind(connection: Connection, cast: Cast) -> None:
    scopes = scopes_of_units(connection, cast.committee, [cast.officer.unit_id, cast.staff.unit_id])
    parents = {row.code: row.parent for row in connection.execute(select(unit.c.code, unit.c.parent))}
    expected = ["T14"]
    while (parent := parents[expected[-1]]) is not None:
        expected.append(parent)

    assert scopes[cast.officer.unit_id] == (*map(of_unit, expected), "kind:SCHOOL")
    assert len(expected) > 1
    assert scopes[cast.staff.unit_id][0] == "unit:BTG"


def test_superiors_that_lead_round_in_a_circle_end() -> None:
    assert above("a", {"a": "b", "b": "c", "c": "a"}) == ("a", "b", "c")
    assert above("a", {"a": "gone"}) == ("a", "gone")
    assert above(None, {}) == ()


def test_settings_are_kept(connection: Connection, cast: Cast) -> None:
    save_settings(
        connection,
        cast.committee,
        {**load_settings(connection, cast.committee), "when_day_off": "stay", "quiet": []},
    )
    office = the_office(connection)

    assert office.when_day_off == "stay"
    assert office.windows.quiet == ()


def moved(connection: Connection, cast: Cast, *, carried: tuple[str, ...] = ()) -> dict[int, date]:
    return move_last_day(
        connection,
        cast.plan.id,
        "F1",
        "once",
        before=DUE,
        after=NEXT,
        opens_on=date(2026, 11, 10),
        concerns=lambda code: code in ("T14", "T25"),
        carried=carried,
    )


def test_open_work_alone_moves_and_only_where_it_is_due_then(connection: Connection, cast: Cast) -> None:
    given_more_time = cast.owes(cast.other)
    connection.execute(
        update(assignment)
        .where(assignment.c.unit_id == cast.other.unit_id, assignment.c.form == "F1")
        .values(due_on=date(2026, 12, 20))
    )

    assert list(moved(connection, cast)) == [cast.officer.unit_id]
    mine, others = find_owed(connection, cast.owes(cast.officer)), find_owed(connection, given_more_time)
    assert mine is not None
    assert others is not None
    assert (mine.due_on, others.due_on) == (NEXT, date(2026, 12, 20))
    assert moved(connection, cast) == {}


def give(connection: Connection, cast: Cast, owed: Owed, *steps: str) -> None:
    """These reminders were given."""
    row = outbox.put_once(connection, private("1"), {}, kind=Kind.REMINDER, key=f"r{next(NUMBERS)}", now=NOW)
    assert row is not None
    put_steps(connection, cast.officer.person_id, [(owed, step) for step in steps], outbox_id=row, now=NOW)


def test_reminders_that_need_not_come_again_count_as_given(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    owed = find_owed(connection, key)
    assert owed is not None
    give(connection, cast, owed, "R1", "R3")
    moved(connection, cast, carried=("R1",))

    taken = taken_steps(connection, [cast.officer.unit_id])
    assert taken[cast.officer.person_id, key, NEXT] == {"R1"}
    assert taken[cast.officer.person_id, key, DUE] == {"R3"}


def test_reminder_that_was_given_for_both_days_is_no_conflict(connection: Connection, cast: Cast) -> None:
    owed = find_owed(connection, cast.owes(cast.officer))
    assert owed is not None
    give(connection, cast, owed, "R1")
    moved(connection, cast, carried=("R1",))
    connection.execute(
        update(assignment).where(assignment.c.unit_id == cast.officer.unit_id).values(due_on=DUE)
    )
    give(connection, cast, owed, "R1")

    assert moved(connection, cast, carried=("R1",)) != {}
