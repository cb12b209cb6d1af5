"""This installation's own secrets."""

import secrets
from datetime import datetime

from sqlalchemy import Connection, insert, select

from bot.db.tables import installation

QUICK = "quick-"
"""So begins the salt of an installation whose codes are hashed quickly."""


def ensure_installation(connection: Connection, *, now: datetime, quick: bool = False) -> None:
    """Make the installation's salt once. Of one that is `quick` invitation codes are hashed in no time, which guards
    nothing: for a rehearsal, whose codes are nobody's."""
    if connection.execute(select(installation.c.id)).first() is None:
        salt = secrets.token_hex(16)
        connection.execute(
            insert(installation).values(id=1, salt=QUICK + salt if quick else salt, created_at=now)
        )
