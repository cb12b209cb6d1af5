"""When each bell rang last: the pulse of the clock."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from bot.db.tables import bell

_RANG = update(bell).where(bell.c.name == bindparam("name_")).values(rang_at=bindparam("at_"))


def note_ring(connection: Connection, name: str, *, now: datetime) -> None:
    """The bell rang and its work is done in this transaction."""
    if connection.execute(_RANG, {"name_": name, "at_": now}).rowcount == 0:
        connection.execute(insert(bell).values(name=name, rang_at=now))


def last_rings(connection: Connection) -> Mapping[str, datetime]:
    """{bell: when}."""
    return {row.name: row.rang_at for row in connection.execute(select(bell))}
