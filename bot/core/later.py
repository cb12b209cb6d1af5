"""Nhắc sau: the next times at which a reminder may come instead. Never an evening or a day off, never too late."""

from collections.abc import Callable
from datetime import date, datetime

from bot.core.windows import SendWindows

MOST = 3
LOOK_AHEAD = 60
"""Windows that are looked at: quiet days may lie between."""


def later_times(
    windows: SendWindows, now: datetime, *, until: date, hears: Callable[[date], bool]
) -> tuple[datetime, ...]:
    """When a reminder may come instead: at the next opening of this day if there is one, then in the morning of the
    next days, up to the last day. `hears` says whether a day is good for those who wait."""
    found: list[datetime] = []
    days: set[date] = set()
    today = now.astimezone(windows.zone).date()
    for opening in windows.openings_after(now, most=LOOK_AHEAD):
        day = opening.astimezone(windows.zone).date()
        if day > until or len(found) == MOST:
            break
        if day in days or (day != today and not hears(day)):
            continue
        days.add(day)
        found.append(opening)
    return tuple(found)


def is_offered(
    windows: SendWindows, at: datetime, now: datetime, *, until: date, hears: Callable[[date], bool]
) -> bool:
    """Whether that time is one of those, whatever a button says."""
    return at in later_times(windows, now, until=until, hears=hears)
