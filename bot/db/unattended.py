"""Units that no message of ours reaches: nobody receives their work, or nobody answers. Staff are told once and
telephone; it comes back only with news."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, exists, func, insert, select, update

from bot.core.calls import Call
from bot.db.assignments import OPEN
from bot.db.tables import assignment, unattended, unit

NOBODY, SILENT = "nobody", "silent"


_CALLS = (
    select(
        unattended.c.id,
        unattended.c.unit_id,
        unit.c.code.label("unit_code"),
        unit.c.short.label("unit_name"),
        unattended.c.why,
        unattended.c.since,
        unattended.c.called_at,
        unit.c.phone,
    )
    .join(unit, unit.c.id == unattended.c.unit_id)
    .where(unattended.c.over_at.is_(None))
    .order_by(unattended.c.since, unit.c.code)
)


_first_due = (
    select(func.min(assignment.c.due_on))
    .where(
        assignment.c.unit_id == unattended.c.unit_id,
        assignment.c.state.in_(OPEN),
        assignment.c.opens_on <= bindparam("today"),
    )
    .scalar_subquery()
)
# Unit and work are asked for behind it: SQLite would begin with all units, or all that is open.
_UNTOLD = select(unattended.c.unit_id, unattended.c.why, _first_due.label("due_on")).where(
    unattended.c.over_at.is_(None),
    unattended.c.told_at.is_(None),
    exists().where(unit.c.id == unattended.c.unit_id, unit.c.committee_id == bindparam("committee")),
)
_TOLD = (
    update(unattended)
    .where(
        unattended.c.unit_id.in_(bindparam("units", expanding=True)),
        unattended.c.over_at.is_(None),
        unattended.c.told_at.is_(None),
    )
    .values(told_at=bindparam("now_", type_=unattended.c.told_at.type))
)
_AMONG = (
    select(unattended.c.unit_id, unattended.c.why)
    .join(unit, unit.c.id == unattended.c.unit_id)
    .where(
        unit.c.committee_id == bindparam("committee"),
        unattended.c.over_at.is_(None),
        unattended.c.unit_id.in_(bindparam("units", expanding=True)),
    )
)
_LOOKED = (
    update(unattended)
    .where(unattended.c.unit_id.in_(bindparam("units", expanding=True)), unattended.c.over_at.is_(None))
    .values(looked_at=bindparam("now_", type_=unattended.c.looked_at.type))
)
BATCH = 5000


def note_unattended(
    connection: Connection,
    committee_id: int,
    unit_ids: Collection[int],
    *,
    silent: Collection[int] = (),
    among: Collection[int],
    now: datetime,
) -> frozenset[int]:
    """Among some units of a committee, that were looked at, those are without a recipient, in those nobody answers, and
    no others. Returns those that were not so before."""
    wanted = {**dict.fromkeys(silent, SILENT), **dict.fromkeys(unit_ids, NOBODY)}
    known: Mapping[int, str] = {
        row.unit_id: row.why
        for row in connection.execute(_AMONG, {"committee": committee_id, "units": sorted(among)})
    }
    new = frozenset(one for one, why in wanted.items() if known.get(one) != why)
    over = {one for one, why in known.items() if wanted.get(one) != why}
    if known:
        connection.execute(_LOOKED, {"units": sorted(known), "now_": now})
    if over:
        connection.execute(
            update(unattended)
            .where(unattended.c.unit_id.in_(sorted(over)), unattended.c.over_at.is_(None))
            .values(over_at=now)
        )
    if new:
        connection.execute(
            insert(unattended), [{"unit_id": one, "since": now, "why": wanted[one]} for one in sorted(new)]
        )
    return new


def untold(connection: Connection, committee_id: int, *, today: date) -> Mapping[str, tuple[int, ...]]:
    """The units of which staff were not told yet, by why, the one with the most urgent work first: {why: units}."""
    rows = connection.execute(_UNTOLD, {"committee": committee_id, "today": today})
    found: dict[str, list[int]] = {}
    for row in sorted((row for row in rows if row.due_on), key=lambda row: (row.due_on, row.unit_id)):
        found.setdefault(row.why, []).append(row.unit_id)
    return {why: tuple(units) for why, units in found.items()}


def note_told(connection: Connection, unit_ids: Collection[int], *, now: datetime) -> None:
    """Staff were told of these units."""
    wanted = sorted(unit_ids)
    for start in range(0, len(wanted), BATCH):
        connection.execute(_TOLD, {"units": wanted[start : start + BATCH], "now_": now})


def calls_to_make(connection: Connection, committee_id: int) -> Sequence[Call]:
    """The units that are to be telephoned and were not yet, the oldest first."""
    rows = connection.execute(
        _CALLS.where(unit.c.committee_id == committee_id, unattended.c.called_at.is_(None))
    )
    return [Call(**row._mapping) for row in rows]


def load_call(connection: Connection, call_id: int) -> Call | None:
    """That unit, as long as it concerns anybody."""
    row = connection.execute(_CALLS.where(unattended.c.id == call_id)).first()
    return Call(**row._mapping) if row else None


def note_called(connection: Connection, call_id: int, *, by_id: int, now: datetime) -> bool:
    """Staff telephoned. False if somebody had before."""
    changed = connection.execute(
        update(unattended)
        .where(unattended.c.id == call_id, unattended.c.called_at.is_(None), unattended.c.over_at.is_(None))
        .values(called_at=now, called_by=by_id)
    ).rowcount
    return changed == 1
