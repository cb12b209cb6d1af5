from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.deadline_rules import (
    QUARTER_ENDS,
    AfterIssue,
    AfterPeriod,
    BadRule,
    InLastMonth,
    OnDate,
    OnDays,
    Rule,
    needs_issue_date,
    read_rule,
)
from bot.core.monthday import MonthDay

MID_JUNE = OnDays((MonthDay(6, 15),))
EVE_OF_MID_JUNE = OnDays((MonthDay(6, 14),))
END_OF_JUNE = OnDays((MonthDay(6, 30),))
END_OF_SEPTEMBER = OnDays((MonthDay(9, 30),))
QUARTERLY = OnDays((MonthDay(3, 15), MonthDay(6, 15), MonthDay(9, 15), MonthDay(12, 15)))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        # From the day of issue.
        ("P0", AfterIssue()),
        ("P0 + 30 days", AfterIssue(days=30)),
        ("p0+1 day", AfterIssue(days=1)),
        ("P0 + 45 ngày", AfterIssue(days=45)),
        ("P0 + 10 working days", AfterIssue(working_days=10)),
        ("P0 + 10 ngày làm việc", AfterIssue(working_days=10)),
        ("30 ngày kể từ ngày ban hành", AfterIssue(days=30)),
        ("10 ngày làm việc sau ngày ban hành", AfterIssue(working_days=10)),
        ("30 days after the date of issue", AfterIssue(days=30)),
        # A day, included.
        ("15/6", MID_JUNE),
        ("15/06", MID_JUNE),
        ("ngày 15/6", MID_JUNE),
        ("by 15/6", MID_JUNE),
        ("chậm nhất 15/6", MID_JUNE),
        ("chậm nhất là ngày 15/6", MID_JUNE),
        ("đến hết ngày 15/6", MID_JUNE),
        ("đến ngày 15 tháng 6", MID_JUNE),
        ("15/6 hằng năm", MID_JUNE),
        ("15/6 each year", MID_JUNE),
        # A day, excluded.
        ("trước 15/6", EVE_OF_MID_JUNE),
        ("Trước ngày 15/6.", EVE_OF_MID_JUNE),
        ("trước ngày 15 tháng 6", EVE_OF_MID_JUNE),
        ("đến trước ngày 15/6", EVE_OF_MID_JUNE),
        ("before 15/6", EVE_OF_MID_JUNE),
        ("trước 1/3", OnDays((MonthDay(2, 29),))),
        ("trước 1/1", OnDays((MonthDay(12, 31),))),
        # Several days.
        ("15/3, 15/6, 15/9, 15/12", QUARTERLY),
        ("15/3; 15/6; 15/9; 15/12", QUARTERLY),
        ("ngày 15/3, ngày 15/6, ngày 15/9 và ngày 15/12", QUARTERLY),
        ("trước 15/1 và 15/6", OnDays((MonthDay(1, 14), MonthDay(6, 14)))),
        # A date.
        ("31/12/2027", OnDate(date(2027, 12, 31))),
        ("ngày 31 tháng 12 năm 2027", OnDate(date(2027, 12, 31))),
        ("trước ngày 01/01/2028", OnDate(date(2027, 12, 31))),
        ("29/2/2028", OnDate(date(2028, 2, 29))),
        # A month or a quarter, until its end.
        ("trong tháng 6", END_OF_JUNE),
        ("hết tháng 6", END_OF_JUNE),
        ("end of month 6", END_OF_JUNE),
        ("trong tháng 2", OnDays((MonthDay(2, 29),))),
        ("tháng 6 năm 2027", OnDate(date(2027, 6, 30))),
        ("trong tháng 2/2027", OnDate(date(2027, 2, 28))),
        ("quý III", END_OF_SEPTEMBER),
        ("trong quý 3", END_OF_SEPTEMBER),
        ("Q3", END_OF_SEPTEMBER),
        ("end of quarter III", END_OF_SEPTEMBER),
        ("quý IV năm 2030", OnDate(date(2030, 12, 31))),
        ("Q2/2027", OnDate(date(2027, 6, 30))),
        # By the period.
        ("quarter end", OnDays(QUARTER_ENDS)),
        ("end of the quarter", OnDays(QUARTER_ENDS)),
        ("cuối quý", OnDays(QUARTER_ENDS)),
        ("end of period", AfterPeriod()),
        ("cuối kỳ", AfterPeriod()),
        ("end of period + 5 days", AfterPeriod(days=5)),
        ("end of the period - 10 days", AfterPeriod(days=-10)),
        ("hết kỳ + 5 ngày làm việc", AfterPeriod(working_days=5)),
        ("+ 5 working days", AfterPeriod(working_days=5)),
        ("+5 ngày", AfterPeriod(days=5)),
        ("day 15 of the last month", InLastMonth(15)),
        ("15 of the last month of each quarter", InLastMonth(15)),
        ("ngày 15 tháng cuối quý", InLastMonth(15)),
        ("trước ngày 15 của tháng cuối", InLastMonth(14)),
        ("ngày 20 hằng tháng", InLastMonth(20)),
    ],
)
def test_rule_is_read(text: str, rule: Rule) -> None:
    assert read_rule(text) == rule


