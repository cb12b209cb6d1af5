"""Somebody who does not answer is not nagged further: the next one is told, each with some working days of grace."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum

from bot.core.workdays import WorkCalendar


class Step(IntEnum):
    """Who is turned to: the officer, then the head of the unit, then the Committee's staff by telephone."""

    OFFICER = 0
    HEAD = 1
    STAFF = 2


def silent_since(unanswered: Sequence[date], *, after: int) -> date | None:
    """The day of the reminder from which on somebody counts as silent. `unanswered` are the days of the reminders since
    they were last heard, the first first. None as long as there are fewer than `after`; 0 never counts anybody so."""
    return unanswered[after - 1] if 0 < after <= len(unanswered) else None


def unit_silent_since(officers: Iterable[date | None]) -> date | None:
    """A unit is silent once all its officers are. None as long as one is not, and without any officer."""
    days = list(officers)
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def step_of(since: date | None, *, today: date, grace: int, has_head: bool, calendar: WorkCalendar) -> Step:
    """How far it has gone. Where no head can be told, staff are turned to when the head would be."""
    if since is None:
        return Step.OFFICER
    first = calendar.add(since, working_days=grace)
    if today < first:
        return Step.OFFICER
    if not has_head:
        return Step.STAFF
    return Step.STAFF if today >= calendar.add(first, working_days=grace) else Step.HEAD
