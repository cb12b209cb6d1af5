"""Forms and reports that somebody fills in on behalf of a unit or a colleague."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select

from bot.core.behalf import Behalf, Why
from bot.db.tables import behalf, person, unit

_OF = (
    select(behalf, unit.c.short, person.c.name)
    .join(unit, unit.c.id == behalf.c.unit_id)
    .outerjoin(person, person.c.id == behalf.c.absent_id)
    .where(behalf.c.filling_id.in_(bindparam("fillings", expanding=True)))
)


def put_behalf(connection: Connection, filling_id: int, one: Behalf | None) -> None:
    """In what capacity the form is filled in; None for one's own. What was noted before is replaced."""
    connection.execute(delete(behalf).where(behalf.c.filling_id == filling_id))
    if one is not None:
        connection.execute(
            insert(behalf).values(
                filling_id=filling_id,
                why=one.why,
                unit_id=one.unit_id,
                absent_id=one.absent_id,
                told_by=one.told_by,
            )
        )


def behalf_of(connection: Connection, filling_id: int) -> Behalf | None:
    """In what capacity that form is, or was, filled in; None for one's own."""
    return behalfs_of(connection, [filling_id]).get(filling_id)


def behalfs_of(connection: Connection, filling_ids: Collection[int]) -> Mapping[int, Behalf]:
    """The same for several: {filling: capacity}, without those that are one's own."""
    rows = connection.execute(_OF, {"fillings": sorted(filling_ids)})
    return {
        row.filling_id: Behalf(
            Why(row.why), row.unit_id, row.short, row.absent_id, row.name or "", row.told_by
        )
        for row in rows
    }
