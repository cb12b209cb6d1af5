"""Figures: what reports say about indicators. Each leads to its report, hence to unit, person, time and evidence."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert

from bot.core.indicators import Figure
from bot.db.tables import figure


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
    connection.execute(
        delete(figure).where(
            figure.c.plan_id == plan_id,
            figure.c.unit_id == unit_id,
            figure.c.form == form,
            figure.c.period == period,
        )
    )
    if figures:
        connection.execute(
            insert(figure),
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
