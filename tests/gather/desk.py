"""Reports as they stand in the database once they were sent, and what is gathered from them."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from bot.core.forms.model import Value
from bot.core.indicators import Total
from bot.core.plan.audience import concerns
from bot.core.plan.variables import unit_variables
from bot.core.speaking import figures_of_report
from bot.db import assignments, figures, fillings, reports
from bot.db.plans import StoredPlan, plans_in_force
from bot.db.session import Connection
from bot.db.tables import post, unit
from bot.db.units import load_unit
from bot.gather.shelf import Shelf
from bot.gather.targets import gather_targets
from bot.gather.totals import kept_true
from bot.gather.waiting import look_at_those_who_waited
from handlers.submitting import results_of
from tests.house import office_time, the_office

NOW = office_time("2026-11-23 08:05")


def stored_plan(connection: Connection) -> StoredPlan:
    return plans_in_force(connection, the_office(connection).id)[0]


def send(
    connection: Connection,
    code: str,
    form: str,
    answers: Mapping[str, Value],
    *,
    period: str = "once",
    reason: str = "",
    now: datetime = NOW,
) -> int:
    """A unit sends a report with these answers; `reason` says why it corrects an earlier one. Returns the report's
    row."""
    office, stored = the_office(connection), stored_plan(connection)
    plan = Shelf().plan(connection, stored.version_id)
    planned = plan.form(form)
    unit_id = int(connection.execute(select(unit.c.id).where(unit.c.code == code)).scalar_one())
    author = int(
        connection.execute(select(post.c.person_id).where(post.c.unit_id == unit_id).limit(1)).scalar_one()
    )
    whose = load_unit(connection, unit_id)
    key = (stored.id, unit_id, form, period)
    filling = fillings.put_filling(
        connection, person_id=author, key=key, plan_version_id=stored.version_id, scene={}, state={}, now=now
    )
    fillings.end_filling(connection, filling, status="sent", now=now)
    said = figures_of_report(
        plan,
        planned,
        answers,
        unit_variables(whose),
        concerned=lambda task: concerns(plan.task(task).audience, whose, kinds=office.kinds),
        today=office.today(now),
    )
    with kept_true(connection, stored.id, plan, committee_id=office.id, units=[unit_id], of=(form, period)):
        report_id, _ = reports.put_report(
            connection,
            filling_id=filling,
            key=key,
            plan_version_id=stored.version_id,
            answers=dict(answers),
            author_id=author,
            channel="telegram",
            reason=reason,
            now=now,
        )
        results = results_of(planned.form, answers)
        assignments.mark_reported(connection, key, report_id, results=results, now=now)
        look_at_those_who_waited(connection, plan, stored.id, planned.tasks)
        figures.save_figures(connection, key, report_id, said, roster_version=None, now=now)
    return report_id


def totals(connection: Connection) -> dict[str, Total]:
    """Every indicator by its code, as of now."""
    office, stored = the_office(connection), stored_plan(connection)
    plan = Shelf().plan(connection, stored.version_id)
    found = gather_targets(connection, stored.id, plan, today=office.today(NOW))
    return {one.indicator.code: one.total for one in found}
