"""One target as it stands below a unit: who said what of it there, and who has not."""

from collections.abc import Collection

from bot.core.masks import masked_target
from bot.core.plan.model import Plan
from bot.core.targets import Card, Said, Target
from bot.db import figures
from bot.db.offices import load_kinds
from bot.db.session import Connection
from bot.db.units import load_units
from bot.gather.targets import asked_by


def gather_said_below(
    connection: Connection, plan_id: int, target: Target, codes: Collection[str]
) -> tuple[Said, ...]:
    """What the units of these codes said, in the order of the roster."""
    return tuple(
        Said(one.unit_name, one.figure, one.report)
        for form, period in target.now
        for one in figures.told(connection, plan_id, target.indicator.code, form, period)
        if one.unit in codes
    )


def gather_card_below(
    connection: Connection,
    committee_id: int,
    plan_id: int,
    plan: Plan,
    target: Target,
    codes: Collection[str],
) -> Card:
    """The target with the units of these codes that have not reported. What the others said is told beside it, but for
    what they wrote: small counts of persons are for the Committee alone (domain notes 6.2)."""
    units, kinds = load_units(connection, committee_id), load_kinds(connection, committee_id)
    ours = {unit.code: unit for unit in units.values() if unit.code in codes}
    owing = {
        unit
        for form, period in target.now
        for task, voice in asked_by(plan, form, target.indicator.code)
        for unit in figures.silent(connection, plan_id, task, form, period)
        if unit in ours and voice.concerns(task, plan, ours[unit], kinds)
    }
    silent = tuple(unit.short for unit in ours.values() if unit.code in owing)
    return Card(masked_target(target), (), (), (), (), silent, ())
