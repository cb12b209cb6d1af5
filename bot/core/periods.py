"""Periods that reports are about: their bounds, and keys that last as long as the database.

A key says all of a period but the bounds of `once`: `2027` `2027-Q1` `2027-H1` `2027-9M` `2027-03` `2026-W47`
`2026-2027` `2026-2027-HK1` `2027-summer` `2027-R03` `2027-RQ1` `2027-RH1` `2027-R9M` `2027-RY` `E0003` `once`. Keys
of one kind sort in the order of time.
Names for people are made in `locales/`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.core.monthday import MonthDay
from bot.core.schoolyear import USUAL_SCHOOL_YEAR, SchoolYear


class PeriodKind(StrEnum):
    ONCE = "once"
    WEEK = "week"  # ISO 8601: Monday to Sunday, the year of its Thursday
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"  # January to September, beside the half-years: a report of State bodies
    YEAR = "year"
    SEMESTER = "semester"
    SCHOOL_YEAR = "school_year"
    SUMMER = "summer"
    # Of State bodies: figures close on the 14th (Decree 09/2019), and what closes gives the name.
    REPORTING_MONTH = "reporting_month"  # March: 15/2 to 14/3
    REPORTING_QUARTER = "reporting_quarter"  # quarter I: 15/12 to 14/3
    REPORTING_HALF_YEAR = "reporting_half_year"  # 15/12 to 14/6
    REPORTING_NINE_MONTHS = "reporting_nine_months"  # 15/12 to 14/9
    REPORTING_YEAR = "reporting_year"  # 15/12 to 14/12
    EACH = "each"  # as often as something happens: each report is about an occasion of its own


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends in it. Equal periods have equal keys."""

    kind: PeriodKind
    key: str
    starts_on: date
    ends_on: date

    def covers(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


CLOSED_ON_14TH: Mapping[PeriodKind, PeriodKind] = {
    PeriodKind.REPORTING_MONTH: PeriodKind.MONTH,
    PeriodKind.REPORTING_QUARTER: PeriodKind.QUARTER,
    PeriodKind.REPORTING_HALF_YEAR: PeriodKind.HALF_YEAR,
    PeriodKind.REPORTING_NINE_MONTHS: PeriodKind.NINE_MONTHS,
    PeriodKind.REPORTING_YEAR: PeriodKind.YEAR,
}
"""The kinds of which the figures close on the 14th, and those that they follow half a month ahead."""

_OCCASION = re.compile(r"E(\d{4,9})")

_PER_YEAR = {
    PeriodKind.MONTH: 12,
    PeriodKind.QUARTER: 4,
    PeriodKind.HALF_YEAR: 2,
    PeriodKind.NINE_MONTHS: 1,
    PeriodKind.YEAR: 1,
}
_PER_YEAR |= {kind: _PER_YEAR[follows] for kind, follows in CLOSED_ON_14TH.items()}
"""The kinds that are slices of years, all but those of nine months without gaps."""

_KEYS = {
    PeriodKind.WEEK: re.compile(r"([12]\d{3})-W(\d\d)"),
    PeriodKind.MONTH: re.compile(r"([12]\d{3})-(\d\d)"),
    PeriodKind.QUARTER: re.compile(r"([12]\d{3})-Q(\d)"),
    PeriodKind.HALF_YEAR: re.compile(r"([12]\d{3})-H(\d)"),
    PeriodKind.NINE_MONTHS: re.compile(r"([12]\d{3})-9M"),
    PeriodKind.YEAR: re.compile(r"([12]\d{3})"),
    PeriodKind.SEMESTER: re.compile(r"([12]\d{3})-[12]\d{3}-HK(\d)"),
    PeriodKind.SCHOOL_YEAR: re.compile(r"([12]\d{3})-[12]\d{3}"),
    PeriodKind.SUMMER: re.compile(r"([12]\d{3})-summer"),
    PeriodKind.REPORTING_MONTH: re.compile(r"([12]\d{3})-R(\d\d)"),
    PeriodKind.REPORTING_QUARTER: re.compile(r"([12]\d{3})-RQ(\d)"),
    PeriodKind.REPORTING_HALF_YEAR: re.compile(r"([12]\d{3})-RH(\d)"),
    PeriodKind.REPORTING_NINE_MONTHS: re.compile(r"([12]\d{3})-R9M"),
    PeriodKind.REPORTING_YEAR: re.compile(r"([12]\d{3})-RY"),
}


def period_of(kind: PeriodKind, day: date, *, school_year: SchoolYear = USUAL_SCHOOL_YEAR) -> Period | None:
    """The period in which a day lies. None for a day that no period of the kind covers, such as 01/9 between
    two school years, and for `each`: what happens has a number, see `occasion`.
    """
    if kind is PeriodKind.ONCE:
        return _once(date.min, date.max)
    if kind is PeriodKind.EACH:
        return None
    period = _numbered(kind, _number(kind, day, school_year), school_year)
    return period if period.covers(day) else None


def periods_between(
    kind: PeriodKind, starts_on: date, ends_on: date, *, school_year: SchoolYear = USUAL_SCHOOL_YEAR
) -> tuple[Period, ...]:
    """The periods of which at least a day lies between two days (both included), in order.

    They are whole: the first may start earlier and the last may end later. `once` has the bounds given. Of `each`
    there is none: nobody knows beforehand how often something will happen.
    """
    if starts_on > ends_on or kind is PeriodKind.EACH:
        return ()
    if kind is PeriodKind.ONCE:
        return (_once(starts_on, ends_on),)
    numbers = range(_number(kind, starts_on, school_year), _number(kind, ends_on, school_year) + 1)
    periods = (_numbered(kind, number, school_year) for number in numbers)
    return tuple(p for p in periods if p.starts_on <= ends_on and p.ends_on >= starts_on)


def previous(period: Period, *, school_year: SchoolYear = USUAL_SCHOOL_YEAR) -> Period | None:
    """The period before, of the same kind. None for `once` and `each`."""
    if period.kind in (PeriodKind.ONCE, PeriodKind.EACH):
        return None
    # By its key, not its bounds: the province may have moved those since the period was made.
    read = _read_key(period.key)
    assert read is not None, f"not a key of ours: {period.key}"
    kind, number = read
    return _numbered(kind, number - 1, school_year)


def parse(key: str, *, school_year: SchoolYear = USUAL_SCHOOL_YEAR) -> Period | None:
    """The period of a key, None if there is none such (`2027-13`, `2026-2028`, `2027-W53`).

    `once` comes back without bounds (`date.min` to `date.max`): they are those of its plan. So does `each`, whose
    key does not hold its day.
    """
    if key == "once":
        return _once(date.min, date.max)
    if found := _OCCASION.fullmatch(key):
        one = occasion(int(found[1]), date.min)
        return Period(PeriodKind.EACH, key, date.min, date.max) if one.key == key and int(found[1]) else None
    read = _read_key(key)
    if read is None:
        return None
    period = _numbered(*read, school_year)
    # A place that the year does not have (Q5, W53, HK0) gives a neighbour, whose key is another.
    return period if period.key == key else None


def occasion(number: int, day: date) -> Period:
    """The period of one report of the kind `each`, begun on that day. A unit numbers each of its forms from 1."""
    return Period(PeriodKind.EACH, f"E{number:04}", day, day)


def number_of(key: str) -> int | None:
    """The number of an occasion's key (`E0003`: 3). None for the key of any other period."""
    found = _OCCASION.fullmatch(key)
    return int(found[1]) if found else None


def _once(starts_on: date, ends_on: date) -> Period:
    return Period(PeriodKind.ONCE, "once", starts_on, ends_on)


# Periods of a kind are numbered without gaps, so that the next and the previous are one step away. Nothing
# outside this file sees the numbers.


def _read_key(key: str) -> tuple[PeriodKind, int] | None:
    for kind, pattern in _KEYS.items():
        if found := pattern.fullmatch(key):
            place = int(found[2]) if pattern.groups == 2 else 1
            return kind, _first_of_year(kind, int(found[1])) + place - 1
    return None


def _first_of_year(kind: PeriodKind, year: int) -> int:
    """The number of the first period of a calendar year, or of a school year that opens in it."""
    match kind:
        case PeriodKind.WEEK:
            return date.fromisocalendar(year, 1, 1).toordinal() // 7
        case PeriodKind.SEMESTER:
            return year * 2
        case PeriodKind.SCHOOL_YEAR | PeriodKind.SUMMER:
            return year
        case _:
            return year * _PER_YEAR[kind]


def _number(kind: PeriodKind, day: date, school_year: SchoolYear) -> int:
    """The number of the period that covers `day`, or of a neighbour if none does."""
    match kind:
        case PeriodKind.WEEK:
            return (day.toordinal() - 1) // 7  # ordinal 1 was a Monday
        case PeriodKind.SUMMER:
            return day.year
        case PeriodKind.SCHOOL_YEAR:
            return school_year.opening_year(day)
        case PeriodKind.SEMESTER:
            opening_year = school_year.opening_year(day)
            return opening_year * 2 + (day > school_year.semester(opening_year, 1)[1])
        case _:
            # From the 15th on a day counts to what closes in the next month.
            months = day.year * 12 + day.month - 1 + (kind in CLOSED_ON_14TH and day.day >= 15)
            return months * _PER_YEAR[kind] // 12


def _numbered(kind: PeriodKind, number: int, school_year: SchoolYear) -> Period:
    match kind:
        case PeriodKind.WEEK:
            monday = date.fromordinal(number * 7 + 1)
            year, week, _ = monday.isocalendar()
            return Period(kind, f"{year}-W{week:02}", monday, monday + timedelta(days=6))
        case PeriodKind.SUMMER:
            starts_on = school_year.summer_starts.in_year(number)
            return Period(kind, f"{number}-summer", starts_on, school_year.summer_ends.in_year(number))
        case PeriodKind.SCHOOL_YEAR:
            return Period(kind, f"{number}-{number + 1}", *school_year.bounds(number))
        case PeriodKind.SEMESTER:
            year, place = divmod(number, 2)
            bounds = school_year.semester(year, place + 1)
            return Period(kind, f"{year}-{year + 1}-HK{place + 1}", *bounds)
        case _:
            return _slice_of_year(kind, number)


def _slice_of_year(kind: PeriodKind, number: int) -> Period:
    per_year = _PER_YEAR[kind]
    year, place = divmod(number, per_year)
    follows = CLOSED_ON_14TH.get(kind, kind)
    months = 9 if follows is PeriodKind.NINE_MONTHS else 12 // per_year
    first_month = 1 + place * 12 // per_year
    starts_on = date(year, first_month, 1)
    ends_on = MonthDay.last_of(first_month + months - 1).in_year(year)
    name = _name_in_year(follows, place)
    if kind in CLOSED_ON_14TH:
        starts_on = (starts_on - timedelta(days=1)).replace(day=15)
        ends_on = ends_on.replace(day=14)
        name = f"R{name or 'Y'}"
    return Period(kind, f"{year}-{name}" if name else f"{year}", starts_on, ends_on)


def _name_in_year(kind: PeriodKind, place: int) -> str:
    names = {
        PeriodKind.MONTH: f"{place + 1:02}",
        PeriodKind.QUARTER: f"Q{place + 1}",
        PeriodKind.HALF_YEAR: f"H{place + 1}",
        PeriodKind.NINE_MONTHS: "9M",
    }
    return names.get(kind, "")
