"""Finds the day that a text names. Day before month, always: 11/20 is a mistake and never swapped."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core.folding import fold
from bot.core.forms.answers import date_words as words
from bot.core.forms.answers import number_words, vocabulary
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


_ACCENT_MATTERS = (
    (re.compile(r"\b(?:hôm|bữa) kìa\b"), "3 ngay truoc"),
    (re.compile(r"\btháng sau\b"), "thang toi"),  # not tháng sáu
    (re.compile(r"\btới (?=\d)"), "den "),  # not tối
)
_TIME = re.compile(
    r"\b\d{1,2} ?(?:h|g|gio)(?: ?\d{1,2})?(?: ?(?:p|phut))?\b|\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\b"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_SPLIT = r"(?P<split> ?[/.-] ?)"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_ALONE, _ENDS = r"(?<![\d/.-])", r"(?![\d/]|[.-]\d)"
_NUMERIC = re.compile(rf"(?P<day>\d{{1,2}}){_SPLIT}(?P<month>\d{{1,2}})(?:(?P=split){_YEAR})?")
_RANGE = re.compile(
    r"(?<![\d/.-])\d{1,2} ?(?:[-–,&]|den|va|toi|to|and) ?\d{1,2} ?[/.] ?\d{1,2}\b|\d[/.]\d{1,2} ?[-–] ?\d{1,2}[/.]\d"
)
_DAY_WORDS = r"(?:hai|ba)? ?(?:muoi )?(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi)"


def named(text: str, *, today: date, ahead: bool = False) -> Named | Code:
    """The one day that a clean text names, or why there is none. `ahead`: a bare weekday is the next one."""
    folded = _prepared(text)
    if quick := _NUMERIC.fullmatch(folded):
        return _numeric(quick)
    if folded in words.RELATIVE:
        return _relative(folded, today)
    if words.LUNAR.search(folded):
        return Code.LUNAR_DATE
    rest = _TIME.sub(" ", folded)
    found: list[Named] = []
    for pattern, make in _BEFORE_WEEKDAYS:
        rest = _take(pattern, make, rest, found, today)
    weekdays = list(words.WEEKDAY.finditer(rest))
    rest = words.WEEKDAY.sub(" ", rest)
    if _RANGE.search(rest):
        return Code.SEVERAL_DATES
    for pattern, make in _AFTER_WEEKDAYS:
        rest = _take(pattern, make, rest, found, today)
    if not found and weekdays:
        found = [_on_weekday(weekdays.pop(), today, ahead=ahead)]
    if not found:
        return _nothing(folded)
    if (
        len({(each.day, each.month, each.year) for each in found}) > 1
        or len(weekdays) > 1
        or _DIGIT.search(rest)
    ):
        return Code.SEVERAL_DATES
    if not ahead and words.PLANNED.search(rest):
        return Code.NOT_HELD
    rest = words.PLANNED.sub(" ", rest)
    beside = [word for word in _WORD.findall(rest) if word not in words.FILLERS]
    return replace(
        found[0],
        weekday=words.weekday(weekdays[0]) if weekdays else None,
        about=words.ABOUT.search(rest) is not None,
        asks="?" in folded,
        beside=" ".join(beside),
    )


def _prepared(text: str) -> str:
    """Folded, but for the words whose accent makes another day of them."""
    text = text.lower().replace("–", "-")
    if not text.isascii():
        for spelled, meant in _ACCENT_MATTERS:
            text = spelled.sub(meant, text)
    return fold(text).strip(" .,;:!()-•*+")


def _nothing(folded: str) -> Code:
    if vocabulary.not_known(folded):
        return Code.NOT_KNOWN
    if words.NOT_HELD.fullmatch(folded):
        return Code.NOT_HELD
    return Code.PARTIAL_DATE if words.PARTIAL.search(folded) else Code.NOT_A_DATE


def _numeric(match: re.Match[str]) -> Named:
    year = match.groupdict().get("year")
    return Named(int(match["day"]), int(match["month"]), None if year is None else _year(year))


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _relative(phrase: str, today: date) -> Named:
    days, sure = words.RELATIVE[phrase]
    return _of(today + timedelta(days=days), None if sure else Code.COUNTED_DATE)


def _of(day: date, doubt: Code | None) -> Named:
    return Named(day.day, day.month, day.year, doubt)


def _on_weekday(match: re.Match[str], today: date, *, ahead: bool) -> Named:
    """In the week that was named, else the last such day that has passed (or the next, in a question about plans)."""
    weekday, week = words.weekday(match), words.week(match)
    if isinstance(week, int):
        day = today - timedelta(days=today.weekday()) + timedelta(weeks=week, days=weekday)
    elif week == words.NEXT or (week is None and ahead):
        day = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    else:
        back = (today.weekday() - weekday) % 7
        day = today - timedelta(days=back or (7 if week == words.LAST else 0))
    return _of(day, Code.COUNTED_DATE)


def _month_word(match: re.Match[str], _today: date) -> Named:
    """ "20 tháng 11 năm 2026", "20 t11", "20 tháng mười một", "5 Nov 2026", "November 5th"."""
    month = match["month"]
    number = int(month) if month.isdigit() else words.MONTHS[month]
    year = match["year"]
    doubt = Code.DATE_DIGITS if month in words.MONTH_WORD.split("|") else None
    return Named(int(match["day"]), number, None if year is None else _year(year), doubt)


def _spoken(match: re.Match[str], _today: date) -> Named | None:
    """ "hai mươi tháng mười một năm 2026"."""
    day, month = _spoken_number(match["day"]), match["month"]
    year = match["year"] and (
        _year(match["year"]) if match["year"].isdigit() else _spoken_number(match["year"])
    )
    if day is None or (match["year"] and year is None):
        return None
    number = int(month) if month.isdigit() else words.MONTHS[month]
    return Named(day, number, year or None, Code.DATE_DIGITS)


def _spoken_number(text: str) -> int | None:
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
    days = int(text) if text.isdigit() else _spoken_number(text)
    return None if days is None else _of(today - timedelta(days=days), Code.COUNTED_DATE)


def _run_together(match: re.Match[str], _today: date) -> Named:
    """ "20112026", "201126", or with the year in front "20261120"."""
    digits = match.group()
    if len(digits) == 8 and digits[:2] == "20" and digits[4:6] != "20" and int(digits[2:4]) > 12:
        return Named(int(digits[6:]), int(digits[4:6]), int(digits[:4]), Code.DATE_DIGITS)
    return Named(int(digits[:2]), int(digits[2:4]), _year(digits[4:]), Code.DATE_DIGITS)


def _apart(match: re.Match[str], _today: date) -> Named:
    return replace(_numeric(match), doubt=Code.DATE_DIGITS)


Make = Callable[[re.Match[str], date], Named | None]


def _take(pattern: re.Pattern[str], make: Make, rest: str, found: list[Named], today: date) -> str:
    """Moves what the pattern finds from the rest to `found`."""
    while match := pattern.search(rest):
        day = make(match, today)
        if day is None:
            return rest
        found.append(day)
        rest = f"{rest[: match.start()]} ; {rest[match.end() :]}"
    return rest


_NAMED_MONTH = rf"(?:thang|thg|th|t) ?(?P<month>\d{{1,2}}|{words.MONTH_WORD})\b"
_NAMED_YEAR = rf"(?: ?(?:,? ?nam |[/.,-] ?| ?){_YEAR}(?!\d))?"
_ENGLISH_YEAR = r"(?:,? (?P<year>\d{4}))?"
_BEFORE_WEEKDAYS: tuple[tuple[re.Pattern[str], Make], ...] = (
    (re.compile(rf"(?<![\d/])(?P<day>\d{{1,2}}) ?[/.-]? ?{_NAMED_MONTH}{_NAMED_YEAR}"), _month_word),
    (
        re.compile(
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ?(?P<month>{words.ENGLISH_MONTH})\b\.?{_ENGLISH_YEAR}"
        ),
        _month_word,
    ),
    (
        re.compile(
            rf"\b(?P<month>{words.ENGLISH_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_ENGLISH_YEAR}"
        ),
        _month_word,
    ),
    (
        re.compile(
            r"\b(?:ngay|hom) (?P<day>\d{1,2}) thang (?P<which>nay|truoc|vua roi|vua qua|roi|qua|toi)\b"
        ),
        _of_month,
    ),
    (
        re.compile(
            rf"\b(?P<day>{_DAY_WORDS}) {_NAMED_MONTH}(?: nam (?P<year>\d{{4}}|hai (?:nghin|ngan) [a-z ]+))?"
        ),
        _spoken,
    ),
    (
        re.compile(
            rf"\b(?P<ago>\d{{1,3}}|{_DAY_WORDS}) (?:ngay|hom|bua) truoc\b|"
            rf"\bcach (?:day|nay) (?P<since>\d{{1,3}}|{_DAY_WORDS}) (?:ngay|hom|bua)\b|"
            r"\b(?P<english>\d{1,3}) days? ago\b"
        ),
        _days_ago,
    ),
)
_AFTER_WEEKDAYS: tuple[tuple[re.Pattern[str], Make], ...] = (
    (
        re.compile(
            rf"{_ALONE}(?P<year>\d{{4}}){_SPLIT}(?P<month>\d{{1,2}})(?P=split)(?P<day>\d{{1,2}})(?![\d/])"
        ),
        lambda m, _: _numeric(m),
    ),
    (
        re.compile(rf"{_ALONE}(?P<day>\d{{1,2}}){_SPLIT}(?P<month>\d{{1,2}})(?P=split){_YEAR}{_ENDS}"),
        lambda m, _: _numeric(m),
    ),
    (words.RELATIVE_INSIDE, lambda m, today: _relative(m.group(), today)),
    (re.compile(r"(?<!\d)(?:\d{8}|\d{6})(?!\d)"), _run_together),
    (re.compile(rf"{_ALONE}(?P<day>\d{{1,2}}){_SPLIT}(?P<month>\d{{1,2}}){_ENDS}"), lambda m, _: _numeric(m)),
    (re.compile(r"^\W*(?P<day>\d{1,2}) (?P<month>\d{1,2})(?: (?P<year>\d{4}|\d{2}))?\W*$"), _apart),
)
