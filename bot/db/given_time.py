"""Last days that staff have granted: neither a newer plan nor a change of the calendar takes them back."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

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


def all_granted_days(connection: Connection, plan_id: int) -> Mapping[tuple[str, str], Mapping[int, date]]:
    """The same of all forms of a plan: {(form, period): {unit: day}}."""
    found: dict[tuple[str, str], dict[int, date]] = {}
    for row in connection.execute(_ALL_GRANTED, {"plan_": plan_id}):
        found.setdefault((row.form, row.period), {})[row.unit_id] = row.until
    return found
