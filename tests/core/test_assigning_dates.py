"""From when on a report is owed: the horizon, plans that come late, units that come and go."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.assigning import HORIZON, Assignment
from bot.core.office import Office
from bot.core.plan.model import Audience, Plan
from tests.core.owing import LOADED, Units, forms, one, only, owed, with_schedule


def test_assignments_reach_four_hundred_days_ahead(plan: Plan, units: Units, office: Office) -> None:
    """C3 of 2027 is due on 15/12/2027: it comes into view 400 days before."""
    commune = one(units, "X03")
    first_day = date(2027, 12, 15) - HORIZON

    before = owed(plan, commune, office, today=first_day - timedelta(days=1))
    then = owed(plan, commune, office, today=first_day)

    assert ("C3", "2027", "15/12/2027") not in forms(before)
    assert forms(then) == [
        ("C1", "once", "02/12/2026"),
        ("C2", "2027", "15/06/2027"),
        ("C3", "2026", "15/12/2026"),
        ("C3", "2027", "15/12/2027"),
    ]


def test_assignments_grow_day_by_day_and_never_change(plan: Plan, units: Units, office: Office) -> None:
    some = {code: units[code] for code in ("T14", "X03", "BTG", "UBND")}
    known: set[Assignment] = set()
    for months in range(0, 50, 5):
        today = LOADED + timedelta(days=30 * months)
        now = set(owed(plan, some, office, today=today))
        assert known <= now
        known = now
    assert max(each.due_on for each in known) <= plan.ends_on


def test_period_that_ended_with_the_plan_is_asked_for_afterwards(
    plan: Plan, units: Units, office: Office
) -> None:
    """F3 is due on 15/6 about a school year that ends on 30/5."""

    def ending(last_day: date) -> list[tuple[str, str, str]]:
        return forms(owed(replace(plan, ends_on=last_day), one(units, "T14"), office))

    before = [("F1", "once", "02/12/2026"), ("F2", "2026-2027", "20/01/2027")]
    assert ending(date(2027, 5, 30)) == [*before, ("F3", "2026-2027", "15/06/2027")]
    assert ending(date(2027, 5, 29)) == before


def test_what_is_due_once_gets_thirty_days_where_it_is_overdue_already(
    plan: Plan, units: Units, office: Office
) -> None:
    given = owed(only(plan, "F1"), one(units, "T14"), office, loaded_on=date(2027, 3, 1))

    assert given == [
        Assignment(task, "F1", "T14", "once", date(2027, 3, 1), date(2027, 3, 31), late_start=True)
        for task in ("HP-31", "HP-32", "HP-08")
    ]


def test_late_start_ends_on_a_working_day(plan: Plan, units: Units, office: Office) -> None:
    """Thirty days after 5/1/2027 is 4/2, when Tết begins: 11/2 is the first working day behind it."""
    given = owed(only(plan, "F1"), one(units, "T14"), office, loaded_on=date(2027, 1, 5))

    assert {(each.due_on, each.late_start) for each in given} == {(date(2027, 2, 11), True)}


def test_last_day_itself_is_no_late_start(plan: Plan, units: Units, office: Office) -> None:
    given = owed(only(plan, "F1"), one(units, "T14"), office, loaded_on=date(2026, 12, 2))

    assert {(each.due_on, each.late_start) for each in given} == {(date(2026, 12, 2), False)}


def test_period_that_was_over_when_the_plan_came_is_not_asked_for(
    plan: Plan, units: Units, office: Office
) -> None:
    assert forms(owed(plan, one(units, "T14"), office, loaded_on=date(2027, 3, 1))) == [
        ("F1", "once", "31/03/2027"),
        ("F2", "2027-2028", "20/01/2028"),
        ("F3", "2026-2027", "15/06/2027"),
        ("F4", "2027-summer", "10/09/2027"),
    ]


def test_period_that_is_due_on_that_very_day_is_asked_for(plan: Plan, units: Units, office: Office) -> None:
    def first_form(loaded_on: date) -> str:
        return owed(only(plan, "F2"), one(units, "T14"), office, loaded_on=loaded_on)[0].period

    assert first_form(date(2027, 1, 20)) == "2026-2027"
    assert first_form(date(2027, 1, 21)) == "2027-2028"


def test_plan_without_a_date_of_issue_counts_from_the_day_on_which_it_was_loaded(
    plan: Plan, units: Units, office: Office
) -> None:
    undated = replace(only(plan, "F1"), issued_on=None)

    given = owed(undated, one(units, "T14"), office, loaded_on=date(2026, 11, 9))

    assert {(each.due_on, each.late_start) for each in given} == {(date(2026, 12, 9), False)}


def test_loading_again_gives_no_more_time(plan: Plan, units: Units, office: Office) -> None:
    late = date(2027, 3, 1)
    first = owed(plan, one(units, "T14"), office, loaded_on=late)

    again = owed(plan, one(units, "T14"), office, loaded_on=late, today=date(2027, 3, 20))

    assert first == again[: len(first)]


@pytest.mark.parametrize(
    ("lives", "owes"),
    [
        ({"valid_to": date(2027, 6, 14)}, ["F1", "F2"]),
        ({"valid_to": date(2027, 6, 15)}, ["F1", "F2", "F3"]),  # exists on that day still
        ({"valid_from": date(2026, 12, 3)}, ["F2", "F3", "F4"]),
        ({"valid_from": date(2026, 12, 2)}, ["F1", "F2", "F3", "F4"]),
        ({"valid_from": date(2027, 1, 1), "valid_to": date(2027, 1, 31)}, ["F2"]),
    ],
)
def test_unit_owes_what_is_due_while_it_exists(
    plan: Plan, units: Units, office: Office, lives: dict[str, date], owes: list[str]
) -> None:
    school = replace(units["T14"], **lives)  # type: ignore[arg-type] # two dates

    assert [form for form, _, _ in forms(owed(plan, {"T14": school}, office))] == owes


def test_unit_outside_the_form_s_audience_is_not_asked(plan: Plan, units: Units, office: Office) -> None:
    only_one = replace(plan.form("F1"), audience=Audience(kinds=("SCHOOL",), only=("T14",)))
    small = replace(plan, forms=(only_one,))

    assert {each.unit for each in owed(small, units, office)} == {"T14"}


def test_form_with_an_unreadable_deadline_is_asked_of_nobody(
    plan: Plan, units: Units, office: Office
) -> None:
    """The checker names it; an import does not come so far."""
    broken = with_schedule(plan.form("F1"), period="once", deadline="khi nào xong")

    assert owed(replace(plan, forms=(broken,)), units, office) == []


def test_day_off_moves_the_last_day_on(plan: Plan, units: Units, office: Office) -> None:
    """24/11/2026 is a holiday."""
    culture_day = with_schedule(plan.form("F1"), period="once", deadline="24/11/2026")

    given = owed(replace(plan, forms=(culture_day,)), one(units, "T14"), office)

    assert {each.due_on for each in given} == {date(2026, 11, 25)}
