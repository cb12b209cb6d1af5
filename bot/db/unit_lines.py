"""The units above a unit, in State management: its superior, and that one's."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, bindparam, select

from bot.core.units import Unit
from bot.db.tables import unit
from bot.db.units import units_by_row

_BY_CODE = select(unit.c.id, unit.c.code).where(
    unit.c.committee_id == bindparam("committee_"), unit.c.code.in_(bindparam("codes", expanding=True))
)


def lines_above(
    connection: Connection, committee_id: int, unit_ids: Collection[int]
) -> Mapping[int, tuple[tuple[int, Unit], ...]]:
    """What is above each of these units, the nearest first: {unit: ((superior's id, superior), ...)}. A line that comes
    back to itself ends there."""
    known: dict[int, Unit] = {}
    rows: dict[str, int] = {}
    wanted = set(unit_ids)
    while wanted:
        found = units_by_row(connection, sorted(wanted))
        known |= found
        rows |= {one.code: row for row, one in found.items()}
        codes = {one.parent for one in found.values() if one.parent} - rows.keys()
        parents = connection.execute(_BY_CODE, {"committee_": committee_id, "codes": sorted(codes)})
        wanted = {row.id for row in parents} if codes else set()
    return {unit_id: _line(unit_id, known, rows) for unit_id in unit_ids if unit_id in known}


def _line(unit_id: int, known: Mapping[int, Unit], rows: Mapping[str, int]) -> tuple[tuple[int, Unit], ...]:
    line: list[tuple[int, Unit]] = []
    seen = {unit_id}
    parent = rows.get(known[unit_id].parent or "")
    while parent is not None and parent not in seen:
        seen.add(parent)
        line.append((parent, known[parent]))
        parent = rows.get(known[parent].parent or "")
    return tuple(line)
