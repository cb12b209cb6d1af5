"""Assignments one by one, as the lists that a plan wants."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.core.assigning import Assignment, Wanted


def lists_of(assignments: Iterable[Assignment]) -> Sequence[Wanted]:
    lists: dict[tuple[str, str, str], dict[tuple[date, date], list[str]]] = {}
    for one in assignments:
        by_days = lists.setdefault((one.form, one.period, one.task), {})
        by_days.setdefault((one.opens_on, one.due_on), []).append(one.unit)
    return [
        Wanted(*of, {days: tuple(codes) for days, codes in by_days.items()})
        for of, by_days in sorted(lists.items())
    ]