@pytest.mark.parametrize("text", ["TRUOC NGAY 15/6", "  truoc   ngay 15/6 ", "tru\u031bo\u031b\u0301c 15/6"])
def test_rule_is_read_without_accents_and_however_typed(text: str) -> None:
    assert read_rule(text) == EVE_OF_MID_JUNE


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", BadRule("empty")),
        (" \n", BadRule("empty")),
        ("31/6", BadRule("no_such_day", "31/6")),
        ("0/1", BadRule("no_such_day", "0/1")),
        ("15/3, 31/6", BadRule("no_such_day", "31/6")),
        ("trước 15/13", BadRule("no_such_day", "15/13")),
        ("29/2/2027", BadRule("no_such_day", "29/2/2027")),
        ("ngày 32 tháng cuối", BadRule("no_such_day", "32")),
        ("trước ngày 1 tháng cuối", BadRule("no_such_day", "1")),
        ("trong tháng 13", BadRule("no_such_month", "13")),
        ("sớm nhất có thể", BadRule("vague", "sớm nhất có thể")),
        (" 15/12 (often 15/11) ", BadRule("not_understood", "15/12 (often 15/11)")),
        ("15 Juin", BadRule("not_understood", "15 Juin")),
        ("2027-06-15", BadRule("not_understood", "2027-06-15")),
        ("15/6, 15/12/2027", BadRule("not_understood", "15/6, 15/12/2027")),
        ("quý V", BadRule("not_understood", "quý V")),
        # "Before June" may be meant to end in May or in June: better asked than guessed.
        ("trước tháng 6", BadRule("not_understood", "trước tháng 6")),
        ("before quarter III", BadRule("not_understood", "before quarter III")),
        ("sau ngày 15/6", BadRule("not_understood", "sau ngày 15/6")),
        ("P0 - 3 days", BadRule("not_understood", "P0 - 3 days")),
        ("P0 + 99999 days", BadRule("not_understood", "P0 + 99999 days")),
        ("P0 + 30", BadRule("not_understood", "P0 + 30")),
        ("trước P0 + 30 ngày", BadRule("not_understood", "trước P0 + 30 ngày")),
    ],
)
def test_text_that_is_no_rule_says_what_is_wrong(text: str, problem: BadRule) -> None:
    assert read_rule(text) == problem


WORDS = (
    "P0 + - 5 30 15/6 31/6 , ; trước hết quý III kỳ tháng 13 cuối ngày làm việc năm 2027 of end month Q2 day"
)


@given(st.text() | st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join))
@example("ngày ngày 15/6")
@example("٣/٣")
def test_reading_never_raises(text: str) -> None:
    assert isinstance(read_rule(text), Rule | BadRule)


@given(st.dates(date(2024, 1, 1), date(2034, 12, 31)))
def test_before_a_date_is_until_the_day_before(day: date) -> None:
    written = f"{day.day}/{day.month}/{day.year}"

    assert read_rule(f"trước ngày {written}") == OnDate(date.fromordinal(day.toordinal() - 1))
    assert read_rule(f"đến hết ngày {written}") == OnDate(day)


def test_only_rules_from_the_day_of_issue_need_it() -> None:
    assert needs_issue_date(AfterIssue(days=30))
    assert not needs_issue_date(MID_JUNE)
    assert not needs_issue_date(AfterPeriod(days=30))
