"""Who sits in the chat to which a message that waited is to go, and what they receive by now."""

from bot.core.messages import Address
from bot.core.people import Person
from bot.db.contacts import load_contact
from bot.db.people import load_person
from bot.db.session import Connection


def still_theirs(connection: Connection, address: Address, person_id: int) -> bool:
    """Whether that private chat is that person's."""
    contact = load_contact(connection, address)
    return contact is not None and contact.person_id == person_id


def hearer(connection: Connection, address: Address, person_id: int) -> Person | None:
    """The person with the posts held now; None if the chat is somebody else's, or nobody's, by now."""
    return load_person(connection, person_id, "") if still_theirs(connection, address, person_id) else None
