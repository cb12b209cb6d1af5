"""The office's calendar: which days are worked, and counting by them.

Public holidays, days worked in exchange (a Saturday for a Monday off), half days and the weekly rest are data; see
`plans/holidays.csv`. Years that the data does not cover have their weekly rest only.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate

MONDAY_TO_FRIDAY = frozenset(range(5))
"""The week of Vietnamese offices (40 hours), as `date.weekday()` counts: Monday is 0."""


class DayKind(StrEnum):
    """What makes a day special. A worked day that the week works anyway is allowed, and changes nothing."""

    OFF = "off"
    WORKED = "worked"
    HALF = "half"  # worked in the morning only: a working day for every count, quiet from noon on


class DayStatus(StrEnum):
    """How sure a special day is: announced in a document, fixed by law, entered by the committee without a document, or
    expected until the yearly notice comes. From the surest on."""

    OFFICIAL = "official"
    STATUTORY = "statutory date"
    ENTERED = "entered"
    PROJECTED = "projected"


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day on which the office does not follow its week. `source` is the document that says so."""

    day: date
    kind: DayKind
    name: str
    status: DayStatus = DayStatus.OFFICIAL
    source: str = ""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days that an office works. Every question takes the same short time, however far apart the days.

    `week` holds the `date.weekday()` numbers that are worked. ValueError if none is, or if a day is listed
    twice: readers of data refuse both before.
    """

    special: tuple[SpecialDay, ...] = ()
    week: frozenset[int] = MONDAY_TO_FRIDAY
    _by_day: dict[date, SpecialDay] = field(init=False, repr=False, compare=False)
    _turned: frozenset[date] = field(init=False, repr=False, compare=False)
    _lost: list[int] = field(init=False, repr=False, compare=False)
    _gained: list[int] = field(init=False, repr=False, compare=False)
    _week_counts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.week or not self.week <= set(range(7)):
            raise ValueError(f"a week needs working days from 0 to 6, not {sorted(self.week)}")
        by_day = {special.day: special for special in self.special}
        if len(by_day) < len(self.special):
            raise ValueError("a day is listed twice")
        turned = {
            day
            for day, special in by_day.items()
            if (day.weekday() in self.week) == (special.kind is DayKind.OFF)
        }
        lost = sorted(day.toordinal() for day in turned if day.weekday() in self.week)
        gained = sorted(day.toordinal() for day in turned if day.weekday() not in self.week)
        # How many of the first 0, 1, ... 6 days of a week are worked.
        week_counts = tuple(accumulate((day in self.week for day in range(6)), initial=0))
        for name, value in (
            ("_by_day", by_day),
            ("_turned", frozenset(turned)),
            ("_lost", lost),
            ("_gained", gained),
            ("_week_counts", week_counts),
            ("_hash", hash((self.special, self.week))),
        ):
            object.__setattr__(self, name, value)

    def __hash__(self) -> int:
        return self._hash  # worked out once: what is worked out of a calendar is kept by it

    @classmethod
    def of(cls, days: Iterable[SpecialDay], *, week: frozenset[int] = MONDAY_TO_FRIDAY) -> "WorkCalendar":
        return cls(tuple(days), week)

    @property
    def off(self) -> tuple[SpecialDay, ...]:
        return tuple(special for special in self.special if special.kind is DayKind.OFF)

    @property
    def worked(self) -> tuple[SpecialDay, ...]:
        return tuple(special for special in self.special if special.kind is DayKind.WORKED)

    @property
    def half(self) -> tuple[SpecialDay, ...]:
        return tuple(special for special in self.special if special.kind is DayKind.HALF)

    def overlaid(self, days: Iterable[SpecialDay]) -> "WorkCalendar":
        """This calendar with days of somebody's own, which win day by day."""
        own = {day.day: day for day in days}
        return replace(self, special=tuple({**self._by_day, **own}.values())) if own else self

    def is_half(self, day: date) -> bool:
        """Whether only the morning of that day is worked."""
        special = self._by_day.get(day)
        return special is not None and special.kind is DayKind.HALF

    def special_day(self, day: date) -> SpecialDay | None:
        """Why `day` is not as its weekday: its name and status. None for an ordinary day or weekend."""
        return self._by_day.get(day)

    def is_working(self, day: date) -> bool:
        return (day.weekday() in self.week) != (day in self._turned)

    def next_working(self, day: date) -> date:
        """That day if it is worked, else the first one after it that is."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def previous_working(self, day: date) -> date:
        """That day if it is worked, else the last one before it that is."""
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day

    def add(self, day: date, *, working_days: int) -> date:
        """The n-th working day after `day` (before it, for a negative n); `day` itself for 0.

        `day` is never counted, worked or not: one working day after a Saturday is Monday, one before it is
        Friday.
        """
        at = day.toordinal()
        if working_days > 0:
            goal = self._worked_until(at) + working_days
            # A day holds at most one working day, so a jump of as many days as are missing cannot overshoot.
            while missing := goal - self._worked_until(at):
                at += missing
        elif working_days < 0:
            goal = self._worked_until(at - 1) + working_days
            while excess := self._worked_until(at - 1) - goal:
                at -= excess
        return date.fromordinal(at)

    def count_between(self, start: date, end: date) -> int:
        """How many working days lead from `start` to `end`: `start` is not counted, `end` is.

        Negative if `end` is earlier. `count_between(day, add(day, working_days=n)) == n`, always.
        """
        first, last = start.toordinal(), end.toordinal()
        if last >= first:
            return self._worked_until(last) - self._worked_until(first)
        return self._worked_until(last - 1) - self._worked_until(first - 1)

    def _worked_until(self, ordinal: int) -> int:
        """Working days from the first day of the year 1, a Monday, up to and including the ordinal."""
        weeks, rest = divmod(ordinal, 7)
        regular = weeks * len(self.week) + self._week_counts[rest]
        return regular - bisect_right(self._lost, ordinal) + bisect_right(self._gained, ordinal)
