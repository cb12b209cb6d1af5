"""The plan of 2020 as data: all of its document, nothing that blocks an import, and who is asked what."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.assigning import HORIZON, assignments
from bot.core.forms.model import Type
from bot.core.office import Office
from bot.core.plan.audience import concerns
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import IndicatorKind, Plan, Status
from bot.core.speaking import told_by_a_whole
from bot.core.units import Unit
from bot.papers.plan_files import check_plan
from tests.house import HOANG_MAI

Units = Mapping[str, Unit]

ISSUED = date(2020, 1, 6)

BLOCKS = {
    "intermediate": (2, 141),
    "elementary": (1, 40),
    "party": (30, 3342),
    "government": (9, 760),
    "unions": (6, 447),
}
"""Classes and learners of each block, as section II.3 of the document has them."""


def test_plan_has_all_tasks_in_the_order_of_the_document(plan: Plan) -> None:
    codes = [f"HM-{number:02}" for number in range(1, 20)]
    codes += [f"HM-19{letter}" for letter in "abcde"]
    codes += [f"HM-{number:02}" for number in range(20, 34)]

    assert [task.code for task in plan.tasks] == codes
    assert len(plan.tasks) == 38


def test_plan_has_no_open_error_and_the_doubts_that_the_document_leaves(office: Office) -> None:
    _, findings = check_plan("plan.yaml", HOANG_MAI.plan.read_bytes(), kinds=office.kinds)

    assert [finding for finding in findings if finding.stops] == []
    # What the document's own words and figures leave open is for tests/plan/test_plan_findings_table.py.
    assert {
        Code.DEADLINE_ASSUMED,
        Code.DENOMINATOR_NOT_FROM_ROSTER,
        Code.RATIO_WITHOUT_TOTAL,
    } <= {finding.code for finding in findings}


def test_document_is_cited_with_number_and_date(plan: Plan) -> None:
    assert (plan.number, plan.issued_on, plan.issued_on_status) == ("28-KH/TTCT", ISSUED, Status.STATED)
    assert (plan.starts_on, plan.ends_on) == (ISSUED, date(2020, 12, 31))


def test_blocks_have_the_classes_and_learners_of_the_document(plan: Plan) -> None:
    classes, learners = plan.task("HM-19").indicators

    assert {block: int(target) for block, target in classes.group_targets.items()} == {
        block: classes_ for block, (classes_, _) in BLOCKS.items()
    }
    assert {block: int(target) for block, target in learners.group_targets.items()} == {
        block: learners_ for block, (_, learners_) in BLOCKS.items()
    }


def test_blocks_add_up_to_the_whole_although_the_document_says_thirty_nine(plan: Plan) -> None:
    """48 classes is right; the 39 of further training are 30 + 9 without the 6."""
    classes, learners = plan.task("HM-19").indicators

    assert (classes.target, learners.target) == ("48", "4730")
    for whole in (classes, learners):
        assert sum(map(int, whole.group_targets.values())) == int(whole.target or 0)
    assert "39" in classes.source_figure


def test_each_block_is_a_task_with_the_same_targets(plan: Plan) -> None:
    for letter, (classes, learners) in zip("abcde", BLOCKS.values(), strict=True):
        targets = [one.target for one in plan.task(f"HM-19{letter}").indicators]
        assert targets == [str(classes), str(learners)]
    assert told_by_a_whole(plan) == {f"HM-19{letter}.{number}" for letter in "abcde" for number in (1, 2)}


def test_targets_are_data(plan: Plan) -> None:
    assert plan.task("HM-12").indicators[0].target == "100"
    assert plan.task("HM-13").indicators[0].target == "50"


def test_dependencies_are_those_of_the_document(plan: Plan) -> None:
    assert {task.code: task.depends_on for task in plan.tasks if task.depends_on} == {
        "HM-06": ("HM-22",),
        "HM-11": ("HM-24",),
        "HM-13": ("HM-24",),
    }
    assert {task.code: task.rolls_up_from for task in plan.tasks if task.rolls_up_from} == {
        "HM-19": ("HM-19a", "HM-19b", "HM-19c", "HM-19d", "HM-19e")
    }


@pytest.mark.parametrize(
    ("unit", "forms"),
    [
        ("TT", ["L1", "N1", "K1", "K2", "K3", "K4", "K5", "Q1", "S1", "Y1", "Y2"]),
        ("TG", ["N1", "P1", "P2"]),
        ("TC", ["P1"]),
        ("P01", ["B2", "X1"]),
        ("C01", ["B1", "B2"]),
        ("GV01", ["V1"]),
    ],
)
def test_few_forms_ask_each_kind_of_unit(
    plan: Plan, units: Units, office: Office, unit: str, forms: list[str]
) -> None:
    asked = [one.form.code for one in plan.forms if concerns(one.audience, units[unit], kinds=office.kinds)]

    assert asked == forms


def test_every_task_reaches_every_unit_that_it_concerns(plan: Plan, units: Units, office: Office) -> None:
    unreached = {
        (task.code, unit.kind)
        for task in plan.tasks
        for unit in units.values()
        if concerns(task.audience, unit, kinds=office.kinds)
        and not any(
            task.code in form.tasks and concerns(form.audience, unit, kinds=office.kinds)
            for form in plan.forms
        )
    }

    assert unreached == set()


def test_year_has_so_many_reports(plan: Plan, units: Units, office: Office) -> None:
    """What happens now and then comes on top."""
    given = list(assignments(plan, units, office, loaded_on=ISSUED, today=ISSUED))

    reports = {(one.unit, one.form, one.period) for one in given}
    assert Counter(units[unit].kind for unit, _, _ in reports) == {
        "POLCENTER": 5 + 4 + 2 + 2,
        "PROPAGANDA": 4 + 1,
        "ORG_DEPT": 4,
        "PARTY_COMMUNE": 10 * 4,
        "PARTY_UNIT": 4 * (1 + 4),
        "LECTURER": 10,
    }
    assert {one.form for one in given}.isdisjoint({"L1", "N1", "X1"})


@pytest.mark.parametrize("today", [date(2021, 1, 1), date(2026, 11, 23), date(2030, 1, 1)])
def test_nobody_is_asked_for_anything_once_the_year_is_over(
    plan: Plan, units: Units, office: Office, today: date
) -> None:
    assert list(assignments(plan, units, office, loaded_on=today, today=today)) == []


def test_copy_for_another_year_lives_in_that_year(plan: Plan, units: Units, office: Office) -> None:
    """The days of the plan carry no year: only its head is changed."""
    loaded = date(2027, 1, 6)
    copy = replace(plan, issued_on=loaded, starts_on=loaded, ends_on=date(2027, 12, 31))

    then = list(assignments(plan, units, office, loaded_on=ISSUED, today=ISSUED))
    now = list(assignments(copy, units, office, loaded_on=loaded, today=loaded))

    assert [(one.unit, one.form, one.task) for one in now] == [(one.unit, one.form, one.task) for one in then]
    assert {one.due_on.year for one in now} == {2027}
    assert loaded + HORIZON > copy.ends_on


def test_last_days_are_those_of_the_plan(plan: Plan, units: Units, office: Office) -> None:
    """31/1/2020 was a Friday; days off move on."""
    due = {
        (one.form, one.period): one.due_on
        for one in assignments(plan, units, office, loaded_on=ISSUED, today=ISSUED)
        if one.unit == "TT"
    }

    assert due == {
        ("K1", "once"): date(2020, 1, 31),
        ("K2", "once"): date(2020, 3, 31),
        ("K3", "once"): date(2020, 6, 30),
        ("K4", "once"): date(2020, 8, 31),
        ("K5", "once"): date(2020, 10, 30),
        ("Q1", "2020-Q1"): date(2020, 3, 20),
        ("Q1", "2020-Q2"): date(2020, 6, 22),
        ("Q1", "2020-Q3"): date(2020, 9, 21),
        ("Q1", "2020-Q4"): date(2020, 12, 21),
        ("S1", "2020-H1"): date(2020, 6, 15),
        ("S1", "2020-H2"): date(2020, 12, 15),
        ("Y1", "2020"): date(2020, 11, 30),
        ("Y2", "2020"): date(2020, 12, 15),
    }


def test_every_sentence_is_in_both_languages(plan: Plan) -> None:
    sentences = [plan.title, plan.short, plan.issuer, plan.basis]
    for task in plan.tasks:
        sentences += [task.title, *(indicator.label for indicator in task.indicators)]
        sentences += [indicator.unit for indicator in task.indicators if indicator.unit]
    for planned in plan.forms:
        sentences.append(planned.form.title)
        for question in planned.form.questions:
            if question.type is not Type.CALCULATE:
                sentences += [question.label, *(option.label for option in question.options)]
            sentences += [words for words in (question.hint, question.constraint_message) if words]

    assert {tuple(sorted(words)) for words in sentences} == {("en", "vi")}


def test_form_ends_with_difficulties_and_no_question_is_long(plan: Plan) -> None:
    for planned in plan.forms:
        last = planned.form.questions[-1]
        assert (last.name, last.type, last.required) == ("difficulties", Type.TEXT, False)
        long = [one.name for one in planned.form.questions if len(one.label.get("vi", "")) >= 120]
        assert long == []


def test_no_indicator_adds_persons_to_attendances(plan: Plan) -> None:
    """An indicator has one unit of measure; those with two in the notes became two."""
    mixed = [
        indicator.code
        for task in plan.tasks
        for indicator in task.indicators
        if ";" in indicator.unit.get("vi", "")
    ]
    counted = [
        indicator.code
        for task in plan.tasks
        for indicator in task.indicators
        if indicator.kind in (IndicatorKind.COUNT, IndicatorKind.SUM, IndicatorKind.SUM_BY_GROUP)
        and not indicator.unit
    ]

    assert (mixed, counted) == ([], [])


def test_plan_is_over_a_month_after_its_last_day(plan: Plan) -> None:
    assert not plan.is_over(plan.ends_on + timedelta(days=31))
    assert plan.is_over(plan.ends_on + timedelta(days=32))
