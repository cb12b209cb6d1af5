"""The register's rows: the latest report of each form of each unit, and what had become of it by an instant."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from bot.db.tables import person, report, report_event


@dataclass(frozen=True, slots=True)
class Latest:
    """A report as it stood. `state` is what had last become of it: submitted, returned, accepted."""

    version: int
    sent_at: datetime
    receipt: str
    state: str
    author: str


def latest_reports(
    connection: Connection, plan_id: int, *, as_of: datetime, units: Collection[int] | None = None
) -> dict[tuple[int, str, str], Latest]:
    """{(unit row, form, period): its latest version at that instant}. Later versions and reviews are left out."""
    of_units = [] if units is None else [report.c.unit_id.in_(sorted(units))]
    rows = connection.execute(
        select(
            report.c.id,
            report.c.unit_id,
            report.c.form,
            report.c.period,
            report.c.version,
            report.c.submitted_at,
            report.c.code,
            person.c.name,
        )
        .outerjoin(person, person.c.id == report.c.author_id)
        .where(report.c.plan_id == plan_id, report.c.submitted_at <= as_of, *of_units)
        .order_by(report.c.version)
    ).all()
    reviews = connection.execute(
        select(report_event.c.report_id, report_event.c.what)
        .join(report, report.c.id == report_event.c.report_id)
        .where(
            report.c.plan_id == plan_id,
            report_event.c.at <= as_of,
            report_event.c.what.in_(("submitted", "returned", "accepted")),
            *of_units,
        )
        .order_by(report_event.c.at, report_event.c.id)
    )
    states: dict[int, str] = {row.report_id: row.what for row in reviews}
    return {
        (row.unit_id, row.form, row.period): Latest(
            row.version, row.submitted_at, row.code or "", states.get(row.id, "submitted"), row.name or ""
        )
        for row in rows
    }
