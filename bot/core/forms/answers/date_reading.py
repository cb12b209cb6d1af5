"""Finds the one day that a text names, among other words, a time of day, a weekday."""

import re
from dataclasses import replace
from datetime import date

from bot.core.folding import fold
from bot.core.forms.answers import date_patterns as patterns
from bot.core.forms.answers import date_words as words
from bot.core.forms.answers import vocabulary
from bot.core.forms.answers.date_patterns import Make, Named
from bot.core.forms.answers.problems import Code

_ACCENT_MATTERS = (
    (re.compile(r"\b(?:hôm|bữa) kìa\b"), "3 ngay truoc"),
    (re.compile(r"\btháng sau\b"), "thang toi"),  # not tháng sáu
    (re.compile(r"\btới (?=\d)"), "den "),  # not tối
    (re.compile("[–—]"), "-"),
)
_SLASH = str.maketrans("\\", "/")
_TIME = re.compile(
    r"\b\d{1,2} ?(?:h|g|gio)(?: ?\d{1,2}(?!\d| ?[/.-] ?\d))?(?: ?(?:p|"
    r"phut))?\b|\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\b"
)
_RANGE = re.compile(
    r"(?<![\d/.-])\d{1,2} ?(?:[-,&]|den|va|toi|to|and) ?\d{1,2} ?[/.] ?\d{1,2}\b|\d[/.]\d{1,2} ?- ?\d{1,2}[/.]\d"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


def named(text: str, *, today: date, ahead: bool = False) -> Named | Code:
    """The one day that a clean text names, or why there is none. `ahead`: the question is about a plan."""
    folded = _prepared(text)
    if match := patterns.NUMERIC.fullmatch(folded):
        return patterns.numeric(match, today)
    if folded in words.RELATIVE:
        return patterns.days_away(folded, today)
    if words.LUNAR.search(folded):
        return Code.LUNAR_DATE
    found: list[Named] = []
    rest = _take(patterns.BEFORE_WEEKDAYS, _TIME.sub(" ", folded), found, today)
    weekdays = list(words.WEEKDAY.finditer(rest))
    rest = words.WEEKDAY.sub(" ", rest)
    if _RANGE.search(rest) or len(weekdays) > 1:
        return Code.SEVERAL_DATES
    rest = _take(patterns.AFTER_WEEKDAYS, rest, found, today)
    if not found and weekdays:
        return _among(patterns.on_weekday(weekdays[0], today, ahead=ahead), rest, folded, ahead=ahead)
    if not found and not ahead:
        rest = _take(((patterns.DAY_ALONE, patterns.day_alone),), rest, found, today)
    if not found:
        return _nothing(folded)
    first = min(found, key=lambda day: day.year is None)  # "hôm qua 21/11": the one that tells the year
    if any(
        (day.day, day.month, day.year or first.year) != (first.day, first.month, first.year) for day in found
    ):
        return Code.SEVERAL_DATES
    if (match := words.YEAR.search(rest)) and first.year is None:
        away = words.YEARS_AWAY[match["which"]]
        first = replace(
            first, year=today.year + away, doubt=first.doubt or (Code.COUNTED_DATE if away else None)
        )
        rest = words.YEAR.sub(" ", rest)
    weekday = words.weekday(weekdays[0]) if weekdays else None
    return _among(replace(first, weekday=weekday), rest, folded, ahead=ahead)


def _among(day: Named, rest: str, folded: str, *, ahead: bool) -> Named | Code:
    """The day with what is said around it."""
    if _DIGIT.search(rest):
        return Code.SEVERAL_DATES
    if not ahead and words.PLANNED.search(rest):
        return Code.NOT_HELD
    rest = words.PLANNED.sub(" ", rest)
    return replace(
        day,
        about=words.ABOUT.search(rest) is not None,
        asks="?" in folded,
        beside=" ".join(word for word in _WORD.findall(rest) if word not in words.FILLERS),
    )


def _prepared(text: str) -> str:
    """Folded, but for the words whose accent makes another day of them."""
    text = text.lower().translate(_SLASH)
    if not text.isascii():
        for spelled, meant in _ACCENT_MATTERS:
            text = spelled.sub(meant, text)
    return fold(text).strip(" .,;:!()-•*+")


def _take(table: tuple[tuple[re.Pattern[str], Make], ...], rest: str, found: list[Named], today: date) -> str:
    """Moves what the patterns find from the rest of the text to `found`."""
    for pattern, make in table:
        while match := pattern.search(rest):
            day = make(match, today)
            if day is None:
                break
            found.append(day)
            rest = f"{rest[: match.start()]} ; {rest[match.end() :]}"
    return rest


def _nothing(folded: str) -> Code:
    if vocabulary.not_known(folded):
        return Code.NOT_KNOWN
    if words.NOT_HELD.fullmatch(folded):
        return Code.NOT_HELD
    return Code.PARTIAL_DATE if words.PARTIAL.search(folded) else Code.NOT_A_DATE
