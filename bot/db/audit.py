"""Who did what and when, beyond reports: views of everything, reviews, invitations, consent."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from bot.db.tables import audit

_INSERT = insert(audit)


def note_act(connection: Connection, act: str, *, person_id: int | None, now: datetime, **about: Any) -> None:
    """Write one line of the audit log."""
    connection.execute(_INSERT, {"at": now, "person_id": person_id, "act": act, "about": about})
