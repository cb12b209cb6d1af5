"""Who receives the work of units today: gathered from posts, chats and leaves, so that no task is without anybody."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from bot.core.people import REPORTERS
from bot.core.recipients import Holds, Receives, attendants, fallen_up
from bot.db.leaves import away_on
from bot.db.people import posts_of_units
from bot.db.reminders import Reached, reached_people
from bot.db.session import Connection
from bot.db.unit_lines import lines_above


@dataclass(frozen=True, slots=True)
class Received:
    """Who receives what: `by_unit` has everybody of each unit; `unattended` are the units that have nobody of their
    own. `people` says where each of them can be reached."""

    by_unit: Mapping[int, tuple[Receives, ...]]
    unattended: frozenset[int]
    people: Mapping[int, Reached]


def gather_recipients(
    connection: Connection, committee_id: int, unit_ids: Collection[int], *, today: date
) -> Received:
    """Who receives the work of these units on that day."""
    away = away_on(connection, committee_id, today)
    people: dict[int, Reached] = {}

    def within(units: Collection[int]) -> dict[int, tuple[Receives, ...]]:
        holders: dict[int, list[Holds]] = {unit_id: [] for unit_id in units}
        for post in posts_of_units(connection, sorted(units)):
            if post.role in REPORTERS:
                holders[post.unit_id].append(Holds(post.person_id, post.name, post.role))
        everybody = {one.person_id for held in holders.values() for one in held}
        people.update(reached_people(connection, everybody | _substitutes(everybody, away)))
        return {
            unit_id: attendants(held, away=away, living=people.keys()) for unit_id, held in holders.items()
        }

    found = within(unit_ids)
    unattended = frozenset(unit_id for unit_id, one in found.items() if not one)
    if unattended:
        lines = lines_above(connection, committee_id, unattended)
        above = within({unit_id for line in lines.values() for unit_id, _ in line} - found.keys())
        above |= found
        for unit_id, line in lines.items():
            found[unit_id] = fallen_up([above[one] for one, _ in line])
    return Received(found, unattended, people)


def _substitutes(people: Collection[int], away: Mapping[int, int | None]) -> set[int]:
    """Everybody who may stand in for one of them, at however many removes."""
    found: set[int] = set()
    asked = set(people)
    while asked:
        asked = {one for person in asked if (one := away.get(person)) is not None} - found
        found |= asked
    return found
