"""Quiet days: working days on which some kinds of unit do not hear some notices.

Last days are not moved by them. A reminder before the last day comes earlier, so that nobody misses it; a notice of
what is overdue waits until the quiet days are over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.monthday import MonthDay

SCHOOLS = frozenset({"SCHOOL", "PARTY_SCHOOL"})


class Notice(StrEnum):
    """What is said unasked to those who report."""

    REMINDER = "reminder"  # before the last day and on it
    OVERDUE = "overdue"


ALL_NOTICES = frozenset(Notice)


@dataclass(frozen=True, slots=True)
class QuietDays:
    """A stretch of days, both ends in it.

    Between two days of the year it comes every year, and may pass the end of the year (`starts` later than `ends`);
    between two dates it comes once. `unit_kinds` are codes such as SCHOOL. `but_periods` are kinds of period (`summer`)
    of which notices are given all the same.
    """

    starts: MonthDay | date
    ends: MonthDay | date
    unit_kinds: frozenset[str]
    notices: frozenset[Notice] = ALL_NOTICES
    but_periods: frozenset[str] = frozenset()
    name: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.starts, date) != isinstance(self.ends, date):
            raise ValueError("a stretch has two dates, or two days of every year")
        if isinstance(self.starts, date) and isinstance(self.ends, date) and self.starts > self.ends:
            raise ValueError(f"a stretch must start before it ends: {self.starts} to {self.ends}")

    def covers(self, day: date) -> bool:
        if isinstance(self.starts, date) and isinstance(self.ends, date):
            return self.starts <= day <= self.ends
        return covers_every_year(self.starts, self.ends, day)

    def hushes(self, notice: Notice, *, unit_kind: str, period: str = "") -> bool:
        """Whether it concerns such a notice to such a unit, about a period of that kind, on the days that it covers."""
        return notice in self.notices and unit_kind in self.unit_kinds and period not in self.but_periods


def covers_every_year(starts: MonthDay | date, ends: MonthDay | date, day: date) -> bool:
    """Whether a day lies between two days of the year, both included; over New Year if `starts` is the later one."""
    assert isinstance(starts, MonthDay)
    assert isinstance(ends, MonthDay)
    at = MonthDay.of(day)
    return starts <= at <= ends if starts <= ends else at >= starts or at <= ends


def quiet_on(
    stretches: Iterable[QuietDays],
    day: date,
    *,
    unit_kind: str,
    notice: Notice,
    period: str = "",
) -> bool:
    """Whether one of them hushes that notice on that day."""
    return any(
        one.hushes(notice, unit_kind=unit_kind, period=period) and one.covers(day) for one in stretches
    )


def quiet_days_around(
    stretches: Iterable[QuietDays],
    first: date,
    last: date,
    *,
    unit_kind: str,
    notice: Notice,
    period: str = "",
) -> Iterator[date]:
    """The quiet days between two days, both included."""
    concerned = [one for one in stretches if one.hushes(notice, unit_kind=unit_kind, period=period)]
    if not concerned:
        return
    for day in range(first.toordinal(), last.toordinal() + 1):
        at = date.fromordinal(day)
        if any(one.covers(at) for one in concerned):
            yield at


TEACHERS_DAY = QuietDays(
    MonthDay(11, 20),
    MonthDay(11, 20),
    SCHOOLS,
    frozenset({Notice.OVERDUE}),
    name="teachers_day",
)
"""20/11 is the teachers' own day: no school is told then that it is late."""

OPENING_WEEK = QuietDays(MonthDay(9, 5), MonthDay(9, 11), SCHOOLS, name="opening_week")

SUMMER = QuietDays(
    MonthDay(6, 1), MonthDay(7, 31), SCHOOLS, but_periods=frozenset({"summer"}), name="school_holidays"
)
"""In June, with its exams, and July nobody is at school, but for the teachers' political training."""

USUAL_QUIET = (TEACHERS_DAY, OPENING_WEEK, SUMMER)
"""What a new committee begins with (domain notes 5.2, 5.4). Their names are codes, which `locales/` has words for."""
