"""Whom somebody's digest is about: the Committee reads of everybody, the head of a unit above of those below it."""

from bot.core.digest_text import Reader
from bot.core.office import Office
from bot.core.people import Act, Person, may
from bot.core.subtree import headed
from bot.db.people import load_person
from bot.db.session import Connection
from bot.db.units import load_units
from bot.gather.digests import EVERYBODY, Part, part_below


def parts_of(connection: Connection, office: Office, person_id: int, name: str) -> list[tuple[Part, Reader]]:
    """What that person may read now, by the posts held now. Nothing for somebody who heads nothing."""
    return parts_seen(connection, office, load_person(connection, person_id, name))


def parts_seen(connection: Connection, office: Office, person: Person) -> list[tuple[Part, Reader]]:
    if may(person, Act.SEE_ALL):
        return [(EVERYBODY, Reader.COMMITTEE)]
    units = load_units(connection, office.id)
    return [(part_below(connection, office.id, root), Reader.BELOW) for root in headed(person, units)]
