"""Chats of the Committee that the digest reaches no longer: its staff are told, once, what to do."""

from datetime import datetime, timedelta

from bot.core.buttons import Verb, button
from bot.core.hearing import heard_by
from bot.core.messages import Address
from bot.core.office import Office
from bot.core.people import Role
from bot.db import outbox
from bot.db.digests import lost_chats
from bot.db.reminders import people_with
from bot.db.session import Connection
from locales.phrases import group_links as phrases
from locales.words import in_language

SINCE = timedelta(days=14)
"""Of a chat that was lost longer ago nobody is told any more: it stands in the list of chats."""


def tell_of_lost_chats(connection: Connection, office: Office, *, now: datetime) -> int:
    """Owe each member of staff a message about each chat that was lost, in the send windows. A chat that is linked
    again and lost again is told again. Returns how many messages."""
    lost = lost_chats(connection, office.id, since=now - SINCE)
    if not lost or not office.windows.is_open(now):
        return 0
    sent = 0
    for to in people_with(connection, office.id, Role.STAFF):
        words = in_language(to.language or office.language)
        for row, address, lost_at in lost:
            key = f"chat_lost:{row}:{lost_at:%Y%m%d%H%M%S}:{to.person_id}"
            if outbox.is_owed(connection, key):
                continue
            reply = phrases.lost(address, drop=button(Verb.DIGEST_WAYS, "drop", row), words=words)
            put = outbox.put_once(
                connection,
                Address(to.channel, to.chat),
                {**reply.to_json(), **heard_by(to.person_id, role=Role.STAFF)},
                kind=outbox.Kind.NOTICE,
                key=key,
                now=now,
            )
            sent += put is not None
    return sent
