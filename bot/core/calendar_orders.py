"""What staff type about a day of the calendar: "nghỉ 24/11 Ngày Văn hóa Việt Nam", "làm bù 22/8", "bỏ 24/11"."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Self

from bot.core.extending import read_day
from bot.core.folding import clean, fold
from bot.core.monthday import MonthDay
from bot.core.workdays import DayKind

LONGEST_STRETCH = 31
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Order:
    """Make these days (both ends in it, and those of `also`) such days. `kind` None: days like any other of their
    weekday. `scopes` are those of whom it is (bot.core.own_days); none: everybody. `certain`: what stands behind the
    days is their name and no unit's."""

    kind: DayKind | None
    first: date
    last: date
    name: str = ""
    projected: bool = False
    also: tuple[date, ...] = ()
    scopes: tuple[str, ...] = ()
    certain: bool = field(default=False, compare=False)

    @property
    def days(self) -> tuple[date, ...]:
        stretch = (self.first + timedelta(days=day) for day in range((self.last - self.first).days + 1))
        return tuple(sorted({*stretch, *self.also}))

    @property
    def stamp(self) -> str:
        """What tells this order from another one, short enough for a button."""
        common = f"{self.kind or 'normal'}-{self.first:%Y%m%d}-{self.last:%Y%m%d}"
        if not self.also and not self.scopes:
            return common
        apart = json.dumps([[day.isoformat() for day in self.also], self.scopes])
        return f"{common}-{hashlib.sha256(apart.encode()).hexdigest()[:8]}"

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "name": self.name,
            "projected": self.projected,
            "also": [day.isoformat() for day in self.also],
            "scopes": list(self.scopes),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        return cls(
            DayKind(value["kind"]) if value["kind"] else None,
            date.fromisoformat(value["first"]),
            date.fromisoformat(value["last"]),
            value["name"],
            value["projected"],
            tuple(date.fromisoformat(day) for day in value.get("also", ())),
            tuple(value.get("scopes", ())),
        )


@dataclass(frozen=True, slots=True)
class BadOrder:
    """Why it is no order. `code` is `not_understood`, `no_such_day` or `too_long`. `part` is what could not be read: of
    what was not understood what stands behind the word that says what is ordered."""

    code: str
    part: str = ""


_KINDS = (
    (
        re.compile(r"(?:lam|nghi) nua ngay|lam (?:buoi )?sang|nghi (?:buoi )?chieu|half(?: day)?\b"),
        DayKind.HALF,
    ),
    (re.compile(r"(?:them )?(?:ngay )?(?:di )?lam bu\b|work(?:ed|ing)?\b"), DayKind.WORKED),
    (re.compile(r"(?:them )?(?:ngay )?nghi(?: bu)?\b|off\b|holiday\b"), DayKind.OFF),
    (
        re.compile(
            r"(?:bo|xoa|go|huy)\b(?: (?:lich )?nghi\b)?(?: ngay\b(?= \d))?"
            r"|remove\b|cancel\b|normal\b|(?:ngay )?binh thuong\b"
        ),
        None,
    ),
)
_DAY = r"(?P<{0}d>\d{{1,2}})(?:[/.-]| thang )(?P<{0}m>\d{{1,2}})(?:(?:[/.-]| nam )(?P<{0}y>2\d{{3}}))?"
_FROM_TO = re.compile(
    r"(?:tu )?(?:ngay )?(?:(?P<short>\d{1,2}) ?(?:-|den|to) ?)?"
    + _DAY.format("a")
    + r"(?: ?(?:-|–|den(?: het)?|to) ?(?:ngay )?"
    + _DAY.format("b")
    + r")?(?![\d/])"
)
_WEEKDAY = (
    r"\(?(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|t[2-7]|cn|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\)?"
)
_WEEKDAY_BEFORE = re.compile(_WEEKDAY + r"(?:, ?| )(?=(?:ngay )?\d{1,2}[/.-])")
_WEEKDAY_BEHIND = re.compile(r"[ ,]+" + _WEEKDAY + r"(?![\w/])")
_AND = re.compile(r" ?(?:[,;+&]|(?<=\d )(?:va|and)\b) ?| (?=\d)")
_UNIT_BEFORE = re.compile(
    r"(?:(?:cho|rieng|tai|o|for|truong|xa|thi tran|don vi|unit)\b|[a-z]{1,5} ?\d{1,3}\b(?![/.-]))"
    r".*?(?= (?:tu )?(?:ngay )?\d{1,2}[/.-]\d)"
)
_WORDS = re.compile(r"[^\W\d_][^\s/]*(?: (?!\S*/)\S+){0,4}")
_OF_A_DAY = frozenset(["nay", "sau", "toi", "tuan", "thang", "kia", "week", "this", "next", "coming"])
_PROJECTED = re.compile(r"\(?\b(?:du kien|projected)\b\)?")


