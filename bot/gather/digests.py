"""A committee's week, gathered."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from bot.core.digest import Digest, make_digest
from bot.core.indicators import Figure, Total, roll_up
from bot.core.office import Office
from bot.core.periods import PeriodKind
from bot.core.plan.audience import concerns
from bot.core.plan.model import Indicator, Plan, PlannedForm
from bot.core.plan.variables import unit_variables
from bot.core.speaking import Voice, told_by_a_whole, voices
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
    said_elsewhere = told_by_a_whole(plan)
    return make_digest(
        progress.lines(connection, stored.id, opened_by=today),
        as_of=now,
        today=today,
        week_of=office.today(week_of),
        totals=[
            total
            for total in gather_totals(connection, office, stored, plan, units=units, now=now)
            if total.indicator.code not in said_elsewhere
        ],
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
    denominator. Of what is reported each time that it happens, all reports add up."""
    today = office.today(now)
    rounds = figures.latest_rounds(connection, stored.id, opened_by=today)
    each = {planned.form.code for planned in plan.forms if planned.schedule.period == PeriodKind.EACH}
    indicators: dict[str, Indicator] = {}
    said: dict[str, list[Figure]] = {}
    bases: dict[str, list[Decimal | None]] = {}

    def waiting(planned: PlannedForm, voice: Voice) -> set[str]:
        form = planned.form.code
        if form in each:
            return set()  # whoever has begun a report owes no figure before it is sent
        found = {
            code
            for task in voice.via
            for code in figures.waiting_units(connection, stored.id, form, rounds[form], task)
        }
        audience = plan.task(voice.task).audience
        return {
            code
            for code in found & units.keys()
            if voice.own or concerns(audience, units[code], kinds=office.kinds)
        }

    for planned in plan.forms:
        form = planned.form.code
        if form in each:
            reported = figures.figures_of_form(connection, stored.id, form)
        elif form in rounds:
            by_unit = figures.figures_of_round(connection, stored.id, form, rounds[form])
            reported = {code: list(of_units.values()) for code, of_units in by_unit.items()}
        else:
            continue
        whole = whole_units(
            connection, office.id, stored.id, planned, rounds.get(form, ""), units=units, kinds=office.kinds
        )
        for voice in voices(plan, planned):
            code = voice.indicator.code
            indicators[code] = voice.indicator
            said.setdefault(code, []).extend(reported.get(code, ()))
            bases.setdefault(code, []).extend(
                voice.base(planned.form, unit_variables(whole[unit]), today=today)
                for unit in waiting(planned, voice) & whole.keys()
            )
    for code, indicator in indicators.items():
        yield roll_up(indicator, said[code], bases[code])
