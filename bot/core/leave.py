"""Leaves: from when to when, and who stands in for whom."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.folding import fold, strip_courtesy
from bot.core.forms.answers import dates
from bot.core.forms.answers.outcome import Context, Doubtful, Understood
from bot.core.forms.model import Question, Type
from bot.core.workdays import WorkCalendar

LONGEST = timedelta(days=183)
"""A longer absence, or one that begins later, is no leave: then the post is handed over."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody is away from one day to another, both included. `substitute_id` is None where nobody stands in."""

    id: int
    person_id: int
    name: str
    substitute_id: int | None
    substitute: str
    starts_on: date
    ends_on: date

    def covers(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


@dataclass(frozen=True, slots=True)
class Days:
    """What was typed about the days of a leave."""

    starts_on: date
    ends_on: date


def stand_in(person_id: int, away: Mapping[int, int | None]) -> int | None:
    """Who does the work of a person today: themselves, or the substitute, or the substitute's. `away` are those who are
    on leave, each with the substitute. None where the line ends with nobody or comes back to itself."""
    seen: set[int] = set()
    current: int | None = person_id
    while current is not None and current in away:
        if current in seen:
            return None
        seen.add(current)
        current = away[current]
    return current


def read_days(text: str, *, today: date, calendar: WorkCalendar) -> Days | None:
    """From when to when: "từ 1/12 đến 5/12", "1-5/12", "3 ngày", "3 ngày từ 1/12", "hôm nay", "đến hết tuần". A number
    of days counts working days. None for what is no such thing, ends before it begins, is over, or is too long."""
    folded = fold(strip_courtesy(text.replace("–", "-").replace("—", "-"))).strip(" .,;!")
    folded = re.sub(r"^(?:xin |toi |em )*(?:nghi phep|nghi|di vang|vang|off|leave|away) ?", "", folded)
    found = _counted(folded, today, calendar) or _span(folded, today)
    if found is None or found.ends_on < max(found.starts_on, today):
        return None
    return found if max(found.ends_on - found.starts_on, found.starts_on - today) <= LONGEST else None


_COUNTED = re.compile(
    r"(?:trong |for )?(?P<count>\d{1,3}|mot|hai|ba|bon|nam|one|two|three|a) "
    r"(?P<unit>ngay|tuan|days?|weeks?)(?: (?:(?:ke )?tu|from|bat dau(?: tu)?) (?P<start>.+))?"
)
_COUNTS = {"mot": 1, "one": 1, "a": 1, "hai": 2, "two": 2, "ba": 3, "three": 3, "bon": 4, "nam": 5}
_SPLIT = re.compile(r"\s+(?:den|toi|to|until|till|-)\s+|(?<=\d)\s?-\s?(?=\d)")
_FROM = re.compile(r"^(?:ke )?(?:tu|from)(?: ngay)? ")
_UNTIL = re.compile(r"^(?:(?:cho )?(?:den|toi)(?: het)?|het|until|till|to)(?: ngay)? ")
_ENDS = {
    "tuan": 0, "tuan nay": 0, "cuoi tuan": 0, "tuan sau": 1, "tuan toi": 1,
    "week": 0, "the week": 0, "this week": 0, "end of week": 0, "the end of the week": 0, "next week": 1,
}  # fmt: skip


def _counted(text: str, today: date, calendar: WorkCalendar) -> Days | None:
    match = _COUNTED.fullmatch(text)
    if match is None:
        return None
    start = _day(match["start"], today) if match["start"] else today
    count = _COUNTS.get(match["count"]) or int(match["count"])
    if start is None or not 1 <= count <= LONGEST.days:
        return None
    if match["unit"] in ("tuan", "week", "weeks"):
        return Days(start, start + timedelta(days=7 * count - 1))
    first = calendar.next_working(start)
    return Days(start, first if count == 1 else calendar.add(first, working_days=count - 1))


def _span(text: str, today: date) -> Days | None:
    """Two days, or one; or from today until the end of a week or month."""
    if text in ("tuan nay", "this week"):
        return Days(today, _week_end(today, 0))
    if text in ("tuan sau", "tuan toi", "next week"):
        return Days(_week_end(today, 0) + timedelta(days=1), _week_end(today, 1))
    text = re.sub(r"\b(?:den|toi) het\b", "den", text)
    parts = [part.strip() for part in _SPLIT.split(f" {text}") if part.strip()]
    if len(parts) == 2:
        first, last = _FROM.sub("", parts[0]), parts[1]
        if first.isdigit() and (rest := re.search(r"[/.].+$", last)):
            first += rest[0]  # "1-5/12"
        starts_on = _day(first, today)
        ends_on = _end(last, starts_on) if starts_on is not None else None  # "28/12 đến 3/1", "đến thứ sáu"
        return Days(starts_on, ends_on) if starts_on is not None and ends_on is not None else None
    if len(parts) != 1:
        return None
    if _UNTIL.match(text):
        last_day = _end(_UNTIL.sub("", text), today)
        return Days(today, last_day) if last_day is not None else None
    alone = _day(_FROM.sub("", text), today)
    return Days(alone, alone) if alone is not None else None


def _end(text: str, today: date) -> date | None:
    text = _UNTIL.sub("", text)
    text = re.sub(r"^(?:het|cuoi) ", "", text)
    if text in _ENDS:
        return _week_end(today, _ENDS[text])
    if text in ("thang", "thang nay", "month", "the month", "end of month"):
        return (today.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return _day(text, today)


def _week_end(today: date, weeks: int) -> date:
    return today + timedelta(days=6 - today.weekday() + 7 * weeks)


_DAY = Question(name="day", type=Type.DATE, label={}, future=True)


def _day(text: str, today: date) -> date | None:
    """One day, as a form reads it; what a form would ask about is shown in the echo."""
    match dates.understand(text, _DAY, context=Context(today)):
        case Understood(value) | Doubtful(value, _):
            return date.fromisoformat(value)
    return None
