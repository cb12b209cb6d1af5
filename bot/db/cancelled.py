"""Forms that were thrown away: kept for some days, to be taken up again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from bot.db.tables import filling

Key = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A form that its person threw away, and the report that stood when it was begun."""

    id: int
    key: Key
    plan_version_id: int
    state: dict[str, Any]
    base_id: int | None
    thrown_away_at: datetime


def find_cancelled(
    connection: Connection, person_id: int, *, since: datetime, filling_id: int | None = None
) -> Cancelled | None:
    """The form of that id that the person threw away since then; without an id the latest one."""
    query = (
        select(filling)
        .where(
            filling.c.person_id == person_id, filling.c.status == "cancelled", filling.c.touched_at >= since
        )
        .order_by(filling.c.touched_at.desc(), filling.c.id.desc())
        .limit(1)
    )
    if filling_id is not None:
        query = query.where(filling.c.id == filling_id)
    row = connection.execute(query).first()
    if row is None:
        return None
    key = (row.plan_id, row.unit_id, row.form, row.period)
    return Cancelled(row.id, key, row.plan_version_id, row.state, row.base_id, row.touched_at)


def take_up(
    connection: Connection,
    filling_id: int,
    state: dict[str, Any],
    *,
    news: str | None,
    overtaken_by: int | None,
    now: datetime,
) -> bool:
    """The form is open again, and its person is to hear what changed meanwhile. False if it was before: a second press
    changes nothing."""
    return (
        connection.execute(
            update(filling)
            .where(filling.c.id == filling_id, filling.c.status == "cancelled")
            .values(status="open", state=state, news=news, overtaken_by=overtaken_by, touched_at=now)
        ).rowcount
        == 1
    )
