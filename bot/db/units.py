"""The roster: units as they stand."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from bot.core.units import Unit
from bot.db.looks import look_again
from bot.db.tables import committee, unit

_ONE = select(unit).where(unit.c.id == bindparam("row"))
_SOME = select(unit).where(unit.c.id.in_(bindparam("rows", expanding=True)))
_INSERT = insert(unit)
_SUCCEEDED = (
    select(unit.c.id)
    .where(unit.c.committee_id == bindparam("committee_"), unit.c.successor.is_not(None))
    .limit(1)
)


def load_units(connection: Connection, committee_id: int) -> dict[int, Unit]:
    """All units of a committee by their row id, in the order in which they were loaded."""
    rows = connection.execute(select(unit).where(unit.c.committee_id == committee_id).order_by(unit.c.id))
    return {row.id: _unit(row) for row in rows}


def load_unit(connection: Connection, unit_id: int) -> Unit:
    """One unit. NoResultFound if there is none of that id."""
    return _unit(connection.execute(_ONE, {"row": unit_id}).one())


def units_by_row(connection: Connection, rows: Sequence[int]) -> dict[int, Unit]:
    """These units by their row id."""
    found = connection.execute(_SOME, {"rows": list(rows)})
    return {row.id: _unit(row) for row in found}


def put_units(connection: Connection, committee_id: int, units: Sequence[Unit], *, today: date) -> None:
    """Add units that are new."""
    if units:
        connection.execute(
            _INSERT, [{"committee_id": committee_id, "figures_on": today, **_row(one)} for one in units]
        )


def save_units(
    connection: Connection, changed: Mapping[int, tuple[Unit, Collection[str]]], *, today: date
) -> None:
    """Bring units up to date: {row: (unit, what differs)}. An end that is set anew is handed over anew."""
    for row_id, (one, what) in changed.items():
        values = _row(one)
        if "figures" in what:
            values["figures_on"] = today
        if not {"valid_to", "successor"}.isdisjoint(what):
            values["handed_on"] = None
        connection.execute(update(unit).where(unit.c.id == row_id).values(**values))
    look_again(connection, changed)


def figures_given_on(connection: Connection, committee_id: int) -> dict[str, date]:
    """Since when the roster has had the figures of each unit, by code."""
    rows = connection.execute(
        select(unit.c.code, unit.c.figures_on).where(
            unit.c.committee_id == committee_id, unit.c.figures_on.is_not(None)
        )
    )
    return {row.code: row.figures_on for row in rows}


def has_successors(connection: Connection, committee_id: int) -> bool:
    """Whether any unit of the committee hands over to another: mostly none does."""
    return connection.execute(_SUCCEEDED, {"committee_": committee_id}).first() is not None


def handed_over(connection: Connection, committee_id: int) -> frozenset[int]:
    """The units whose open work has passed to their successors."""
    rows = connection.execute(
        select(unit.c.id).where(unit.c.committee_id == committee_id, unit.c.handed_on.is_not(None))
    )
    return frozenset(rows.scalars())


def note_handed_over(connection: Connection, unit_id: int, *, today: date) -> None:
    """The unit's open work has passed to its successor."""
    connection.execute(update(unit).where(unit.c.id == unit_id).values(handed_on=today))


def roster_version(connection: Connection, committee_id: int) -> int:
    """How often the roster changed."""
    version: int = connection.execute(
        select(committee.c.roster_version).where(committee.c.id == committee_id)
    ).scalar_one()
    return version


def next_roster_version(connection: Connection, committee_id: int) -> None:
    """The roster changed: figures computed from now on rest on another version."""
    connection.execute(
        update(committee)
        .where(committee.c.id == committee_id)
        .values(roster_version=committee.c.roster_version + 1)
    )


def _row(one: Unit) -> dict[str, object]:
    return {
        "code": one.code,
        "kind": one.kind,
        "level": one.level,
        "name": one.name,
        "short": one.short,
        "parent": one.parent,
        "party_parent": one.party_parent,
        "ownership": one.ownership,
        "party_org": one.party_org,
        "figures": dict(one.figures),
        "valid_from": one.valid_from,
        "valid_to": one.valid_to,
        "successor": one.successor,
        "phone": one.phone or "",
    }


def _unit(row: Row[Any]) -> Unit:
    return Unit(
        code=row.code,
        name=row.name,
        kind=row.kind,
        short=row.short,
        level=row.level,
        ownership=row.ownership,
        parent=row.parent,
        party_parent=row.party_parent,
        party_org=row.party_org,
        figures=row.figures,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        successor=row.successor,
        phone=row.phone,
    )
