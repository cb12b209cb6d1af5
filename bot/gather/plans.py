"""Loading a plan, or a newer version of it: the version is kept, assignments are brought up to date."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.core.assigning import Assignment, Changes, assignments
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.core.totals import Tally
from bot.db import audit, totals
from bot.db.assignments import any_assignments, bring_up_to_date
from bot.db.plans import StoredPlan, plans_in_force, put_version
from bot.db.session import Connection
from bot.db.units import load_units
from bot.gather.totals import count_anew


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading did. `newer` is False when this very version was in force already. `late_starts` counts reports
    whose computed last day had passed: they got a later one, at which staff should look."""

    number: int
    newer: bool
    changes: Changes
    late_starts: int


def load_plan(
    connection: Connection, office: Office, plan: Plan, *, file: str, source: bytes, by: str, now: datetime
) -> Loaded:
    """Put a plan in force. The same file twice changes nothing the second time."""
    sha256 = hashlib.sha256(source).hexdigest()
    stored = next((one for one in plans_in_force(connection, office.id) if one.code == plan.code), None)
    newer = stored is None or stored.sha256 != sha256
    if stored is None or newer:
        stored = put_version(
            connection,
            office.id,
            plan.code,
            file=file,
            source=source.decode(),
            sha256=sha256,
            by=by,
            today=office.today(now),
            now=now,
        )
        audit.note_act(connection, "load_plan", person_id=None, now=now, plan=plan.code, number=stored.number)
    changes, late = assign(connection, office, plan, stored, now=now, anew=newer and stored.number > 1)
    return Loaded(stored.number, newer, changes, late)


def assign(
    connection: Connection,
    office: Office,
    plan: Plan,
    stored: StoredPlan,
    *,
    now: datetime,
    anew: bool = False,
) -> tuple[Changes, int]:
    """Bring the assignments of a plan up to date, and its totals: by what changed, or `anew` where the plan itself may
    count otherwise than before. Returns what changed and how many reports start late."""
    today = office.today(now)
    totals.lock(connection, stored.id)
    units = load_units(connection, office.id)
    wanted = assignments(
        plan, {unit.code: unit for unit in units.values()}, office, loaded_on=stored.loaded_on, today=today
    )
    first = not any_assignments(connection, stored.id)
    late: set[tuple[str, str, str]] = set()
    tally = Tally(plan, units)
    changes = bring_up_to_date(
        connection,
        stored.id,
        _noting_late(wanted, late),
        units={unit.code: row for row, unit in units.items()},
        today=today,
        now=now,
        tally=tally,
    )
    if anew or not (first or totals.has_totals(connection, stored.id)):
        totals.replace_all(connection, stored.id, count_anew(connection, stored.id, plan, units))
    else:
        totals.add(connection, stored.id, tally.sums())
    return changes, len(late)


def _noting_late(wanted: Iterable[Assignment], late: set[tuple[str, str, str]]) -> Iterator[Assignment]:
    for one in wanted:
        if one.late_start:
            late.add((one.unit, one.form, one.period))
        yield one
