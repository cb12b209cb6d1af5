"""A target now, in the period before, over the year, by place: all from one table of sums."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.core.forms.model import Form, Type
from bot.core.plan.model import Audience, Indicator, IndicatorKind, Plan, PlannedForm, Schedule, Status, Task
from bot.core.targets import Figures, in_plan_order
from bot.core.totals import EVERYBODY, Cell, Scope, ScopeKind, Share
from tests.core.talking import question

LESSONS = Indicator("I-1", IndicatorKind.COUNT, {}, value="${lessons}", unit={"vi": "tiết"})
HELD = Indicator("I-2", IndicatorKind.YESNO, {}, value="${held} = 'yes'", target="yes")
TASK = Task("T", {}, "", Audience(), "", "", Status.STATED, indicators=(HELD, LESSONS))
FORM = Form("F", {}, (question("lessons", Type.INTEGER), question("held", Type.YES_NO)))
PLANNED = PlannedForm(FORM, Audience(), Schedule("quarter", "", Status.STATED), ("T",))
PLAN = Plan("P", {}, {}, date(2027, 1, 1), date(2027, 12, 31), (TASK,), (PLANNED,))
QUARTERS = [("F", "2026-Q4"), ("F", "2027-Q1"), ("F", "2027-Q2")]


def lessons(number: int, *, expected: int = 2) -> Share:
    return Share(numerator=number * 10_000, reported=1, expected=expected)


SHARES = {
    (Cell("I-1", "F", "2026-Q4"), EVERYBODY): lessons(5),
    (Cell("I-1", "F", "2027-Q1"), EVERYBODY): lessons(7),
    (Cell("I-1", "F", "2027-Q2"), EVERYBODY): lessons(4),
    (Cell("I-1", "F", "2027-Q2"), Scope(ScopeKind.LEVEL, "THCS")): lessons(3, expected=1),
    (Cell("I-1", "F", "2027-Q2"), Scope(ScopeKind.LEVEL, "TH")): lessons(1, expected=1),
    (Cell("I-1", "F", "2026-Q4"), Scope(ScopeKind.LEVEL, "MN")): lessons(5, expected=1),
}
FIGURES = Figures(PLAN, QUARTERS, SHARES)


def test_latest_period_stands_beside_the_one_before_and_the_year_so_far() -> None:
    target = next(one for one in FIGURES.targets() if one.indicator == LESSONS)

    assert target.now == (("F", "2027-Q2"),)
    assert target.total.numerator == 4
    assert target.before is not None
    assert target.before[0] == "2027-Q1"
    assert target.before[1].numerator == 7
    assert target.year is not None
    assert (target.year[0], target.year[1].numerator) == ("2027", Decimal(11))


def test_first_period_has_none_before_it() -> None:
    (target,) = (one for one in Figures(PLAN, QUARTERS[:1], SHARES).targets() if one.indicator == LESSONS)

    assert (target.before, target.year) == (None, None)


def test_what_is_reported_each_time_adds_up_over_all_its_reports() -> None:
    each = replace(PLANNED, schedule=Schedule("each", "", Status.STATED))
    figures = Figures(replace(PLAN, forms=(each,)), QUARTERS, SHARES)

    (target,) = (one for one in figures.targets() if one.indicator == LESSONS)

    assert target.total.numerator == 16


def test_places_come_in_the_order_of_school_levels() -> None:
    by_level = FIGURES.by(ScopeKind.LEVEL, LESSONS, [("F", "2027-Q2")])

    assert [(place, int(total.numerator)) for place, total in by_level] == [("TH", 1), ("THCS", 3)]


def test_history_has_every_period_once() -> None:
    target = next(one for one in FIGURES.targets() if one.indicator == LESSONS)

    history = FIGURES.history(target)

    assert [(period, int(total.numerator)) for period, total in history] == [
        ("2026-Q4", 5),
        ("2027-Q1", 7),
        ("2027-Q2", 4),
    ]


def test_targets_are_numbered_as_the_plan_has_them() -> None:
    backwards = list(reversed(FIGURES.targets()))

    assert [one.indicator.code for one in in_plan_order(PLAN, backwards)] == ["I-2", "I-1"]


def test_form_that_a_newer_plan_asks_no_longer_is_left_out() -> None:
    assert Figures(replace(PLAN, forms=()), QUARTERS, SHARES).targets() == ()
