"""The bell of the periods: as time goes on, the assignments of the coming year are made."""

from datetime import datetime

from sqlalchemy import Connection

from bot.core.assigning import assignments
from bot.core.office import Office
from bot.db.assignments import Changes, bring_up_to_date
from bot.db.plans import StoredPlan, plans_in_force
from bot.db.units import load_units
from bot.gather.shelf import Shelf


def open_periods(connection: Connection, office: Office, shelf: Shelf, *, now: datetime) -> Changes:
    """Bring the assignments of all plans up to date. Returns what changed."""
    total = Changes(0, 0, 0)
    for stored in plans_in_force(connection, office.id):
        changes = assign(connection, office, shelf, stored, now=now)
        total = Changes(
            total.added + changes.added, total.moved + changes.moved, total.dropped + changes.dropped
        )
    return total


def assign(
    connection: Connection, office: Office, shelf: Shelf, stored: StoredPlan, *, now: datetime
) -> Changes:
    """Bring the assignments of one plan up to date."""
    today = office.today(now)
    units = load_units(connection, office.id)
    wanted = assignments(
        shelf.plan(connection, stored.version_id),
        {unit.code: unit for unit in units.values()},
        office,
        loaded_on=stored.loaded_on,
        today=today,
    )
    return bring_up_to_date(
        connection,
        stored.id,
        wanted,
        units={unit.code: row for row, unit in units.items()},
        today=today,
        now=now,
    )
