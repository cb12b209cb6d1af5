"""A committee's week, gathered."""

from collections.abc import Iterator
from datetime import datetime

from bot.core.digest import Digest, make_digest
from bot.core.indicators import Total, indicators_of
from bot.core.office import Office
from bot.core.plan.model import Indicator, Plan
from bot.core.totals import NOTHING, Cell, Share, added, total_of
from bot.db import progress, totals
from bot.db.plans import StoredPlan
from bot.db.session import Connection


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
    return make_digest(
        progress.lines(connection, stored.id, opened_by=today),
        as_of=now,
        today=today,
        week_of=office.today(week_of),
        totals=list(gather_totals(connection, office, stored, plan, now=now)),
        to_review=progress.count_to_review(connection, stored.id),
        unreachable=progress.count_unreachable(connection, office.id),
        not_joined=progress.count_not_joined(connection, office.id),
    )


def gather_totals(
    connection: Connection, office: Office, stored: StoredPlan, plan: Plan, *, now: datetime
) -> Iterator[Total]:
    """Each indicator over all units that were asked last, by whichever form: who has not reported stays in the
    denominator."""
    latest: dict[str, str] = {}
    for one in totals.rounds(connection, stored.id, opened_by=office.today(now)):
        latest[one.form] = one.period
    shares = {cell: share for (cell, _), share in totals.load_totals(connection, stored.id).items()}
    found: dict[str, tuple[Indicator, list[Share]]] = {}
    forms = {planned.form.code: planned for planned in plan.forms}
    for form, period in latest.items():
        if form not in forms:
            continue  # a newer version of the plan asks it no longer
        planned = forms[form]
        for task in planned.tasks:
            for indicator in indicators_of(plan.task(task), planned.form):
                share = shares.get(Cell(indicator.code, form, period), NOTHING)
                found.setdefault(indicator.code, (indicator, []))[1].append(share)
    for indicator, of_forms in found.values():
        yield total_of(indicator, added(of_forms))
