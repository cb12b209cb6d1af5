"""Who hears what became of something that a unit asked or reported: whoever reports for the unit today."""

from datetime import date

from bot.core.people import Role
from bot.core.succession import heir_of
from bot.db.leaves import away_on
from bot.db.people import load_person
from bot.db.reminders import Reached, reached_people
from bot.db.session import Connection
from bot.db.units import load_units
from bot.gather.recipients import gather_recipients


def present_officers(
    connection: Connection, committee_id: int, unit_id: int, *, asker_id: int | None, today: date
) -> tuple[Reached, ...]:
    """Whoever asked, if they report for the unit still and are reached. Where they do not, or are on leave, the unit's
    officers of today, or who stands in for them, its head, or who is above; after a merger the successor's in any
    case. Who left the unit, or gave the post away, hears nothing more of it."""
    heir_id = _heir(connection, committee_id, unit_id, today)
    asker = _still_reports(connection, asker_id, {unit_id, heir_id or unit_id}, today)
    if (
        asker is not None
        and heir_id is None
        and asker.person_id not in away_on(connection, committee_id, today)
    ):
        return (asker,)
    reports_now = heir_id or unit_id
    received = gather_recipients(connection, committee_id, [reports_now], today=today)
    officers = [one.person_id for one in received.by_unit[reports_now] if one.role is Role.OFFICER]
    found = {} if asker is None else {asker.person_id: asker}
    found |= {one: received.people[one] for one in officers}
    return tuple(found.values())


def still_serves(connection: Connection, person_id: int | None) -> Reached | None:
    """Whoever reported on behalf of another unit, as long as they hold any post and are reached."""
    if person_id is None or not load_person(connection, person_id, "").posts:
        return None
    return reached_people(connection, [person_id]).get(person_id)


def _still_reports(
    connection: Connection, person_id: int | None, units: set[int], today: date
) -> Reached | None:
    if person_id is None or units.isdisjoint(load_person(connection, person_id, "", today=today).units):
        return None
    return reached_people(connection, [person_id]).get(person_id)


def _heir(connection: Connection, committee_id: int, unit_id: int, today: date) -> int | None:
    """The unit that took over one that has ended; None while it is there."""
    units = load_units(connection, committee_id)
    heir = heir_of(units[unit_id], {one.code: one for one in units.values()}, today=today)
    return None if heir is None else next(row for row, one in units.items() if one.code == heir.code)
