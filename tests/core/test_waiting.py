"""What waits for what: HP-32 of the schools for HP-22 of the People's Committee."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.core.plan.model import Plan
from bot.core.units import Unit
from bot.core.waiting import Wait, linked_tasks, waits

Units = Mapping[str, Unit]


def test_school_waits_until_the_people_s_committee_has_its_plan(plan: Plan, units: Units) -> None:
    school = units["T14"]

    assert waits(plan, "HP-32", school, {"HP-22": {"UBND": False}}) == (Wait("HP-32", "HP-22", ("UBND",)),)
    assert waits(plan, "HP-32", school, {"HP-22": {"UBND": True}}) == ()


def test_other_tasks_wait_for_nothing(plan: Plan, units: Units) -> None:
    assert waits(plan, "HP-31", units["T14"], {"HP-22": {"UBND": False}}) == ()
    assert linked_tasks(plan) == {"HP-32", "HP-22"}


def test_what_is_asked_of_nobody_is_not_waited_for(plan: Plan, units: Units) -> None:
    assert waits(plan, "HP-32", units["T14"], {}) == ()


def test_first_of_several_is_enough_where_none_is_the_unit_s_own(plan: Plan, units: Units) -> None:
    assert waits(plan, "HP-32", units["T14"], {"HP-22": {"UBND": False, "PGD": True}}) == ()
    assert waits(plan, "HP-32", units["T14"], {"HP-22": {"UBND": False, "PGD": False}}) == (
        Wait("HP-32", "HP-22", ("UBND", "PGD")),
    )


@pytest.mark.parametrize("superior", [{"parent": "UB2"}, {"party_parent": "UB2"}])
def test_superior_s_report_is_the_one_that_counts(plan: Plan, units: Units, superior: dict[str, str]) -> None:
    school = replace(units["T14"], **superior)  # type: ignore[arg-type] # a unit's code

    assert waits(plan, "HP-32", school, {"HP-22": {"UB1": True, "UB2": False}}) == (
        Wait("HP-32", "HP-22", ("UB2",)),
    )
    assert waits(plan, "HP-32", school, {"HP-22": {"UB1": False, "UB2": True}}) == ()


def test_own_report_counts_before_that_of_a_superior(plan: Plan, units: Units) -> None:
    school = replace(units["T14"], parent="UB2")

    assert waits(plan, "HP-32", school, {"HP-22": {"T14": True, "UB2": False}}) == ()
