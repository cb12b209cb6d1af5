"""Reports that were sent before, as far as a new one is held against them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from bot.db.tables import report, unit

_STANDING = ("submitted", "accepted")
"""What was returned or replaced is not what the unit says now."""


def of_other_periods(
    connection: Connection, key: tuple[int, int, str, str]
) -> Sequence[tuple[str, int, dict[str, Any]]]:
    """What the unit reported in that form about other periods: (period, version of the plan, answers)."""
    plan_id, unit_id, form, period = key
    rows = connection.execute(
        select(report.c.period, report.c.plan_version_id, report.c.answers).where(
            report.c.plan_id == plan_id,
            report.c.form == form,
            report.c.unit_id == unit_id,
            report.c.period != period,
            report.c.state.in_(_STANDING),
        )
    )
    return [(row.period, row.plan_version_id, row.answers) for row in rows]


def of_like_units(
    connection: Connection, key: tuple[int, int, str, str], *, kind: str, level: str, most: int
) -> Sequence[tuple[Mapping[str, int], dict[str, Any]]]:
    """What other units of that kind and level reported in the same form and period, the latest first: (their figures by
    the roster, answers)."""
    plan_id, unit_id, form, period = key
    rows = connection.execute(
        select(unit.c.figures, report.c.answers)
        .join(unit, unit.c.id == report.c.unit_id)
        .where(
            report.c.plan_id == plan_id,
            report.c.form == form,
            report.c.period == period,
            report.c.unit_id != unit_id,
            report.c.state.in_(_STANDING),
            unit.c.kind == kind,
            unit.c.level == level,
        )
        .order_by(report.c.id.desc())
        .limit(most)
    )
    return [(row.figures, row.answers) for row in rows]


def has_sent(connection: Connection, person_id: int, *, plan_id: int, form: str) -> bool:
    """Whether the person sent a report of that form, for whatever unit and period."""
    found = select(report.c.id).where(
        report.c.author_id == person_id, report.c.plan_id == plan_id, report.c.form == form
    )
    return connection.execute(found.limit(1)).first() is not None
