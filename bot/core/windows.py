"""When the system may speak unasked: never at rest time, in the evening, at weekends or on holidays.

Answers to a person's own message do not pass here: they are immediate at any hour.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.monthday import MonthDay
from bot.core.quiet import USUAL_QUIET, Notice, QuietDays, covers_every_year, quiet_on
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


NOON = time(12)
REST = (Window(time(0), time(7, 30)), Window(time(11, 30), time(13, 30)), Window(time(18), time(23, 59, 59)))
"""When nobody is written to, whatever the season: no window may reach into it."""


def at_rest(windows: Iterable[Window]) -> Window | None:
    """The first of these windows that reaches into the rest at noon or at night. None if none does."""
    return next(
        (one for one in windows if any(one.opens < rest.closes and rest.opens < one.closes for rest in REST)),
        None,
    )


def rests_at(at: time) -> bool:
    """Whether people rest at that hour of a working day."""
    return any(rest.opens <= at < rest.closes for rest in REST)


@dataclass(frozen=True, slots=True)
class Season:
    """Other send windows between two days of every year (17/10 to 15/4), both included."""

    starts: MonthDay
    ends: MonthDay
    windows: tuple[Window, ...]
    name: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if not self.windows:
            raise ValueError("a season without any send window")

    def covers(self, day: date) -> bool:
        return covers_every_year(self.starts, self.ends, day)

    def meets(self, other: "Season") -> bool:
        """Whether some day is in both."""
        return covers_every_year(
            self.starts, self.ends, other.starts.in_year(_LEAP_YEAR)
        ) or covers_every_year(other.starts, other.ends, self.starts.in_year(_LEAP_YEAR))


_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class SendWindows:
    """The hours of the working days in which a committee's notices go out.

    `windows` are those of the days that no season covers. On a half day they close at noon. Instants come and go as
    aware UTC; `zone` is the office's. ValueError without any window: nothing could ever be sent.
    """

    calendar: WorkCalendar
    zone: ZoneInfo
    windows: tuple[Window, ...] = OFFICE_WINDOWS
    quiet: tuple[QuietDays, ...] = USUAL_QUIET
    seasons: tuple[Season, ...] = ()

    def __post_init__(self) -> None:
        if not self.windows:
            raise ValueError("no send window")

    def is_open(self, now: datetime) -> bool:
        """Whether a notice may be sent at this instant."""
        now, day = self._at_office(now)
        return self.calendar.is_working(day) and any(
            opens <= now < closes for opens, closes in self._openings(day)
        )

    def next_opening(self, now: datetime) -> datetime:
        """The first instant from `now` on at which a notice may be sent: `now` itself if it is one."""
        now, day = self._at_office(now)
        while True:
            day = self.calendar.next_working(day)
            starts = [max(opens, now) for opens, closes in self._openings(day) if now < closes]
            if starts:
                return min(starts)
            day += timedelta(days=1)

    def openings_after(self, now: datetime, *, most: int) -> Iterator[datetime]:
        """The instants after `now` at which a window opens, the next first."""
        now, day = self._at_office(now)
        while most:
            day = self.calendar.next_working(day)
            for opens, _ in self._openings(day):
                if opens > now and most:
                    most -= 1
                    yield opens
            day += timedelta(days=1)

    def is_quiet(self, day: date, *, unit_kind: str, notice: Notice, period: str = "") -> bool:
        """Whether that notice, about a period of that kind, must not reach such a unit on that day."""
        return quiet_on(self.quiet, day, unit_kind=unit_kind, notice=notice, period=period)

    def on(self, day: date) -> tuple[Window, ...]:
        """The windows of the season that covers a day, whether it is worked or not; those of a half day end at noon."""
        windows = next((season.windows for season in self.seasons if season.covers(day)), self.windows)
        if not self.calendar.is_half(day):
            return windows
        return tuple(Window(one.opens, min(one.closes, NOON)) for one in windows if one.opens < NOON)

    def _at_office(self, now: datetime) -> tuple[datetime, date]:
        """The instant in UTC, in which alone instants compare whatever the clocks do, and the day at the office."""
        assert now.tzinfo is not None, "a naive datetime would be read in the machine's zone"
        return now.astimezone(UTC), now.astimezone(self.zone).date()

    def _openings(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """The instants between which the windows of a day are open.

        Where the clock is changed in the middle of a window, it opens at the later and closes at the earlier
        of the instants that the hour may mean, so that no clock on a wall ever shows a time outside it.
        """
        for window in self.on(day):
            opens = max(self._instants(day, window.opens))
            closes = min(self._instants(day, window.closes))
            if opens < closes:
                yield opens, closes

    def _instants(self, day: date, at: time) -> tuple[datetime, datetime]:
        """Both readings of an hour that the clock repeats or leaves out; twice the same on other days."""
        local = datetime.combine(day, at, tzinfo=self.zone)
        # An hour may have been read off a clock in its second round: neither reading may be missed.
        return local.replace(fold=0).astimezone(UTC), local.replace(fold=1).astimezone(UTC)
