"""From a rule and a period to the last day, and from the last day to the days of the reminders.

A last day lasts until 23:59 at the office. If it is not a working day, the deadline moves on (as the plan's
setting says) and reminders move back.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, assert_never
from zoneinfo import ZoneInfo

from bot.core.deadline_rules import (
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
from bot.core.monthday import MonthDay
from bot.core.periods import CLOSED_ON_14TH, Period
from bot.core.schoolyear import USUAL_SCHOOL_YEAR, SchoolYear
from bot.core.workdays import WorkCalendar

WhenDayOff = Literal["next", "stay", "previous"]
"""Where a last day goes that is not a working day."""

LATE_START_DAYS = 30
"""What a task still gets whose deadline had passed when its plan was loaded."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """`last_day` is still in time. `stated_day` is what the rule says before days off are looked at."""

    last_day: date
    stated_day: date

    @property
    def moved(self) -> bool:
        return self.last_day != self.stated_day


@dataclass(frozen=True, slots=True)
class Start:
    """The last day to begin with. `late`: the computed one had passed, so this one is ours: ask staff."""

    last_day: date
    late: bool


def last_day(
    rule: Rule,
    *,
    period: Period,
    issued_on: date,
    calendar: WorkCalendar,
    when_day_off: WhenDayOff = "next",
    school_year: SchoolYear = USUAL_SCHOOL_YEAR,
) -> Deadline:
    """When a report about a period is due. Ask `needs_issue_date` whether `issued_on` matters.

    Days of the year (15/6) are looked for from the first day of the period on. Of several, the one nearest to
    the period's end is its own: of 20/1 and 15/6, semester I takes 20/1, and semester II takes 15/6 although
    it starts on 18/1.
    """
    stated = _stated_day(rule, period, issued_on, calendar, school_year)
    return Deadline(counted_day(stated, calendar=calendar, when_day_off=when_day_off), stated)


def counted_day(stated: date, *, calendar: WorkCalendar, when_day_off: WhenDayOff) -> date:
    """The last day that counts where that day was named, by a rule or by whoever gave more time."""
    match when_day_off:
        case "next":
            return calendar.next_working(stated)
        case "previous":
            return calendar.previous_working(stated)
        case "stay":
            return stated
        case _:
            assert_never(when_day_off)


def closes_at(day: date, *, zone: ZoneInfo) -> datetime:
    """The instant, as aware UTC, at which a last day is over at the office. From it on a report is late."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=zone).astimezone(UTC)


def late_start(last_day: date, *, loaded_on: date, calendar: WorkCalendar) -> Start:
    """The last day of a task in a plan that is loaded late: 30 days are given where it has passed already.

    `loaded_on` is the day of the first import. Loading a plan again must not give its units more time.
    """
    if last_day >= loaded_on:
        return Start(last_day, late=False)
    return Start(calendar.next_working(loaded_on + timedelta(days=LATE_START_DAYS)), late=True)


def remind_on(last_day: date, *, days_before: int, calendar: WorkCalendar) -> date:
    """The day of a reminder so many calendar days before the last day, moved back to a working day."""
    return calendar.previous_working(last_day - timedelta(days=days_before))


def overdue_on(last_day: date, *, working_days_after: int, calendar: WorkCalendar) -> date:
    """The day of a notice so many working days after the last day."""
    return calendar.add(last_day, working_days=working_days_after)


def _stated_day(
    rule: Rule, period: Period, issued_on: date, calendar: WorkCalendar, school_year: SchoolYear
) -> date:
    match rule:
        case AfterIssue(days, working_days):
            return calendar.add(issued_on + timedelta(days=days), working_days=working_days)
        case AfterPeriod(days, working_days):
            return calendar.add(period.ends_on + timedelta(days=days), working_days=working_days)
        case OnDate(on):
            return on
        case InLastMonth(day, months_after):
            years, month = divmod(period.ends_on.month - 1 + months_after, 12)
            last = MonthDay.last_of(month + 1).in_year(period.ends_on.year + years)
            return last.replace(day=min(day, last.day))
        case InLastWeek(weekday):
            return period.ends_on + timedelta(days=weekday - period.ends_on.weekday())
        case NextYear(day):
            return day.in_year(period.ends_on.year + 1)
        case OnSchoolDay(which, days_before):
            found = school_year.day(which).on_or_after(period.starts_on)
            return found - timedelta(days=days_before)
        case LastWorkingDay(of):
            return calendar.previous_working(_stated_day(of, period, issued_on, calendar, school_year))
        case OnDays(days):
            # A year that closes on 14/12 began on 15/12: "by 15/12" cannot mean its first day.
            after = period.starts_on + timedelta(days=period.kind in CLOSED_ON_14TH)
            listed = (day.on_or_after(after) for day in days)
            return min(listed, key=lambda day: (abs(day - period.ends_on), day))
        case _:
            assert_never(rule)
