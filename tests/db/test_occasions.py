"""Assignments that officers begin themselves, on both databases."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.core.assigning import Assignment, Changes
from bot.db import occasions
from bot.db.assignments import bring_up_to_date, find_owed, mark_reported
from bot.db.fillings import end_filling
from bot.db.session import Connection
from bot.db.tables import assignment
from tests.db.cast import NOW, Cast, Key, begin, send
from tests.db.wanting import lists_of

TODAY = date(2026, 11, 23)
LATER = TODAY + timedelta(days=7)


def put(connection: Connection, cast: Cast, number: int, *, tasks: Sequence[str] = ("HP-08",)) -> Key:
    """A report of T14 is begun."""
    period = f"E{number:04}"
    begun = [Assignment(task, "N1", "T14", period, TODAY, LATER) for task in tasks]
    occasions.put_begun(connection, cast.plan.id, cast.officer.unit_id, begun, now=NOW)
    return cast.owes(cast.officer, form="N1", period=period)


def next_number(connection: Connection, cast: Cast, *, form: str = "N1", unit: int | None = None) -> int:
    return occasions.next_number(connection, cast.plan.id, unit or cast.officer.unit_id, form)


def states(connection: Connection) -> list[tuple[str, str]]:
    rows = connection.execute(
        select(assignment.c.period, assignment.c.state)
        .where(assignment.c.form == "N1")
        .order_by(assignment.c.id)
    )
    return [(row.period, row.state) for row in rows]


def test_numbers_begin_at_one_and_go_on(connection: Connection, cast: Cast) -> None:
    assert next_number(connection, cast) == 1

    put(connection, cast, 1)
    put(connection, cast, 2)

    assert next_number(connection, cast) == 3
    assert next_number(connection, cast, form="F1") == 1  # which is asked once
    assert next_number(connection, cast, unit=cast.other.unit_id) == 1


def test_numbers_go_on_beyond_four_digits(connection: Connection, cast: Cast) -> None:
    put(connection, cast, 9999)
    put(connection, cast, 10000)

    assert next_number(connection, cast) == 10001


def test_number_of_a_report_that_was_given_up_is_not_given_again(connection: Connection, cast: Cast) -> None:
    occasions.withdraw(connection, put(connection, cast, 1))

    assert next_number(connection, cast) == 2


def test_report_that_is_begun_is_owed_with_all_its_tasks(connection: Connection, cast: Cast) -> None:
    owed = find_owed(connection, put(connection, cast, 1, tasks=("HP-08", "HP-31")))

    assert owed is not None
    assert (owed.period, owed.due_on, owed.tasks) == ("E0001", LATER, ("HP-08", "HP-31"))


def test_report_that_is_given_up_is_owed_no_more(connection: Connection, cast: Cast) -> None:
    key, other = put(connection, cast, 1), put(connection, cast, 2)

    assert occasions.withdraw(connection, key)

    assert find_owed(connection, key) is None
    assert find_owed(connection, other) is not None


def test_report_that_a_colleague_fills_in_stays(connection: Connection, cast: Cast) -> None:
    key = put(connection, cast, 1)
    filling = begin(connection, cast, cast.colleague, key)

    assert not occasions.withdraw(connection, key)
    assert find_owed(connection, key) is not None

    end_filling(connection, filling, status="cancelled", now=NOW)
    assert occasions.withdraw(connection, key)


def test_report_that_was_sent_and_returned_stays_owed(connection: Connection, cast: Cast) -> None:
    key = put(connection, cast, 1)
    report_id, _ = send(connection, cast, cast.officer, key)
    mark_reported(connection, key, report_id, results={}, now=NOW)

    assert not occasions.withdraw(connection, key)
    assert states(connection) == [("E0001", "reported")]


@pytest.mark.parametrize(
    ("each", "left"),
    [
        ({("N1", "HP-08")}, "open"),
        ({("N1", "HP-31")}, "withdrawn"),  # a newer plan asks for another task
        ({("F1", "HP-08")}, "withdrawn"),  # in another form
        (set(), "withdrawn"),  # or not at all
    ],
)
def test_report_that_is_begun_stays_as_long_as_the_plan_asks_for_it(
    connection: Connection, cast: Cast, each: set[tuple[str, str]], left: str
) -> None:
    put(connection, cast, 1)
    wanted = lists_of([Assignment("HP-31", "F1", "T14", "once", TODAY, LATER)])

    bring_up_to_date(
        connection,
        cast.plan.id,
        wanted,
        units={"T14": cast.officer.unit_id},
        today=TODAY,
        now=NOW,
        each=each,
    )

    assert states(connection) == [("E0001", left)]


def test_bringing_up_to_date_twice_changes_nothing(connection: Connection, cast: Cast) -> None:
    put(connection, cast, 1)

    def again() -> Changes:
        return bring_up_to_date(
            connection, cast.plan.id, [], units={}, today=TODAY, now=NOW, each={("N1", "HP-08")}
        )

    again()
    assert again() == Changes(0, 0, 0)
