"""A committee's week, gathered."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from bot.core.digest import Digest, make_digest
from bot.core.indicators import Figure, Total, base, indicators_of, roll_up
from bot.core.office import Office
from bot.core.plan.model import Indicator, Plan
from bot.core.plan.variables import unit_variables
from bot.core.units import Unit
from bot.db import figures, progress
from bot.db.plans import StoredPlan
from bot.db.session import Connection
from bot.db.units import load_units
from bot.gather.merged_figures import whole_units


def gather_digest(
    connection: Connection,
    office: Office,
    stored: StoredPlan,
    plan: Plan,
    *,
    week_of: datetime,
    now: datetime,
) -> Digest:
    """The digest of one plan as of now, for the week of another instant."""
    today = office.today(now)
    units = {unit.code: unit for unit in load_units(connection, office.id).values()}
    return make_digest(
        progress.lines(connection, stored.id, opened_by=today),
        as_of=now,
        today=today,
        week_of=office.today(week_of),
        totals=list(gather_totals(connection, office, stored, plan, units=units, now=now)),
        to_review=progress.count_to_review(connection, stored.id),
        unreachable=progress.count_unreachable(connection, office.id),
        not_joined=progress.count_not_joined(connection, office.id),
    )


def gather_totals(
    connection: Connection,
    office: Office,
    stored: StoredPlan,
    plan: Plan,
    *,
    units: dict[str, Unit],
    now: datetime,
) -> Iterator[Total]:
    """Each indicator over all units that were asked last, by whichever form: who has not reported stays in the
    denominator."""
    today = office.today(now)
    indicators: dict[str, Indicator] = {}
    said: dict[str, list[Figure]] = {}
    bases: dict[str, list[Decimal | None]] = {}
    for form, period in figures.latest_rounds(connection, stored.id, opened_by=today).items():
        planned = next((one for one in plan.forms if one.form.code == form), None)
        if planned is None:
            continue  # a newer version has dropped it: what was sent stays, nothing is computed from it
        whole = whole_units(
            connection, office.id, stored.id, planned, period, units=units, kinds=office.kinds
        )
        reported = figures.figures_of_round(connection, stored.id, form, period)
        for task in planned.tasks:
            waiting = figures.waiting_units(connection, stored.id, form, period, task)
            for indicator in indicators_of(plan.task(task), planned.form):
                indicators[indicator.code] = indicator
                said.setdefault(indicator.code, []).extend(reported.get(indicator.code, {}).values())
                bases.setdefault(indicator.code, []).extend(
                    base(indicator, planned.form, unit_variables(whole[code]), today=today)
                    for code in waiting
                    if code in whole
                )
    for code, indicator in indicators.items():
        yield roll_up(indicator, said[code], bases[code])
