"""The plan that is shipped: all 36 tasks, nothing that blocks an import, and who is asked what."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from datetime import date

import pytest

from bot.core.deadline_rules import BadRule, read_rule
from bot.core.deadlines import last_day
from bot.core.forms import expressions
from bot.core.forms.model import Question, Type
from bot.core.periods import PeriodKind, periods_between
from bot.core.plan.audience import concerns, questions_for
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import IndicatorKind, Plan, Status
from bot.core.plan.read import Reading
from bot.core.plan.variables import unit_variables
from bot.core.units import Unit, UnitKind
from bot.core.workdays import WorkCalendar
from tests.plan.walking import TODAY, walk

Kinds = Mapping[str, UnitKind]
Roster = Mapping[str, Unit]

SCHOOL_FORMS = ("F1", "F2", "F3", "F4")

SCHOOLS = {"MN": "T01", "TH": "T14", "THCS": "T34", "THPT": "T36", "GDTX": "T39", "liên cấp": "T40"}
"""A school of each level."""


def all_questions(plan: Plan) -> list[Question]:
    return [question for planned in plan.forms for question in planned.form.questions]


def test_plan_has_all_tasks_in_the_order_of_the_document(plan: Plan) -> None:
    numbers = (
        [f"HP-{number:02}" for number in range(24)]
        + ["HP-23b"]
        + [f"HP-{number}" for number in range(24, 35)]
    )
    assert [task.code for task in plan.tasks] == numbers
    assert len(plan.tasks) == 36


def test_plan_has_no_error_and_only_the_doubts_that_the_document_leaves(reading: Reading) -> None:
    assert [finding for finding in reading.findings if finding.stops] == []
    assert Counter(finding.code for finding in reading.findings) == {
        Code.NUMBER_MISSING: 1,
        Code.ISSUED_ON_ASSUMED: 1,
        Code.DEADLINES_UNSTATED: 1,
        Code.DEADLINE_ASSUMED: 36 + 19,
        Code.OWNERS_UNSTATED: 1,
        Code.MONITOR_IMPLEMENTS: 2,
        Code.PUPILS_WITHOUT_LEVELS: 1,
        Code.KEY_TASKS_WITHOUT_TARGET: 1,
        Code.DENOMINATOR_NOT_FROM_ROSTER: 1,
        Code.RATIO_WITHOUT_TOTAL: 1,
    }


def test_solutions_of_section_two_have_no_owner_in_the_document(plan: Plan) -> None:
    orphans = [task.code for task in plan.tasks if task.owner_status is Status.ASSUMED]
    assert orphans == [f"HP-{number:02}" for number in range(8, 22)]
    assert {task.deadline_status for task in plan.tasks} == {Status.ASSUMED}


def test_core_tasks_are_those_with_a_target_or_a_named_unit(plan: Plan) -> None:
    support = [task.code for task in plan.tasks if not task.core]
    assert support == [f"HP-{number:02}" for number in (8, 9, 10, 11, *range(13, 22))]


def test_every_task_is_asked_by_a_form(plan: Plan) -> None:
    assert {task.code for task in plan.tasks} - {
        code for planned in plan.forms for code in planned.tasks
    } == set()


def test_every_concerned_unit_is_asked_or_counted_through_another_task(
    plan: Plan, kinds: Kinds, roster: Roster
) -> None:
    """Whoever a task concerns meets it in some form, but for HP-08 and HP-00, which other tasks make up."""
    unasked: dict[str, set[str]] = {}
    for task in plan.tasks:
        for unit in roster.values():
            forms = [form for form in plan.forms if concerns(form.audience, unit, kinds=kinds)]
            if concerns(task.audience, unit, kinds=kinds) and not any(
                task.code in form.tasks for form in forms
            ):
                unasked.setdefault(task.code, set()).add(unit.kind)
    assert unasked == {"HP-00": {"SCHOOL"}}
    assert plan.task("HP-00").rolls_up_from == ("HP-24", "HP-31")


@pytest.mark.parametrize(
    ("level", "most", "least"),
    [
        ("MN", (8, 9, 13, 9), (5, 7, 11, 7)),
        ("TH", (9, 12, 18, 9), (5, 9, 16, 7)),
        ("THCS", (9, 12, 19, 9), (5, 9, 17, 7)),
        ("THPT", (9, 12, 21, 10), (5, 9, 19, 8)),
        ("GDTX", (9, 12, 21, 10), (5, 9, 19, 8)),
        ("liên cấp", (8, 12, 17, 5), (4, 9, 15, 4)),
    ],
)
def test_school_is_asked_so_many_questions(
    plan: Plan, kinds: Kinds, roster: Roster, level: str, most: tuple[int, ...], least: tuple[int, ...]
) -> None:
    """At most, with every follow-up, and at least, where nothing was done yet; both with the optional ones."""
    unit = roster[SCHOOLS[level]]
    forms = [plan.form(code) for code in SCHOOL_FORMS]
    assert tuple(len(walk(form, unit, plan=plan, kinds=kinds)) for form in forms) == most
    assert tuple(len(walk(form, unit, plan=plan, kinds=kinds, most=False)) for form in forms) == least


def test_school_answers_four_forms_and_a_commune_three(plan: Plan, kinds: Kinds, roster: Roster) -> None:
    def forms(unit: str) -> list[str]:
        return [form.form.code for form in plan.forms if concerns(form.audience, roster[unit], kinds=kinds)]

    assert {
        unit: forms(unit) for unit in ("T14", "X03", "UBND", "PGD", "HDND", "MT", "DTN", "BTG", "HU", "TTCT")
    } == {
        "T14": ["F1", "F2", "F3", "F4"],
        "X03": ["C1", "C2", "C3"],
        "UBND": ["G1", "G2", "G3"],
        "PGD": ["G1", "G3"],  # the department is not asked what the People's Committee issues and proposes
        "HDND": ["G2"],
        "MT": ["M1", "M2", "M3"],
        "DTN": ["D1", "D2", "D3"],
        "BTG": ["T1", "T2", "T3"],
        "HU": [],
        "TTCT": [],
    }


def test_forms_are_due_when_the_notes_propose(plan: Plan) -> None:
    calendar = WorkCalendar.of(())
    due: dict[str, list[str]] = {}
    for planned in plan.forms:
        rule = read_rule(planned.schedule.deadline)
        assert not isinstance(rule, BadRule)
        periods = periods_between(PeriodKind(planned.schedule.period), date(2026, 11, 2), date(2027, 12, 31))
        days = [
            last_day(
                rule, period=period, issued_on=date(2026, 11, 2), calendar=calendar, when_day_off="stay"
            ).last_day
            for period in periods
        ]
        due[planned.form.code] = [
            f"{day:%d/%m/%y}" for day in days if date(2026, 11, 2) <= day <= date(2027, 12, 31)
        ]
    quarters = ["15/12/26", "15/03/27", "15/06/27", "15/09/27", "15/12/27"]
    assert due == {
        "F1": ["02/12/26"],
        "F2": ["20/01/27"],
        "F3": ["15/06/27"],
        "F4": ["10/09/27"],
        "C1": ["02/12/26"],
        "C2": ["15/06/27"],
        "C3": ["15/12/26", "15/12/27"],
        "G1": ["02/12/26"],
        "G2": ["15/11/26", "15/11/27"],
        "G3": ["15/12/26", "15/12/27"],
        "M1": ["02/12/26"],
        "M2": quarters,
        "M3": ["15/12/26", "15/12/27"],
        "D1": ["02/12/26"],
        "D2": quarters,
        "D3": ["15/06/27"],
        "T1": ["20/12/26", "20/03/27", "20/06/27", "20/09/27", "20/12/27"],
        "T2": ["20/12/26", "20/06/27", "20/12/27"],
        "T3": ["15/12/26", "15/12/27"],
    }


def test_kindergarten_is_not_asked_about_pupils(plan: Plan, kinds: Kinds, roster: Roster) -> None:
    names: set[str] = set()
    for code in SCHOOL_FORMS:
        names |= walk(plan.form(code), roster["T01"], plan=plan, kinds=kinds).keys()
    assert not concerns(plan.task("HP-05").audience, roster["T01"], kinds=kinds)
    assert {name for name in names if name.startswith("pupils_")} == set()


@pytest.mark.parametrize("code", ["T04", "T40"])
def test_school_without_a_party_organisation_of_its_own_gets_no_question_of_a_cell(
    plan: Plan, kinds: Kinds, roster: Roster, code: str
) -> None:
    cell_tasks = {task.code for task in plan.tasks if set(task.audience.kinds) == {"PARTY_SCHOOL"}}
    asked = {
        question.task
        for form in SCHOOL_FORMS
        for question in questions_for(plan.form(form), roster[code], plan=plan, kinds=kinds)
    }
    assert cell_tasks == {"HP-07"}
    assert asked.isdisjoint({"HP-01", "HP-07", "HP-08", "HP-12", "HP-13"})


def test_school_with_a_cell_gets_the_questions_of_the_cell(plan: Plan, kinds: Kinds, roster: Roster) -> None:
    names = {
        question.name
        for form in SCHOOL_FORMS
        for question in questions_for(plan.form(form), roster["T37"], plan=plan, kinds=kinds)
        if question.task in ("HP-01", "HP-07", "HP-08", "HP-12", "HP-13")
    }
    assert names == {
        "implementing_document",
        "party_members_briefed",
        "pupils_mentored",
        "pupils_admitted",
        "examples_commended",
        "admission_plan",
        "admission_plan_document",
        "pupils_in_training",
        "teachers_in_training",
        "teachers_admitted",
    }


def test_every_indicator_is_computed_from_a_filled_form(plan: Plan, kinds: Kinds, roster: Roster) -> None:
    """Of each indicator, over all units that its task concerns: something is counted, and never more than all."""
    system = {"plan_reports_due": 52, "plan_reports_on_time": 50}
    counted: dict[str, int] = {}
    for task in plan.tasks:
        for indicator in task.indicators:
            counted[indicator.code] = 0
            for unit in roster.values():
                if not concerns(task.audience, unit, kinds=kinds):
                    continue
                for planned in plan.forms:
                    if not concerns(planned.audience, unit, kinds=kinds):
                        continue
                    answers = walk(planned, unit, plan=plan, kinds=kinds)
                    variables = answers | system | dict(unit_variables(unit))
                    sources = [indicator.numerator, indicator.denominator, indicator.value]
                    read = [expressions.compile(source) for source in sources if source]
                    if not all(name in variables for one in read for name in one.names):
                        continue
                    counted[indicator.code] += 1
                    match indicator.kind:
                        case IndicatorKind.RATIO:
                            done, total = (one.number(variables, today=TODAY) for one in read)
                            assert done is not None, indicator.code
                            assert total is not None, indicator.code
                            assert 0 < done <= total, indicator.code
                        case IndicatorKind.NARRATIVE:
                            assert read[0].text(variables, today=TODAY) == "Không có"
                        case IndicatorKind.YESNO | IndicatorKind.YESNO_DOCUMENT if (
                            indicator.code != "HP-02.5"
                        ):
                            assert read[0].evaluate(variables, today=TODAY) is True, indicator.code
                        case _:
                            assert read[0].number(variables, today=TODAY) is not None, indicator.code
    assert {code for code, times in counted.items() if times == 0} == set()


def test_nobody_is_asked_what_the_roster_knows(plan: Plan) -> None:
    without = [
        question.name
        for question in all_questions(plan)
        if question.type is Type.RATIO and not question.total
    ]
    assert without == ["nonpublic_with_cell"]


def test_every_sentence_is_in_both_languages(plan: Plan) -> None:
    sentences = [plan.title, plan.issuer, plan.basis]
    for task in plan.tasks:
        sentences += [task.title, *(indicator.label for indicator in task.indicators)]
        sentences += [indicator.unit for indicator in task.indicators if indicator.unit]
    for planned in plan.forms:
        sentences.append(planned.form.title)
    for question in all_questions(plan):
        sentences += [question.label, *(option.label for option in question.options)]
        sentences += [words for words in (question.hint, question.constraint_message) if words]
    assert {tuple(sorted(words)) for words in sentences} == {("en", "vi")}


def test_words_are_in_one_unicode_form_and_one_spelling(plan: Plan) -> None:
    words = " ".join(question.label["vi"] for question in all_questions(plan))
    assert words == unicodedata.normalize("NFC", words)
    assert "uỷ" not in words.casefold()
    assert "bạn" not in words.casefold().split()


def test_questions_are_short_enough_for_a_phone(plan: Plan) -> None:
    long = [question.name for question in all_questions(plan) if len(question.label["vi"]) >= 120]
    assert long == []


def test_form_ends_with_difficulties_and_has_one_evidence_at_most(plan: Plan) -> None:
    for planned in plan.forms:
        questions = planned.form.questions
        last = questions[-1]
        assert (last.name, last.type, last.required) == ("difficulties", Type.TEXT, False)
        evidence = [question for question in questions if question.type is Type.EVIDENCE]
        assert len(evidence) <= 1
        assert not any(question.required for question in evidence)
