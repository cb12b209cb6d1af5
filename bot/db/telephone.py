"""Who ever joined, in any chat."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from bot.db.tables import contact


def how_reached(connection: Connection, person_ids: Collection[int]) -> frozenset[int]:
    """Those of these people who have, or had, a chat with us."""
    rows = connection.execute(select(contact.c.person_id).where(contact.c.person_id.in_(sorted(person_ids))))
    return frozenset(rows.scalars())
