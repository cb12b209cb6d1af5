"""Whether a period is locked: nobody but staff, by returning a report, opens it again."""

from datetime import date

from bot.core.buttons import Key
from bot.core.locking import locked_since
from bot.db import assignments
from bot.db.plans import plans_in_force
from handlers.turn import Turn


def locked(turn: Turn, key: Key) -> date | None:
    """Since when the form of that key is locked; None while it may be corrected. The plan in force says how long."""
    last_day = assignments.last_day(turn.connection, key)
    stored = next(
        (one for one in plans_in_force(turn.connection, turn.committee_id) if one.id == key[0]), None
    )
    if last_day is None or stored is None:
        return turn.today
    plan = turn.shelf.plan(turn.connection, stored.version_id)
    since = locked_since(last_day, plan.lock_days)
    return since if since <= turn.today else None
