"""The bell of the periods: as time goes on, the assignments of the coming year are made."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.assigning import Changes
from bot.core.office import Office
from bot.db.plans import plans_in_force
from bot.db.session import Connection
from bot.gather.plans import assign
from bot.gather.shelf import Shelf
from bot.gather.succession import HandedOver, hand_over


@dataclass(frozen=True, slots=True)
class Opened:
    """What is asked anew, and which units have handed over."""

    changes: Changes
    handed: tuple[HandedOver, ...]


def open_periods(connection: Connection, office: Office, shelf: Shelf, *, now: datetime) -> Opened:
    """Bring the assignments of all plans up to date, and pass on those of units that ended. Returns what changed."""
    total = Changes(0, 0, 0)
    for stored in plans_in_force(connection, office.id):
        plan = shelf.plan(connection, stored.version_id)
        changes, _ = assign(connection, office, plan, stored, now=now)
        total = Changes(
            total.added + changes.added, total.moved + changes.moved, total.dropped + changes.dropped
        )
    return Opened(total, hand_over(connection, office, shelf, now=now))
