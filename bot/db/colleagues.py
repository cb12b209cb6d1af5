"""Several people of a unit on one form: who has begun it, and who was faster."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from bot.db.keys import of_key
from bot.db.tables import filling, person

Key = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who has begun the same form and did not send it."""

    filling_id: int
    person_id: int
    name: str
    plan_version_id: int
    scene: dict[str, Any]
    state: dict[str, Any]
    started_at: datetime
    touched_at: datetime


def at_the_same(connection: Connection, key: Key, *, besides: int) -> Sequence[Colleague]:
    """Who else than that person has begun this form, the latest touched first."""
    rows = connection.execute(
        select(
            filling.c.id,
            filling.c.person_id,
            person.c.name,
            filling.c.plan_version_id,
            filling.c.scene,
            filling.c.state,
            filling.c.started_at,
            filling.c.touched_at,
        )
        .join(person, person.c.id == filling.c.person_id)
        .where(
            of_key(filling, key),
            filling.c.status == "open",
            filling.c.person_id != besides,
        )
        .order_by(filling.c.touched_at.desc())
    )
    return [Colleague(*row) for row in rows]


def overtake(connection: Connection, key: Key, report_id: int) -> None:
    """That report was sent: whoever else has the form half filled in is to hear it at the next turn."""
    connection.execute(
        update(filling)
        .where(
            of_key(filling, key),
            filling.c.status == "open",
        )
        .values(overtaken_by=report_id)
    )


def rebase(connection: Connection, filling_id: int, report_id: int, state: dict[str, Any]) -> None:
    """The person has seen that report, and goes on to correct it."""
    connection.execute(
        update(filling)
        .where(filling.c.id == filling_id)
        .values(base_id=report_id, overtaken_by=None, state=state)
    )
