"""Committees and their calendars."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Text, bindparam, cast, insert, select, update

from bot.core.forms.model import Text as Name
from bot.core.office import Office
from bot.core.units import UnitKind
from bot.core.workdays import WorkCalendar
from bot.db.calendar_days import days_in_short, load_calendar
from bot.db.looks import look_everywhere
from bot.db.office_settings import digest_ways_of, school_year_of, windows_of
from bot.db.tables import committee

_ROW = select(
    committee.c.id,
    committee.c.code,
    cast(committee.c.name, Text).label("name"),
    committee.c.language,
    committee.c.timezone,
    cast(committee.c.kinds, Text).label("kinds"),
    cast(committee.c.settings, Text).label("settings"),
    days_in_short(committee.c.id).label("days"),
)
_ONLY = _ROW.order_by(committee.c.id).limit(1)
_ONE = _ROW.where(committee.c.id == bindparam("row"))
_KINDS = select(cast(committee.c.kinds, Text)).where(committee.c.id == bindparam("row"))

_made: dict[tuple[Any, ...], Office] = {}
"""By all that makes them. Each bell and each turn asks for its office, which seldom is another one."""
_MOST = 8


def lock_office(connection: Connection, committee_id: int) -> None:
    """Until this transaction ends nobody else changes the committee's plans. (SQLite has one writer anyhow.)"""
    connection.execute(
        select(committee.c.id).where(committee.c.id == committee_id).with_for_update(key_share=True)
    )


def load_office(connection: Connection, committee_id: int | None = None) -> Office | None:
    """The committee of that id, or the only one there is."""
    one, which = (_ONLY, {}) if committee_id is None else (_ONE, {"row": committee_id})
    row = connection.execute(one, which).first()
    if row is None:
        return None
    zone = ZoneInfo(row.timezone)  # another object once the time zone database is another one
    known = (zone, *row)
    office = _made.get(known)
    if office is None:
        if len(_made) >= _MOST:
            _made.clear()
        office = _made[known] = _make(row, zone, load_calendar(connection, row.id))
    return office


def _make(row: Any, zone: ZoneInfo, calendar: WorkCalendar) -> Office:
    settings = json.loads(row.settings)
    return Office(
        id=row.id,
        code=row.code,
        name=json.loads(row.name),
        language=row.language,
        zone=zone,
        kinds=_kinds(row.kinds),
        calendar=calendar,
        windows=windows_of(settings, calendar, zone),
        digest=digest_ways_of(settings),
        when_day_off=settings.get("when_day_off", "next"),
        school_year=school_year_of(settings),
        keep_messages=timedelta(days=settings.get("keep_messages_days", 90)),
        keep_consents=timedelta(days=settings.get("keep_consents_days", 5 * 365 + 2)),
    )


def load_settings(connection: Connection, committee_id: int) -> dict[str, Any]:
    """What the committee has set otherwise than a new one has it."""
    query = select(committee.c.settings).where(committee.c.id == committee_id)
    return dict(connection.execute(query).scalar_one())


def save_settings(connection: Connection, committee_id: int, settings: Mapping[str, Any]) -> None:
    """Replace the committee's settings."""
    connection.execute(
        update(committee).where(committee.c.id == committee_id).values(settings=dict(settings))
    )
    look_everywhere(connection, committee_id)


def load_kinds(connection: Connection, committee_id: int) -> Mapping[str, UnitKind]:
    """The committee's kinds of unit alone. NoResultFound if there is none of that id."""
    return _kinds(connection.execute(_KINDS, {"row": committee_id}).scalar_one())


@lru_cache(maxsize=_MOST)
def _kinds(stored: str) -> Mapping[str, UnitKind]:
    return {code: _kind(code, value) for code, value in json.loads(stored).items()}


def put_office(
    connection: Connection,
    *,
    code: str,
    name: Name,
    language: str,
    timezone: str,
    kinds: Mapping[str, UnitKind],
    now: datetime,
) -> int:
    """Create the committee, or bring its name and unit kinds up to date. Returns its id."""
    stored = {
        kind.code: {
            "name": dict(kind.name),
            "played_by": kind.played_by,
            "needs": {attribute: sorted(values) for attribute, values in kind.needs.items()},
            "officer_roles": list(kind.officer_roles),
            "head_roles": list(kind.head_roles),
            "reports_for": sorted(kind.reports_for),
        }
        for kind in kinds.values()
    }
    row = connection.execute(select(committee.c.id).where(committee.c.code == code)).first()
    if row is not None:
        connection.execute(
            update(committee).where(committee.c.id == row.id).values(name=dict(name), kinds=stored)
        )
        return int(row.id)
    result = connection.execute(
        insert(committee).values(
            code=code,
            name=dict(name),
            language=language,
            timezone=timezone,
            kinds=stored,
            settings={},
            created_at=now,
        )
    )
    (row_id,) = result.inserted_primary_key or (0,)
    return int(row_id)


def _kind(code: str, value: dict[str, Any]) -> UnitKind:
    return UnitKind(
        code=code,
        name=value["name"],
        played_by=value["played_by"],
        needs={attribute: frozenset(values) for attribute, values in value["needs"].items()},
        officer_roles=tuple(value["officer_roles"]),
        head_roles=tuple(value["head_roles"]),
        reports_for=frozenset(value.get("reports_for", ())),
    )


def rename_office(connection: Connection, committee_id: int, name: Name) -> None:
    """The committee's name, as the roster has it."""
    connection.execute(update(committee).where(committee.c.id == committee_id).values(name=dict(name)))
