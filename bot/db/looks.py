"""When each unit is to be looked at next: the first day on which a reminder may be due there.

Whatever may bring that day nearer (work that is asked or moved, somebody who joins, leaves or is away, another
calendar) says so by `look_again`; a look itself puts the day off. So a sweep reads what is due, and not all that exists
(docs/adr/0027).
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import Connection, and_, bindparam, exists, func, or_, select, update

from bot.db.tables import assignment, contact, leave, post, snooze, unattended, unit

AT_ONCE = date.min
BATCH = 5000

_CHANGE = update(unit).where(or_(unit.c.look_on.is_(None), unit.c.look_on > bindparam("on_")))
_BY = _CHANGE.values(look_on=bindparam("on_", type_=unit.c.look_on.type))
_UNITS = _BY.where(unit.c.id.in_(bindparam("units", expanding=True)))
_ALL = _BY.where(unit.c.committee_id == bindparam("committee"))
_HELD = select(post.c.unit_id).where(
    post.c.person_id.in_(bindparam("people", expanding=True)), post.c.until.is_(None)
)
_OF_PEOPLE = _BY.where(unit.c.id.in_(_HELD))
_above = unit.alias()
_BELOW = _BY.where(
    unit.c.id.in_(
        select(unit.c.id).where(
            unit.c.parent.in_(select(_above.c.code).where(_above.c.id.in_(_HELD))),
            unit.c.committee_id.in_(select(_above.c.committee_id).where(_above.c.id.in_(_HELD))),
        )
    )
)
_their_own = assignment.alias()
_WAITED = _BY.where(
    unit.c.id.in_(
        select(assignment.c.unit_id).where(
            assignment.c.plan_id == bindparam("plan_"),
            assignment.c.task.in_(bindparam("waiting", expanding=True)),
            assignment.c.state.in_(("open", "returned")),
            ~exists().where(
                _their_own.c.plan_id == assignment.c.plan_id,
                _their_own.c.unit_id == assignment.c.unit_id,
                _their_own.c.task.in_(bindparam("awaited", expanding=True)),
                _their_own.c.state != "withdrawn",
            ),
        )
    )
)
_NEXT = (
    update(unit)
    .where(unit.c.id == bindparam("row"))
    .values(look_on=bindparam("on_", type_=unit.c.look_on.type))
)
_DUE = (
    select(unit.c.id)
    .where(unit.c.committee_id == bindparam("committee"), unit.c.look_on <= bindparam("today"))
    .order_by(unit.c.look_on, unit.c.id)
    .limit(bindparam("most"))
)
_beside = post.alias()
_SAME_PEOPLE = (
    select(_beside.c.unit_id)
    .join(post, and_(post.c.person_id == _beside.c.person_id, post.c.until.is_(None)))
    .join(unit, unit.c.id == _beside.c.unit_id)
    .where(
        post.c.unit_id.in_(bindparam("units", expanding=True)),
        _beside.c.until.is_(None),
        unit.c.look_on <= bindparam("today"),
    )
    .distinct()
)
# The unit is asked for last, by `exists`: SQLite would begin with all units of the committee.
_ANSWERED = (
    select(unattended.c.unit_id)
    .where(
        unattended.c.over_at.is_(None),
        unattended.c.why == "silent",
        exists()
        .where(
            post.c.unit_id == unattended.c.unit_id,
            post.c.until.is_(None),
            contact.c.person_id == post.c.person_id,
            contact.c.heard_at > func.coalesce(unattended.c.looked_at, unattended.c.since),
            contact.c.heard_at
            <= bindparam("now_", type_=contact.c.heard_at.type),  # our clock may have been ahead
        )
        .correlate(unattended),
        exists().where(unit.c.id == unattended.c.unit_id, unit.c.committee_id == bindparam("committee")),
    )
    .limit(bindparam("most"))
)
_WOKEN = (
    select(snooze.c.unit_id)
    .join(unit, unit.c.id == snooze.c.unit_id)
    .where(
        unit.c.committee_id == bindparam("committee"),
        snooze.c.over_at.is_(None),
        snooze.c.until <= bindparam("now_", type_=snooze.c.until.type),
    )
    .distinct()
)
_TURNS = (
    select(post.c.unit_id, leave.c.starts_on, leave.c.ends_on)
    .join(
        post, and_(post.c.person_id.in_([leave.c.person_id, leave.c.substitute_id]), post.c.until.is_(None))
    )
    .where(
        post.c.unit_id.in_(bindparam("units", expanding=True)),
        leave.c.ended_at.is_(None),
        leave.c.ends_on >= bindparam("today"),
    )
)


def look_again(connection: Connection, unit_ids: Collection[int], *, on: date = AT_ONCE) -> None:
    """Look at these units on that day at the latest; at the next ring, unless said otherwise."""
    wanted = sorted(set(unit_ids))
    for start in range(0, len(wanted), BATCH):
        connection.execute(_UNITS, {"units": wanted[start : start + BATCH], "on_": on})


def look_again_at(connection: Connection, person_ids: Collection[int], *, on: date = AT_ONCE) -> None:
    """Look at all units of these people on that day at the latest."""
    wanted = sorted(set(person_ids))
    for start in range(0, len(wanted), BATCH):
        connection.execute(_OF_PEOPLE, {"people": wanted[start : start + BATCH], "on_": on})


def look_again_around(connection: Connection, person_id: int) -> None:
    """Somebody came or went: look at their units, and at those right below, whose work they receive or did."""
    at_once = {"people": [person_id], "on_": AT_ONCE}
    connection.execute(_OF_PEOPLE, at_once)
    connection.execute(_BELOW, at_once)


def look_again_at_waiting(
    connection: Connection, plan_id: int, *, awaited: Collection[str], waiting: Collection[str]
) -> None:
    """Some other unit reported what was awaited: look at the units that owe what waits for it. Whoever is asked for all
    that itself waits for nobody else."""
    if waiting:
        connection.execute(
            _WAITED,
            {"plan_": plan_id, "awaited": sorted(awaited), "waiting": sorted(waiting), "on_": AT_ONCE},
        )


def look_everywhere(connection: Connection, committee_id: int) -> None:
    """Look at every unit of a committee: its calendar or its hours are others, or nobody knows what happened."""
    connection.execute(_ALL, {"committee": committee_id, "on_": AT_ONCE})


def units_to_look_at(
    connection: Connection, committee_id: int, *, today: date, now: datetime, most: int
) -> tuple[frozenset[int], bool]:
    """So many of the units whose day has come, with the other such units of their people, and whether there may be
    more. With them come those in which somebody had put a reminder off until now, and those in which nobody had
    answered and somebody said something since they were looked at last."""
    found = (
        connection.execute(_DUE, {"committee": committee_id, "today": today, "most": most}).scalars().all()
    )
    answered = (
        connection.execute(_ANSWERED, {"committee": committee_id, "now_": now, "most": most}).scalars().all()
    )
    some = {
        *found,
        *answered,
        *connection.execute(_WOKEN, {"committee": committee_id, "now_": now}).scalars(),
    }
    if some:
        some |= {*connection.execute(_SAME_PEOPLE, {"units": sorted(some), "today": today}).scalars()}
    return frozenset(some), most in (len(found), len(answered))


def look_next(connection: Connection, days: Mapping[int, date | None]) -> None:
    """These units were looked at. Each is again on that day; never, unless something happens, where there is none."""
    rows = [{"row": unit_id, "on_": day} for unit_id, day in days.items()]
    if rows:
        connection.execute(_NEXT, rows)


def turns_of_leave(
    connection: Connection, unit_ids: Collection[int], *, today: date
) -> Mapping[int, list[tuple[date, date]]]:
    """The leaves, going on or to come, of those who work in these units, or stand in for somebody: {unit: [(first day,
    last day)]}."""
    found: dict[int, list[tuple[date, date]]] = {}
    for row in connection.execute(_TURNS, {"units": sorted(unit_ids), "today": today}):
        found.setdefault(row.unit_id, []).append((row.starts_on, row.ends_on))
    return found
