"""Figures: what reports say about indicators. Each leads to its report, hence to unit, person, time and evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection, bindparam, delete, insert, select

from bot.core.indicators import Figure
from bot.db.tables import assignment, figure, unit

_INSERT = insert(figure)
_DELETE = delete(figure).where(
    figure.c.plan_id == bindparam("plan_"),
    figure.c.unit_id == bindparam("unit_"),
    figure.c.form == bindparam("form_"),
    figure.c.period == bindparam("period_"),
)


@dataclass(frozen=True, slots=True)
class Round:
    """One asking of one form: its latest one is what a digest shows."""

    form: str
    period: str


def save_figures(
    connection: Connection,
    key: tuple[int, int, str, str],
    report_id: int,
    figures: Mapping[str, Figure],
    *,
    now: datetime,
) -> None:
    """Store what a report says, in place of what its earlier version said."""
    plan_id, unit_id, form, period = key
    connection.execute(_DELETE, {"plan_": plan_id, "unit_": unit_id, "form_": form, "period_": period})
    if figures:
        connection.execute(
            _INSERT,
            [
                {
                    "plan_id": plan_id,
                    "indicator": indicator,
                    "unit_id": unit_id,
                    "period": period,
                    "form": form,
                    "numerator": one.numerator,
                    "denominator": one.denominator,
                    "excluded": one.excluded,
                    "report_id": report_id,
                    "at": now,
                }
                for indicator, one in figures.items()
            ],
        )


def latest_rounds(connection: Connection, plan_id: int, *, opened_by: object) -> Mapping[str, str]:
    """Of each form the period that was opened last: {form: period}."""
    rows = connection.execute(
        select(assignment.c.form, assignment.c.period, assignment.c.opens_on)
        .where(
            assignment.c.plan_id == plan_id,
            assignment.c.opens_on <= opened_by,
            assignment.c.state != "withdrawn",
        )
        .distinct()
        .order_by(assignment.c.opens_on)
    )
    return {row.form: row.period for row in rows}


def figures_of_round(
    connection: Connection, plan_id: int, form: str, period: str
) -> Mapping[str, Mapping[str, Figure]]:
    """What was reported: {indicator: {unit code: figure}}."""
    rows = connection.execute(
        select(figure, unit.c.code)
        .join(unit, unit.c.id == figure.c.unit_id)
        .where(figure.c.plan_id == plan_id, figure.c.form == form, figure.c.period == period)
    )
    found: dict[str, dict[str, Figure]] = {}
    for row in rows:
        found.setdefault(row.indicator, {})[row.code] = Figure(
            _decimal(row.numerator), _decimal(row.denominator), row.excluded
        )
    return found


def waiting_units(connection: Connection, plan_id: int, form: str, period: str, task: str) -> tuple[str, ...]:
    """Codes of the units that owe that task still."""
    rows = connection.execute(
        select(unit.c.code)
        .join(assignment, assignment.c.unit_id == unit.c.id)
        .where(
            assignment.c.plan_id == plan_id,
            assignment.c.form == form,
            assignment.c.period == period,
            assignment.c.task == task,
            assignment.c.state == "open",
        )
        .order_by(unit.c.id)
    )
    return tuple(row.code for row in rows)


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value)).normalize() + 0
