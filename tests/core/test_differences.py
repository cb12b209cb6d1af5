"""What two versions of a report, or two people, answered otherwise; until when it may be corrected."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.differences import Difference, differences
from bot.core.forms.model import Form, Type
from bot.core.locking import locked_since
from bot.core.plan.model import LOCK_DAYS
from bot.core.reasons import says_something
from tests.core.talking import HELD, HELD_ON, REMARK, SURVEY, question

FORM = Form("F", {"vi": "Báo cáo"}, SURVEY)
ANSWERS = st.dictionaries(st.sampled_from([one.name for one in SURVEY]), st.sampled_from(["yes", "no", "3"]))


def test_only_what_differs_is_named_in_the_order_of_the_form() -> None:
    before = {"remark": "Tốt", "held": "not_yet", "attended": [3, 4]}
    after = {"held": "yes", "held_on": "2026-11-20", "attended": [3, 4]}

    assert differences(before, after, [FORM]) == (
        Difference(HELD, "not_yet", "yes"),
        Difference(HELD_ON, None, "2026-11-20"),
        Difference(REMARK, "Tốt", None),
    )


def test_question_that_only_the_older_form_had_is_named_last() -> None:
    gone = question("gone", Type.TEXT)
    older = Form("F", {"vi": "Báo cáo"}, (gone, HELD))

    assert differences({"gone": "a", "held": "no"}, {"held": "yes"}, [FORM, older]) == (
        Difference(HELD, "no", "yes"),
        Difference(gone, "a", None),
    )


def test_what_is_calculated_is_no_difference() -> None:
    form = Form("F", {"vi": "Báo cáo"}, (HELD, question("sum", Type.CALCULATE)))

    assert differences({"held": "yes", "sum": "3"}, {"held": "yes", "sum": "4"}, [form]) == ()


@given(before=ANSWERS, after=ANSWERS)
def test_answers_differ_in_nothing_or_are_not_the_same(before: dict[str, str], after: dict[str, str]) -> None:
    assert (differences(before, after, [FORM]) == ()) is (before == after)
    assert differences(before, before, [FORM]) == ()


@pytest.mark.parametrize(
    ("before", "after", "supplements"),
    [("not_yet", "yes", True), (None, "3", True), ("yes", "not_yet", False), ("no", None, False)],
)
def test_what_was_missing_or_not_yet_done_is_supplemented(
    before: str | None, after: str | None, supplements: bool
) -> None:
    assert Difference(HELD, before, after).supplements is supplements


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(min_value=0, max_value=400))
def test_period_is_open_for_that_many_whole_days_after_the_last_one(last_day: date, days: int) -> None:
    assert locked_since(last_day, days) - timedelta(days=1) == last_day + timedelta(days=days)


def test_fifteen_days_are_assumed() -> None:
    assert locked_since(date(2026, 12, 2), LOCK_DAYS) == date(2026, 12, 18)


@pytest.mark.parametrize(
    ("text", "enough"), [("Sai", False), (". . .", False), ("1234", False), ("Nhầm", True)]
)
def test_reason_has_letters(text: str, enough: bool) -> None:
    assert says_something(text) is enough
