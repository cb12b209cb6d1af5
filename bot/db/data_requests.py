"""Requests of people about their own data: each is kept with its time, and with what became of it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from bot.core.data_requests import Kind, Request
from bot.db.tables import data_request, person, post, unit

_held = post.alias()
_FIRST_POST = (
    select(func.min(_held.c.id))
    .where(_held.c.person_id == data_request.c.person_id, _held.c.until.is_(None))
    .scalar_subquery()
)
_REQUESTS = (
    select(data_request, post.c.unit_id, unit.c.short)
    .join(person, person.c.id == data_request.c.person_id)
    .outerjoin(post, post.c.id == _FIRST_POST)
    .outerjoin(unit, unit.c.id == post.c.unit_id)
    .order_by(data_request.c.answer_by, data_request.c.id)
)
_WAITING = _REQUESTS.where(
    person.c.committee_id == bindparam("committee"), data_request.c.state == "open"
).limit(bindparam("most"))


def put_request(
    connection: Connection,
    person_id: int,
    kind: Kind,
    *,
    now: datetime,
    answer_by: date,
    about: dict[str, Any] | None = None,
    words: str = "",
    done: bool = False,
) -> int:
    """Somebody asks. `done`: it is answered as it is asked. Returns the request's id."""
    made = connection.execute(
        insert(data_request).values(
            person_id=person_id,
            kind=kind,
            about=about or {},
            words=words,
            state="granted" if done else "open",
            asked_at=now,
            answer_by=answer_by,
            answered_at=now if done else None,
        )
    )
    (row_id,) = made.inserted_primary_key or (0,)
    return int(row_id)


def waiting(connection: Connection, committee_id: int, *, most: int) -> Sequence[Request]:
    """What nobody has answered, the most urgent first."""
    rows = connection.execute(_WAITING, {"committee": committee_id, "most": most})
    return [_request(row) for row in rows]


def load_request(connection: Connection, request_id: int) -> Request | None:
    row = connection.execute(_REQUESTS.where(data_request.c.id == request_id)).first()
    return _request(row) if row else None


def settle(
    connection: Connection, request_id: int, *, state: str, by_id: int, answer: str = "", now: datetime
) -> bool:
    """It is granted, or answered in words. False if somebody did so before."""
    changed = connection.execute(
        update(data_request)
        .where(data_request.c.id == request_id, data_request.c.state == "open")
        .values(state=state, answered_at=now, answered_by=by_id, answer=answer)
    ).rowcount
    return changed == 1


def of_person(connection: Connection, person_id: int) -> Sequence[Any]:
    """All that a person ever asked, the latest first."""
    return connection.execute(
        select(data_request).where(data_request.c.person_id == person_id).order_by(data_request.c.id.desc())
    ).all()


def _request(row: Any) -> Request:
    return Request(
        id=row.id,
        person_id=row.person_id,
        unit_id=row.unit_id,
        unit=row.short or "",
        kind=Kind(row.kind),
        about=row.about,
        words=row.words,
        state=row.state,
        asked_at=row.asked_at,
        answer_by=row.answer_by,
    )


def granted_corrections(
    connection: Connection, committee_id: int
) -> Sequence[tuple[str, str, str, str, str]]:
    """(unit's code, the person's name now, field, before, after) of what was corrected, the oldest first."""
    rows = connection.execute(
        select(unit.c.code, person.c.name, data_request.c.about)
        .join(person, person.c.id == data_request.c.person_id)
        .join(post, post.c.person_id == person.c.id)
        .join(unit, unit.c.id == post.c.unit_id)
        .where(
            person.c.committee_id == committee_id,
            person.c.left_at.is_(None),
            post.c.until.is_(None),
            data_request.c.kind == Kind.CORRECT,
            data_request.c.state == "granted",
        )
        .order_by(data_request.c.id)
    )
    return [(row.code, row.name, row.about["field"], row.about["before"], row.about["after"]) for row in rows]
