"""Last days that staff have granted: neither a newer plan nor a change of the calendar takes them back."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, func, select, update

from bot.db.tables import extension

_GRANTED = (
    select(extension.c.unit_id, func.max(extension.c.wanted_on).label("until"))
    .where(
        extension.c.plan_id == bindparam("plan_"),
        extension.c.form == bindparam("form_"),
        extension.c.period == bindparam("period_"),
        extension.c.state == "granted",
    )
    .group_by(extension.c.unit_id)
)

_ALL_GRANTED = (
    select(
        extension.c.form,
        extension.c.period,
        extension.c.unit_id,
        func.max(extension.c.wanted_on).label("until"),
    )
    .where(extension.c.plan_id == bindparam("plan_"), extension.c.state == "granted")
    .group_by(extension.c.form, extension.c.period, extension.c.unit_id)
)


def granted_days(connection: Connection, plan_id: int, form: str, period: str) -> Mapping[int, date]:
    """Until when units have more time for that form: {unit: day}."""
    rows = connection.execute(_GRANTED, {"plan_": plan_id, "form_": form, "period_": period})
    return {row.unit_id: row.until for row in rows}


def granted_by(connection: Connection, plan_id: int, *, at: datetime) -> Mapping[tuple[int, str, str], date]:
    """Until when units had more time by an instant: {(unit row, form, period): day}. What was granted later is left
    out."""
    rows = connection.execute(
        select(
            extension.c.unit_id,
            extension.c.form,
            extension.c.period,
            func.max(extension.c.wanted_on).label("until"),
        )
        .where(extension.c.plan_id == plan_id, extension.c.state == "granted", extension.c.decided_at <= at)
        .group_by(extension.c.unit_id, extension.c.form, extension.c.period)
    )
    return {(row.unit_id, row.form, row.period): row.until for row in rows}


def hand_over_given_time(
    connection: Connection, plan_id: int, form: str, period: str, *, old: int, new: int
) -> date | None:
    """What a unit was granted, or has asked for, of a form that became one with its successor's is the successor's. A
    request stands behind the successor's own. Returns until when there is more time; None where nobody gave any."""
    of_form = (extension.c.plan_id == plan_id, extension.c.form == form, extension.c.period == period)
    asked = select(extension.c.id).where(*of_form, extension.c.unit_id == new, extension.c.state == "open")
    if connection.execute(asked).first() is not None:
        connection.execute(
            update(extension)
            .where(*of_form, extension.c.unit_id == old, extension.c.state == "open")
            .values(state="replaced")
        )
    connection.execute(
        update(extension)
        .where(*of_form, extension.c.unit_id == old, extension.c.state.in_(("open", "granted")))
        .values(unit_id=new)
    )
    return granted_days(connection, plan_id, form, period).get(new)


def all_granted_days(connection: Connection, plan_id: int) -> Mapping[tuple[str, str], Mapping[int, date]]:
    """The same of all forms of a plan: {(form, period): {unit: day}}."""
    found: dict[tuple[str, str], dict[int, date]] = {}
    for row in connection.execute(_ALL_GRANTED, {"plan_": plan_id}):
        found.setdefault((row.form, row.period), {})[row.unit_id] = row.until
    return found
