"""Nhắc sau: the next times at which a reminder may come instead. Never an evening or a day off, never too late."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from bot.core.extending import read_day
from bot.core.folding import clean, fold, strip_courtesy
from bot.core.windows import SendWindows
from bot.core.wordlists import SPEAKER

MOST = 3
LOOK_AHEAD = 60
"""Windows that are looked at: quiet days may lie between."""

NOON = 12

_EVENING = re.compile(r"(?:buoi )?(?:toi|dem|khuya)(?: nay| mai)?|(?:this )?evening|tonight")
_BESIDES = frozenset(
    ("nhac", "lai", "vao", "luc", "buoi", "hom", "de", "remind", "me", "again", "on", "in", "the")
)
"""Words that say nothing about when."""

_MORNING, _AFTERNOON = ("sang", "morning"), ("chieu", "afternoon")
_DAYS = {
    "nay": 0,
    "today": 0,
    "this": 0,
    "mai": 1,
    "ngay mai": 1,
    "tomorrow": 1,
    "mot": 2,
    "ngay mot": 2,
    "ngay kia": 2,
}


class Unheard(Enum):
    """Why words name no time: in the `EVENING` nothing is sent; `UNCLEAR` is all the rest."""

    EVENING = "evening"
    UNCLEAR = "unclear"


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


def named_time(text: str, times: Sequence[datetime], *, zone: ZoneInfo, today: date) -> datetime | Unheard:
    """Which of the times is meant by "chiều nay", "mai", "sáng thứ sáu", "27/11": the first on that day, in that half
    of it where one is named."""
    typed = clean(text).lower().replace(SPEAKER, "").replace("nhac toi", "")
    said = fold(strip_courtesy(typed)).strip(" .,;")
    words = [word for word in said.split() if word not in _BESIDES]
    if _EVENING.fullmatch(" ".join(words)):
        return Unheard.EVENING
    halves = [word in _MORNING for word in words if word in (*_MORNING, *_AFTERNOON)]
    left = " ".join(word for word in words if word not in (*_MORNING, *_AFTERNOON))
    if not words or len(halves) > 1:
        return Unheard.UNCLEAR
    day = today + timedelta(days=_DAYS[left]) if left in _DAYS else read_day(left, today) if left else None
    if left and day is None:
        return Unheard.UNCLEAR
    for time in times:
        at = time.astimezone(zone)
        if day in (None, at.date()) and (not halves or halves[0] == (at.hour < NOON)):
            return time
    return Unheard.UNCLEAR
