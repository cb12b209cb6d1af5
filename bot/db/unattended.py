"""Units whose work nobody receives: staff are told once, until somebody receives it again."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from bot.db.tables import unattended, unit


def note_unattended(
    connection: Connection, committee_id: int, unit_ids: Collection[int], *, now: datetime
) -> frozenset[int]:
    """Those units of a committee are without a recipient, and no others. Returns those that were not before."""
    known = frozenset(
        connection.execute(
            select(unattended.c.unit_id)
            .join(unit, unit.c.id == unattended.c.unit_id)
            .where(unit.c.committee_id == committee_id, unattended.c.over_at.is_(None))
        ).scalars()
    )
    new = frozenset(unit_ids) - known
    over = known - frozenset(unit_ids)
    if over:
        connection.execute(
            update(unattended)
            .where(unattended.c.unit_id.in_(sorted(over)), unattended.c.over_at.is_(None))
            .values(over_at=now)
        )
    if new:
        connection.execute(insert(unattended), [{"unit_id": one, "since": now} for one in sorted(new)])
    return new
