"""Decisions about the faults of a plan's document, kept with the version in which they held."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, insert, select

from bot.core.plan.document import Decision
from bot.db.decision_table import plan_decision

_OF_VERSION = (
    select(plan_decision)
    .where(plan_decision.c.plan_version_id == bindparam("version"))
    .order_by(plan_decision.c.id)
)


def save_decisions(connection: Connection, version_id: int, decisions: Iterable[Decision]) -> None:
    """Keep the decisions of a version that was just stored. Of two about one thing the last one holds."""
    latest = {(one.finding, one.thing): one for one in decisions}
    rows = [
        {
            "plan_version_id": version_id,
            "finding": one.finding,
            "thing": one.thing,
            "seen": one.seen,
            "value": one.value,
            "why": one.why,
            "decided_by": one.by,
            "decided_on": one.decided_on,
        }
        for one in latest.values()
    ]
    if rows:
        connection.execute(insert(plan_decision), rows)


def load_decisions(connection: Connection, version_id: int) -> tuple[Decision, ...]:
    """The decisions of a version, as they were taken."""
    return tuple(
        Decision(row.finding, row.thing, row.seen, row.value, row.why, row.decided_by, row.decided_on)
        for row in connection.execute(_OF_VERSION, {"version": version_id})
    )
