"""Private chats: who speaks there, and what they were last asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, bindparam, insert, null, select, update

from bot.core.messages import Address, Choice
from bot.db.fillings import STATE, Begun, read_begun
from bot.db.looks import look_again_around
from bot.db.tables import committee, contact, filling, person

MOST_OFFERS = 24
"""Buttons of reminders and notices whose labels may be typed at a time."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A private chat. `person_id` is None until somebody agreed to be linked; `focus` is what the last message
    offered to choose from, and under `offers` what reminders and notices offered since."""

    id: int
    address: Address
    language: str | None
    focus: dict[str, Any] | None
    person_id: int | None
    person_name: str
    committee_id: int | None
    zone: ZoneInfo | None
    filling: Begun | None
    lost: bool
    practice: dict[str, Any] | None = None
    """A practice form that is being filled in here: {"run", "at", "filling"}."""


_SPEAKER = (
    select(
        contact.c.id,
        contact.c.language,
        contact.c.focus,
        contact.c.practice,
        contact.c.lost_at,
        person.c.id.label("person_id"),
        person.c.name,
        person.c.committee_id,
        committee.c.timezone,
        filling.c.id.label("filling_id"),
        *STATE,
    )
    .select_from(contact)
    .outerjoin(person, person.c.id == contact.c.person_id)
    .outerjoin(committee, committee.c.id == person.c.committee_id)
    .outerjoin(filling, filling.c.id == contact.c.filling_id)
    .where(contact.c.channel == bindparam("channel_"), contact.c.chat == bindparam("chat_"))
)
_INSERT = insert(contact)
_FOCUS = update(contact).where(contact.c.id == bindparam("row")).values(focus=bindparam("focus_"))
_FILLING = (
    update(contact)
    .where(contact.c.id == bindparam("row"))
    .values(filling_id=bindparam("filling_"), focus=bindparam("focus_"), practice=null())
)


def load_contact(connection: Connection, address: Address) -> Contact | None:
    """Who speaks in that private chat. None if nobody ever did."""
    row = connection.execute(_SPEAKER, {"channel_": address.channel, "chat_": address.chat}).first()
    if row is None:
        return None
    return Contact(
        id=row.id,
        address=address,
        language=row.language,
        focus=row.focus,
        person_id=row.person_id,
        person_name=row.name or "",
        committee_id=row.committee_id,
        zone=ZoneInfo(row.timezone) if row.timezone else None,
        filling=None if row.filling_id is None else read_begun(row, row.filling_id),
        lost=row.lost_at is not None,
        practice=row.practice,
    )


def put_contact(connection: Connection, address: Address, *, language: str | None, now: datetime) -> None:
    """Somebody writes for the first time."""
    connection.execute(
        _INSERT,
        {
            "channel": address.channel,
            "chat": address.chat,
            "language": language,
            "first_seen_at": now,
        },
    )


def save_focus(connection: Connection, contact_id: int, focus: dict[str, Any] | None) -> None:
    """Remember what the last message offers, so that its numbers and labels can be typed."""
    connection.execute(_FOCUS, {"row": contact_id, "focus_": focus})


def add_offers(connection: Connection, address: Address, offered: Sequence[Choice]) -> None:
    """A message that nobody asked for offers these. What was asked last stays asked beside them; they
    are gone with the next answer. Nothing happens for a chat that is nobody's."""
    row = connection.execute(
        select(contact.c.id, contact.c.focus)
        .where(contact.c.channel == address.channel, contact.c.chat == address.chat)
        .with_for_update()  # a turn of that chat may be under way: what it asks must not be undone
    ).one_or_none()
    if row is not None and offered:
        newer = [[choice.label, choice.data] for choice in offered]
        labels = {label for label, _ in newer}
        older = [one for one in (row.focus or {}).get("offers", ()) if one[0] not in labels]
        focus = {**(row.focus or {}), "offers": [*older, *newer][-MOST_OFFERS:]}
        save_focus(connection, row.id, focus)


def save_filling(connection: Connection, contact_id: int, filling_id: int | None) -> None:
    """This form is now being filled in here (or none). A practice form gives way."""
    connection.execute(_FILLING, {"row": contact_id, "filling_": filling_id, "focus_": None})


def save_practice(connection: Connection, contact_id: int, practice: dict[str, Any] | None) -> None:
    """A practice form goes on here, or is over."""
    kept = null() if practice is None else practice
    connection.execute(update(contact).where(contact.c.id == contact_id).values(practice=kept))


def save_language(connection: Connection, contact_: Contact, language: str) -> None:
    """From now on the person is spoken to in that language, in every chat."""
    connection.execute(update(contact).where(contact.c.id == contact_.id).values(language=language))
    if contact_.person_id is not None:
        connection.execute(update(person).where(person.c.id == contact_.person_id).values(language=language))
        connection.execute(
            update(contact).where(contact.c.person_id == contact_.person_id).values(language=language)
        )


def link(connection: Connection, contact_id: int, person_id: int, *, now: datetime) -> None:
    """That chat is this person's, and nobody else's any more."""
    before = connection.execute(select(contact.c.person_id).where(contact.c.id == contact_id)).scalar()
    connection.execute(
        update(contact)
        .where(contact.c.id == contact_id)
        .values(person_id=person_id, linked_at=now, focus=None, forget_at=None)
    )
    look_again_around(connection, person_id)
    if before is not None and before != person_id:
        look_again_around(connection, before)


def unlink_person(connection: Connection, person_id: int) -> None:
    """None of the person's chats is theirs any more."""
    connection.execute(
        update(contact)
        .where(contact.c.person_id == person_id)
        .values(person_id=None, linked_at=None, focus=None, filling_id=None, practice=null())
    )
    look_again_around(connection, person_id)


def linked_at(connection: Connection, contact_id: int) -> datetime | None:
    """Since when that chat is somebody's."""
    instant: datetime | None = connection.execute(
        select(contact.c.linked_at).where(contact.c.id == contact_id)
    ).scalar()
    return instant


def mark_lost(connection: Connection, address: Address, why: str, now: datetime) -> None:
    """Nothing reaches that chat any more."""
    connection.execute(
        update(contact)
        .where(contact.c.channel == address.channel, contact.c.chat == address.chat)
        .values(lost_at=now, lost_why=why)
    )
    _look_around(connection, address)


def mark_found(connection: Connection, address: Address) -> None:
    """The person writes again, or let us in again."""
    connection.execute(
        update(contact)
        .where(contact.c.channel == address.channel, contact.c.chat == address.chat)
        .values(lost_at=None, lost_why=None)
    )
    _look_around(connection, address)


def _look_around(connection: Connection, address: Address) -> None:
    """Whose chat it is receives work again, or no longer."""
    person_id = connection.execute(
        select(contact.c.person_id).where(
            contact.c.channel == address.channel, contact.c.chat == address.chat
        )
    ).scalar()
    if person_id is not None:
        look_again_around(connection, person_id)


def addresses_of(connection: Connection, person_id: int) -> tuple[Address, ...]:
    """Where a person can be reached, the chat linked first coming first."""
    rows = connection.execute(
        select(contact.c.channel, contact.c.chat)
        .where(contact.c.person_id == person_id, contact.c.lost_at.is_(None))
        .order_by(contact.c.linked_at, contact.c.id)
    )
    return tuple(Address(row.channel, row.chat) for row in rows)
