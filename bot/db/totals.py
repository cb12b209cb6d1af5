"""Totals: kept true by the difference that each report makes. Reading one costs the same, however many units report."""

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, exists, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.totals import Asked, Cell, Said, Scope, ScopeKind, Share, Sums, in_order
from bot.db.assignments import OPEN
from bot.db.figures import COUNTS, figure_of
from bot.db.tables import assignment, figure, plan, report, total

CHUNK = 10_000
_KEY = ("plan_id", "scope", "indicator", "form", "period", "place")
_PARTS = Share._fields

_ADD = {
    name: (statement := dialect.insert(total)).on_conflict_do_update(
        index_elements=list(_KEY),
        set_={part: total.c[part] + statement.excluded[part] for part in _PARTS},
    )
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}
_INSERT = insert(total)
_LOCK = select(plan.c.id).where(plan.c.id == bindparam("plan_")).with_for_update(key_share=True)
_WAITING = select(assignment.c.task, assignment.c.unit_id, assignment.c.form, assignment.c.period).where(
    assignment.c.plan_id == bindparam("plan_"), assignment.c.state.in_(OPEN)
)
_SAID = (
    select(
        figure.c.indicator,
        figure.c.form,
        figure.c.period,
        figure.c.unit_id,
        figure.c.numerator,
        figure.c.denominator,
        figure.c.excluded,
        figure.c.words,
    )
    .join(report, report.c.id == figure.c.report_id)
    .where(figure.c.plan_id == bindparam("plan_"), report.c.state.in_(COUNTS))
)
_OF_UNITS = tuple(
    query.where(column.in_(bindparam("units", expanding=True)))
    for query, column in ((_WAITING, assignment.c.unit_id), (_SAID, figure.c.unit_id))
)
_OF_FORM = (
    _OF_UNITS[0].where(assignment.c.form == bindparam("form_"), assignment.c.period == bindparam("period_")),
    _OF_UNITS[1].where(figure.c.form == bindparam("form_"), figure.c.period == bindparam("period_")),
)


@dataclass(frozen=True, slots=True)
class Round:
    """One asking of one form: since when it is open."""

    form: str
    period: str
    opens_on: date


def lock(connection: Connection, plan_id: int) -> None:
    """Be the only one to change this plan's totals until the end of the transaction: nobody waits for two. Take it
    before anything else of a report is written."""
    connection.execute(_LOCK, {"plan_": plan_id})


def add(connection: Connection, plan_id: int, changes: Sums) -> None:
    """Change totals by these differences. Those that are not there yet begin with them."""
    statement = _ADD[connection.dialect.name]
    for rows in _in_chunks(_row(plan_id, key, share) for key, share in in_order(changes)):
        connection.execute(statement, rows)


def replace_all(connection: Connection, plan_id: int, sums: Sums) -> None:
    """Put these in place of all totals of a plan."""
    connection.execute(delete(total).where(total.c.plan_id == plan_id))
    for rows in _in_chunks(_row(plan_id, key, share) for key, share in sums.items()):
        connection.execute(_INSERT, rows)


def all_totals(connection: Connection, plan_id: int) -> dict[tuple[Cell, Scope], Share]:
    """Everything that is kept of a plan, but for what came to nothing."""
    rows = connection.execute(
        select(total).where(total.c.plan_id == plan_id).execution_options(yield_per=CHUNK)
    )
    kept = (_read(row) for row in rows)
    return {key: share for key, share in kept if any(share)}


def has_totals(connection: Connection, plan_id: int) -> bool:
    return bool(connection.execute(select(exists().where(total.c.plan_id == plan_id))).scalar())


def load_totals(
    connection: Connection,
    plan_id: int,
    *,
    kinds: Collection[ScopeKind] = (ScopeKind.ALL,),
    indicator: str | None = None,
) -> dict[tuple[Cell, Scope], Share]:
    """Totals in scopes of these kinds, of all indicators or of one."""
    query = select(total).where(total.c.plan_id == plan_id, total.c.scope.in_([str(one) for one in kinds]))
    if indicator is not None:
        query = query.where(total.c.indicator == indicator)
    kept = (_read(row) for row in connection.execute(query))
    return {key: share for key, share in kept if any(share)}


def rounds(connection: Connection, plan_id: int, *, opened_by: date) -> tuple[Round, ...]:
    """The askings of all forms that were open by that day and that an indicator reads, in the order in which they
    opened."""
    asked = (
        select(total.c.form, total.c.period)
        .where(total.c.plan_id == plan_id, total.c.scope == ScopeKind.ALL, total.c.expected > 0)
        .distinct()
        .subquery()
    )
    # One unit's day stands for all: a round opens on the same day for everybody.
    opened = (
        select(assignment.c.opens_on)
        .where(
            assignment.c.plan_id == plan_id,
            assignment.c.form == asked.c.form,
            assignment.c.period == asked.c.period,
            assignment.c.state != "withdrawn",
        )
        .order_by(assignment.c.unit_id)
        .limit(1)
        .scalar_subquery()
    )
    found = [
        Round(row.form, row.period, row.opens_on)
        for row in connection.execute(select(asked.c.form, asked.c.period, opened.label("opens_on")))
        if row.opens_on is not None and row.opens_on <= opened_by
    ]
    return tuple(sorted(found, key=lambda one: (one.opens_on, one.form, one.period)))


def waiting(
    connection: Connection,
    plan_id: int,
    *,
    units: Sequence[int] | None = None,
    of: tuple[str, str] | None = None,
) -> Iterator[Asked]:
    """What is owed: by all units, by some, by some for one (form, period)."""
    for row in _rows(connection, _WAITING, _OF_UNITS[0], _OF_FORM[0], plan_id, units, of):
        yield Asked(row.task, row.unit_id, row.form, row.period)


def said(
    connection: Connection,
    plan_id: int,
    *,
    units: Sequence[int] | None = None,
    of: tuple[str, str] | None = None,
) -> Iterator[Said]:
    """What reports say that count: of all units, of some, of some for one (form, period)."""
    for row in _rows(connection, _SAID, _OF_UNITS[1], _OF_FORM[1], plan_id, units, of):
        yield Said(Cell(row.indicator, row.form, row.period), row.unit_id, figure_of(row))


def _rows(
    connection: Connection,
    everything: Select[Any],
    of_units: Select[Any],
    of_form: Select[Any],
    plan_id: int,
    units: Sequence[int] | None,
    of: tuple[str, str] | None,
) -> Iterable[Any]:
    if units is None:
        return connection.execute(everything.execution_options(yield_per=CHUNK), {"plan_": plan_id})
    values: dict[str, Any] = {"plan_": plan_id, "units": list(units)}
    if of is None:
        return connection.execute(of_units, values)
    return connection.execute(of_form, values | {"form_": of[0], "period_": of[1]})


def _in_chunks(rows: Iterator[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    while chunk := list(itertools.islice(rows, CHUNK)):
        yield chunk


def _row(plan_id: int, key: tuple[Cell, Scope], share: Share) -> Mapping[str, Any]:
    cell, scope = key
    return {
        "plan_id": plan_id,
        **cell._asdict(),
        "scope": str(scope.kind),
        "place": scope.place,
        **share._asdict(),
    }


def _read(row: Any) -> tuple[tuple[Cell, Scope], Share]:
    cell = Cell(row.indicator, row.form, row.period)
    return (cell, Scope(ScopeKind(row.scope), row.place)), Share(*(getattr(row, part) for part in _PARTS))
