"""Who reads the digest in their own chat, and the staff who hear on Friday what it will say."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from bot.core.messages import Address
from bot.core.people import Role
from bot.db.contacts import addresses_of
from bot.db.tables import digest_reader, person, post


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody with a chat that works."""

    person_id: int
    name: str
    language: str | None
    address: Address


def begin_reading(connection: Connection, person_id: int, *, now: datetime) -> bool:
    """From now on the digest comes into the person's chat. False if it did already."""
    if reads(connection, person_id):
        return False
    connection.execute(insert(digest_reader).values(person_id=person_id, since=now))
    return True


def stop_reading(connection: Connection, person_id: int) -> bool:
    """It comes no longer. False if it did not."""
    done = connection.execute(delete(digest_reader).where(digest_reader.c.person_id == person_id))
    return done.rowcount > 0


def reads(connection: Connection, person_id: int) -> bool:
    query = select(digest_reader.c.person_id).where(digest_reader.c.person_id == person_id)
    return connection.execute(query).first() is not None


def list_readers(connection: Connection, committee_id: int, *, since: datetime) -> tuple[Reader, ...]:
    """Who switched it on by then, and can be reached: in the chat that was linked first."""
    rows = connection.execute(
        select(person.c.id, person.c.name, person.c.language)
        .join(digest_reader, digest_reader.c.person_id == person.c.id)
        .where(
            person.c.committee_id == committee_id,
            person.c.left_at.is_(None),
            digest_reader.c.since <= since,
        )
        .order_by(person.c.id)
    )
    return _reached(connection, [(row.id, row.name, row.language) for row in rows])


def list_staff(connection: Connection, committee_id: int) -> tuple[Reader, ...]:
    """The Committee's staff who can be reached."""
    held = select(post.c.person_id).where(post.c.role == Role.STAFF, post.c.until.is_(None))
    rows = connection.execute(
        select(person.c.id, person.c.name, person.c.language)
        .where(person.c.committee_id == committee_id, person.c.left_at.is_(None), person.c.id.in_(held))
        .order_by(person.c.id)
    )
    return _reached(connection, [(row.id, row.name, row.language) for row in rows])


def _reached(connection: Connection, found: list[tuple[int, str, str | None]]) -> tuple[Reader, ...]:
    chats = ((one, addresses_of(connection, one[0])[:1]) for one in found)
    return tuple(Reader(*one, address) for one, addresses in chats for address in addresses)
