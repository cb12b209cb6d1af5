"""This installation's own secrets."""

import secrets
from datetime import datetime

from sqlalchemy import Connection, insert, select

from bot.db.tables import installation


def ensure_installation(connection: Connection, *, now: datetime) -> None:
    """Make the installation's salt once."""
    if connection.execute(select(installation.c.id)).first() is None:
        connection.execute(insert(installation).values(id=1, salt=secrets.token_hex(16), created_at=now))
