"""Targets for whoever looks at them: `/chitieu`, `nhacviec plan show`, the digest. All speak from the kept totals."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.core.periods import PeriodKind
from bot.core.plan.model import Plan
from bot.core.speaking import Voice, voices
from bot.core.targets import Card, Figures, Said, Target
from bot.core.totals import EVERYBODY, ScopeKind
from bot.core.units import Unit
from bot.db import figures, totals
from bot.db.offices import load_kinds
from bot.db.session import Connection
from bot.db.units import load_units, units_by_row
from bot.gather.totals import tally_of


def gather_targets(connection: Connection, plan_id: int, plan: Plan, *, today: date) -> tuple[Target, ...]:
    """Every indicator about which somebody was asked by that day: who has not reported stays in the denominator."""
    return _figures(connection, plan_id, plan, today).targets()


def gather_targets_of(
    connection: Connection,
    committee_id: int,
    plan_id: int,
    plan: Plan,
    units: Sequence[int],
    *,
    today: date,
) -> tuple[Target, ...]:
    """The same over these units alone, added up anew: no totals are kept of a subtree."""
    tally = tally_of(connection, committee_id, plan_id, plan, units_by_row(connection, units))
    for asked in totals.waiting(connection, plan_id, units=units):
        tally.ask(asked)
    for one in totals.said(connection, plan_id, units=units):
        tally.say(one)
    shares = {key: share for key, share in tally.sums().items() if key[1] == EVERYBODY}
    asked_of = {(cell.form, cell.period) for (cell, _), share in shares.items() if share.expected}
    rounds = [(one.form, one.period) for one in totals.rounds(connection, plan_id, opened_by=today)]
    return Figures(plan, [one for one in rounds if one in asked_of], shares).targets()


def gather_card(
    connection: Connection, committee_id: int, plan_id: int, plan: Plan, code: str, *, today: date
) -> Card | None:
    """One indicator whole; None if nobody was asked about one of that code."""
    found = _figures(connection, plan_id, plan, today, indicator=code)
    target = next((one for one in found.targets() if one.indicator.code == code), None)
    if target is None:
        return None
    units = {unit.code: unit for unit in load_units(connection, committee_id).values()}
    kinds = load_kinds(connection, committee_id)
    owing = {
        unit
        for form, period in target.now
        for task, voice in asked_by(plan, form, code)
        for unit in figures.silent(connection, plan_id, task, form, period)
        if voice.concerns(task, plan, units[unit], kinds)
    }
    return Card(
        target=target,
        areas=tuple(
            (_name(units, place), total)
            for place, total in found.by(ScopeKind.AREA, target.indicator, target.now)
        ),
        kinds=found.by(ScopeKind.KIND, target.indicator, target.now),
        levels=found.by(ScopeKind.LEVEL, target.indicator, target.now),
        history=found.history(target),
        silent=tuple(unit.short for unit in units.values() if unit.code in owing),
        said=gather_said(connection, plan_id, target),
    )


def gather_said(
    connection: Connection, plan_id: int, target: Target, *, place: str | None = None
) -> tuple[Said, ...]:
    """What units said, in the order of the roster: all, or those of a place (a commune with its schools, one unit)."""
    return tuple(
        Said(one.unit_name, one.figure, one.report)
        for form, period in target.now
        for one in figures.told(connection, plan_id, target.indicator.code, form, period, place=place)
    )


def _figures(
    connection: Connection, plan_id: int, plan: Plan, today: date, *, indicator: str | None = None
) -> Figures:
    rounds = [(one.form, one.period) for one in totals.rounds(connection, plan_id, opened_by=today)]
    kinds = tuple(ScopeKind) if indicator is not None else (ScopeKind.ALL,)
    return Figures(plan, rounds, totals.load_totals(connection, plan_id, kinds=kinds, indicator=indicator))


def asked_by(plan: Plan, form: str, indicator: str) -> Iterator[tuple[str, Voice]]:
    """The tasks by which a form asks about an indicator. Whoever begins a report of what happens now and then owes no
    figure before it is sent."""
    planned = plan.form(form)
    if planned.schedule.period != PeriodKind.EACH:
        for voice in voices(plan, planned):
            if voice.indicator.code == indicator:
                yield from ((task, voice) for task in voice.via)


def _name(units: dict[str, Unit], code: str) -> str:
    return units[code].short if code in units else code
