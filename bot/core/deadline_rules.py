"""Rules of deadlines as a person writes them in a plan file: Vietnamese or English, accents or none.

=============================================  ==================================================
`P0 + 30 days`  `P0 + 10 ngày làm việc`        from the day on which the plan was issued (P0)
`30 ngày kể từ ngày ban hành`                  the same
`15/6`  `chậm nhất ngày 15/6`  `by 15/6`       that day included; also `đến hết ngày 15/6`
`trước ngày 15/6`  `before 15/6`               that day excluded: 14/6 is the last
`15/3, 15/6, 15/9, 15/12`                      the one that is the period's: see `deadlines.last_day`
`31/12/2027`  `ngày 31 tháng 12 năm 2027`      that date, whatever the period
`trong tháng 6`  `end of month 6`              30/6
`quý III`  `hết quý 3`  `Q3`                   30/9
`quý IV/2030`  `tháng 6 năm 2027`              31/12/2030, 30/6/2027
`cuối quý`  `quarter end`                      31/3, 30/6, 30/9, 31/12
`cuối kỳ`  `end of period + 5 days`            from the last day of the period
`+ 5 ngày làm việc`                            the same, in short
`ngày 15 tháng cuối`  `day 15 of the last month`   of the period
=============================================  ==================================================

The words mean what they mean in Vietnamese offices: "trước ngày D" ends with the day before D, "chậm nhất"
and "đến hết ngày D" with D itself.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.folding import fold
from bot.core.monthday import MonthDay


@dataclass(frozen=True, slots=True)
class AfterIssue:
    """So long after the plan was issued."""

    days: int = 0
    working_days: int = 0


@dataclass(frozen=True, slots=True)
class AfterPeriod:
    """So long after the last day of the period; before it, for negative numbers."""

    days: int = 0
    working_days: int = 0


@dataclass(frozen=True, slots=True)
class OnDays:
    """One of these days, included. "Before 15/6" is 14/6 here, "in June" is 30/6."""

    days: tuple[MonthDay, ...]


@dataclass(frozen=True, slots=True)
class OnDate:
    """That date, included."""

    on: date


@dataclass(frozen=True, slots=True)
class InLastMonth:
    """A day of the month in which the period ends: its last day where the month is shorter."""

    day: int


Rule = AfterIssue | AfterPeriod | OnDays | OnDate | InLastMonth


@dataclass(frozen=True, slots=True)
class BadRule:
    """Why a text is no rule, with the part in question.

    `code` is `empty`, `no_such_day` (31/6), `no_such_month` (13) or `not_understood`.
    """

    code: str
    part: str = ""


QUARTER_ENDS = tuple(MonthDay.last_of(month) for month in (3, 6, 9, 12))

_WORDS = tuple(
    (re.compile(rf"\b(?:{words})\b"), meaning)
    for words, meaning in (
        ("ngay ban hanh|date of issue", "p0"),
        ("ngay lam viec|working days?", "workday"),
        ("thang cuoi|hang thang|last month|each month", "lastmonth"),
        ("ngay|days?", "day"),
        ("thang", "month"),
        ("quy", "quarter"),
        ("ky", "period"),
        ("va|and", ","),
        ("truoc", "before"),
        ("no later than|cham nhat|la|den|het|trong|cuoi|until|in|end", "by"),
        ("cua|of|the|hang nam|(?:each|every) year", ""),
    )
)
"""Every word that a rule may hold, in plain letters, and the few that the patterns below know."""

_SHAPES = (
    (re.compile(r" ?([+-]) ?"), r" \1"),  # P0+30 days
    (re.compile(r"(\d+) (day|workday) (?:ke tu|sau|after|from) p0"), r"p0 +\1 \2"),
    (re.compile(r"(\d) month (\d+)"), r"\1/\2"),  # ngày 15 tháng 6
    (re.compile(r" nam (2\d{3})"), r"/\1"),
    (re.compile(r"day (\d+/)"), r"\1"),
    (re.compile(r" ?[,;] ?"), ","),
)

_BOUND = re.compile(r"(?:by )*(before )?(?:by )*")
_SHIFT = r"(?P<count>[+-]\d{1,4}) (?P<unit>day|workday)"
_AFTER_ISSUE = re.compile(rf"p0(?: {_SHIFT})?")
_AFTER_PERIOD = re.compile(rf"period(?: by)?(?: {_SHIFT})?")
_IN_LAST_MONTH = re.compile(r"(?:day )?(\d\d?) lastmonth(?: (?:each )?(?:quarter|period))?")
_QUARTER_END = re.compile(r"quarter(?: by)?")
_QUARTER = re.compile(r"(?:quarter |q)([1-4]|iv|i{1,3})(?:/(2\d{3}))?")
_MONTH = re.compile(r"month (\d\d?)(?:/(2\d{3}))?")
_DATE = re.compile(r"(\d\d?)/(\d\d?)/(2\d{3})")
_DAYS = re.compile(r"\d\d?/\d\d?(?:,\d\d?/\d\d?)*")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def read_rule(text: str) -> Rule | BadRule:
    """The rule that a text states. Never raises."""
    words = _words(text)
    if not words:
        return BadRule("empty")
    bound = _BOUND.match(words)
    before = bound is not None and bound[1] is not None
    point = _BOUND.sub("", words, count=1)
    rule = _read_day(point, before=before) or (None if before else _read_span(point))
    return rule or BadRule("not_understood", text.strip())


def needs_issue_date(rule: Rule) -> bool:
    """Whether the rule counts from the plan's date of issue, which some plans do not state."""
    return isinstance(rule, AfterIssue)


def _words(text: str) -> str:
    """A text in the few words of the patterns: "Trước ngày 15 tháng 6." is "before 15/6"."""
    plain = fold(text).removesuffix(".")
    for pattern, meaning in _WORDS:
        plain = pattern.sub(meaning, plain)
    plain = " ".join(plain.split())
    for pattern, shape in _SHAPES:
        plain = pattern.sub(shape, plain)
    return plain.strip()


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
        return InLastMonth(last) if 1 <= last <= 31 else BadRule("no_such_day", found[1])
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
    if found := _AFTER_ISSUE.fullmatch(point):
        rule = AfterIssue(*_shift(found))
        return None if min(rule.days, rule.working_days) < 0 else rule  # due before anybody is asked
    # "+ 5 days" alone counts from the end of the period.
    if found := _AFTER_PERIOD.fullmatch(f"period {point}" if point[:1] in ("+", "-") else point):
        return AfterPeriod(*_shift(found))
    if _QUARTER_END.fullmatch(point):
        return OnDays(QUARTER_ENDS)
    if found := _QUARTER.fullmatch(point):
        return _month_end(3 * (_ROMAN.get(found[1]) or int(found[1])), year=found[2])
    if found := _MONTH.fullmatch(point):
        return _month_end(int(found[1]), year=found[2])
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
