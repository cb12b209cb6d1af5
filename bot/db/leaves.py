"""Leaves: who is away, from when to when, and who stands in."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, insert, or_, select, update

from bot.core.leave import Leave
from bot.db.looks import look_again_at
from bot.db.tables import leave, person

_substitute = person.alias()
_ON = and_(
    leave.c.starts_on <= bindparam("day_"), leave.c.ends_on >= bindparam("day_"), leave.c.ended_at.is_(None)
)
_STOOD_IN_FOR = select(leave.c.person_id).where(
    leave.c.substitute_id.in_(bindparam("substitutes", expanding=True)), _ON
)


def _leaves() -> Select[Any]:
    return (
        select(leave, person.c.name, _substitute.c.name.label("substitute"))
        .join(person, person.c.id == leave.c.person_id)
        .outerjoin(_substitute, _substitute.c.id == leave.c.substitute_id)
        .where(leave.c.ended_at.is_(None))
        .order_by(leave.c.id)
    )


def put_leave(
    connection: Connection,
    person_id: int,
    *,
    substitute_id: int | None,
    starts_on: date,
    ends_on: date,
    now: datetime,
) -> int:
    """Somebody will be away. What they said before counts no more where it overlaps. Returns the id."""
    connection.execute(
        update(leave)
        .where(
            leave.c.person_id == person_id,
            leave.c.ended_at.is_(None),
            leave.c.ends_on >= starts_on,
            leave.c.starts_on <= ends_on,
        )
        .values(ended_at=now)
    )
    made = connection.execute(
        insert(leave).values(
            person_id=person_id,
            substitute_id=substitute_id,
            starts_on=starts_on,
            ends_on=ends_on,
            stated_at=now,
        )
    )
    look_again_at(connection, {person_id} | ({substitute_id} if substitute_id else set()))
    (row_id,) = made.inserted_primary_key or (0,)
    return int(row_id)


def load_leave(connection: Connection, leave_id: int) -> Leave | None:
    """The leave of that id, unless it was ended."""
    row = connection.execute(_leaves().where(leave.c.id == leave_id)).first()
    return _leave(row) if row else None


def leaves_of(connection: Connection, person_id: int, *, since: date) -> Sequence[Leave]:
    """The leaves of a person that are not over on that day: as the one who is away, or as the substitute."""
    rows = connection.execute(
        _leaves().where(
            or_(leave.c.person_id == person_id, leave.c.substitute_id == person_id), leave.c.ends_on >= since
        )
    )
    return [_leave(row) for row in rows]


def end_leave(connection: Connection, leave_id: int, *, now: datetime) -> bool:
    """Back early. False if it was over before."""
    ended = connection.execute(
        update(leave).where(leave.c.id == leave_id, leave.c.ended_at.is_(None)).values(ended_at=now)
    )
    _look_at_those_of(connection, leave_id)
    return ended.rowcount == 1


def decline_leave(connection: Connection, leave_id: int, *, substitute_id: int, now: datetime) -> bool:
    """That substitute does not stand in. False if they were not asked to, or said so before."""
    declined = connection.execute(
        update(leave)
        .where(leave.c.id == leave_id, leave.c.substitute_id == substitute_id, leave.c.ended_at.is_(None))
        .values(substitute_id=None, declined_at=now)
    )
    _look_at_those_of(connection, leave_id)
    return declined.rowcount == 1


def _look_at_those_of(connection: Connection, leave_id: int) -> None:
    who = connection.execute(select(leave.c.person_id).where(leave.c.id == leave_id)).scalars()
    look_again_at(connection, who.all())


def away_on(connection: Connection, committee_id: int, day: date) -> Mapping[int, int | None]:
    """Everybody of a committee who is away that day: {person: substitute}."""
    rows = connection.execute(
        select(leave.c.person_id, leave.c.substitute_id)
        .join(person, person.c.id == leave.c.person_id)
        .where(person.c.committee_id == committee_id, _ON)
        .order_by(leave.c.id),
        {"day_": day},
    )
    return {row.person_id: row.substitute_id for row in rows}


def away_between(connection: Connection, committee_id: int, first: date, last: date) -> frozenset[int]:
    """Everybody of a committee who is away on one of these days, both included."""
    rows = connection.execute(
        select(leave.c.person_id)
        .join(person, person.c.id == leave.c.person_id)
        .where(
            person.c.committee_id == committee_id,
            leave.c.starts_on <= last,
            leave.c.ends_on >= first,
            leave.c.ended_at.is_(None),
        )
    )
    return frozenset(rows.scalars())


def stood_in_for(connection: Connection, person_id: int, day: date) -> Collection[int]:
    """For whom somebody stands in that day: those who named them, and those for whom these stand in."""
    found: dict[int, None] = {}
    asked = [person_id]
    while asked:
        rows = connection.execute(_STOOD_IN_FOR, {"substitutes": asked, "day_": day}).scalars()
        asked = [one for one in rows if one not in found and one != person_id]
        found.update(dict.fromkeys(asked))
    return tuple(found)


def _leave(row: Any) -> Leave:
    return Leave(
        id=row.id,
        person_id=row.person_id,
        name=row.name,
        substitute_id=row.substitute_id,
        substitute=row.substitute or "",
        starts_on=row.starts_on,
        ends_on=row.ends_on,
    )
