"""What staff chase by hand in a few units: what is overdue there, else what is due within days."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.office import Office
from bot.core.people import Role
from bot.core.recipients import Receives
from bot.db.assignments import Owed, owed_in
from bot.db.session import Connection
from bot.gather.recipients import gather_recipients
from bot.gather.reminders import CHASE, Due, Merged, merge
from bot.gather.shelf import Shelf
from bot.gather.waiting import held_up

SOON = timedelta(days=7)
"""Where nothing is overdue, what is due so soon may be chased: the usual first rung."""


@dataclass(frozen=True, slots=True)
class Chase:
    """What these units are chased for, one message for each person. `next_due` is the first last day of what is open
    and not chased yet. `unattended` are the units that are chased and have nobody of their own who is reached;
    `above` of the people chased work for the unit above such a one."""

    owed: tuple[Owed, ...]
    merged: tuple[Merged, ...]
    next_due: date | None
    unattended: frozenset[int]
    above: frozenset[int]


def gather_chase(
    connection: Connection,
    office: Office,
    unit_ids: Collection[int],
    *,
    plans: Collection[int],
    shelf: Shelf,
    now: datetime,
) -> Chase:
    """What these units owe of these plans and may be chased for today. What waits for other units is left in peace."""
    today = office.today(now)
    owed = [one for one in owed_in(connection, unit_ids) if one.opens_on <= today and one.plan_id in plans]
    waits = held_up(connection, shelf, owed)
    opened = [one for one in owed if one.key not in waits]
    late = {one.unit_id for one in opened if one.due_on < today}
    chased = tuple(
        one
        for one in opened
        if one.due_on < today or (one.unit_id not in late and one.due_on <= today + SOON)
    )
    received = gather_recipients(connection, office.id, {one.unit_id for one in chased}, today=today)

    def due(one: Owed, to: Receives) -> Due | None:
        return Due(one, CHASE, to.role, to.absent, to.below) if to.role is Role.OFFICER else None

    merged = merge(received, chased, due)
    left = [one.due_on for one in opened if one not in chased]
    return Chase(
        chased,
        merged,
        min(left, default=None),
        received.unattended,
        frozenset(one.recipient.person_id for one in merged if all(due.below for due in one.due)),
    )
