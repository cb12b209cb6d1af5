"""Keeping totals true while reports, assignments and the roster change; and adding them up anew."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bot.core.plan.model import Plan
from bot.core.totals import Cell, Scope, Share, Tally, difference
from bot.core.units import Unit
from bot.db import totals
from bot.db.session import Connection
from bot.db.units import load_units, units_by_row

MANY = 1_000
"""Units from which on adding up anew is less work than a difference."""


@contextmanager
def kept_true(
    connection: Connection,
    plan_id: int,
    plan: Plan,
    *,
    committee_id: int,
    units: Sequence[int],
    of: tuple[str, str] | None = None,
) -> Iterator[None]:
    """Whatever happens inside to these units' assignments, reports or own figures is in the totals afterwards. `of`:
    only one (form, period) of theirs is touched.

        with kept_true(connection, plan_id, plan, committee_id=office.id, units=[unit_id], of=(form, period)):
            mark_reported(...)
            save_figures(...)
    """
    totals.lock(connection, plan_id)
    if len(units) > MANY:
        yield
        recount(connection, plan_id, plan, committee_id=committee_id)
        return
    before = _shares(connection, plan_id, plan, units, of)
    yield
    after = _shares(connection, plan_id, plan, units, of)
    totals.add(connection, plan_id, difference(before, after))


def recount(connection: Connection, plan_id: int, plan: Plan, *, committee_id: int) -> int:
    """Add all totals of a plan up anew. Returns how many were not as they should be."""
    totals.lock(connection, plan_id)
    units = load_units(connection, committee_id)
    counted = count_anew(connection, plan_id, plan, units)
    wrong = len(difference(totals.all_totals(connection, plan_id), counted))
    if wrong:
        totals.replace_all(connection, plan_id, counted)
    return wrong


def count_anew(
    connection: Connection, plan_id: int, plan: Plan, units: dict[int, Unit]
) -> dict[tuple[Cell, Scope], Share]:
    """What the totals should be, from every assignment and every report."""
    tally = Tally(plan, units)
    for asked in totals.waiting(connection, plan_id):
        tally.ask(asked)
    for one in totals.said(connection, plan_id):
        tally.say(one)
    return tally.sums()


def _shares(
    connection: Connection, plan_id: int, plan: Plan, units: Sequence[int], of: tuple[str, str] | None
) -> dict[tuple[Cell, Scope], Share]:
    tally = Tally(plan, units_by_row(connection, units))
    for asked in totals.waiting(connection, plan_id, units=units, of=of):
        tally.ask(asked)
    for one in totals.said(connection, plan_id, units=units, of=of):
        tally.say(one)
    return tally.sums()
