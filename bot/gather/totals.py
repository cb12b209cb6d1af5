"""Keeping totals true while reports, assignments and the roster change; and adding them up anew."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache

from bot.core.plan.model import Plan
from bot.core.tally import Tally
from bot.core.totals import Cell, Scope, Share, difference
from bot.core.units import Unit
from bot.db import totals
from bot.db.offices import load_kinds
from bot.db.session import Connection
from bot.db.units import has_successors, load_units, units_by_row
from bot.gather.merged_figures import whole_units

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
    units = _with_heirs(connection, committee_id, units)
    if len(units) > MANY and of is None:
        yield
        recount(connection, plan_id, plan, committee_id=committee_id)
        return
    before = _shares(connection, committee_id, plan_id, plan, units, of)
    yield
    after = _shares(connection, committee_id, plan_id, plan, units, of)
    totals.add(connection, plan_id, difference(before, after))


def recount(connection: Connection, plan_id: int, plan: Plan, *, committee_id: int) -> int:
    """Add all totals of a plan up anew. Returns how many were not as they should be."""
    totals.lock(connection, plan_id)
    counted = count_anew(connection, plan_id, plan, committee_id=committee_id)
    wrong = len(difference(totals.all_totals(connection, plan_id), counted))
    if wrong:
        totals.replace_all(connection, plan_id, counted)
    return wrong


def count_anew(
    connection: Connection, plan_id: int, plan: Plan, *, committee_id: int
) -> dict[tuple[Cell, Scope], Share]:
    """What the totals should be, from every assignment and every report."""
    tally = tally_of(connection, committee_id, plan_id, plan, load_units(connection, committee_id))
    for asked in totals.waiting(connection, plan_id):
        tally.ask(asked)
    for one in totals.said(connection, plan_id):
        tally.say(one)
    return tally.sums()


def tally_of(
    connection: Connection, committee_id: int, plan_id: int, plan: Plan, units: Mapping[int, Unit]
) -> Tally:
    """What adds up the shares of these units (by row), where some took others in with the figures of both: as the
    assignments stand when a form and period is first met."""
    kinds = load_kinds(connection, committee_id)
    if not has_successors(connection, committee_id):
        return Tally(plan, units, kinds)
    everyone = {unit.code: unit for unit in load_units(connection, committee_id).values()}

    @cache
    def whole(form: str, period: str) -> Mapping[int, Unit]:
        found = whole_units(
            connection, committee_id, plan_id, plan.form(form), period, units=everyone, kinds=kinds
        )
        return {row: found[unit.code] for row, unit in units.items()}

    return Tally(plan, units, kinds, whole)


def _with_heirs(connection: Connection, committee_id: int, rows: Sequence[int]) -> Sequence[int]:
    """These units and all that take others in: what one of them is asked about hangs on what others were asked."""
    if not has_successors(connection, committee_id):
        return rows
    units = load_units(connection, committee_id)
    heirs = {unit.successor for unit in units.values() if unit.successor}
    return sorted({*rows, *(row for row, unit in units.items() if unit.code in heirs)})


def _shares(
    connection: Connection,
    committee_id: int,
    plan_id: int,
    plan: Plan,
    units: Sequence[int],
    of: tuple[str, str] | None,
) -> dict[tuple[Cell, Scope], Share]:
    tally = tally_of(connection, committee_id, plan_id, plan, units_by_row(connection, units))
    for asked in totals.waiting(connection, plan_id, units=units, of=of):
        tally.ask(asked)
    for one in totals.said(connection, plan_id, units=units, of=of):
        tally.say(one)
    return tally.sums()
