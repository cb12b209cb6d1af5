"""Who still answers for what a reminder was to say, asked at the moment at which its words are made."""

from collections.abc import Collection, Mapping
from datetime import date

from bot.core.messages import Address
from bot.core.office import Office
from bot.core.recipients import Receives
from bot.db.contacts import load_contact
from bot.db.session import Connection
from bot.gather.recipients import gather_recipients


def answers_for(
    connection: Connection,
    office: Office,
    person_id: int,
    address: Address,
    unit_ids: Collection[int],
    *,
    today: date,
) -> Mapping[int, tuple[Receives, ...]]:
    """Those of these units whose work that person receives on that day, and in which roles. None at all if the chat is
    not that person's any more."""
    contact = load_contact(connection, address)
    if contact is None or contact.person_id != person_id or contact.lost:
        return {}
    received = gather_recipients(connection, office.id, unit_ids, today=today)
    own = {
        unit_id: tuple(one for one in people if one.person_id == person_id)
        for unit_id, people in received.by_unit.items()
    }
    return {unit_id: roles for unit_id, roles in own.items() if roles}
