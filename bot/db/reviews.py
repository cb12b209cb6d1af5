"""What staff decided about reports, and taking it back."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from bot.db.reports import review
from bot.db.tables import report, report_event


def take_back(connection: Connection, report_id: int, *, by_id: int, since: datetime, now: datetime) -> bool:
    """The acceptance was a slip: the report waits for review again. False unless that person accepted it since then,
    and nothing else happened to it."""
    last = connection.execute(
        select(report_event)
        .where(report_event.c.report_id == report_id)
        .order_by(report_event.c.id.desc())
        .limit(1)
    ).first()
    if last is None or (last.what, last.by_id) != ("accepted", by_id) or last.at < since:
        return False
    return review(
        connection, report_id, state="submitted", by_id=by_id, now=now, of=("accepted",), what="reopened"
    )


def last_event(connection: Connection, report_id: int) -> int:
    """The id of what happened last to a report: a notice of it is sent once."""
    event: int = connection.execute(
        select(func.max(report_event.c.id)).where(report_event.c.report_id == report_id)
    ).scalar_one()
    return event


def accepted_last(connection: Connection, by_id: int, *, since: datetime) -> int | None:
    """The report that the person accepted last, if that was since then and it is accepted still."""
    return connection.execute(
        select(report_event.c.report_id)
        .join(report, report.c.id == report_event.c.report_id)
        .where(
            report_event.c.by_id == by_id,
            report_event.c.what == "accepted",
            report_event.c.at >= since,
            report.c.state == "accepted",
        )
        .order_by(report_event.c.id.desc())
        .limit(1)
    ).scalar()
