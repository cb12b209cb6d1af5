"""Rules of deadlines as a person writes them in a plan file: Vietnamese or English, accents or none.

==============================================  =================================================
`P0 + 30 days`  `P0 + 10 ngày làm việc`         from the day on which the plan was issued (P0)
`trong vòng 30 ngày kể từ ngày ban hành`        the same
`15/6`  `chậm nhất ngày 15/6`  `by 15/6`        that day included; also `đến hết ngày 15/6`
`trước ngày 15/6`  `before 15/6`                that day excluded: 14/6 is the last
`15/3, 15/6, 15/9, 15/12`                       the one that is the period's: see `deadlines.last_day`
`31/1 năm sau`                                  in the year after the period
`31/12/2027`  `ngày 31 tháng 12 năm 2027`       that date, whatever the period
`trong tháng 6`  `tháng sáu`  `end of June`     30/6
`trung tuần tháng 6`                            20/6 (thượng tuần: 10/6, hạ tuần: 30/6)
`quý III`  `hết quý 3`  `Q3`                    30/9
`quý II và quý IV`  `tháng 6, tháng 12`         30/6 and 31/12
`quý IV/2030`  `tháng 6 năm 2027`               31/12/2030, 30/6/2027
`6 tháng đầu năm`  `9 tháng`  `trong năm`       30/6, 30/9, 31/12
`trong tháng`  `cuối quý`                       the end of the month, the quarter in which the period ends
`trong tuần`  `thứ Sáu hằng tuần`               Sunday, Friday of a weekly form's week
`cuối kỳ`  `end of period + 5 days`             from the last day of the period
`+ 5 ngày làm việc`                             the same, in short
`10 ngày sau khi kết thúc quý`                  the same, for a form of quarters
`ngày 15 tháng cuối`  `ngày 20 hằng tháng`      in the last month of the period
`ngày 5 tháng sau`  `cuối tháng sau`            in the month after the period
`ngày làm việc cuối cùng của tháng`             also `của quý`, `của tháng 6`
`khai giảng`  `hết học kỳ I`  `cuối năm học`    the school year's days, as the province decided them
==============================================  =================================================

The words mean what they mean in Vietnamese offices: "trước ngày D" ends with the day before D, "chậm nhất"
and "đến hết ngày D" with D itself. What may mean several days ("tuần đầu tháng 9") is refused, and so is an hour: a
last day lasts until 23:59.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from bot.core.deadline_kinds import (
    AfterIssue,
    AfterPeriod,
    InLastMonth,
    InLastWeek,
    LastWorkingDay,
    NextYear,
    OnDate,
    OnDays,
    OnSchoolDay,
    Rule,
)
from bot.core.deadline_words import hour_in, in_plain_words, vague_part
from bot.core.monthday import MonthDay
from bot.core.schoolyear import SchoolDay

__all__ = [
    "QUARTER_ENDS",
    "AfterIssue",
    "AfterPeriod",
    "BadRule",
    "InLastMonth",
    "InLastWeek",
    "LastWorkingDay",
    "NextYear",
    "OnDate",
    "OnDays",
    "OnSchoolDay",
    "Rule",
    "needs_issue_date",
    "period_needed",
    "read_rule",
]


@dataclass(frozen=True, slots=True)
class BadRule:
    """Why a text is no rule, with the part in question.

    `code` is `empty`, `no_such_day` (31/6), `no_such_month` (13), `hour` (17 giờ), `vague` or `not_understood`.
    """

    code: str
    part: str = ""


QUARTER_ENDS = tuple(MonthDay.last_of(month) for month in (3, 6, 9, 12))
END_OF_MONTH = 31

_BOUND = re.compile(r"(?:by )*(before )?(?:by )*")
_SHIFT = r"(?P<count>[+-]\d{1,4}) (?P<unit>day|workday)"
_AFTER_ISSUE = re.compile(rf"p0(?: {_SHIFT})?")
_AFTER_PERIOD = re.compile(rf"(?:endof )?(?P<of>period|(?<=endof )\w+)(?: by)?(?: {_SHIFT})?")
_IN_LAST_MONTH = re.compile(r"(?:day )?(\d\d?) (last|next)month(?: (?:each )?(?:quarter|period))?")
_NEXT_YEAR = re.compile(r"(\d\d?)/(\d\d?) nextyear")
_DECADE = re.compile(r"(10|20|31) decade month (\d\d?)")
_QUARTER = re.compile(r"(?:quarter |q)([1-4]|iv|i{1,3})(?:/(2\d{3}))?")
_MONTH = re.compile(r"month (\d\d?)(?:/(2\d{3}))?")
_PART_OF_YEAR = re.compile(r"(half1|half2|ninemonths|year)(?:/(2\d{3}))?")
_SEMESTER = re.compile(r"semester (1|2|i|ii)")
_WEEKDAY = re.compile(r"(?:by )?weekday([1-7]) (?:by )?weekly")
_LAST_WORKING = re.compile(r"lastworkday (?:by )?(.+)")
_DATE = re.compile(r"(\d\d?)/(\d\d?)/(2\d{3})")
_DAYS = re.compile(r"\d\d?/\d\d?(?:,\d\d?/\d\d?)*")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS = {"half1": 6, "half2": 12, "ninemonths": 9, "year": 12}
_PERIODS = {"half": "half_year", "schoolyear": "school_year", "period": ""}
_SPANS: dict[str, Rule] = {
    "quarter": OnDays(QUARTER_ENDS),
    "half": OnDays((MonthDay.last_of(6), MonthDay.last_of(12))),
    "month": InLastMonth(END_OF_MONTH),
    "lastmonth": InLastMonth(END_OF_MONTH),
    "nextmonth": InLastMonth(END_OF_MONTH, months_after=1),
    "week": InLastWeek(6),
    "weekly": InLastWeek(6),
    "semester": AfterPeriod(of="semester"),
    "schoolyear": OnSchoolDay(SchoolDay.ENDS),
    "opening": OnSchoolDay(SchoolDay.OPENS),
}
"""Stretches that need no number, and the days on which they are over."""


@lru_cache(maxsize=512)
def read_rule(text: str) -> Rule | BadRule:
    """The rule that a text states. Never raises."""
    words = in_plain_words(text)
    if not words:
        return BadRule("empty")
    if (hour := hour_in(text)) is not None:
        return BadRule("hour", hour)
    bound = _BOUND.match(words)
    before = bound is not None and bound[1] is not None
    point = _BOUND.sub("", words, count=1).removesuffix(" by")
    rule = _read_day(point, before=before) or (None if before else _read_span(point))
    if rule is not None:
        return rule
    vague = vague_part(text)
    return BadRule("not_understood", text.strip()) if vague is None else BadRule("vague", text.strip())


def needs_issue_date(rule: Rule) -> bool:
    """Whether the rule counts from the plan's date of issue, which some plans do not state."""
    return isinstance(rule, AfterIssue)


