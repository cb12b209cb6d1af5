"""What staff type about a day of the calendar: "nghỉ 24/11 Ngày Văn hóa Việt Nam", "làm bù 22/8", "bỏ 24/11"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.folding import clean, fold
from bot.core.monthday import MonthDay
from bot.core.workdays import DayKind

LONGEST_STRETCH = 31
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Order:
    """Make these days (both ends in it) such days. `kind` None: days like any other of their weekday."""

    kind: DayKind | None
    first: date
    last: date
    name: str = ""
    projected: bool = False

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.first + timedelta(days=day) for day in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class BadOrder:
    """Why it is no order. `code` is `not_understood`, `no_such_day` or `too_long`."""

    code: str
    part: str = ""


_KINDS = (
    (
        re.compile(r"(?:lam|nghi) nua ngay|lam (?:buoi )?sang|nghi (?:buoi )?chieu|half(?: day)?\b"),
        DayKind.HALF,
    ),
    (re.compile(r"(?:ngay )?(?:di )?lam bu\b|work(?:ed|ing)?\b"), DayKind.WORKED),
    (re.compile(r"(?:ngay )?nghi(?: bu)?\b|off\b|holiday\b"), DayKind.OFF),
    (re.compile(r"(?:bo|xoa|go)\b(?: ngay\b)?|remove\b|normal\b|(?:ngay )?binh thuong\b"), None),
)
_DAY = r"(?P<{0}d>\d{{1,2}})(?:[/.-]| thang )(?P<{0}m>\d{{1,2}})(?:(?:[/.-]| nam )(?P<{0}y>2\d{{3}}))?"
_FROM_TO = re.compile(
    r"(?:tu )?(?:ngay )?(?:(?P<short>\d{1,2}) ?(?:-|den|to) ?)?"
    + _DAY.format("a")
    + r"(?: ?(?:-|–|den(?: het)?|to) ?(?:ngay )?"
    + _DAY.format("b")
    + r")?(?![\d/])"
)
_PROJECTED = re.compile(r"\(?\b(?:du kien|projected)\b\)?")


def read_order(text: str, *, today: date) -> Order | BadOrder:
    """The order that was typed behind `lịch`. A day without a year is the next one from today on."""
    text = clean(text)
    plain = fold(text)
    if len(plain) != len(text):  # letters that fold to more than one: their places could not be told
        text = plain
    called = next(((found, kind) for pattern, kind in _KINDS if (found := pattern.match(plain))), None)
    if called is None:
        return BadOrder("not_understood", text)
    found, kind = called
    at = found.end() + (len(plain[found.end() :]) - len(plain[found.end() :].lstrip(" :,")))
    days = _FROM_TO.match(plain, at)
    if days is None:
        return BadOrder("not_understood", text)
    first = _day(days["ad"], days["am"], days["ay"] or days["by"], today)
    last = first
    if first is not None and days["bd"]:
        last = _day(days["bd"], days["bm"], days["by"] or days["ay"], first)
    elif first is not None and days["short"]:
        last, first = first, _day(days["short"], days["am"], str(first.year), today)
    if first is None or last is None:
        return BadOrder("no_such_day", text[slice(*days.span())])
    order = Order(kind, first, last)
    if first > last or (last - first).days >= LONGEST_STRETCH:
        return BadOrder("too_long", text[slice(*days.span())])
    rest_plain, rest = plain[days.end() :], text[days.end() :]
    projected = _PROJECTED.search(rest_plain)
    if projected is not None:
        rest = rest[: projected.start()] + rest[projected.end() :]
    name = clean(rest).strip(" :,;.–-()")[:LONGEST_NAME]
    return Order(order.kind, first, last, name, projected is not None)


def _day(day: str, month: str, year: str | None, today: date) -> date | None:
    at = MonthDay(int(month), int(day))
    if not at.exists:
        return None
    if year is None:
        found = at.on_or_after(today)
        return found if found.day == at.day else None
    found = at.in_year(int(year))
    return found if found.day == at.day else None
