"""Units that no message of ours reaches: nobody receives their work, or nobody answers. Staff are told once and
telephone; it comes back only with news."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from bot.core.calls import Call
from bot.db.tables import unattended, unit

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


def note_unattended(
    connection: Connection,
    committee_id: int,
    unit_ids: Collection[int],
    *,
    silent: Collection[int] = (),
    now: datetime,
) -> frozenset[int]:
    """Those units of a committee are without a recipient, in those nobody answers, and no others. Returns those that
    were not so before."""
    wanted = {**dict.fromkeys(silent, SILENT), **dict.fromkeys(unit_ids, NOBODY)}
    known: Mapping[int, str] = {
        row.unit_id: row.why
        for row in connection.execute(
            select(unattended.c.unit_id, unattended.c.why)
            .join(unit, unit.c.id == unattended.c.unit_id)
            .where(unit.c.committee_id == committee_id, unattended.c.over_at.is_(None))
        )
    }
    new = frozenset(one for one, why in wanted.items() if known.get(one) != why)
    over = {one for one, why in known.items() if wanted.get(one) != why}
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
