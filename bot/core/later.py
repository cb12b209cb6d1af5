"""Nhắc sau: the times at which a reminder may come instead. Never an evening or a day off, never too late."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from bot.core.later_words import Half, When
from bot.core.windows import SendWindows

MOST = 3
LOOK_AHEAD = 60
"""Windows that are looked at: quiet days may lie between."""

NOON = time(12)
MINUTE = timedelta(minutes=1)
Hears = Callable[[date], bool]
"""Whether a day is good for those who wait. Today is: they were reminded today."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """When a reminder comes that was wanted at a named time. `not_on`: the named day, where nothing is sent on it;
    `other_hour`: nothing is sent at the named hour. `by_the_clock`: the hour was chosen, and not only the window."""

    at: datetime
    not_on: date | None = None
    other_hour: bool = False
    by_the_clock: bool = False


class Unfit(Enum):
    """Why no reminder comes at a named time: nothing is sent in the `EVENING`, it is `GONE`, or it is too `FAR`: behind
    the last day."""

    EVENING = "evening"
    GONE = "gone"
    FAR = "far"


def later_times(windows: SendWindows, now: datetime, *, until: date, hears: Hears) -> tuple[datetime, ...]:
    """When a reminder may come instead: at the next opening of this day if there is one, then in the morning of the
    next days, up to the last day."""
    found: list[datetime] = []
    days: set[date] = set()
    today = _day(windows, now)
    for opening in windows.openings_after(now, most=LOOK_AHEAD):
        day = _day(windows, opening)
        if day > until or len(found) == MOST:
            break
        if day in days or (day != today and not hears(day)):
            continue
        days.add(day)
        found.append(opening)
    return tuple(found)


def may_come(windows: SendWindows, at: datetime, now: datetime, *, until: date, hears: Hears) -> bool:
    """Whether a reminder may come at that instant, whatever a button says."""
    day = _day(windows, at)
    return at > now and day <= until and windows.is_open(at) and (day == _day(windows, now) or hears(day))


def fit(when: When, windows: SendWindows, now: datetime, *, until: date, hears: Hears) -> Fitting | Unfit:
    """The instant at which the reminder comes: the named one, or the next at which something is sent."""
    if when.half is Half.EVENING:
        return Unfit.EVENING
    now = now.replace(second=0, microsecond=0)
    today = _day(windows, now)
    by_the_clock = when.hour is not None or when.wait is not None
    wanted = _wanted(when, windows, now)
    if _day(windows, wanted) < today or (when.day == today and _is_over(when, windows, wanted, now)):
        return Unfit.GONE
    if when.day is None and when.wait is None and _is_over(when, windows, wanted, now):
        wanted += timedelta(days=1)  # "8h" after eight, "chiều" in the afternoon: the next one
    at = _next(windows, wanted, now, hears, by_the_clock=by_the_clock)
    if at is None or _day(windows, at) > until:
        return Unfit.FAR
    day, same_day = _day(windows, wanted), _day(windows, at) == _day(windows, wanted)
    deaf = not same_day and not (windows.calendar.is_working(day) and (day == today or hears(day)))
    other_hour = at != wanted if by_the_clock else not same_day
    return Fitting(
        at,
        not_on=day if deaf else None,
        other_hour=other_hour and not deaf,
        by_the_clock=by_the_clock and at == wanted,
    )


def _wanted(when: When, windows: SendWindows, now: datetime) -> datetime:
    """The first instant that is meant."""
    if when.wait is not None:
        return now + when.wait
    begins = when.hour or (NOON if when.half is Half.AFTERNOON else time())
    return datetime.combine(when.day or _day(windows, now), begins, tzinfo=windows.zone)


def _is_over(when: When, windows: SendWindows, wanted: datetime, now: datetime) -> bool:
    """Whether it was meant for today, a working day, and what is left of the day is too late for it."""
    today = _day(windows, now)
    if _day(windows, wanted) != today or not windows.calendar.is_working(today):
        return False
    if when.hour is not None:
        return wanted <= now
    opening = next(windows.openings_after(max(now, wanted - MINUTE), most=1)).astimezone(windows.zone)
    return opening.date() != today or (when.half is Half.MORNING and opening.time() >= NOON)


def _next(
    windows: SendWindows, wanted: datetime, now: datetime, hears: Hears, *, by_the_clock: bool
) -> datetime | None:
    """The first instant from the wanted one on at which a reminder may come: any in a window if the hour was named,
    else when one opens. None where there is none for weeks."""
    start = wanted
    for _ in range(LOOK_AHEAD):
        if by_the_clock:
            at = windows.next_opening(max(start, now + MINUTE))
        else:
            at = next(windows.openings_after(max(start - MINUTE, now), most=1))
        day = _day(windows, at)
        if day == _day(windows, now) or hears(day):
            return at
        start = datetime.combine(day + timedelta(days=1), time(), tzinfo=windows.zone)
        by_the_clock = False
    return None


def _day(windows: SendWindows, at: datetime) -> date:
    return at.astimezone(windows.zone).date()
