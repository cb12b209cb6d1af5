"""When the system may speak unasked: never at rest time, in the evening, at weekends or on holidays.

Answers to a person's own message do not pass here: they are immediate at any hour.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.core.monthday import MonthDay
from bot.core.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a day in office time: `opens` is in it, `closes` is not. ValueError if it is empty."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError(f"a window must open before it closes: {self.opens}-{self.closes}")


OFFICE_WINDOWS = (Window(time(8), time(11)), Window(time(14), time(16, 30)))
"""Inside the office hours of every province and season; 11:30 to 13:30 is rest."""


class Notice(StrEnum):
    """What is said unasked to those who report."""

    REMINDER = "reminder"  # before the last day and on it
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class QuietDays:
    """Days of every year on which some kinds of unit do not hear some notices.

    Both ends are in it; a stretch may pass the end of the year (`starts` later than `ends`). `unit_kinds`
    are codes such as SCHOOL.
    """

    starts: MonthDay
    ends: MonthDay
    unit_kinds: frozenset[str]
    notices: frozenset[Notice]

    def covers(self, day: date) -> bool:
        at = MonthDay.of(day)
        if self.starts <= self.ends:
            return self.starts <= at <= self.ends
        return at >= self.starts or at <= self.ends


TEACHERS_DAY = QuietDays(
    starts=MonthDay(11, 20),
    ends=MonthDay(11, 20),
    unit_kinds=frozenset({"SCHOOL", "PARTY_SCHOOL"}),
    notices=frozenset({Notice.OVERDUE}),
)
"""20/11 is the teachers' own day: no school is told then that it is late."""


@dataclass(frozen=True, slots=True)
class SendWindows:
    """The hours of the working days in which a committee's notices go out.

    Instants come and go as aware UTC; `zone` is the office's. ValueError without any window: nothing could
    ever be sent.
    """

    calendar: WorkCalendar
    zone: ZoneInfo
    windows: tuple[Window, ...] = OFFICE_WINDOWS
    quiet: tuple[QuietDays, ...] = (TEACHERS_DAY,)

    def __post_init__(self) -> None:
        if not self.windows:
            raise ValueError("no send window")

    def is_open(self, now: datetime) -> bool:
        """Whether a notice may be sent at this instant."""
        day = self._office_day(now)
        return self.calendar.is_working(day) and any(
            opens <= now < closes for opens, closes in self._openings(day)
        )

    def next_opening(self, now: datetime) -> datetime:
        """The first instant from `now` on at which a notice may be sent: `now` itself if it is one."""
        day = self._office_day(now)
        while True:
            day = self.calendar.next_working(day)
            starts = [max(opens, now) for opens, closes in self._openings(day) if now < closes]
            if starts:
                return min(starts).astimezone(UTC)
            day += timedelta(days=1)

    def is_quiet(self, day: date, *, unit_kind: str, notice: Notice) -> bool:
        """Whether that notice must wait for another day because of what the day is to such a unit."""
        return any(
            unit_kind in quiet.unit_kinds and notice in quiet.notices and quiet.covers(day)
            for quiet in self.quiet
        )

    def _office_day(self, now: datetime) -> date:
        assert now.tzinfo is not None, "a naive datetime would be read in the machine's zone"
        return now.astimezone(self.zone).date()

    def _openings(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """The instants between which the windows of a day are open.

        Where the clock is changed in the middle of a window, it opens at the later and closes at the earlier
        of the instants that the hour may mean, so that no clock on a wall ever shows a time outside it.
        """
        for window in self.windows:
            opens = max(self._instants(day, window.opens))
            closes = min(self._instants(day, window.closes))
            if opens < closes:
                yield opens, closes

    def _instants(self, day: date, at: time) -> tuple[datetime, datetime]:
        """Both readings of an hour that the clock repeats or leaves out; twice the same on other days."""
        local = datetime.combine(day, at, tzinfo=self.zone)
        return local.astimezone(UTC), local.replace(fold=1).astimezone(UTC)
