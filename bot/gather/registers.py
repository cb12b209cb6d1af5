"""The register of a plan, gathered as of an instant."""

from datetime import datetime

from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.core.register import Entry, standing
from bot.db import progress
from bot.db.given_time import granted_by
from bot.db.registers import latest_reports
from bot.db.session import Connection
from bot.db.units import load_units
from bot.gather.digests import EVERYBODY, Part


def gather_register(
    connection: Connection,
    office: Office,
    plan_id: int,
    plan: Plan,
    *,
    as_of: datetime,
    part: Part = EVERYBODY,
    named: bool = False,
) -> tuple[Entry, ...]:
    """Every form that was open by then, unit by unit, the most urgent first. `named`: with the names of those who
    sent the reports, for the Committee's staff alone."""
    today = office.today(as_of)
    rows = {unit.code: row for row, unit in load_units(connection, office.id).items()}
    titles = {planned.form.code: planned.form.title for planned in plan.forms}
    latest = latest_reports(connection, plan_id, as_of=as_of, units=part.units)
    given = granted_by(connection, plan_id, at=as_of)
    entries = []
    for line in progress.lines(connection, plan_id, opened_by=today, units=part.units):
        report = latest.get((rows[line.unit], line.form, line.period))
        state = None if report is None else report.state
        kind = office.kinds.get(line.kind)
        came = None if report is None else line.reported_at
        entries.append(
            Entry(
                unit=line.unit,
                unit_name=line.unit_name,
                kind={"vi": line.kind} if kind is None else kind.name,
                area_name=line.area_name if line.area != line.unit else "",
                form=titles.get(line.form, {"vi": line.form}),
                period=line.period,
                opens_on=line.opens_on,
                due_on=line.due_on,
                standing=standing(state, due_on=line.due_on, today=today),
                version=report.version if report else 0,
                sent_at=report.sent_at if report else None,
                receipt=report.receipt if report else "",
                late=came is not None and office.today(came) > line.due_on,
                extended_until=given.get((rows[line.unit], line.form, line.period)),
                author=report.author if report and named else "",
            )
        )
    return tuple(entries)
