"""A committee's week, gathered: of all units, or of one unit with all below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.digest import Covered, Digest, Line, make_digest
from bot.core.digest_period import covered_when_looked_at
from bot.core.digest_record import DigestRecord, make_picture
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.core.speaking import told_by_a_whole
from bot.core.subtree import below
from bot.core.targets import Target
from bot.db import progress
from bot.db.digests import last_digest_at
from bot.db.plans import StoredPlan
from bot.db.session import Connection
from bot.db.telephone import count_silent
from bot.db.units import load_units
from bot.gather.amended import gather_amended
from bot.gather.extensions import gather_extended
from bot.gather.shelf import Shelf
from bot.gather.targets import gather_targets, gather_targets_of


@dataclass(frozen=True, slots=True)
class Part:
    """Whom a digest is about: `units` are the rows of a unit (its code and name) and of all below it. Without them:
    everybody."""

    root: str = ""
    name: str = ""
    units: tuple[int, ...] | None = None


EVERYBODY = Part()


def part_below(connection: Connection, committee_id: int, root: str) -> Part:
    """A unit with all below it."""
    units = load_units(connection, committee_id)
    codes = below(root, units.values())
    name = next((unit.short for unit in units.values() if unit.code == root), root)
    return Part(root, name, tuple(row for row, unit in units.items() if unit.code in codes))


def gather_digest(
    connection: Connection,
    office: Office,
    stored: StoredPlan,
    plan: Plan,
    shelf: Shelf,
    *,
    week_of: datetime,
    now: datetime,
    part: Part = EVERYBODY,
    lines: Sequence[Line] | None = None,
    covered: Covered | None = None,
) -> Digest:
    """The digest of one plan as of now, for the week of another instant. `lines` are those of the part, where they are
    at hand; `covered` since when it tells what is new, by default as for somebody who asks for it."""
    today = office.today(now)
    said_elsewhere = told_by_a_whole(plan)
    if covered is None:
        last = last_digest_at(connection, stored.id, before=now)
        covered = covered_when_looked_at(last, at=now, zone=office.zone)
    since = covered.since
    if lines is None:
        lines = progress.lines(connection, stored.id, opened_by=today, units=part.units)
    return make_digest(
        lines,
        as_of=now,
        today=today,
        week_of=office.today(week_of),
        totals=[
            one.total
            for one in _targets(connection, office, stored, plan, part, today)
            if one.indicator.code not in said_elsewhere
        ],
        to_review=progress.count_to_review(connection, stored.id, units=part.units),
        unreachable=progress.count_unreachable(connection, office.id, units=part.units),
        not_joined=progress.count_not_joined(connection, office.id, units=part.units),
        silent=count_silent(connection, office.id, units=part.units),
        extended=gather_extended(connection, stored.id, shelf, since=since, until=now, units=part.units),
        amended=gather_amended(connection, stored.id, shelf, since=since, until=now, units=part.units),
        covered=covered,
    )


def gather_record(
    connection: Connection,
    office: Office,
    stored: StoredPlan,
    plan: Plan,
    shelf: Shelf,
    *,
    week_of: datetime,
    now: datetime,
    part: Part = EVERYBODY,
    covered: Covered | None = None,
) -> DigestRecord:
    """The digest with all that it takes to say and draw it again."""
    lines = progress.lines(connection, stored.id, opened_by=office.today(now), units=part.units)
    digest = gather_digest(
        connection,
        office,
        stored,
        plan,
        shelf,
        week_of=week_of,
        now=now,
        part=part,
        lines=lines,
        covered=covered,
    )
    picture = make_picture(lines, office.kinds.values(), as_of=now, zone=office.zone)
    return DigestRecord(plan.name, digest, picture, part.name)


def _targets(
    connection: Connection, office: Office, stored: StoredPlan, plan: Plan, part: Part, today: date
) -> Sequence[Target]:
    if part.units is None:
        return gather_targets(connection, stored.id, plan, today=today)
    return gather_targets_of(connection, office.id, stored.id, plan, part.units, today=today)
