"""Special days: the committee's, and those that some units have for themselves, by scope (see bot.core.own_days)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Text,
    bindparam,
    cast,
    delete,
    func,
    insert,
    select,
)

from bot.core.own_days import scopes_of
from bot.core.workdays import DayKind, DayStatus, SpecialDay, WorkCalendar
from bot.db.looks import look_everywhere
from bot.db.tables import calendar_day, own_day, unit

_DAYS = (
    select(
        calendar_day.c.day,
        calendar_day.c.kind,
        calendar_day.c.name,
        calendar_day.c.status,
        calendar_day.c.source,
    )
    .where(calendar_day.c.committee_id == bindparam("committee"))
    .order_by(calendar_day.c.day)
)
_FIELDS = (calendar_day.c.kind, calendar_day.c.name, calendar_day.c.status, calendar_day.c.source)
_OWN = select(own_day).where(own_day.c.committee_id == bindparam("committee")).order_by(own_day.c.day)
_ANY_OWN = select(own_day.c.day).where(own_day.c.committee_id == bindparam("committee")).limit(1)
_UNITS = select(
    unit.c.id, unit.c.code, unit.c.kind, func.coalesce(unit.c.parent, unit.c.party_parent).label("superior")
)
BATCH = 5000


def load_days(connection: Connection, committee_id: int) -> tuple[SpecialDay, ...]:
    """The committee's special days, in order."""
    return load_calendar(connection, committee_id).special


def load_calendar(connection: Connection, committee_id: int) -> WorkCalendar:
    """The calendar that these days make. It is asked for with each bell and seldom another one: of the same rows it is
    made once."""
    rows = connection.execute(_DAYS, {"committee": committee_id}).all()
    return _calendar(tuple(map(tuple, rows)))


def days_in_short(committee_id: ColumnElement[int]) -> ScalarSelect[str]:
    """All that the committee's special days say, as one text: to know whether they are others, without reading them."""
    said: ColumnElement[str] = cast(calendar_day.c.day, Text)
    for field in _FIELDS:
        said = said.concat("\x1f").concat(field)
    return (
        select(func.aggregate_strings(said, "\x1e"))
        .where(calendar_day.c.committee_id == committee_id)
        .scalar_subquery()
    )


@lru_cache(maxsize=4)
def _calendar(rows: tuple[tuple[date, str, str, str, str], ...]) -> WorkCalendar:
    return WorkCalendar.of(
        SpecialDay(day, DayKind(kind), name, DayStatus(status), source)
        for day, kind, name, status, source in rows
    )


def save_calendar(connection: Connection, committee_id: int, days: Iterable[SpecialDay]) -> None:
    """Replace the committee's special days."""
    connection.execute(delete(calendar_day).where(calendar_day.c.committee_id == committee_id))
    rows = [{"committee_id": committee_id, **_values(day)} for day in days]
    if rows:
        connection.execute(insert(calendar_day), rows)
    look_everywhere(connection, committee_id)


def load_own_days(connection: Connection, committee_id: int) -> dict[str, tuple[SpecialDay, ...]]:
    """The days of all scopes that have any."""
    found: dict[str, list[SpecialDay]] = {}
    for row in connection.execute(_OWN, {"committee": committee_id}):
        found.setdefault(row.scope, []).append(_day(row))
    return {scope: tuple(days) for scope, days in found.items()}


def has_own_days(connection: Connection, committee_id: int) -> bool:
    """Whether any unit has days of its own: mostly none has."""
    return connection.execute(_ANY_OWN, {"committee": committee_id}).first() is not None


def save_own_days(connection: Connection, committee_id: int, scope: str, days: Iterable[SpecialDay]) -> None:
    """Replace the days of one scope."""
    connection.execute(
        delete(own_day).where(own_day.c.committee_id == committee_id, own_day.c.scope == scope)
    )
    rows = [{"committee_id": committee_id, "scope": scope, **_values(day)} for day in days]
    if rows:
        connection.execute(insert(own_day), rows)
    look_everywhere(connection, committee_id)


def scopes_of_units(
    connection: Connection, committee_id: int, unit_ids: Collection[int]
) -> Mapping[int, tuple[str, ...]]:
    """The scopes of each of these units, the nearest first, read level by level up the tree."""
    known: dict[str, Any] = {}
    wanted = list(_units(connection, committee_id, unit.c.id, unit_ids))
    missing = {row.superior for row in wanted if row.superior}
    while missing := missing - known.keys():
        found = {row.code: row for row in _units(connection, committee_id, unit.c.code, missing)}
        known |= dict.fromkeys(missing) | found
        missing = {row.superior for row in found.values() if row.superior}
    superior = {code: row.superior if row else None for code, row in known.items()}
    return {row.id: scopes_of(row.code, row.kind, above(row.superior, superior)) for row in wanted}


def above(code: str | None, superior: Mapping[str, str | None]) -> tuple[str, ...]:
    """A superior and all above it, from the nearest up. A roster that leads round in a circle ends where it began."""
    found: list[str] = []
    while code is not None and code not in found:
        found.append(code)
        code = superior.get(code)
    return tuple(found)


def _units(connection: Connection, committee_id: int, column: Any, values: Collection[Any]) -> Iterable[Any]:
    ordered = sorted(values)
    for start in range(0, len(ordered), BATCH):
        yield from connection.execute(
            _UNITS.where(unit.c.committee_id == committee_id, column.in_(ordered[start : start + BATCH]))
        )


def days_until(connection: Connection, committee_id: int) -> date | None:
    """The last special day that is known."""
    newest = select(func.max(calendar_day.c.day)).where(calendar_day.c.committee_id == committee_id)
    return connection.execute(newest).scalar()


def _values(day: SpecialDay) -> dict[str, Any]:
    return {
        "day": day.day,
        "kind": day.kind.value,
        "name": day.name,
        "status": day.status.value,
        "source": day.source,
    }


def _day(row: Any) -> SpecialDay:
    return SpecialDay(row.day, DayKind(row.kind), row.name, DayStatus(row.status), row.source)
