"""What staff and leaders type behind `lịch` to look: a year, a month, a day, or the name of a day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.extending import read_day
from bot.core.folding import clean, fold
from bot.core.workdays import SpecialDay

_YEAR = re.compile(r"(?:ca |trong )?(?:nam |year )?(?P<year>20\d{2})")
_THIS_YEAR = {"nam nay": 0, "ca nam": 0, "this year": 0, "nam sau": 1, "nam toi": 1, "next year": 1}
_MONTH = re.compile(r"(?:trong )?(?:thang |month )(?P<month>\d{1,2})(?:(?:/| nam |-| )(?P<year>20\d{2}))?")
_THIS_MONTH = {"thang nay": 0, "this month": 0, "thang sau": 1, "thang toi": 1, "next month": 1}
_SHORTEST_NAME = 3
_AHEAD = timedelta(days=550)


@dataclass(frozen=True, slots=True)
class Look:
    """From one day to another, both in it: a `year`, a `month` or a `day`."""

    what: str
    first: date
    last: date


def read_look(text: str, *, today: date) -> Look | None:
    """None: no stretch of days was named. A month without a year is the next one from this on."""
    said = fold(clean(text)).strip(" .,;?")
    if (found := _YEAR.fullmatch(said)) is not None or said in _THIS_YEAR:
        year = int(found["year"]) if found else today.year + _THIS_YEAR[said]
        return Look("year", date(year, 1, 1), date(year, 12, 31))
    if said in _THIS_MONTH:
        return _month(today.year, today.month + _THIS_MONTH[said])
    if (found := _MONTH.fullmatch(said)) is not None:
        month = int(found["month"])
        if not 1 <= month <= 12:
            return None
        return _month(int(found["year"] or today.year + (month < today.month)), month)
    day = read_day(said, today)
    return Look("day", day, day) if day is not None else None


def named(days: Iterable[SpecialDay], text: str, *, today: date) -> list[SpecialDay]:
    """The days to come that are called so, in order."""
    said = fold(clean(text)).strip(" .,;?")
    if len(said) < _SHORTEST_NAME:
        return []
    found = (
        one for one in days if today <= one.day <= today + _AHEAD and f" {said} " in f" {fold(one.name)} "
    )
    return sorted(found, key=lambda one: one.day)


def _month(year: int, month: int) -> Look:
    first = date(year + (month > 12), (month - 1) % 12 + 1, 1)
    return Look("month", first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