def period_needed(rule: Rule) -> str | None:
    """The kind of period of which alone the rule can be said ("trong tuần": week). None if it may be any."""
    match rule:
        case InLastWeek():
            return "week"
        case AfterPeriod(of=of) if of:
            return of
        case _:
            return None


def _read_day(point: str, *, before: bool) -> Rule | BadRule | None:
    """A day that has a name, so that "before" can be said of it. None for anything else."""
    if found := _DAYS.fullmatch(point):
        return _on_days(found[0].split(","), before=before)
    if found := _DATE.fullmatch(point):
        day, month, year = (int(number) for number in found.groups())
        if not MonthDay(month, day).exists or (on := MonthDay(month, day).in_year(year)).day != day:
            return BadRule("no_such_day", point)
        return OnDate(on - timedelta(days=before))
    if found := _IN_LAST_MONTH.fullmatch(point):
        last = int(found[1]) - before
        if not 1 <= last <= 31:
            return BadRule("no_such_day", found[1])
        return InLastMonth(last, months_after=int(found[2] == "next"))
    if found := _NEXT_YEAR.fullmatch(point):
        at = MonthDay(int(found[2]), int(found[1]))
        if not at.exists:
            return BadRule("no_such_day", f"{found[1]}/{found[2]}")
        if before and at == (1, 1):
            return None  # the last day of this year: better said so
        return NextYear(at.day_before() if before else at)
    if found := _WEEKDAY.fullmatch(point):
        weekday = int(found[1]) - 1 - before
        return InLastWeek(weekday) if weekday >= 0 else None  # "before Monday" is another week's
    if point == "opening":
        return OnSchoolDay(SchoolDay.OPENS, days_before=int(before))
    return None


