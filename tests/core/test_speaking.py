"""For which indicators the forms of the real plan speak, beyond those of their own tasks."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.core.forms.model import Value
from bot.core.indicators import Figure
from bot.core.office import Office
from bot.core.plan.audience import concerns
from bot.core.plan.model import Plan
from bot.core.plan.variables import unit_variables
from bot.core.speaking import figures_of_report, told_by_a_whole, voices
from bot.core.units import Unit
from tests.core.counting import NOT_APPLICABLE, of
from tests.core.talking import TODAY

Units = Mapping[str, Unit]

CELLS_OWN = replace(of(1, 1), words='{"number": "05-NQ/CB", "date": null}')
STUDIED = {"directive_studied": "yes", "staff_at_directive_study": [50, 52], "pupils_informed": [800, 832]}


def report(
    plan: Plan, office: Office, unit: Unit, form: str, answers: Mapping[str, Value]
) -> dict[str, Figure]:
    return figures_of_report(
        plan,
        plan.form(form),
        answers,
        unit_variables(unit),
        concerned=lambda task: concerns(plan.task(task).audience, unit, kinds=office.kinds),
        today=TODAY,
    )


def test_school_s_report_counts_for_the_umbrella_task(plan: Plan, units: Units, office: Office) -> None:
    """HP-00 asks every unit; schools answer HP-31, and are not asked twice."""
    said = report(plan, office, units["T14"], "F1", STUDIED | {"plan_issued": "not_yet"})

    assert said == {
        "HP-00.1": of(1, 1),
        "HP-08.1": of(0, 1),  # no document of the cell, no plan of the school
        "HP-31.1": of(50, 52),
        "HP-31.2": of(800, 832),
        "HP-32.1": of(0, 1),
    }


@pytest.mark.parametrize(
    ("answers", "issued"),
    [
        ({"plan_issued": "yes"}, of(1, 1)),  # the school's plan is such a document
        ({"plan_issued": "na"}, of(0, 1)),  # nor is there a document of the cell
        ({"plan_issued": "na", "implementing_document": "na"}, NOT_APPLICABLE),
        (
            {"plan_issued": "not_yet", "implementing_document": {"number": "05-NQ/CB", "date": None}},
            CELLS_OWN,
        ),
        ({}, of(0, 1)),
    ],
)
def test_yes_of_a_part_is_a_yes_of_the_whole(
    plan: Plan, units: Units, office: Office, answers: dict[str, Value], issued: Figure
) -> None:
    assert report(plan, office, units["T14"], "F1", answers)["HP-08.1"] == issued


def test_school_without_a_cell_is_none_of_those_who_owe_such_a_document(
    plan: Plan, units: Units, office: Office
) -> None:
    said = report(plan, office, units["T04"], "F1", {"plan_issued": "yes", "directive_studied": "yes"})

    assert "HP-08.1" not in said
    assert (said["HP-00.1"], said["HP-32.1"]) == (of(1, 1), of(1, 1))


def test_commune_s_own_plan_counts_once(plan: Plan, units: Units, office: Office) -> None:
    said = report(plan, office, units["X02"], "C1", {"directive_studied": "yes", "plan_form": "own"})

    assert (said["HP-00.1"], said["HP-25.1"], said["HP-08.1"]) == (of(1, 1), of(1, 1), of(1, 1))


def test_umbrella_is_heard_through_its_parts_only_where_it_is_not_asked(plan: Plan) -> None:
    def via(form: str) -> dict[str, tuple[str, ...]]:
        return {one.task: one.via for one in voices(plan, plan.form(form)) if one.task in ("HP-00", "HP-08")}

    assert via("F1") == {"HP-00": ("HP-31",), "HP-08": ("HP-08",)}
    assert via("C1") == {"HP-00": ("HP-00",), "HP-08": ("HP-08",)}
    assert via("F3") == {}


def test_every_indicator_speaks_once_in_a_form(plan: Plan) -> None:
    for planned in plan.forms:
        codes = [voice.indicator.code for voice in voices(plan, planned)]
        assert len(codes) == len(set(codes)), planned.form.code


def test_task_that_rolls_up_through_another_hears_both(plan: Plan, units: Units, office: Office) -> None:
    """Whatever lies between."""
    between = replace(plan.task("HP-00"), code="HP-99", rolls_up_from=("HP-00",))
    deeper = replace(plan, tasks=(*plan.tasks, between))

    found = {voice.task: voice.via for voice in voices(deeper, deeper.form("F1"))}

    assert found["HP-99"] == ("HP-31",)


def test_plan_without_groups_hides_nothing(plan: Plan) -> None:
    assert told_by_a_whole(plan) == frozenset()


def test_share_of_units_is_no_share_of_persons(plan: Plan, units: Units, office: Office) -> None:
    """HP-00 counts units, HP-31 persons: where the first is not done, the second does not stand in."""
    said = report(plan, office, units["T14"], "F1", {"staff_at_directive_study": [50, 52]})

    assert (said["HP-00.1"], said["HP-31.1"]) == (of(0, 1), of(50, 52))
