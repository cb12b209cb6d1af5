"""Corrections of the roster that units ask for: each leads to the report that brought it up."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from bot.core.corrections import Request
from bot.core.forms.filling import Correction
from bot.db.keys import of_key
from bot.db.tables import correction, report, unit

PREFIX = "unit_"
"""A variable is the name of the figure behind this."""


def put_corrections(
    connection: Connection,
    report_id: int,
    key: tuple[int, int, str, str],
    corrections: Mapping[str, Correction],
) -> None:
    """Store what a report asks for, in place of what its earlier versions asked for and nobody decided."""
    unit_id = key[1]
    earlier = select(report.c.id).where(
        of_key(report, key),
        report.c.id != report_id,
    )
    connection.execute(
        update(correction)
        .where(correction.c.report_id.in_(earlier), correction.c.state == "open")
        .values(state="replaced")
    )
    if corrections:
        connection.execute(
            insert(correction),
            [
                {
                    "report_id": report_id,
                    "unit_id": unit_id,
                    "figure": variable.removeprefix(PREFIX),
                    "before": one.before,
                    "after": one.after,
                    "reason": one.reason,
                    "state": "open",
                }
                for variable, one in corrections.items()
            ],
        )


def open_corrections(connection: Connection, report_id: int) -> dict[str, Correction]:
    """What a report asks for and nobody decided yet, by variable: a form that is corrected goes on from it."""
    return {
        f"{PREFIX}{one.figure}": Correction(one.before, one.after, one.reason)
        for one in of_report(connection, report_id)
        if one.state == "open"
    }


def of_report(connection: Connection, report_id: int) -> Sequence[Request]:
    """All that a report asked for."""
    rows = connection.execute(_REQUESTS.where(correction.c.report_id == report_id))
    return [Request(**row._mapping) for row in rows]


def waiting(connection: Connection, committee_id: int, *, most: int) -> Sequence[Request]:
    """What nobody has decided, the oldest first."""
    rows = connection.execute(
        _REQUESTS.where(unit.c.committee_id == committee_id, correction.c.state == "open").limit(most)
    )
    return [Request(**row._mapping) for row in rows]


def load_request(connection: Connection, correction_id: int) -> Request | None:
    row = connection.execute(_REQUESTS.where(correction.c.id == correction_id)).first()
    return Request(**row._mapping) if row else None


def decide(
    connection: Connection,
    correction_id: int,
    *,
    state: str,
    by_id: int,
    note: str = "",
    roster_version: int | None = None,
    now: datetime,
) -> bool:
    """Accept or decline. False if somebody did so before."""
    changed = connection.execute(
        update(correction)
        .where(correction.c.id == correction_id, correction.c.state == "open")
        .values(state=state, decided_by=by_id, decided_at=now, note=note, roster_version=roster_version)
    ).rowcount
    return changed == 1


_REQUESTS = (
    select(
        correction.c.id,
        correction.c.report_id,
        report.c.code.label("receipt"),
        correction.c.unit_id,
        unit.c.short.label("unit_name"),
        correction.c.figure,
        correction.c.before,
        correction.c.after,
        correction.c.reason,
        correction.c.state,
        correction.c.note,
    )
    .join(report, report.c.id == correction.c.report_id)
    .join(unit, unit.c.id == correction.c.unit_id)
    .order_by(correction.c.id)
)
