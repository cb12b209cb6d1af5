"""The bell of the housekeeping: what was kept long enough is deleted (domain notes 6.2, item 10)."""

from datetime import datetime, timedelta

from bot.db import inbox, outbox
from bot.db.session import Connection

KEEP_MESSAGES = timedelta(days=90)
"""Raw chat; reports are kept as the archive rules say, and evidence is only an id of the messenger's."""


def tidy(connection: Connection, *, now: datetime) -> int:
    """Delete handled updates and delivered answers. Returns how many rows went."""
    before = now - KEEP_MESSAGES
    return inbox.forget_done(connection, before=before) + outbox.forget_sent(connection, before=before)
