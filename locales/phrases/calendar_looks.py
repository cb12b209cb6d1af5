"""A year, a month, a day of the calendar, or the days of a name, as they are shown in the chat."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.core.calendar_looks import Look
from bot.core.messages import Reply
from bot.core.workdays import SpecialDay, WorkCalendar
from locales.phrases import calendar as phrases
from locales.phrases.calendar_remarks import begun
from locales.words import Words

MOST_SHOWN = 20
MOST_OWN = 6
"""Lines of one message."""


def stretch(look: Look, days: Sequence[SpecialDay], *, calendar: WorkCalendar, words: Words) -> Reply:
    """How many days are worked, and the special ones."""
    worked = words.number(calendar.count_between(look.first - timedelta(days=1), look.last))
    if look.what == "year":
        said = words.say("Năm {year}: {worked} ngày làm việc.", year=look.first.year, worked=worked)
    else:
        said = words.say("Tháng {month}: {worked} ngày làm việc.", month=f"{look.first:%m/%Y}", worked=worked)
    listed = _listed(days, words) if days else words.say("Chưa có ngày đặc biệt nào.")
    return Reply(f"{said}\n{listed}")


def one_day(day: date, days: Sequence[SpecialDay], *, working: bool, words: Words) -> Reply:
    """Whether it is worked, and why."""
    if days:
        return Reply("\n".join(begun(phrases.day(one, words=words)) for one in days))
    if working:
        return Reply(begun(words.say("{day}: ngày làm việc.", day=words.full_day(day))))
    return Reply(begun(words.say("{day}: ngày nghỉ cuối tuần.", day=words.full_day(day))))


def called_so(text: str, days: Sequence[SpecialDay], *, words: Words) -> Reply:
    """The days to come of that name."""
    heading = words.say("Ngày đặc biệt có tên “{text}”:", text=text.strip())
    return Reply(f"{heading}\n{_listed(days, words)}")


def own_days(listed: Iterable[tuple[str, Sequence[SpecialDay]]], *, words: Words) -> list[str]:
    """Lines for what some units have for themselves: (whose, days)."""
    lines = [line for whose, days in listed for line in (whose, _listed(days, words))]
    return lines[: 2 * MOST_OWN]


def _listed(days: Sequence[SpecialDay], words: Words) -> str:
    return "\n".join(f"- {line}" for line in phrases.stretches(days, words=words)[:MOST_SHOWN])
