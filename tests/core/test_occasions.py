"""Reports of what happens now and then: who may begin one, and by when it is due."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from bot.core.assigning import Assignment, assignments
from bot.core.occasions import begun, forms_for, still_asked
from bot.core.office import Office
from bot.core.plan.model import Audience, Plan
from bot.core.units import Unit
from tests.core.owing import with_schedule

Units = Mapping[str, Unit]

MONDAY = date(2026, 11, 23)


@pytest.fixture
def occasional(plan: Plan) -> Plan:
    """The real plan, in which communes report each of their checks of the Directive within five working days."""
    each = with_schedule(plan.form("C3"), period="each", deadline="+ 5 working days")
    return replace(plan, forms=(plan.form("F1"), each))


def codes(plan: Plan, unit: Unit, office: Office, today: date = MONDAY) -> list[str]:
    return [planned.form.code for planned in forms_for(plan, unit, office, today=today)]


def test_it_is_offered_to_its_audience_and_nobody_else(
    occasional: Plan, units: Units, office: Office
) -> None:
    assert codes(occasional, units["X03"], office) == ["C3"]
    assert codes(occasional, units["T14"], office) == []


def test_nothing_of_it_is_assigned_beforehand(occasional: Plan, units: Units, office: Office) -> None:
    given = assignments(occasional, units, office, loaded_on=MONDAY, today=MONDAY)

    assert {one.form for one in given} == {"F1"}


def test_report_that_is_begun_is_assigned_with_the_tasks_that_concern_the_unit(
    occasional: Plan, units: Units, office: Office
) -> None:
    """24/11/2026 is a holiday: five working days later is 1/12."""
    given = begun(occasional, occasional.form("C3"), units["X03"], office, number=7, today=MONDAY)

    assert given[0] == Assignment("HP-01", "C3", "X03", "E0007", opens_on=MONDAY, due_on=date(2026, 12, 1))
    assert [one.task for one in given] == ["HP-01", "HP-26", "HP-21", "HP-27"]


@pytest.mark.parametrize(
    ("deadline", "due_on"),
    [
        ("+ 3 ngày làm việc", date(2026, 11, 27)),
        ("+ 30 ngày", date(2026, 12, 23)),
        ("15/12", date(2026, 12, 15)),
        ("31/12/2027", date(2027, 12, 31)),
        ("30/10/2026", MONDAY),  # has passed: today still
        ("P0 + 10 ngày", MONDAY),
    ],
)
def test_rule_counts_from_the_day_on_which_it_is_begun(
    occasional: Plan, units: Units, office: Office, deadline: str, due_on: date
) -> None:
    planned = with_schedule(occasional.form("C3"), period="each", deadline=deadline)

    given = begun(occasional, planned, units["X03"], office, number=1, today=MONDAY)

    assert {one.due_on for one in given} == {due_on}


@pytest.mark.parametrize(
    ("today", "offered"),
    [
        (date(2026, 11, 1), False),  # the day before the plan begins
        (date(2026, 11, 2), True),
        (date(2030, 12, 31), True),
        (date(2031, 1, 31), True),  # what happened in the last days
        (date(2031, 2, 1), False),
    ],
)
def test_it_is_offered_while_the_plan_runs_and_a_month_after(
    occasional: Plan, units: Units, office: Office, today: date, offered: bool
) -> None:
    assert codes(occasional, units["X03"], office, today) == (["C3"] if offered else [])


def test_unit_that_is_no_more_begins_nothing(occasional: Plan, units: Units, office: Office) -> None:
    gone = replace(units["X03"], valid_to=date(2026, 11, 22))

    assert codes(occasional, gone, office) == []


def test_form_of_which_no_task_concerns_the_unit_is_not_offered(
    occasional: Plan, units: Units, office: Office
) -> None:
    tasks = tuple(replace(task, audience=Audience(kinds=("YOUTH",))) for task in occasional.tasks)

    assert codes(replace(occasional, tasks=tasks), units["X03"], office) == []


def test_what_may_be_reported_each_time_is_known_by_form_and_task(plan: Plan, occasional: Plan) -> None:
    assert still_asked(plan) == frozenset()
    assert still_asked(occasional) == {("C3", task) for task in ("HP-01", "HP-26", "HP-21", "HP-27")}
