"""Digests, just before they go out. The words stay as they were kept; when they go, and whether the chat is still one
that may read them, is decided at that moment: a letter may wait for days."""

from datetime import datetime
from typing import Any

from bot.core.digest_period import PUNCTUAL
from bot.core.digest_text import Reader
from bot.core.hearing import may_still_read
from bot.core.messages import Made, Postponed, Reply
from bot.core.office import Office
from bot.core.windows import rests_at
from bot.db.digest_readers import reads
from bot.db.digests import all_chats
from bot.db.offices import load_office
from bot.db.outbox import Message
from bot.db.session import Connection
from bot.gather.hearers import hearer


def put_into_letter(
    reply: Reply, *, hour: datetime, reader: Reader, root: str, person_id: int | None
) -> dict[str, Any]:
    """What is owed: the words, and whom they are for. `person_id` is whose chat it is; None: a group's."""
    return {
        **reply.to_json(),
        "hour": hour.isoformat(),
        "reader": reader.value,
        "root": root,
        "person": person_id,
    }


def make_letter(connection: Connection, message: Message, now: datetime) -> Made:
    """The words as they were kept, at an hour at which a digest may go; None if that chat may read them no longer. One
    that was owed before letters said whom they are for goes to the Committee's groups alone."""
    office = load_office(connection)
    if office is None:
        return None
    body = message.body
    hour = datetime.fromisoformat(body["hour"]) if "hour" in body else None
    if not may_go(office, now, hour=hour):
        return Postponed(office.windows.next_opening(now))
    return Reply.from_json(body) if _is_for(connection, office, message) else None


def may_go(office: Office, now: datetime, *, hour: datetime | None) -> bool:
    """Whether a digest may be sent at that instant: in the send windows; on time also outside them, as the Committee
    chose its hour, but never while people rest."""
    if office.windows.is_open(now):
        return True
    local = now.astimezone(office.zone)
    on_time = hour is not None and hour <= now <= hour + PUNCTUAL
    return on_time and office.calendar.is_working(local.date()) and not rests_at(local.time())


def _is_for(connection: Connection, office: Office, message: Message) -> bool:
    body = message.body
    if body.get("person") is None:
        chats = all_chats(connection, office.id)
        return any(one.address == message.address and not one.lost for one in chats)
    person = hearer(connection, message.address, body["person"])
    return person is not None and reads(connection, person.id) and may_still_read(person, body["root"])
