"""A day of any year: 15/6. Rules, school years and quiet days are written with it."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_LEAP_YEAR = 2024
"""Has every day that any year has."""


class MonthDay(NamedTuple):
    """A month and a day. Compares in the order of the year.

    The last day of February is `MonthDay(2, 29)`: it is the 28th in a year of 365 days.
    """

    month: int
    day: int

    @classmethod
    def last_of(cls, month: int) -> "MonthDay":
        """The last day of a month (1 to 12)."""
        return cls(month, monthrange(_LEAP_YEAR, month)[1])

    @classmethod
    def of(cls, day: date) -> "MonthDay":
        return cls(day.month, day.day)

    @property
    def exists(self) -> bool:
        """False for 31/6 or 1/13, which no year has."""
        return 1 <= self.month <= 12 and 1 <= self.day <= monthrange(_LEAP_YEAR, self.month)[1]

    def in_year(self, year: int) -> date:
        """That day in a year. ValueError if no year has it."""
        if self == (2, 29):
            return date(year, 2, monthrange(year, 2)[1])
        return date(year, self.month, self.day)

    def on_or_after(self, day: date) -> date:
        """Its first occurrence that is not earlier than `day`."""
        this_year = self.in_year(day.year)
        return this_year if this_year >= day else self.in_year(day.year + 1)

    def day_before(self) -> "MonthDay":
        """The day before: 31/12 for 1/1, and the last of February for 1/3."""
        return MonthDay.of(date(_LEAP_YEAR, self.month, self.day) - timedelta(days=1))
