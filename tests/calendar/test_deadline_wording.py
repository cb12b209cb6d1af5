"""Deadlines as documents word them: what each means, and what is asked rather than guessed."""

from datetime import date

import pytest

from bot.core.deadline_rules import (
    QUARTER_ENDS,
    AfterIssue,
    AfterPeriod,
    BadRule,
    InLastMonth,
    InLastWeek,
    LastWorkingDay,
    NextYear,
    OnDate,
    OnDays,
    OnSchoolDay,
    Rule,
    read_rule,
)
from bot.core.folding import fold
from bot.core.monthday import MonthDay
from bot.core.schoolyear import SchoolDay


def on(day: int, month: int) -> OnDays:
    return OnDays((MonthDay(month, day),))


WORDED: list[tuple[str, Rule]] = [
    ("trước 15/6", on(14, 6)),
    ("trước ngày 15 tháng 6 hằng năm", on(14, 6)),
    ("trước ngày 15 tháng 6 (hằng năm)", on(14, 6)),
    ("hoàn thành trước ngày 20/12", on(19, 12)),
    ("gửi báo cáo trước ngày 15/6 và 15/12", OnDays((MonthDay(6, 14), MonthDay(12, 14)))),
    ("chậm nhất ngày 20/12", on(20, 12)),
    ("chậm nhất vào ngày 20 tháng 12 hàng năm", on(20, 12)),
    ("muộn nhất 20/12", on(20, 12)),
    ("không muộn hơn ngày 20/12", on(20, 12)),
    ("không quá ngày 20/12", on(20, 12)),
    ("15.6", on(15, 6)),
    ("15 / 6", on(15, 6)),
    ("mùng 5/9", on(5, 9)),
    ("15-6-2027", OnDate(date(2027, 6, 15))),
    ("trước ngày 6 tháng 12 năm 2027", OnDate(date(2027, 12, 5))),
    # A day in June is no half-year, one in September no nine months.
    ("ngày 9 tháng 6", on(9, 6)),
    ("ngày 6 tháng 12", on(6, 12)),
    ("ngày 6 tháng cuối", InLastMonth(6)),
    ("6 tháng đầu năm", on(30, 6)),
    ("sáu tháng đầu năm", on(30, 6)),
    ("06 tháng đầu năm 2027", OnDate(date(2027, 6, 30))),
    ("6 tháng cuối năm", on(31, 12)),
    ("6 tháng", OnDays((MonthDay(6, 30), MonthDay(12, 31)))),
    ("9 tháng", on(30, 9)),
    ("chín tháng đầu năm", on(30, 9)),
    ("quý III/2027", OnDate(date(2027, 9, 30))),
    ("hoàn thành trong quý III", on(30, 9)),
    ("hết quý", OnDays(QUARTER_ENDS)),
    ("trong quý", OnDays(QUARTER_ENDS)),
    ("trong tháng", InLastMonth(31)),
    ("trong năm", on(31, 12)),
    ("hết năm 2027", OnDate(date(2027, 12, 31))),
    ("31/1 năm sau", NextYear(MonthDay(1, 31))),
    ("trước ngày 31/01 năm sau", NextYear(MonthDay(1, 30))),
    ("ngày 05 tháng sau", InLastMonth(5, months_after=1)),
    ("trước ngày 05 tháng sau", InLastMonth(4, months_after=1)),
    ("cuối tháng sau", InLastMonth(31, months_after=1)),
    ("ngày 15 tháng sáu", on(15, 6)),
    ("trước ngày 15 tháng Sáu hằng năm", on(14, 6)),
    ("ngày 15 tháng sáu năm 2027", OnDate(date(2027, 6, 15))),
    ("ngày 15 tháng năm", on(15, 5)),
    ("trong tháng Năm", on(31, 5)),
    ("15 tháng giêng", on(15, 1)),
    ("trước ngày 20 tháng mười một", on(19, 11)),
    ("hết tháng mười hai", on(31, 12)),
    ("ngày 9 tháng chín và ngày 5 tháng mười", OnDays((MonthDay(9, 9), MonthDay(10, 5)))),
    ("by June 15", on(15, 6)),
    ("before 1 January 2027", OnDate(date(2026, 12, 31))),
    ("end of September", on(30, 9)),
    ("quý II, quý IV", OnDays((MonthDay(6, 30), MonthDay(12, 31)))),
    ("trong tháng 6 và tháng 12", OnDays((MonthDay(6, 30), MonthDay(12, 31)))),
    ("ngày mùng 5 hằng tháng", InLastMonth(5)),
    ("thượng tuần tháng 9", on(10, 9)),
    ("trung tuần tháng 9", on(20, 9)),
    ("hạ tuần tháng 2", on(29, 2)),
    ("trong tuần", InLastWeek(6)),
    ("thứ Sáu hằng tuần", InLastWeek(4)),
    ("trước thứ Sáu hằng tuần", InLastWeek(3)),
    ("Friday each week", InLastWeek(4)),
    ("ngày làm việc cuối cùng của tháng", LastWorkingDay(InLastMonth(31))),
    ("ngày làm việc cuối cùng của quý", LastWorkingDay(OnDays(QUARTER_ENDS))),
    ("ngày làm việc cuối cùng của tháng 6", LastWorkingDay(on(30, 6))),
    ("last working day of the month", LastWorkingDay(InLastMonth(31))),
    ("ngày khai giảng", OnSchoolDay(SchoolDay.OPENS)),
    ("ngày đầu năm học", OnSchoolDay(SchoolDay.OPENS)),
    ("trước khai giảng", OnSchoolDay(SchoolDay.OPENS, days_before=1)),
    ("hết học kỳ I", OnSchoolDay(SchoolDay.FIRST_SEMESTER_ENDS)),
    ("cuối năm học", OnSchoolDay(SchoolDay.ENDS)),
    ("trong vòng 10 ngày kể từ ngày ban hành", AfterIssue(days=10)),
    ("trong 10 ngày làm việc, kể từ ngày ký ban hành", AfterIssue(working_days=10)),
    ("10 ngày sau khi kết thúc quý", AfterPeriod(days=10, of="quarter")),
    ("2 tuần sau khi kết thúc quý", AfterPeriod(days=14, of="quarter")),
    ("trước khi kết thúc học kỳ I", OnSchoolDay(SchoolDay.FIRST_SEMESTER_ENDS)),
    ("trong vòng 15 ngày kể từ ngày kết thúc kỳ báo cáo", AfterPeriod(days=15)),
]
_ACCENTED = ("sáu", "chín tháng", "tháng sau", "tháng năm")
NEEDS_ACCENTS = {text for text, _ in WORDED if any(part in text.lower() for part in _ACCENTED)}
"""Without them the sixth month is the next one, and the fifth a year."""


