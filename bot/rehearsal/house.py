"""The house in which a rehearsal plays: a new Committee with the roster and the plan, and a code for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.office import Office
from bot.core.people import Role
from bot.core.plan.model import Plan
from bot.core.roster import Entry
from bot.db import invitations
from bot.db.installations import ensure_installation
from bot.db.offices import load_office, rename_office
from bot.db.people import list_people
from bot.db.session import Connection
from bot.gather.builtin import make_office
from bot.gather.plans import load_plan
from bot.gather.rosters import load_roster
from bot.rehearsal.script import Player

COMMITTEE_KIND = "PROPAGANDA"
FIRST_CHAT = 1001
GROUP = "-1001"


@dataclass(frozen=True, slots=True)
class Given:
    """What a rehearsal is about: the plan (`source` is its file's text) and the people of a roster."""

    plan: Plan
    file: str
    source: bytes
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class House:
    """`group_code` links the Committee's group."""

    office: Office
    players: tuple[Player, ...]
    group_code: str


def furnish(connection: Connection, given: Given, *, language: str, timezone: str, now: datetime) -> House:
    """Load everything as the commands `units import`, `plan import` and `people invite` do."""
    ensure_installation(connection, now=now, quick=True)
    office = make_office(connection, language=language, timezone=timezone, now=now)
    load_roster(connection, office.id, given.entries, now=now, today=office.today(now))
    committee = next((one.unit.name for one in given.entries if one.unit.kind == COMMITTEE_KIND), None)
    if committee is not None:
        rename_office(connection, office.id, {"vi": committee})
    named = load_office(connection, office.id)
    assert named is not None, "it was just made"
    load_plan(connection, named, given.plan, file=given.file, source=given.source, by="rehearsal", now=now)
    players: dict[int, Player] = {}
    for one in list_people(connection, office.id):
        known = players.get(one.person_id)
        if known is not None:
            players[one.person_id] = replace(known, roles=known.roles | {Role(one.role)})
            continue
        code = invitations.invite(connection, office.id, one.person_id, now=now).replace("-", "")
        chat = str(FIRST_CHAT + len(players))
        roles = frozenset({Role(one.role)})
        players[one.person_id] = Player(chat, one.name, one.unit_code, one.unit_name, roles, code)
    group_code = invitations.invite(connection, office.id, None, now=now)
    return House(named, tuple(players.values()), group_code)
