"""Rows about one form of one unit in one period of one plan: the same condition for every table that has them."""

from sqlalchemy import ColumnElement, Table, and_

from bot.core.buttons import Key


def of_key(table: Table, key: Key) -> ColumnElement[bool]:
    """The rows of the table that are about (plan, unit, form, period)."""
    plan_id, unit_id, form, period = key
    return and_(
        table.c.plan_id == plan_id,
        table.c.unit_id == unit_id,
        table.c.form == form,
        table.c.period == period,
    )
