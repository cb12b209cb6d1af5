"""Who sits in the chat to which a message that waited is to go, and what they receive by now."""

from collections.abc import Collection
from datetime import date

from bot.core.messages import Address
from bot.core.office import Office
from bot.core.people import Person
from bot.db.contacts import load_contact
from bot.db.people import load_person
from bot.db.session import Connection
from bot.db.unit_lines import lines_above


def still_theirs(connection: Connection, address: Address, person_id: int) -> bool:
    """Whether that private chat is that person's."""
    contact = load_contact(connection, address)
    return contact is not None and contact.person_id == person_id


def hearer(connection: Connection, address: Address, person_id: int) -> Person | None:
    """The person with the posts held now; None if the chat is somebody else's, or nobody's, by now."""
    return load_person(connection, person_id, "") if still_theirs(connection, address, person_id) else None


def still_received(
    connection: Connection, office: Office, person_id: int, units: Collection[int], *, today: date
) -> frozenset[int]:
    """Of these units those for which the person reports that day: their own, those of whoever they stand in for, and
    units below these."""
    own = frozenset(load_person(connection, person_id, "", today=today).units)
    others = frozenset(units) - own
    lines = lines_above(connection, office.id, others) if own and others else {}
    below = {unit for unit, line in lines.items() if not own.isdisjoint(row for row, _ in line)}
    return frozenset(units) & (own | below)
