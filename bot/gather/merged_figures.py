"""The figures that a unit answers for once it has taken others in (decision 0011)."""

from collections.abc import Mapping
from datetime import date

from bot.core.plan.audience import concerns
from bot.core.plan.model import PlannedForm
from bot.core.succession import Part, answers_for, ended, heir_of, part_of
from bot.core.units import Unit, UnitKind
from bot.db.live_assignments import asked_from_to, asked_units
from bot.db.session import Connection
from bot.db.units import figures_given_on, has_successors, load_unit, load_units

Key = tuple[int, int, str, str]
"""Plan, unit, form, period."""


def unit_for(
    connection: Connection,
    committee_id: int,
    key: Key,
    planned: PlannedForm,
    *,
    kinds: Mapping[str, UnitKind],
) -> Unit:
    """The unit with the figures that its report is about: with those of units that it took in."""
    plan_id, unit_id, _, period = key
    unit = load_unit(connection, unit_id)
    if not has_successors(connection, committee_id):
        return unit
    units = {one.code: one for one in load_units(connection, committee_id).values()}
    return whole_units(connection, committee_id, plan_id, planned, period, units=units, kinds=kinds)[
        unit.code
    ]


def whole_units(
    connection: Connection,
    committee_id: int,
    plan_id: int,
    planned: PlannedForm,
    period: str,
    *,
    units: Mapping[str, Unit],
    kinds: Mapping[str, UnitKind],
) -> Mapping[str, Unit]:
    """All units with the figures that their reports of that form and period are about."""
    followed = {code: unit for code, unit in units.items() if unit.successor and unit.valid_to}
    days = asked_from_to(connection, plan_id, planned.form.code, period) if followed else None
    if days is None:
        return units
    rows = {unit.code: row for row, unit in load_units(connection, committee_id).items()}
    asked = asked_units(connection, plan_id, planned.form.code, period, [rows[code] for code in followed])
    parts: dict[str, Part] = {
        code: part_of(
            unit,
            asked=rows[code] in asked,
            concerned=concerns(planned.audience, unit, kinds=kinds),
            opens_on=days[0],
            due_on=days[1],
        )
        for code, unit in followed.items()
    }
    given_on = figures_given_on(connection, committee_id)
    heirs = {unit.successor for unit in followed.values()}
    return {
        code: answers_for(unit, units, given_on=given_on, parts=parts) if code in heirs else unit
        for code, unit in units.items()
    }


def with_all_taken_in(connection: Connection, committee_id: int, unit_id: int, *, today: date) -> Unit:
    """The unit with its figures and those of every unit that ended into it and that they do not count yet."""
    unit = load_unit(connection, unit_id)
    if not has_successors(connection, committee_id):
        return unit
    units = {one.code: one for one in load_units(connection, committee_id).values()}
    parts = {one.code: Part.HEIRS for one in ended(units.values(), today=today)}
    return answers_for(unit, units, given_on=figures_given_on(connection, committee_id), parts=parts)


def merged_into(
    connection: Connection, committee_id: int, key: Key, *, today: date
) -> tuple[tuple[Key, Unit], ...]:
    """The same form and period of units that ended into this one: (key, unit)."""
    plan_id, unit_id, form, period = key
    if not has_successors(connection, committee_id):
        return ()
    units = load_units(connection, committee_id)
    by_code = {unit.code: unit for unit in units.values()}
    return tuple(
        ((plan_id, row, form, period), unit)
        for row, unit in units.items()
        if heir_of(unit, by_code, today=today) == units[unit_id]
    )
