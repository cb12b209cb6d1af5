"""Who owes what until when, as the plan changes and reports come in."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select

from bot.core.assigning import Assignment, Changes
from bot.db import assignments
from bot.db.assignments import Owed, bring_up_to_date
from bot.db.plans import StoredPlan, put_version
from bot.db.session import Connection
from bot.db.tables import assignment
from tests.db.cast import NOW, Cast, send
from tests.db.wanting import lists_of

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)


class Book:
    """An empty plan of the house, whose assignments a test sets as it likes."""

    def __init__(self, connection: Connection, cast: Cast) -> None:
        self.connection = connection
        self.cast = cast
        self.plan: StoredPlan = put_version(
            connection,
            cast.committee,
            "SMALL",
            file="small.yaml",
            source="",
            sha256="",
            by="test",
            today=TODAY,
            now=NOW,
        )

    def want(self, *wanted: Assignment, today: date = TODAY) -> Changes:
        units = {one.unit: one.unit_id for one in (self.cast.officer, self.cast.other)}
        asked = lists_of(wanted)
        return bring_up_to_date(self.connection, self.plan.id, asked, units=units, today=today, now=NOW)

    def shown(self) -> list[tuple[str, str, date, str]]:
        """(task, period, last day, state) of every assignment."""
        rows = self.connection.execute(
            select(assignment).where(assignment.c.plan_id == self.plan.id).order_by(assignment.c.id)
        )
        return [(row.task, row.period, row.due_on, row.state) for row in rows]

    def owed(self, unit: str = "T14", *, on: date = TODAY) -> Sequence[Owed]:
        who = self.cast.officer if unit == "T14" else self.cast.other
        everything = assignments.owed_by(self.connection, [who.unit_id], opened_by=on)
        return [one for one in everything if one.plan_id == self.plan.id]


@pytest.fixture
def book(connection: Connection, cast: Cast) -> Book:
    return Book(connection, cast)


def asked(
    task: str,
    due_on: date,
    *,
    unit: str = "T14",
    form: str = "F",
    period: str = "2026-Q4",
    opens_on: date = TODAY - WEEK,
) -> Assignment:
    return Assignment(task, form, unit, period, opens_on, due_on)


def test_new_plan_asks_what_is_wanted(book: Book) -> None:
    changes = book.want(asked("A", TODAY + DAY), asked("B", TODAY + WEEK))

    assert changes == Changes(added=2, moved=0, dropped=0)
    assert book.shown() == [
        ("A", "2026-Q4", TODAY + DAY, "open"),
        ("B", "2026-Q4", TODAY + WEEK, "open"),
    ]
    assert assignments.count_assignments(book.connection, book.plan.id) == 2


def test_same_wish_again_changes_nothing(book: Book) -> None:
    book.want(asked("A", TODAY + DAY), asked("B", TODAY + WEEK))

    assert book.want(asked("A", TODAY + DAY), asked("B", TODAY + WEEK)) == Changes(0, 0, 0)


def test_last_day_moves_with_the_plan(book: Book) -> None:
    book.want(asked("A", TODAY + DAY))

    assert book.want(asked("A", TODAY + WEEK)) == Changes(added=0, moved=1, dropped=0)
    assert book.shown() == [("A", "2026-Q4", TODAY + WEEK, "open")]


def test_first_day_moves_with_the_plan(book: Book) -> None:
    book.want(asked("A", TODAY + WEEK))

    changes = book.want(asked("A", TODAY + WEEK, opens_on=TODAY + DAY))

    assert changes == Changes(added=0, moved=1, dropped=0)
    assert book.owed(on=TODAY) == []
    assert len(book.owed(on=TODAY + DAY)) == 1


def test_what_the_plan_asks_no_more_is_withdrawn(book: Book) -> None:
    book.want(asked("A", TODAY + DAY), asked("B", TODAY + DAY))

    assert book.want(asked("A", TODAY + DAY)) == Changes(added=0, moved=0, dropped=1)
    assert [state for *_, state in book.shown()] == ["open", "withdrawn"]
    assert [one.tasks for one in book.owed()] == [("A",)]
    assert assignments.count_assignments(book.connection, book.plan.id) == 1


def test_what_is_asked_again_is_open_again(book: Book) -> None:
    book.want(asked("A", TODAY + DAY))
    book.want()

    assert book.want(asked("A", TODAY + WEEK)) == Changes(added=0, moved=1, dropped=0)
    assert book.shown() == [("A", "2026-Q4", TODAY + WEEK, "open")]


def test_what_was_reported_is_left_alone(book: Book) -> None:
    book.want(asked("A", TODAY + DAY))
    key = (book.plan.id, book.cast.officer.unit_id, "F", "2026-Q4")
    assignments.mark_reported(book.connection, key, 1, results={}, now=NOW)

    assert book.want(asked("A", TODAY + WEEK)) == Changes(0, 0, 0)
    assert book.want() == Changes(0, 0, 0)
    assert book.shown() == [("A", "2026-Q4", TODAY + DAY, "reported")]


def test_what_fell_due_before_today_is_not_withdrawn(book: Book) -> None:
    book.want(asked("A", TODAY - DAY), asked("B", TODAY))

    assert book.want() == Changes(added=0, moved=0, dropped=1)
    assert [state for *_, state in book.shown()] == ["open", "withdrawn"]


def test_what_fell_due_before_today_is_not_moved(book: Book) -> None:
    book.want(asked("A", TODAY - DAY))

    assert book.want(asked("A", TODAY - WEEK)) == Changes(0, 0, 0)
    assert book.shown() == [("A", "2026-Q4", TODAY - DAY, "open")]


def test_other_plans_are_left_alone(book: Book) -> None:
    before = assignments.count_assignments(book.connection, book.cast.plan.id)

    book.want(asked("A", TODAY + DAY))
    book.want()

    assert assignments.count_assignments(book.connection, book.cast.plan.id) == before


def test_tasks_of_a_form_are_owed_together(book: Book) -> None:
    book.want(
        asked("A", TODAY + WEEK),
        asked("B", TODAY + DAY),
        asked("C", TODAY + DAY, form="G"),
        asked("A", TODAY + DAY, unit="T25"),
    )

    owed = book.owed()

    assert [(one.form, one.due_on, one.tasks) for one in owed] == [
        ("F", TODAY + DAY, ("B", "A")),
        ("G", TODAY + DAY, ("C",)),
    ]
    assert owed[0].key == (book.plan.id, book.cast.officer.unit_id, "F", "2026-Q4")
    assert [one.tasks for one in book.owed("T25")] == [("A",)]


def test_the_most_urgent_comes_first(book: Book) -> None:
    book.want(asked("A", TODAY + WEEK), asked("B", TODAY - DAY, form="G"), asked("C", TODAY, form="H"))

    assert [one.form for one in book.owed()] == ["G", "H", "F"]


def test_form_that_has_not_opened_is_not_owed_yet(book: Book) -> None:
    book.want(asked("A", TODAY + WEEK, opens_on=TODAY + DAY))

    assert book.owed(on=TODAY) == []
    assert len(book.owed(on=TODAY + DAY)) == 1


def test_committee_sees_what_all_units_owe_until_a_day(book: Book) -> None:
    book.connection.execute(delete(assignment).where(assignment.c.plan_id == book.cast.plan.id))
    book.want(asked("A", TODAY, unit="T25"), asked("A", TODAY - DAY), asked("B", TODAY + DAY, form="G"))

    def until(day: date) -> list[tuple[str, str]]:
        found = assignments.owed_until(book.connection, book.cast.committee, due_by=day)
        return [(one.unit_code, one.form) for one in found]

    assert until(TODAY) == [("T14", "F"), ("T25", "F")]
    assert until(TODAY + DAY) == [("T14", "F"), ("T25", "F"), ("T14", "G")]


def test_report_settles_every_task_of_its_form(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    report_id, _ = send(connection, cast, cast.officer, key)
    results = {"HP-31": ("done", None), "HP-32": ("not_yet", date(2026, 12, 10)), "HP-08": ("na", None)}

    assignments.mark_reported(connection, key, report_id, results=results, now=NOW)

    assert assignments.find_owed(connection, key) is None
    (promised,) = assignments.promised_by(connection, [cast.officer.unit_id])
    assert (promised.key, promised.tasks, promised.expected_on) == (key, ("HP-32",), date(2026, 12, 10))
    assert assignments.find_promised(connection, key) == promised
    rows = connection.execute(select(assignment).where(assignment.c.report_id == report_id)).all()
    assert {row.task: row.result for row in rows} == {task: result for task, (result, _) in results.items()}
    assert {row.reported_at for row in rows} == {NOW}


def test_returned_report_is_owed_again_until_a_new_day(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    report_id, _ = send(connection, cast, cast.officer, key)
    assignments.mark_reported(connection, key, report_id, results={}, now=NOW)

    assignments.mark_reviewed(connection, report_id, state="returned", due_on=date(2026, 12, 5))

    owed = assignments.find_owed(connection, key)
    assert owed is not None
    assert (owed.returned, owed.due_on, set(owed.tasks)) == (
        True,
        date(2026, 12, 5),
        {"HP-08", "HP-31", "HP-32"},
    )


def test_accepted_report_is_owed_no_more(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    report_id, _ = send(connection, cast, cast.officer, key)
    assignments.mark_reported(connection, key, report_id, results={}, now=NOW)

    assignments.mark_reviewed(connection, report_id, state="accepted")

    assert assignments.find_owed(connection, key) is None
    states = connection.execute(select(assignment.c.state).where(assignment.c.report_id == report_id))
    assert set(states.scalars()) == {"accepted"}


def test_unit_that_owes_nothing_owes_nothing(connection: Connection, cast: Cast) -> None:
    assert assignments.owed_by(connection, [], opened_by=TODAY) == ()
    assert assignments.find_owed(connection, cast.owes(cast.commune)) is None
