"""How far ahead a reminder is wanted: "thứ 2", "30/11", "2 ngày nữa", "đầu tuần sau", "1 tiếng nữa".

Each pattern reads folded words and takes them out, so that the caller sees what else was said.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.forms.answers import date_words
from bot.core.one_day import only_day

SOON = timedelta(hours=1)
"""What "lát nữa" means."""

_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_NUMBER = r"(?P<count>\d{1,3}|mot|hai|ba|bon|nam|an?|one|two|three)"
_AFTER = r"(?:nua|sau|later|from now)"
_HALF_HOUR = re.compile(
    r"\b(?:sau |trong |in )?(?:nua (?:tieng|gio)|half an hour)(?: dong ho)?(?: nua| sau)?\b"
)
_SOON = re.compile(
    r"\b(?:(?:mot |1 )?(?:lat|chut|ti|it|xiu)(?: phut)?(?: nua| sau)|in a (?:while|bit|moment)|a bit later)\b"
)
_WAIT = re.compile(
    rf"\b(?:(?P<before>sau|trong|in) )?{_NUMBER} ?(?:(?P<long>tieng|hours?)|(?P<clock>gio|h)|(?P<short>phut|minutes?|"
    rf"mins?))(?: dong ho)?(?P<half> ruoi)?(?P<behind> {_AFTER})?\b(?! ?\d)"
)
_HOUR_OF_THE_CLOCK = re.compile(r"\b\d{1,2} ?(?:h|g|gio) ?\d{1,2} phut\b")
_DAYS_AWAY = re.compile(
    rf"\b(?<!thu )(?:(?:sau|trong|in) )?{_NUMBER} (?P<unit>ngay|hom|bua|tuan|days?|weeks?)(?: {_AFTER})?\b(?! \d)"
)
_DATE = re.compile(
    r"\b(?:ngay )?\d{1,2} ?(?:[/.-]|thang) ?\d{1,2}(?: ?(?:[/.-]|nam) ?\d{2,4})?\b|\b20\d\d-\d{1,2}-\d{1,2}\b"
)
_OF_MONTH = re.compile(r"\b(?:ngay|mung|hom) (?P<day>\d{1,2})\b(?! ?(?:h|g|gio)\b)")
_WEEK = re.compile(
    r"\b(?:(?P<part>dau|giua|cuoi) )?(?:tuan(?: (?P<which>sau|toi|nay|ke tiep))?|(?P<english>next|this) week)\b"
)
_MONTH = re.compile(r"\b(?:dau )?thang (?:sau|toi)\b|\bnext month\b")
_PARTS = {None: 0, "dau": 0, "giua": 2, "cuoi": 4}
_NEXT = ("sau", "toi", "ke tiep", "next")
_AHEAD = (
    (
        re.compile(
            r"\b(?:the )?day after tomorrow\b|\b(?:ngay )?ngaykia\b|\b(?:ngay|hom) (?:kia|mot)\b|^mot$"
        ),
        2,
    ),
    (re.compile(r"\b(?:ngay |hom |bua )?mai\b|\btomorrow\b"), 1),
    (
        re.compile(
            r"\b(?:(?:hom|ngay|bua) )?nay\b|\btoday\b|\bthis (?=evening|morning|afternoon)|\b(?=tonight\b)"
        ),
        0,
    ),
)


@dataclass(frozen=True, slots=True)
class Ahead:
    """A `day`, or how long to `wait`; `rest` are the other words, `figures` if the day was one of the calendar."""

    rest: str
    day: date | None = None
    wait: timedelta | None = None
    figures: bool = False


def take_ahead(said: str, today: date) -> Ahead | None:
    """The day or the wait that folded words name, and what is left of them. None where they name two days."""
    for pattern, wait in ((_HALF_HOUR, timedelta(minutes=30)), (_SOON, SOON)):
        if pattern.search(said) is not None:
            return Ahead(pattern.sub(" ", said), wait=wait)
    if (match := _WAIT.search(said)) is not None and (waited := _waited(match, said)) is not None:
        return Ahead(_without(match, said), wait=waited)
    days: list[date] = []
    rest = said
    for pattern, read in _DAYS:
        match = pattern.search(rest)
        day = read(match, today) if match is not None else None
        if match is not None and day is not None:
            days.append(day)
            rest = _without(match, rest)
    figures = bool(days) and rest != said and _DATE.search(said) is not None
    if days:
        rest = re.sub(r"\bnay\b", " ", rest)  # "thứ sáu này"
    for pattern, ahead in _AHEAD:
        if pattern.search(rest) is not None:
            days.append(today + timedelta(days=ahead))
            rest = pattern.sub(" ", rest)
    if len(set(days)) > 1:
        return None
    return Ahead(rest, day=days[0] if days else None, figures=figures)


def _without(match: re.Match[str], said: str) -> str:
    return f"{said[: match.start()]} {said[match.end() :]}"


def _count(match: re.Match[str]) -> int:
    return _NUMBERS.get(match["count"]) or int(match["count"])


def _waited(match: re.Match[str], said: str) -> timedelta | None:
    """ "1 tiếng", "2 giờ nữa", "30 phút"; "2 giờ" alone is an hour of the clock."""
    if match["short"]:
        return None if _HOUR_OF_THE_CLOCK.search(said) else timedelta(minutes=_count(match))
    if match["clock"] and not (match["before"] or match["behind"]):
        return None
    return timedelta(hours=_count(match), minutes=30 if match["half"] else 0)


def _counted(match: re.Match[str], today: date) -> date:
    days = 7 if match["unit"] in ("tuan", "week", "weeks") else 1
    return today + timedelta(days=days * _count(match))


def _of_month(match: re.Match[str], today: date) -> date | None:
    """The next such day."""
    day = int(match["day"])
    return next(
        (one for ahead in range(62) if (one := today + timedelta(days=ahead)).day == day),
        None,
    )


def _in_week(match: re.Match[str], today: date) -> date | None:
    """The beginning, the middle (Wednesday) or the end (Friday) of a week; the rest of this one has no beginning."""
    following = (match["which"] or match["english"]) in _NEXT
    if not following and match["part"] in (None, "dau"):
        return None
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=following)
    return monday + timedelta(days=_PARTS[match["part"]])


def _next_month(_match: re.Match[str], today: date) -> date:
    return (today.replace(day=1) + timedelta(days=31)).replace(day=1)


def _named(match: re.Match[str], today: date) -> date | None:
    return only_day(match[0], today)


_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_DATE, _named),
    (date_words.WEEKDAY, _named),
    (_DAYS_AWAY, _counted),
    (_OF_MONTH, _of_month),
    (_WEEK, _in_week),
    (_MONTH, _next_month),
)