def read_order(text: str, *, today: date) -> Order | BadOrder:
    """The order that was typed behind `lịch`. A day without a year is the next one from today on; "mai", "thứ 6" are as
    a form reads them. Days may be a stretch, or several of them. Whom it concerns is for
    `bot.core.calendar_whose` to say: here it stands in the name."""
    text = clean(text)
    plain = fold(text)
    if len(plain) != len(text):  # letters that fold to more than one: their places could not be told
        text = plain
    called = next(((found, kind) for pattern, kind in _KINDS if (found := pattern.match(plain))), None)
    if called is None:
        return BadOrder("not_understood", text)
    found, kind = called
    at = _skip(plain, found.end())
    before = None if _WEEKDAY_BEFORE.match(plain, at) else _UNIT_BEFORE.match(plain, at)
    whose = text[slice(*before.span())] if before else ""
    if before:
        at = _skip(plain, before.end())
    read = _read_days(plain, at, today)
    if isinstance(read, int):
        return BadOrder("no_such_day", text[at:read])
    days, end = read
    if not days:
        return BadOrder("not_understood", text[at:].strip())
    if not _in_order(days):
        return BadOrder("too_long", text[at:end])
    (first, last), *others = days
    also = tuple(sorted({day for stretch in others for day in _each(stretch)}))
    behind = _WEEKDAY_BEHIND.match(plain, end)
    end = behind.end() if behind else end
    rest_plain, rest = plain[end:], text[end:]
    projected = _PROJECTED.search(rest_plain)
    if projected is not None:
        rest = rest[: projected.start()] + rest[projected.end() :]
    name = " ".join(f"{whose} {rest}".split()).strip(" :,;.–-()")[:LONGEST_NAME]
    certain = not whose and rest.lstrip().startswith(":")
    return Order(kind, first, last, name, projected is not None, also, certain=certain)


Stretch = tuple[date, date]


def _read_days(plain: str, at: int, today: date) -> tuple[list[Stretch], int] | int:
    """The stretches that stand there and where they end; or, of one that does not exist, where that ends."""
    weekday = _WEEKDAY_BEFORE.match(plain, at)
    at = weekday.end() if weekday else at
    read: list[Stretch] = []
    end = at
    while (days := _FROM_TO.match(plain, at)) is not None:
        stretch = _stretch(days, today)
        if stretch is None:
            return days.end()
        read.append(stretch)
        end = days.end()
        joined = _AND.match(plain, end)
        if joined is None:
            return read, end
        at = joined.end()
    return (read, end) if read else _in_words(plain, at, today)


def _stretch(days: re.Match[str], today: date) -> Stretch | None:
    first = _day(days["ad"], days["am"], days["ay"] or days["by"], today)
    last = first
    if first is not None and days["bd"]:
        last = _day(days["bd"], days["bm"], days["by"] or days["ay"], first)
    elif first is not None and days["short"]:
        last, first = first, _day(days["short"], days["am"], str(first.year), today)
    return None if first is None or last is None else (first, last)


def _in_words(plain: str, at: int, today: date) -> tuple[list[Stretch], int]:
    """ "ngày mai", "thứ sáu tuần sau": as many words as name a day."""
    words = _WORDS.match(plain, at)
    named = words.group() if words else ""
    while named and read_day(_bare(named), today) is None:
        named = named.rpartition(" ")[0]
    day = read_day(_bare(named), today) if named else None
    if day is None:
        return [], at
    # What says nothing of the day is its name: "thứ sáu tuần sau họp".
    while " " in named and named.rpartition(" ")[2] not in _OF_A_DAY:
        shorter = named.rpartition(" ")[0]
        if read_day(_bare(shorter), today) != day:
            break
        named = shorter
    return [(day, day)], at + len(_bare(named))


def _bare(words: str) -> str:
    return words.rstrip(" :,")


def _in_order(days: list[Stretch]) -> bool:
    if any(first > last or (last - first).days >= LONGEST_STRETCH for first, last in days):
        return False
    return len({day for stretch in days for day in _each(stretch)}) <= LONGEST_STRETCH


def _each(stretch: Stretch) -> Iterator[date]:
    first, last = stretch
    return (first + timedelta(days=day) for day in range((last - first).days + 1))


def _skip(plain: str, at: int) -> int:
    return at + len(plain[at:]) - len(plain[at:].lstrip(" :,"))


def _day(day: str, month: str, year: str | None, today: date) -> date | None:
    at = MonthDay(int(month), int(day))
    if not at.exists:
        return None
    if year is None:
        found = at.on_or_after(today)
        return found if found.day == at.day else None
    found = at.in_year(int(year))
    return found if found.day == at.day else None
