"""Days of the calendar that change, in lines."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.core.moved_days import DayChange
from bot.core.workdays import DayKind, DayStatus, SpecialDay
from locales.phrases import calendar
from locales.words import Words


def changes(listed: Iterable[DayChange], *, words: Words) -> list[str]:
    """Lines for what changes, neighbouring days together."""
    lines: list[str] = []
    for (had, has), same in groupby(listed, key=lambda one: (one.before is not None, one.after is not None)):
        some = list(same)
        if had and has:
            lines += _exchanges(some, words)
            continue
        days = [day for one in some if (day := one.after or one.before) is not None]
        for line in calendar.stretches(days, words=words):
            lines.append(
                words.say("- Thêm: {line}", line=line) if has else words.say("- Bỏ: {line}", line=line)
            )
    return lines


def _exchanges(listed: Sequence[DayChange], words: Words) -> Iterator[str]:
    """Days that were special and are so otherwise: `- Đổi: 04/02/2027 – 10/02/2027: … → nghỉ – Tết (dự kiến)`."""
    at = 0
    while at < len(listed):
        end = at + 1
        while end < len(listed) and _goes_on(listed[end - 1], listed[end]):
            end += 1
        befores = [one.before for one in listed[at:end] if one.before is not None]
        afters = [one.after for one in listed[at:end] if one.after is not None]
        least_sure = max((one.status for one in afters), key=list(DayStatus).index)
        after = calendar.what_day(afters[0], least_sure, words)
        yield words.say("- Đổi: {before} → {after}", before=calendar.stretch(befores, words), after=after)
        at = end


def _goes_on(last: DayChange, one: DayChange) -> bool:
    """Whether the same happens to the day after it."""

    def what(day: SpecialDay | None) -> tuple[DayKind, str] | None:
        return None if day is None else (day.kind, day.name)

    return (one.day - last.day).days == 1 and (what(last.before), what(last.after)) == (
        what(one.before),
        what(one.after),
    )
