"""Sums by group: what one report says, and how figures add up."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.model import Form, Option, Type, Value
from bot.core.indicators import Figure, Total, figure, group_question, indicators_of, parts_of
from bot.core.plan.model import Audience, Indicator, IndicatorKind, Status, Task
from bot.core.totals import roll_up
from tests.core.talking import TODAY, question

BLOCKS = ("party", "government", "unions")
LEARNERS = Indicator(
    "H-1",
    IndicatorKind.SUM_BY_GROUP,
    {"vi": "Học viên"},
    value="${learners}",
    target="4549",
    unit={"vi": "học viên"},
    group="${block}",
    group_targets={"party": "3342", "government": "760"},
)
FORM = Form(
    "L",
    {},
    (
        question(
            "block",
            Type.SELECT_ONE,
            options=tuple(Option(name, {"vi": f"Khối {name}"}) for name in BLOCKS),
        ),
        question("learners", Type.INTEGER),
    ),
)
PARTS = tuple(parts_of(LEARNERS, FORM))


def says(indicator: Indicator, **answers: Value) -> Figure | None:
    return figure(indicator, FORM, answers, {}, today=TODAY)


def task_of(*indicators: Indicator) -> Task:
    return Task(
        "H",
        {},
        source="II",
        audience=Audience(),
        cadence="per_class",
        deadline="+ 5 working days",
        deadline_status=Status.STATED,
        indicators=indicators,
    )


def test_each_group_is_a_sum_of_its_own() -> None:
    assert [(one.code, one.kind, one.label, one.target, one.part_of) for one in PARTS] == [
        ("H-1/party", IndicatorKind.SUM, {"vi": "Khối party"}, "3342", "H-1"),
        ("H-1/government", IndicatorKind.SUM, {"vi": "Khối government"}, "760", "H-1"),
        ("H-1/unions", IndicatorKind.SUM, {"vi": "Khối unions"}, None, "H-1"),
    ]
    assert {one.unit["vi"] for one in PARTS} == {"học viên"}


def test_report_speaks_for_the_whole_and_for_its_own_group() -> None:
    given_ = {"block": "party", "learners": 110}

    assert says(LEARNERS, **given_) == Figure(Decimal(110), None)
    assert [says(one, **given_) for one in PARTS] == [Figure(Decimal(110), None), None, None]


def test_form_speaks_for_the_whole_followed_by_its_groups() -> None:
    plain = Indicator("H-2", IndicatorKind.COUNT, {}, value="${learners}")

    spoken = indicators_of(task_of(LEARNERS, plain), FORM)

    assert [one.code for one in spoken] == ["H-1", "H-1/party", "H-1/government", "H-1/unions", "H-2"]


def test_form_that_does_not_ask_for_the_group_is_silent() -> None:
    without = Form("L", {}, FORM.questions[1:])

    assert indicators_of(task_of(LEARNERS), without) == []


def test_other_kinds_have_no_groups() -> None:
    count = Indicator("H-2", IndicatorKind.COUNT, {}, value="${learners}")

    assert list(parts_of(count, FORM)) == []
    assert group_question(count) == ""


def test_group_with_a_target_is_met_from_there_on() -> None:
    government = PARTS[1]

    assert roll_up(government, [Figure(Decimal(760), None)]).met is True
    assert roll_up(government, [Figure(Decimal(759), None)]).met is False
    assert roll_up(PARTS[2], [Figure(Decimal(500), None)]).met is None


REPORTS = st.lists(st.tuples(st.sampled_from(BLOCKS), st.integers(0, 400)), max_size=30)


def totals(reports: Sequence[tuple[str, int]]) -> dict[str, Total]:
    return {
        one.code: roll_up(one, [says(one, block=block, learners=count) for block, count in reports])
        for one in (LEARNERS, *PARTS)
    }


@given(REPORTS)
def test_groups_always_add_up_to_the_whole(reports: list[tuple[str, int]]) -> None:
    found = totals(reports)

    assert sum((found[one.code].numerator for one in PARTS), Decimal(0)) == found["H-1"].numerator
    assert sum(found[one.code].reported for one in PARTS) == found["H-1"].reported == len(reports)


@given(REPORTS, st.randoms(use_true_random=False), st.integers(0, 30))
def test_order_of_classes_and_how_they_are_split_do_not_matter(
    reports: list[tuple[str, int]], luck: Random, at: int
) -> None:
    shuffled = list(reports)
    luck.shuffle(shuffled)
    whole, early, late = totals(reports), totals(shuffled[:at]), totals(shuffled[at:])

    assert totals(shuffled) == whole
    assert {code: early[code].numerator + late[code].numerator for code in whole} == {
        code: total.numerator for code, total in whole.items()
    }
