"""Reminders in the chat that say what is true no more: once their forms are reported they are edited to say so."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.db import outbox
from bot.db.outbox import Kind
from bot.db.session import Connection
from bot.db.standing_reminders import mark_amended, reminded_and_reported

AS_LONG_AS = timedelta(days=45)
"""So old a reminder is edited still: further up in the chat nobody looks."""


def amend_reported(connection: Connection, *, unit_ids: Collection[int] | None = None, now: datetime) -> int:
    """Owe the edit of each reminder of which a form was reported since, in these units, or wherever something happened.
    Returns how many."""
    owed = 0
    for row in reminded_and_reported(connection, since=now - AS_LONG_AS, unit_ids=unit_ids):
        mark_amended(connection, row.reminders, now=now)
        if not row.body:
            continue  # its words are forgotten already
        outbox.put_once(
            connection,
            row.address,
            {**row.body, "message": row.message},
            kind=Kind.AMEND,
            key=f"amend:{row.outbox_id}:{max(row.reminders)}",
            now=now,
        )
        owed += 1
    return owed