@pytest.mark.parametrize(("text", "rule"), WORDED)
def test_wording_means_that_day(text: str, rule: Rule) -> None:
    assert read_rule(text) == rule
    assert read_rule(f"  {text.upper()}. ") == rule


@pytest.mark.parametrize(("text", "rule"), [one for one in WORDED if one[0] not in NEEDS_ACCENTS])
def test_accents_may_be_left_out(text: str, rule: Rule) -> None:
    assert read_rule(fold(text)) == rule


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("trước 17 giờ ngày 15/6", "hour"),
        ("trước 17h00 ngày 15/6", "hour"),
        ("16:30 ngày 15/6", "hour"),
        ("tuần đầu tháng 9", "vague"),
        ("tuần đầu tiên của tháng 9", "vague"),
        ("đầu tháng 9", "vague"),
        ("giữa năm", "vague"),
        ("đầu năm học", "vague"),
        ("trước đầu năm học", "vague"),
        ("giữa năm học", "vague"),
        ("start of the school year", "vague"),
        ("thường xuyên", "vague"),
        ("10 ngày kể từ ngày nhận được văn bản", "not_understood"),
        ("trong 10 ngày", "not_understood"),
        ("trong 6 tháng kể từ ngày ban hành", "not_understood"),
        ("từ 01/6 đến 15/6", "not_understood"),
        ("15-20/6", "not_understood"),
        ("trước 6 tháng", "not_understood"),
        ("sau tháng 6", "not_understood"),
        ("sau thang dau nam", "vague"),
        ("ngay 15 thang sau", "vague"),
        ("ngay 15 thang nam", "not_understood"),
        ("hai tháng sau", "not_understood"),
        ("6 tháng năm 2027", "not_understood"),
        ("trước Tết", "not_understood"),
        ("khi có yêu cầu", "not_understood"),
        ("báo cáo năm", "not_understood"),
        ("trước thứ Hai hằng tuần", "not_understood"),
        ("ngày 31/6 năm sau", "no_such_day"),
        ("trung tuần tháng 13", "no_such_month"),
    ],
)
def test_what_is_not_certain_is_asked(text: str, code: str) -> None:
    found = read_rule(text)

    assert isinstance(found, BadRule)
    assert found.code == code