def _on_days(listed: list[str], *, before: bool) -> Rule | BadRule:
    days = []
    for text in listed:
        day, month = (int(number) for number in text.split("/"))
        if not MonthDay(month, day).exists:
            return BadRule("no_such_day", text)
        days.append(MonthDay(month, day).day_before() if before else MonthDay(month, day))
    return OnDays(tuple(days))


def _read_span(point: str) -> Rule | BadRule | None:
    """A stretch of time, which is over when its last day is. None for anything else."""
    if found := _LAST_WORKING.fullmatch(point):
        until = _read_span(found[1])
        if isinstance(until, OnDays | OnDate | InLastMonth | AfterPeriod):
            return LastWorkingDay(until)
        return until if isinstance(until, BadRule) else None
    if found := _AFTER_ISSUE.fullmatch(point):
        rule = AfterIssue(*_shift(found))
        return None if min(rule.days, rule.working_days) < 0 else rule  # due before anybody is asked
    # "+ 5 days" alone counts from the end of the period.
    if found := _AFTER_PERIOD.fullmatch(f"period {point}" if point[:1] in ("+", "-") else point):
        return replace(AfterPeriod(*_shift(found)), of=_PERIODS.get(found["of"], found["of"]))
    if point in _SPANS:
        return _SPANS[point]
    spans = [_read_numbered_span(one.removeprefix("by ")) for one in point.split(",")]
    if len(spans) == 1:
        return spans[0]
    days = [day for one in spans if isinstance(one, OnDays) for day in one.days]
    return OnDays(tuple(days)) if len(days) == len(spans) else None


def _read_numbered_span(point: str) -> Rule | BadRule | None:
    if found := _QUARTER.fullmatch(point):
        return _month_end(3 * (_ROMAN.get(found[1]) or int(found[1])), year=found[2])
    if found := _MONTH.fullmatch(point):
        return _month_end(int(found[1]), year=found[2])
    if found := _PART_OF_YEAR.fullmatch(point):
        return _month_end(_MONTHS[found[1]], year=found[2])
    if found := _DECADE.fullmatch(point):
        month = int(found[2])
        if not 1 <= month <= 12:
            return BadRule("no_such_month", found[2])
        return OnDays((min(MonthDay(month, int(found[1])), MonthDay.last_of(month)),))
    if found := _SEMESTER.fullmatch(point):
        first = found[1] in ("1", "i")
        return OnSchoolDay(SchoolDay.FIRST_SEMESTER_ENDS if first else SchoolDay.ENDS)
    return None


def _month_end(month: int, *, year: str | None) -> Rule | BadRule:
    if not 1 <= month <= 12:
        return BadRule("no_such_month", str(month))
    last = MonthDay.last_of(month)
    return OnDays((last,)) if year is None else OnDate(last.in_year(int(year)))


def _shift(found: re.Match[str]) -> tuple[int, int]:
    """(days, working days) of a match."""
    count = int(found["count"] or 0)
    return (0, count) if found["unit"] == "workday" else (count, 0)
