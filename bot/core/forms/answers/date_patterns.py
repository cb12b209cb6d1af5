"""The ways to write a day, as a table of patterns over folded text and what each makes of its match.

Day before month, always: 11/20 is a mistake and never swapped.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core.forms.answers import date_words as words
from bot.core.forms.answers import number_words
from bot.core.forms.answers.problems import Code


@dataclass(frozen=True, slots=True)
class Named:
    """A day as it was named: not checked against any calendar. `year` is None where none was typed.

    `doubt` is COUNTED_DATE or DATE_DIGITS; `weekday` was named beside it (Monday is 0); `about`: a bound or a
    guess; `asks`: with a question mark; `beside`: words that are no part of it.
    """

    day: int
    month: int
    year: int | None = None
    doubt: Code | None = None
    weekday: int | None = None
    about: bool = False
    asks: bool = False
    beside: str = ""


Make = Callable[[re.Match[str], date], Named | None]
"""From a match, and today, to the day; None if the words are no number after all."""


def numeric(match: re.Match[str], today: date) -> Named:
    """ "20/11", "20.11.2026", "2026-11-20". A short year is doubtful unless it is near: "26/11/20" may be turned."""
    day, month, year = int(match["day"]), int(match["month"]), match.groupdict().get("year")
    if year is None:
        return Named(day, month)
    far = len(year) == 2 and abs(_year(year) - today.year) > 1
    return Named(day, month, _year(year), Code.DATE_DIGITS if far else None)


def days_away(phrase: str, today: date) -> Named:
    """ "hôm qua": a phrase of `RELATIVE`."""
    days, sure = words.RELATIVE[phrase]
    return _of(today + timedelta(days=days), None if sure else Code.COUNTED_DATE)


def on_weekday(match: re.Match[str], today: date, *, ahead: bool) -> Named:
    """In the week that was named, else the last such day that has been (`ahead`: the next)."""
    weekday, week = words.weekday(match), words.week(match)
    if isinstance(week, int):
        day = today - timedelta(days=today.weekday()) + timedelta(weeks=week, days=weekday)
    elif week == words.NEXT or (week is None and ahead):
        day = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    else:
        back = (today.weekday() - weekday) % 7
        day = today - timedelta(days=back or (7 if week == words.LAST else 0))
    return _of(day, Code.COUNTED_DATE)


def _of(day: date, doubt: Code | None) -> Named:
    return Named(day.day, day.month, day.year, doubt)


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _mixed(match: re.Match[str], today: date) -> Named:
    """ "20 11 2026", "20/11-2026", "20.11,26": not written one way."""
    return replace(numeric(match, today), doubt=Code.DATE_DIGITS)


def day_alone(match: re.Match[str], today: date) -> Named | None:
    """ "ngày 5": the last such day that has been. None if no month has it."""
    day = int(match["day"])
    first = today.replace(day=1)
    for _ in range(3):
        named = first + timedelta(days=day - 1)
        if named.month == first.month and named <= today:
            return _of(named, Code.COUNTED_DATE)
        first = (first - timedelta(days=1)).replace(day=1)
    return None


def _with_month(match: re.Match[str], _today: date) -> Named:
    """ "20 tháng 11 năm 2026", "20 t11", "20 tháng mười một", "5 Nov 2026", "November 5th"."""
    month = match["month"]
    year = None if match["year"] is None else _year(match["year"])
    doubt = Code.DATE_DIGITS if month in words.SPOKEN_MONTHS else None
    return Named(int(match["day"]), int(month) if month.isdigit() else words.MONTHS[month], year, doubt)


def _spoken(match: re.Match[str], _today: date) -> Named | None:
    """ "hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu"."""
    day, month, year = _number(match["day"]), match["month"], None
    if match["year"]:
        year = int(match["year"]) if match["year"].isdigit() else _number(match["year"])
    if day is None or (match["year"] and year is None):
        return None
    return Named(day, int(month) if month.isdigit() else words.MONTHS[month], year, Code.DATE_DIGITS)


def _number(text: str) -> int | None:
    parts = [number_words.WORDS[word] for word in text.split() if word in number_words.WORDS]
    amount = number_words.amount(parts)
    return None if amount is None or amount % 1 else int(amount)


def _of_month(match: re.Match[str], today: date) -> Named:
    """ "ngày 5 tháng này", "ngày 5 tháng trước"."""
    first = today.replace(day=1)
    if match["which"] == "toi":
        first = (first + timedelta(days=32)).replace(day=1)
    elif match["which"] != "nay":
        first = (first - timedelta(days=1)).replace(day=1)
    return Named(int(match["day"]), first.month, first.year, Code.COUNTED_DATE)


def _days_ago(match: re.Match[str], today: date) -> Named | None:
    text = match["ago"] or match["since"] or match["english"]
    days = int(text) if text.isdigit() else _number(text)
    return None if days is None else _of(today - timedelta(days=days), Code.COUNTED_DATE)


def _run_together(match: re.Match[str], _today: date) -> Named:
    """ "20112026", "201126", or with the year in front "20261120"."""
    digits = match.group()
    year_first = len(digits) == 8 and digits[:2] == "20" and digits[4:6] != "20" and int(digits[2:4]) > 12
    if year_first:
        return Named(int(digits[6:]), int(digits[4:6]), int(digits[:4]), Code.DATE_DIGITS)
    return Named(int(digits[:2]), int(digits[2:4]), _year(digits[4:]), Code.DATE_DIGITS)


_SIGN = r"(?P<sign> ?[/.-] ?)"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_STARTS, _ENDS = r"(?<![\d/.-])", r"(?![\dlo/]|[.,-]\d)"
_NUMBER = r"(?:hai|ba)? ?(?:muoi )?(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi)"
_MONTH = rf"(?:thang|thg|th|t) ?(?P<month>\d{{1,2}}|{words.MONTH_WORD})\b"
_ENGLISH = rf"(?P<month>{words.ENGLISH_MONTH})\b\.?"
_TH = r"(?:st|nd|rd|th)?"

NUMERIC = re.compile(rf"(?P<day>\d{{1,2}}){_SIGN}(?P<month>\d{{1,2}})(?:(?P=sign){_YEAR})?")
BEFORE_WEEKDAYS: tuple[tuple[re.Pattern[str], Make], ...] = (
    (
        re.compile(
            rf"(?<![\d/])(?P<day>\d{{1,2}}) ?[/.,-]? ?{_MONTH}(?: ?(?:,? ?nam |[/.,-] ?| ?){_YEAR}(?!\d))?"
        ),
        _with_month,
    ),
    (
        re.compile(rf"\b(?P<day>\d{{1,2}}){_TH}(?: of)?[ /-]?{_ENGLISH}(?:(?:,? |[/-])(?P<year>\d{{4}}))?"),
        _with_month,
    ),
    (re.compile(rf"\b{_ENGLISH} (?P<day>\d{{1,2}}){_TH}\b(?:,? (?P<year>\d{{4}}))?"), _with_month),
    (
        re.compile(
            r"\b(?:ngay|hom) (?P<day>\d{1,2}) thang (?P<which>nay|truoc|vua roi|vua qua|roi|qua|toi)\b"
        ),
        _of_month,
    ),
    (
        re.compile(rf"\b(?P<day>{_NUMBER}) {_MONTH}(?: nam (?P<year>\d{{4}}|hai (?:nghin|ngan) [a-z ]+))?"),
        _spoken,
    ),
    (
        re.compile(
            rf"\b(?P<ago>\d{{1,3}}|{_NUMBER}) (?:ngay|hom|bua) truoc\b|"
            rf"\bcach (?:day|nay) (?P<since>\d{{1,3}}|{_NUMBER}) (?:ngay|hom|bua)\b|"
            r"\b(?P<english>\d{1,3}) days? ago\b"
        ),
        _days_ago,
    ),
)
DAY_ALONE = re.compile(
    r"\b(?:ngay|hom) (?P<day>[1-9]|[12]\d|3[01])(?: (?:vua roi|vua qua|roi))?(?![\w/.,-]| \d)"
)
AFTER_WEEKDAYS: tuple[tuple[re.Pattern[str], Make], ...] = (
    (
        re.compile(
            rf"{_STARTS}(?P<year>\d{{4}}){_SIGN}(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})(?![\d/])"
        ),
        numeric,
    ),
    (re.compile(rf"{_STARTS}(?P<day>\d{{1,2}}){_SIGN}(?P<month>\d{{1,2}})(?P=sign){_YEAR}{_ENDS}"), numeric),
    (
        re.compile(rf"{_STARTS}(?P<day>\d{{1,2}}){_SIGN}(?P<month>\d{{1,2}}),? nam (?P<year>\d{{4}})(?!\d)"),
        numeric,
    ),
    (re.compile(rf"{_STARTS}(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.,-]{_YEAR}{_ENDS}"), _mixed),
    (words.RELATIVE_INSIDE, lambda match, today: days_away(match.group(), today)),
    (re.compile(r"(?<!\d)(?:\d{8}|\d{6})(?!\d)"), _run_together),
    (re.compile(rf"{_STARTS}(?P<day>\d{{1,2}}){_SIGN}(?P<month>\d{{1,2}}){_ENDS}"), numeric),
    (re.compile(rf"^\W*(?P<day>\d{{1,2}}) (?P<month>\d{{1,2}})(?: {_YEAR})?\W*$"), _mixed),
    (re.compile(rf"^\W*(?P<day>\d{{1,2}})[,_](?P<month>\d{{1,2}})(?:[,_]{_YEAR})?\W*$"), _mixed),
)
