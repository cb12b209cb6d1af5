"""What one report says about an indicator, and what a unit stands for that has not reported."""

from datetime import date
from decimal import Decimal

import pytest

from bot.core.forms.model import Form, Type, Value
from bot.core.indicators import Figure, Total, base, figure, indicators_of
from bot.core.plan.model import Audience, Indicator, IndicatorKind, Plan, Status, Task
from bot.core.plan.variables import unit_variables
from bot.core.totals import roll_up
from bot.core.units import Unit
from tests.core.counting import BRIEFED, FORM, ISSUED, LESSONS, NOT_APPLICABLE, SCHOOL, SPENT, of
from tests.core.talking import TODAY, question


def says(indicator: Indicator, **answers: Value) -> Figure | None:
    return figure(indicator, FORM, answers, SCHOOL, today=TODAY)


def test_ratio_has_both_parts() -> None:
    assert says(BRIEFED, briefed=[43, 45]) == of(43, 45)


def test_denominator_is_the_roster_s_whatever_total_was_typed() -> None:
    assert says(BRIEFED, briefed=[43, 50]) == of(43, 45)


@pytest.mark.parametrize(("answer", "numerator"), [("yes", 1), ("not_yet", 0), ("no", 0)])
def test_yes_is_one_of_one_and_everything_else_none(answer: str, numerator: int) -> None:
    assert says(ISSUED, issued=answer) == of(numerator, 1)


def test_count_and_sum_have_no_denominator() -> None:
    assert says(LESSONS, lessons=12) == Figure(Decimal(12), None)
    assert says(LESSONS, lessons=0) == Figure(Decimal(0), None)
    assert says(SPENT, spent="15.5") == Figure(Decimal("15.5"), None)


@pytest.mark.parametrize("indicator", [BRIEFED, ISSUED])
def test_not_applicable_takes_the_unit_out(indicator: Indicator) -> None:
    assert says(indicator, briefed="na", issued="na") == NOT_APPLICABLE


@pytest.mark.parametrize(("indicator", "said"), [(BRIEFED, of(0, 45)), (ISSUED, of(0, 1))])
def test_what_was_not_answered_is_not_done(indicator: Indicator, said: Figure) -> None:
    """Whoever has not held the session is not asked how many came."""
    assert says(indicator) == said


@pytest.mark.parametrize("indicator", [LESSONS, SPENT])
def test_count_that_was_not_given_says_nothing(indicator: Indicator) -> None:
    assert says(indicator) is None


def test_what_the_form_never_asks_a_unit_is_none_of_its_business() -> None:
    form = Form("F", {}, (question("issued", Type.YES_NO, relevant="${unit_level} != 'MN'"),))

    assert figure(ISSUED, form, {}, {"unit_level": "MN"}, today=TODAY) is None
    assert base(ISSUED, form, {"unit_level": "MN"}, today=TODAY) is None
    assert figure(ISSUED, form, {}, {"unit_level": "TH"}, today=TODAY) == of(0, 1)


def test_indicator_that_reads_two_questions_needs_both() -> None:
    both = Indicator("I", IndicatorKind.COUNT, {}, value="${lessons} + ${spent}")

    assert says(both, lessons=12) is None
    assert says(both, lessons=12, spent="1.5") == Figure(Decimal("13.5"), None)
    assert says(both, lessons=12, spent="na") == NOT_APPLICABLE


def test_total_that_the_roster_does_not_know_is_the_unit_s() -> None:
    assert figure(BRIEFED, FORM, {"briefed": [43, 45]}, {}, today=TODAY) == of(43, 45)


def test_story_is_kept_in_words_and_counts_as_reported() -> None:
    story = Indicator("I-5", IndicatorKind.NARRATIVE, {}, value="${told}")
    form = Form("F", {}, (question("told", Type.TEXT),))

    said = figure(story, form, {"told": "Cách làm hay"}, {}, today=TODAY)

    assert said == Figure(None, None, words='"Cách làm hay"')
    assert figure(story, form, {}, {}, today=TODAY) is None


