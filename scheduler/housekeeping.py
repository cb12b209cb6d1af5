"""The bell of the housekeeping: what was kept long enough is deleted (domain notes 6.2, item 10), and what waits for
an hour that only a wrong clock knew waits no more."""

from datetime import datetime, timedelta

from bot.core.office import Office
from bot.db import consents, erasure, inbox, outbox
from bot.db.session import Connection

FILES_LIE = timedelta(days=2)
"""Messages that are looked at for files: the bell rings every hour, a message is delivered or given up within a day."""


def tidy(connection: Connection, office: Office, *, now: datetime) -> int:
    """Delete raw chat and consents that were kept as long as the office says, and the chats of people who are deleted.
    Reports are kept as the archive rules say; evidence is only an id of the messenger's. Returns how many rows
    went or lost their words."""
    outbox.release_ahead(connection, now=now)
    before = now - office.keep_messages
    return (
        inbox.forget_done(connection, before=before)
        + outbox.forget_sent(connection, before=before)
        + outbox.forget_files(connection, since=now - FILES_LIE)
        + consents.forget_ended(connection, before=now - office.keep_consents)
        + erasure.forget_chats(connection)
    )
