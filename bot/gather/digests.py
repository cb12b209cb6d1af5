"""A committee's week, gathered."""

from datetime import datetime

from bot.core.digest import Digest, make_digest
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.core.speaking import told_by_a_whole
from bot.db import progress
from bot.db.plans import StoredPlan
from bot.db.session import Connection
from bot.gather.amended import gather_amended
from bot.gather.shelf import Shelf
from bot.gather.targets import gather_targets


def gather_digest(
    connection: Connection,
    office: Office,
    stored: StoredPlan,
    plan: Plan,
    shelf: Shelf,
    *,
    week_of: datetime,
    now: datetime,
) -> Digest:
    """The digest of one plan as of now, for the week of another instant."""
    today = office.today(now)
    said_elsewhere = told_by_a_whole(plan)
    return make_digest(
        progress.lines(connection, stored.id, opened_by=today),
        as_of=now,
        today=today,
        week_of=office.today(week_of),
        totals=[
            one.total
            for one in gather_targets(connection, stored.id, plan, today=today)
            if one.indicator.code not in said_elsewhere
        ],
        to_review=progress.count_to_review(connection, stored.id),
        unreachable=progress.count_unreachable(connection, office.id),
        not_joined=progress.count_not_joined(connection, office.id),
        amended=gather_amended(connection, stored.id, shelf, as_of=now),
    )
