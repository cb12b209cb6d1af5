"""Of which plans somebody asks behind `/tonghop`: those that are running; about a week that was, those of which a
digest was sent, running or over."""

from collections.abc import Sequence

from bot.core.digest_ways import Ask, DigestOrder
from bot.core.plan.model import Plan
from bot.db.digests import load_digest_about
from bot.db.plans import StoredPlan
from handlers.turn import Turn

NOW = DigestOrder(Ask.NOW)
Plans = Sequence[tuple[StoredPlan, Plan]]


def plans(turn: Turn, order: DigestOrder = NOW) -> Plans:
    """Where none is running, those of the past."""
    every = turn.shelf.all(turn.connection, turn.office.id)
    if order.week is None:
        return turn.shelf.running(turn.connection, turn.office.id, today=turn.today) or every
    week, office_id = week_named(turn, order), turn.office.id
    return [
        one
        for one in every
        if load_digest_about(turn.connection, one[0].id, week, committee_id=office_id) is not None
    ]


def plan_pressed(turn: Turn, plan_id: int | None) -> Plans:
    """That of a button below a digest, over or not."""
    return [one for one in turn.shelf.all(turn.connection, turn.office.id) if one[0].id == plan_id]


def week_named(turn: Turn, order: DigestOrder) -> str:
    """The ISO name of a week; without a year the last such week that has begun."""
    this_year, this_week, _ = turn.today.isocalendar()
    assert order.week is not None
    year = order.year or (this_year if order.week <= this_week else this_year - 1)
    return f"{year}-W{order.week:02}"
