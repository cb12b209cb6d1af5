"""The school year: when it opens, turns and ends."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.core.monthday import MonthDay

_OPENS = MonthDay(month=9, day=5)
_FIRST_SEMESTER_ENDS = MonthDay(month=1, day=17)
_ENDS = MonthDay(month=5, day=30)
_SUMMER_STARTS = MonthDay(month=6, day=1)
_SUMMER_ENDS = MonthDay(month=8, day=31)


class SchoolDay(StrEnum):
    """The days by which a school year is known."""

    OPENS = "opens"
    FIRST_SEMESTER_ENDS = "first_semester_ends"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """The bounds of a school year, which the province decides every August.

    As the framework plans have it: opens on 05/9, semester I is complete before 18/01, the year before 31/05;
    the second semester follows the first without a gap. Days outside (31/05, 01/09 to 04/09) are nobody's.
    """

    opens: MonthDay = _OPENS
    first_semester_ends: MonthDay = _FIRST_SEMESTER_ENDS
    ends: MonthDay = _ENDS
    summer_starts: MonthDay = _SUMMER_STARTS
    summer_ends: MonthDay = _SUMMER_ENDS

    @property
    def in_order(self) -> bool:
        """Whether it turns after it opens, ends after it turns, and has ended before the next one opens."""
        opens, next_opens = self.opens.in_year(2023), self.opens.in_year(2024)
        middle = self.first_semester_ends.on_or_after(opens)
        return opens < middle < self.ends.in_year(2024) < next_opens

    def day(self, which: SchoolDay) -> MonthDay:
        """One of its days by its name."""
        match which:
            case SchoolDay.OPENS:
                return self.opens
            case SchoolDay.FIRST_SEMESTER_ENDS:
                return self.first_semester_ends
            case SchoolDay.ENDS:
                return self.ends

    def opening_year(self, day: date) -> int:
        """The calendar year in which the latest school year that had opened by `day` began."""
        return day.year if day >= self.opens.in_year(day.year) else day.year - 1

    def bounds(self, opening_year: int) -> tuple[date, date]:
        return self.opens.in_year(opening_year), self.ends.in_year(opening_year + 1)

    def semester(self, opening_year: int, which: int) -> tuple[date, date]:
        """The bounds of semester 1 or 2."""
        opens, ends = self.bounds(opening_year)
        middle = self.first_semester_ends.on_or_after(opens)
        return (opens, middle) if which == 1 else (middle + timedelta(days=1), ends)


USUAL_SCHOOL_YEAR = SchoolYear()
