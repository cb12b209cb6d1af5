"""Who ever joined, in any chat; in how many units nobody answers."""

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from bot.db.tables import contact, unattended, unit
from bot.db.unattended import SILENT


def how_reached(connection: Connection, person_ids: Collection[int]) -> frozenset[int]:
    """Those of these people who have, or had, a chat with us."""
    rows = connection.execute(select(contact.c.person_id).where(contact.c.person_id.in_(sorted(person_ids))))
    return frozenset(rows.scalars())


def count_silent(connection: Connection, committee_id: int, *, units: Collection[int] | None = None) -> int:
    """The units that were reminded until nobody was left to remind, telephoned or not; of these alone, if any are
    named."""
    return connection.execute(
        select(func.count(unit.c.id.distinct()))
        .join(unattended, unattended.c.unit_id == unit.c.id)
        .where(
            unit.c.committee_id == committee_id,
            unattended.c.over_at.is_(None),
            unattended.c.why == SILENT,
            *([] if units is None else [unit.c.id.in_(sorted(units))]),
        )
    ).scalar_one()
