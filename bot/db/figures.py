"""Figures: what reports say about indicators. Each leads to its report, hence to unit, person, time and evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from bot.core.indicators import Figure
from bot.db.assignments import OPEN
from bot.db.tables import assignment, figure, report, unit

COUNTS = ("submitted", "accepted")
"""States of a report whose figures count. One that was returned is waited for again."""

_INSERT = insert(figure)
_DELETE = delete(figure).where(
    figure.c.plan_id == bindparam("plan_"),
    figure.c.unit_id == bindparam("unit_"),
    figure.c.form == bindparam("form_"),
    figure.c.period == bindparam("period_"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of one unit with where it comes from."""

    unit: str
    unit_name: str
    figure: Figure
    report: str


def save_figures(
    connection: Connection,
    key: tuple[int, int, str, str],
    report_id: int,
    figures: Mapping[str, Figure],
    *,
    roster_version: int | None,
    now: datetime,
) -> None:
    """Store what a report says, {indicator: figure}, in place of what its earlier version said. The totals
    are the caller's to keep true (bot/gather/totals.py)."""
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
                    "words": one.words,
                    "excluded": one.excluded,
                    "report_id": report_id,
                    "roster_version": roster_version,
                    "at": now,
                }
                for indicator, one in figures.items()
            ],
        )


def told(
    connection: Connection, plan_id: int, indicator: str, form: str, period: str, *, place: str | None = None
) -> tuple[Told, ...]:
    """What each unit says about one indicator, in the order of the roster: all, or those of a superior unit and that
    unit itself."""
    query = (
        select(figure, unit.c.code.label("unit_code"), unit.c.short, report.c.code.label("receipt"))
        .join(report, report.c.id == figure.c.report_id)
        .join(unit, unit.c.id == figure.c.unit_id)
        .where(
            figure.c.plan_id == plan_id,
            figure.c.indicator == indicator,
            figure.c.form == form,
            figure.c.period == period,
            report.c.state.in_(COUNTS),
        )
        .order_by(unit.c.id)
    )
    if place is not None:
        query = query.where((unit.c.parent == place) | (unit.c.code == place))
    rows = connection.execute(query)
    return tuple(Told(row.unit_code, row.short, figure_of(row), row.receipt) for row in rows)


def silent(connection: Connection, plan_id: int, task: str, form: str, period: str) -> tuple[str, ...]:
    """Codes of the units that owe that task still, in the order of the roster."""
    rows = connection.execute(
        select(unit.c.code)
        .join(assignment, assignment.c.unit_id == unit.c.id)
        .where(
            assignment.c.plan_id == plan_id,
            assignment.c.form == form,
            assignment.c.period == period,
            assignment.c.task == task,
            assignment.c.state.in_(OPEN),
        )
        .order_by(unit.c.id)
    )
    return tuple(row.code for row in rows)


def figure_of(row: Any) -> Figure:
    """The figure of a row."""
    return Figure(_decimal(row.numerator), _decimal(row.denominator), row.excluded, row.words)


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value)).normalize() + 0
