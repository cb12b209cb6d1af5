"""More time that units ask for, form by form: the old last day, the new one, why, who asked and who decided."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select, update

from bot.core.extending import Extension
from bot.db.assignments import OPEN
from bot.db.looks import look_again
from bot.db.tables import assignment, extension, person, plan, unit

Key = tuple[int, int, str, str]

_asker = person.alias()
_stands_on = (
    select(func.min(assignment.c.due_on))
    .where(
        assignment.c.plan_id == extension.c.plan_id,
        assignment.c.unit_id == extension.c.unit_id,
        assignment.c.form == extension.c.form,
        assignment.c.period == extension.c.period,
        assignment.c.state.in_(OPEN),
    )
    .correlate(extension)
    .scalar_subquery()
)
_WAITS = and_(extension.c.state == "open", extension.c.wanted_on > _stands_on)
"""Nobody decided, and there is something to decide: what was reported, or has more time already, needs no answer."""

_REQUESTS = (
    select(
        extension,
        _stands_on.label("stands_on"),
        unit.c.short.label("unit_name"),
        unit.c.code.label("unit_code"),
        plan.c.version_id,
        _asker.c.name.label("asker"),
    )
    .join(unit, unit.c.id == extension.c.unit_id)
    .join(plan, plan.c.id == extension.c.plan_id)
    .join(_asker, _asker.c.id == extension.c.asked_by)
    .order_by(extension.c.id)
)


def ask_extension(
    connection: Connection,
    key: Key,
    *,
    before_on: date,
    wanted_on: date,
    reason: str,
    by_id: int,
    now: datetime,
) -> int:
    """A unit asks for more time, in place of what it asked before and nobody decided. Returns the id."""
    connection.execute(
        update(extension).where(_of(key), extension.c.state == "open").values(state="replaced")
    )
    original = original_day(connection, key)
    plan_id, unit_id, form, period = key
    made = connection.execute(
        insert(extension).values(
            plan_id=plan_id,
            unit_id=unit_id,
            form=form,
            period=period,
            original_on=original or before_on,
            before_on=before_on,
            wanted_on=wanted_on,
            reason=reason,
            asked_by=by_id,
            asked_at=now,
            state="open",
        )
    )
    (row_id,) = made.inserted_primary_key or (0,)
    return int(row_id)


def original_day(connection: Connection, key: Key) -> date | None:
    """The last day that a form had before it was extended. None if it never was."""
    day: date | None = connection.execute(
        select(func.min(extension.c.original_on)).where(_of(key), extension.c.state == "granted")
    ).scalar()
    return day


def original_days(connection: Connection, unit_ids: Sequence[int]) -> Mapping[Key, date]:
    """The last day that forms of these units had before they were extended; of no others."""
    first = func.min(extension.c.original_on).label("original_on")
    of = (extension.c.plan_id, extension.c.unit_id, extension.c.form, extension.c.period)
    rows = connection.execute(
        select(*of, first)
        .where(extension.c.unit_id.in_(unit_ids), extension.c.state == "granted")
        .group_by(*of)
    )
    return {(row.plan_id, row.unit_id, row.form, row.period): row.original_on for row in rows}


def load_extension(connection: Connection, extension_id: int) -> Extension | None:
    row = connection.execute(_REQUESTS.where(extension.c.id == extension_id)).first()
    return _extension(row) if row else None


def waiting_extensions(connection: Connection, committee_id: int, *, most: int) -> Sequence[Extension]:
    """What nobody has decided, the oldest first."""
    rows = connection.execute(_REQUESTS.where(plan.c.committee_id == committee_id, _WAITS).limit(most))
    return [_extension(row) for row in rows]


def count_waiting_extensions(connection: Connection, committee_id: int) -> int:
    """How many requests nobody has decided."""
    return connection.execute(
        select(func.count())
        .select_from(extension)
        .join(unit, unit.c.id == extension.c.unit_id)
        .where(unit.c.committee_id == committee_id, _WAITS)
    ).scalar_one()


def extensions_asked(connection: Connection, unit_ids: Sequence[int]) -> Mapping[Key, Extension]:
    """What these units asked for and nobody decided, by form."""
    rows = connection.execute(_REQUESTS.where(extension.c.unit_id.in_(unit_ids), _WAITS))
    return {one.key: one for one in map(_extension, rows)}


def granted_between(
    connection: Connection, plan_id: int, *, since: datetime, until: datetime
) -> Sequence[Extension]:
    """What was granted after `since` and until `until`: for the digest."""
    rows = connection.execute(
        _REQUESTS.where(
            extension.c.plan_id == plan_id,
            extension.c.state == "granted",
            extension.c.decided_at > since,
            extension.c.decided_at <= until,
        )
    )
    return [_extension(row) for row in rows]


def decide_extension(
    connection: Connection,
    extension_id: int,
    *,
    state: str,
    by_id: int,
    note: str = "",
    given: date | None = None,
    now: datetime,
) -> bool:
    """Grant or refuse. `given` is the day that is granted, where it may be another than was asked for: it is the one
    that is kept. False if somebody decided before."""
    kept = {} if given is None else {"wanted_on": given}
    changed = connection.execute(
        update(extension)
        .where(extension.c.id == extension_id, extension.c.state == "open")
        .values(state=state, decided_by=by_id, decided_at=now, note=note, **kept)
    ).rowcount
    return changed == 1


def extend(connection: Connection, key: Key, *, until: date) -> bool:
    """What the unit owes of that form is due on that day, unless it has more time already. False where it owes nothing
    of it any more."""
    plan_id, unit_id, form, period = key
    of = and_(
        assignment.c.plan_id == plan_id,
        assignment.c.unit_id == unit_id,
        assignment.c.form == form,
        assignment.c.period == period,
        assignment.c.state.in_(OPEN),
    )
    if connection.execute(select(assignment.c.id).where(of).limit(1)).first() is None:
        return False
    connection.execute(update(assignment).where(of, assignment.c.due_on < until).values(due_on=until))
    look_again(connection, (unit_id,))
    return True


def _of(key: Key) -> Any:
    plan_id, unit_id, form, period = key
    return and_(
        extension.c.plan_id == plan_id,
        extension.c.unit_id == unit_id,
        extension.c.form == form,
        extension.c.period == period,
    )


def _extension(row: Any) -> Extension:
    return Extension(
        id=row.id,
        key=(row.plan_id, row.unit_id, row.form, row.period),
        plan_version_id=row.version_id,
        unit_name=row.unit_name,
        unit_code=row.unit_code,
        original_on=row.original_on,
        before_on=row.before_on,
        stands_on=row.stands_on or row.before_on,
        wanted_on=row.wanted_on,
        reason=row.reason,
        asked_by=row.asked_by,
        asker=row.asker,
        asked_at=row.asked_at,
        state=row.state,
        note=row.note,
    )
