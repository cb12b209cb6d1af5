"""Changing the calendar as data: days of the committee or of some units, and a whole table of them."""

from collections.abc import Iterable
from datetime import date

from bot.core.workdays import DayKind, DayStatus, SpecialDay
from bot.db.calendar_days import load_days, load_own_days, save_calendar, save_own_days
from bot.db.session import Connection
from bot.gather.builtin import YEARS_AHEAD
from bot.papers.public_holidays import public_holidays


def set_days(
    connection: Connection,
    committee_id: int,
    days: Iterable[date],
    kind: DayKind | None,
    *,
    name: str = "",
    status: DayStatus = DayStatus.OFFICIAL,
    source: str = "",
    scope: str | None = None,
) -> None:
    """Make these days such days, for everybody or for a scope (see bot.core.own_days). `kind` None: nothing special."""
    changed = {day: SpecialDay(day, kind, name, status, source) for day in days} if kind else {}
    touched = frozenset(days)
    known = (
        load_days(connection, committee_id)
        if scope is None
        else load_own_days(connection, committee_id).get(scope, ())
    )
    kept = (one for one in known if one.day not in touched)
    result = sorted((*kept, *changed.values()), key=lambda one: one.day)
    if scope is None:
        save_calendar(connection, committee_id, result)
    else:
        save_own_days(connection, committee_id, scope, result)


def put_table(connection: Connection, committee_id: int, table: Iterable[SpecialDay]) -> None:
    """A table of special days: the years of which it speaks are as it says, other years stay as they are. Behind the
    last known one, years are filled with what the library expects."""
    table = tuple(table)
    spoken = {one.day.year for one in table}
    known = (*(one for one in load_days(connection, committee_id) if one.day.year not in spoken), *table)
    years = {one.day.year for one in known}
    ahead = set(range(max(spoken) + 1, max(spoken) + 1 + YEARS_AHEAD)) - years if spoken else set()
    everything = (*known, *public_holidays(ahead))
    save_calendar(connection, committee_id, sorted(everything, key=lambda one: one.day))