def test_yes_brings_the_document_that_is_asked_for_beside_it() -> None:
    form = Form(
        "F",
        {},
        (
            question("issued", Type.YES_NO, task="A"),
            question("other", Type.DOCUMENT, task="B"),
            question("paper", Type.DOCUMENT, task="A"),
        ),
    )
    paper = {"number": "15-KH/ĐU", "date": "2026-11-20"}
    other = {"number": "1-QĐ/ĐU", "date": None}

    said = figure(ISSUED, form, {"issued": "yes", "paper": paper, "other": other}, {}, today=TODAY)
    denied = figure(ISSUED, form, {"issued": "no", "other": other}, {}, today=TODAY)

    assert said == Figure(Decimal(1), Decimal(1), words='{"number": "15-KH/ĐU", "date": "2026-11-20"}')
    assert denied == of(0, 1)


def test_figures_have_four_decimals_half_up() -> None:
    third = Indicator("I-6", IndicatorKind.COUNT, {}, value="${lessons} div 3")

    assert says(third, lessons=2) == Figure(Decimal("0.6667"), None)


def test_indicator_speaks_only_where_the_form_asks_for_all_it_reads(plan: Plan) -> None:
    def codes(form: str, task: str) -> list[str]:
        return [one.code for one in indicators_of(plan.task(task), plan.form(form).form)]

    assert codes("F1", "HP-31") == ["HP-31.1", "HP-31.2"]
    assert codes("F3", "HP-02") == ["HP-02.1", "HP-02.2", "HP-02.3"]
    assert codes("F4", "HP-02") == ["HP-02.4", "HP-02.5"]
    assert codes("F1", "HP-05") == []


def test_indicator_over_two_forms_speaks_in_neither() -> None:
    both = Indicator("I", IndicatorKind.COUNT, {}, value="${lessons} + ${elsewhere}")
    of_roster_alone = Indicator("I", IndicatorKind.COUNT, {}, value="${unit_teachers}")
    task = Task(
        "P-1",
        {},
        source="II",
        audience=Audience(),
        cadence="yearly",
        deadline="15/6",
        deadline_status=Status.STATED,
        indicators=(both, LESSONS, of_roster_alone),
    )

    assert list(indicators_of(task, FORM)) == [LESSONS]


def test_real_report_says_what_the_plan_counts(plan: Plan, units: dict[str, Unit]) -> None:
    """T14 has 3 managers, 44 teachers, 5 others and 832 pupils."""
    planned = plan.form("F1")
    answers = {
        "directive_studied": "yes",
        "staff_at_directive_study": [50, 52],
        "pupils_informed": [800, 832],
        "plan_issued": "not_yet",
    }
    unit = unit_variables(units["T14"])

    figures = {
        indicator.code: figure(indicator, planned.form, answers, unit, today=TODAY)
        for task in planned.tasks
        for indicator in indicators_of(plan.task(task), planned.form)
    }

    assert figures == {
        "HP-31.1": of(50, 52),
        "HP-31.2": of(800, 832),
        "HP-32.1": of(0, 1),
        "HP-08.1": of(0, 1),  # the cell's document was skipped
    }


def test_day_of_the_report_is_that_of_its_expressions() -> None:
    late = Indicator("I", IndicatorKind.YESNO, {}, value="${held_on} <= today()")
    form = Form("F", {}, (question("held_on", Type.DATE),))

    def on(today: date) -> Figure | None:
        return figure(late, form, {"held_on": "2026-11-24"}, {}, today=today)

    assert on(date(2026, 11, 23)) == of(0, 1)
    assert on(date(2026, 11, 24)) == of(1, 1)


def test_unit_that_has_not_reported_stays_in_the_denominator() -> None:
    assert base(BRIEFED, FORM, SCHOOL, today=TODAY) == 45
    assert base(ISSUED, FORM, SCHOOL, today=TODAY) == 1
    assert base(LESSONS, FORM, SCHOOL, today=TODAY) is None


def test_denominator_that_only_the_unit_knows_is_missing_until_it_reports() -> None:
    own = Indicator("I", IndicatorKind.RATIO, {}, numerator="done(${r})", denominator="total(${r})")

    assert base(own, FORM, SCHOOL, today=TODAY) is None
    assert roll_up(own, [of(3, 4)], [None]) == Total(own, Decimal(3), Decimal(4), 1, 2, 0)


def test_kindergarten_has_no_pupils_in_the_denominator(plan: Plan, units: dict[str, Unit]) -> None:
    pupils = next(one for one in plan.task("HP-31").indicators if one.code == "HP-31.2")
    form = plan.form("F1").form

    assert base(pupils, form, unit_variables(units["T01"]), today=TODAY) is None
    assert base(pupils, form, unit_variables(units["T14"]), today=TODAY) == 832
