"""Loading a plan, or a newer version of it: the version is kept, assignments are brought up to date."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.assigning import Changes, assignments
from bot.core.occasions import still_asked
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.db import audit
from bot.db.assignments import bring_up_to_date
from bot.db.decisions import save_decisions
from bot.db.plans import StoredPlan, plans_in_force, put_version
from bot.db.session import Connection
from bot.db.units import load_units


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading did. `newer` is False when this very version was in force already. `late_starts` counts reports
    whose computed last day had passed: they got a later one, at which staff should look. `ended_on`: the plan was over
    that day, and nobody is asked for anything."""

    number: int
    newer: bool
    changes: Changes
    late_starts: int
    ended_on: date | None = None


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
        save_decisions(connection, stored.version_id, plan.decisions)
        audit.note_act(connection, "load_plan", person_id=None, now=now, plan=plan.code, number=stored.number)
    changes, late = assign(connection, office, plan, stored, now=now)
    ended_on = plan.ends_on if plan.is_over(office.today(now)) else None
    return Loaded(stored.number, newer, changes, late, ended_on)


def assign(
    connection: Connection, office: Office, plan: Plan, stored: StoredPlan, *, now: datetime
) -> tuple[Changes, int]:
    """Bring the assignments of a plan up to date. Returns what changed and how many reports start late."""
    today = office.today(now)
    units = load_units(connection, office.id)
    wanted = list(
        assignments(
            plan,
            {unit.code: unit for unit in units.values()},
            office,
            loaded_on=stored.loaded_on,
            today=today,
        )
    )
    changes = bring_up_to_date(
        connection,
        stored.id,
        wanted,
        units={unit.code: row for row, unit in units.items()},
        today=today,
        now=now,
        each=still_asked(plan),
    )
    return changes, len({(one.unit, one.form, one.period) for one in wanted if one.late_start})
