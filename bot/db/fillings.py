"""Forms half answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from bot.db.keys import of_key
from bot.db.tables import contact, filling

_SAVE = (
    update(filling)
    .where(filling.c.id == bindparam("row"))
    .values(state=bindparam("state_"), touched_at=bindparam("now"), shown_in=bindparam("chat_"))
)
_END = (
    update(filling)
    .where(filling.c.id == bindparam("row"), filling.c.status == "open")
    .values(status=bindparam("status_"), touched_at=bindparam("now"))
)
_INSERT = insert(filling)
_LEAVE = update(contact).where(contact.c.filling_id == bindparam("row")).values(filling_id=None, focus=None)
STATE = (
    filling.c.unit_id,
    filling.c.plan_id,
    filling.c.plan_version_id,
    filling.c.form,
    filling.c.period,
    filling.c.scene,
    filling.c.state,
    filling.c.touched_at,
    filling.c.news,
    filling.c.base_id,
    filling.c.overtaken_by,
    filling.c.shown_in,
)
"""What of a row makes a `Begun`, beside its id."""

_BEGUN = (
    select(filling.c.id, *STATE)
    .where(filling.c.person_id == bindparam("person_"), filling.c.status == "open")
    .order_by(filling.c.touched_at.desc())
)


@dataclass(frozen=True, slots=True)
class Begun:
    """A form that somebody began and did not send. `key` is (plan, unit, form, period). `base_id` is the report that
    stood when it was begun, `overtaken_by` the one that a colleague sent since, `shown_in` the chat that showed its
    question last."""

    id: int
    key: tuple[int, int, str, str]
    plan_version_id: int
    scene: dict[str, Any]
    state: dict[str, Any]
    touched_at: datetime
    news: str | None = None
    base_id: int | None = None
    overtaken_by: int | None = None
    shown_in: int | None = None

    @property
    def plan_id(self) -> int:
        return self.key[0]

    @property
    def unit_id(self) -> int:
        return self.key[1]

    @property
    def form(self) -> str:
        return self.key[2]

    @property
    def period(self) -> str:
        return self.key[3]


def put_filling(
    connection: Connection,
    *,
    person_id: int,
    key: tuple[int, int, str, str],
    plan_version_id: int,
    scene: dict[str, Any],
    state: dict[str, Any],
    base_id: int | None = None,
    shown_in: int | None = None,
    now: datetime,
) -> int:
    """Begin a form. Returns the filling's id. `base_id` is the report that stands now, if one does: what is sent will
    replace that one and no other."""
    plan_id, unit_id, form, period = key
    made = connection.execute(
        _INSERT,
        {
            "person_id": person_id,
            "unit_id": unit_id,
            "plan_id": plan_id,
            "plan_version_id": plan_version_id,
            "form": form,
            "period": period,
            "scene": scene,
            "state": state,
            "status": "open",
            "base_id": base_id,
            "shown_in": shown_in,
            "started_at": now,
            "touched_at": now,
        },
    )
    (row_id,) = made.inserted_primary_key or (0,)
    return int(row_id)


def save_state(
    connection: Connection,
    filling_id: int,
    state: dict[str, Any],
    *,
    shown_in: int | None = None,
    now: datetime,
) -> None:
    """Keep what was answered so far, and in which chat (a contact's id) the next question is shown."""
    connection.execute(_SAVE, {"row": filling_id, "state_": state, "chat_": shown_in, "now": now})


def end_filling(connection: Connection, filling_id: int, *, status: str, now: datetime) -> bool:
    """The form was sent, or cancelled. False if that happened before: a second press changes nothing."""
    ended = connection.execute(_END, {"row": filling_id, "status_": status, "now": now}).rowcount == 1
    if ended:
        connection.execute(_LEAVE, {"row": filling_id})
    return ended


def begun_by(connection: Connection, person_id: int) -> Sequence[Begun]:
    """The forms that a person began and did not send, the latest touched first."""
    rows = connection.execute(_BEGUN, {"person_": person_id})
    return [read_begun(row, row.id) for row in rows]


def open_of_plan(connection: Connection, plan_id: int) -> Sequence[Begun]:
    """Every form of a plan that somebody began and did not send."""
    rows = connection.execute(
        select(filling).where(filling.c.plan_id == plan_id, filling.c.status == "open").order_by(filling.c.id)
    )
    return [read_begun(row, row.id) for row in rows]


def left_by(connection: Connection, keys: Sequence[tuple[int, int, str, str]]) -> Sequence[Begun]:
    """What people began and never sent of these forms, closed ones as well: to be seen by who goes on with them."""
    found = []
    for key in keys:
        rows = connection.execute(
            select(filling)
            .where(
                of_key(filling, key),
                filling.c.status.in_(("open", "closed")),
            )
            .order_by(filling.c.id)
        )
        found += [read_begun(row, row.id) for row in rows]
    return found


def mark_news(
    connection: Connection, plan_id: int, news: str, *, forms: Sequence[tuple[int, str, str]] | None = None
) -> None:
    """Who goes on with an open form of the plan is to hear first what changed: of all its forms, or of these (unit,
    form, period). A merger is not forgotten over a newer version."""
    change = update(filling).where(filling.c.plan_id == plan_id, filling.c.status == "open")
    if forms is None:
        connection.execute(change.where(filling.c.news.is_(None)).values(news=news))
        return
    for unit_id, form, period in forms:
        connection.execute(
            change.where(
                filling.c.unit_id == unit_id, filling.c.form == form, filling.c.period == period
            ).values(news=news)
        )


def save_settled(
    connection: Connection,
    filling_id: int,
    *,
    plan_version_id: int,
    scene: dict[str, Any],
    state: dict[str, Any],
    now: datetime,
) -> None:
    """The person hears what changed: the form goes on in that version and scene."""
    connection.execute(
        update(filling)
        .where(filling.c.id == filling_id)
        .values(plan_version_id=plan_version_id, scene=scene, state=state, news=None, touched_at=now)
    )


def pass_on(connection: Connection, from_id: int, to_id: int, *, unit_id: int) -> int:
    """The forms of a unit that one person began and did not send go on with another, where that one has not begun the
    same. Returns how many."""
    known = {one.key for one in begun_by(connection, to_id)}
    passing = [one for one in begun_by(connection, from_id) if one.key[1] == unit_id and one.key not in known]
    for one in passing:
        connection.execute(
            update(filling).where(filling.c.id == one.id).values(person_id=to_id, shown_in=None)
        )
        connection.execute(_LEAVE, {"row": one.id})
    return len(passing)


def find_filling(connection: Connection, filling_id: int) -> Begun | None:
    """A form that was begun, whatever became of it."""
    row = connection.execute(select(filling).where(filling.c.id == filling_id)).one_or_none()
    return read_begun(row, row.id) if row is not None else None


def sent_as(connection: Connection, filling_id: int) -> str | None:
    """How a filling ended ("sent", "cancelled"); None if it is open or never was."""
    status = connection.execute(select(filling.c.status).where(filling.c.id == filling_id)).scalar()
    return None if status in (None, "open") else str(status)


def read_begun(row: Any, filling_id: int) -> Begun:
    """A row with the columns `STATE`."""
    return Begun(
        filling_id,
        (row.plan_id, row.unit_id, row.form, row.period),
        row.plan_version_id,
        row.scene,
        row.state,
        row.touched_at,
        row.news,
        row.base_id,
        row.overtaken_by,
        row.shown_in,
    )
