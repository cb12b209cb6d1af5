"""The kinds of deadline rule: what a last day follows from."""

from dataclasses import dataclass
from datetime import date

from bot.core.monthday import MonthDay
from bot.core.schoolyear import SchoolDay


@dataclass(frozen=True, slots=True)
class AfterIssue:
    """So long after the plan was issued."""

    days: int = 0
    working_days: int = 0


@dataclass(frozen=True, slots=True)
class AfterPeriod:
    """So long after the last day of the period; before it, for negative numbers. `of` is the kind of period that the
    text names, if it names one."""

    days: int = 0
    working_days: int = 0
    of: str = ""


@dataclass(frozen=True, slots=True)
class OnDays:
    """One of these days, included. "Before 15/6" is 14/6 here, "in June" is 30/6."""

    days: tuple[MonthDay, ...]


@dataclass(frozen=True, slots=True)
class NextYear:
    """A day of the year after that in which the period ends, included."""

    day: MonthDay


@dataclass(frozen=True, slots=True)
class OnDate:
    """That date, included."""

    on: date


@dataclass(frozen=True, slots=True)
class InLastMonth:
    """A day of the month in which the period ends, or so many months after it: its last day where the month is
    shorter."""

    day: int
    months_after: int = 0


@dataclass(frozen=True, slots=True)
class InLastWeek:
    """A day of the week in which the period ends. 0 is Monday."""

    weekday: int


@dataclass(frozen=True, slots=True)
class OnSchoolDay:
    """A day of the school year, or so many days before it."""

    which: SchoolDay
    days_before: int = 0


@dataclass(frozen=True, slots=True)
class LastWorkingDay:
    """The last working day until the day of another rule, included."""

    of: "OnDays | OnDate | InLastMonth | AfterPeriod"


Rule = (
    AfterIssue
    | AfterPeriod
    | OnDays
    | NextYear
    | OnDate
    | InLastMonth
    | InLastWeek
    | OnSchoolDay
    | LastWorkingDay
)
