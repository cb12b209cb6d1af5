"""Reports: what units sent, in every version, and what became of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, ScalarSelect, Select, bindparam, func, insert, or_, select, update

from bot.core import codes
from bot.core.behalf import Behalf, Why
from bot.core.reports import Report
from bot.db.tables import behalf, person, report, report_event, unit

_sender = unit.alias()
_absent = person.alias()


def _noted(what: str) -> ScalarSelect[Any]:
    """The words that came with the latest event of that kind."""
    event = report_event.alias()
    return (
        select(event.c.note)
        .where(event.c.report_id == report.c.id, event.c.what == what)
        .order_by(event.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


@lru_cache(maxsize=1)
def _reports() -> Select[Any]:
    return (
        select(
            report,
            unit.c.short,
            person.c.name,
            _noted("returned").label("note"),
            _noted("submitted").label("reason"),
            behalf.c.why,
            behalf.c.unit_id.label("sender_unit_id"),
            behalf.c.absent_id,
            behalf.c.told_by,
            _sender.c.short.label("sender_unit"),
            _absent.c.name.label("absent"),
        )
        .join(unit, unit.c.id == report.c.unit_id)
        .outerjoin(person, person.c.id == report.c.author_id)
        .outerjoin(behalf, behalf.c.filling_id == report.c.filling_id)
        .outerjoin(_sender, _sender.c.id == behalf.c.unit_id)
        .outerjoin(_absent, _absent.c.id == behalf.c.absent_id)
    )


_SAME = (
    report.c.plan_id == bindparam("plan_"),
    report.c.unit_id == bindparam("unit_"),
    report.c.form == bindparam("form_"),
    report.c.period == bindparam("period_"),
)
_VERSION = select(func.max(report.c.version)).where(*_SAME)
_STANDING = select(report.c.id).where(*_SAME, report.c.state != "replaced")
_LATEST = _reports().where(*_SAME).order_by(report.c.version.desc()).limit(1)
_INSERT = insert(report)
_CODE = update(report).where(report.c.id == bindparam("row")).values(code=bindparam("code_"))
_EVENT = insert(report_event)


def put_report(
    connection: Connection,
    *,
    filling_id: int,
    key: tuple[int, int, str, str],
    plan_version_id: int,
    answers: dict[str, Any],
    author_id: int,
    channel: str,
    reason: str = "",
    remarks: Mapping[str, str] | None = None,
    now: datetime,
) -> tuple[int, str]:
    """Store a report that is sent. An earlier version of it is kept as replaced; `reason` says why it was corrected.
    Returns (id, receipt code)."""
    plan_id, unit_id, form, period = key
    same = {"plan_": plan_id, "unit_": unit_id, "form_": form, "period_": period}
    version = 1 + (connection.execute(_VERSION, same).scalar() or 0)
    if version > 1:
        for row in connection.execute(_STANDING, same).all():
            connection.execute(update(report).where(report.c.id == row.id).values(state="replaced"))
            _note(connection, row.id, "replaced", by_id=author_id, now=now)
    made = connection.execute(
        _INSERT,
        {
            "filling_id": filling_id,
            "plan_id": plan_id,
            "plan_version_id": plan_version_id,
            "form": form,
            "unit_id": unit_id,
            "period": period,
            "version": version,
            "answers": answers,
            "remarks": dict(remarks or {}),
            "state": "submitted",
            "author_id": author_id,
            "channel": channel,
            "submitted_at": now,
        },
    )
    (report_id,) = made.inserted_primary_key or (0,)
    code = codes.receipt(int(report_id))
    connection.execute(_CODE, {"row": report_id, "code_": code})
    _note(connection, int(report_id), "submitted", by_id=author_id, note=reason, now=now)
    return int(report_id), code


def review(
    connection: Connection,
    report_id: int,
    *,
    state: str,
    by_id: int,
    note: str = "",
    now: datetime,
    of: Sequence[str] = ("submitted",),
    what: str = "",
) -> bool:
    """Accept or return a report. False if it is in none of the states `of`: it was reviewed or replaced meanwhile.
    `what` is the event, if that has another name than the state."""
    changed = connection.execute(
        update(report).where(report.c.id == report_id, report.c.state.in_(of)).values(state=state)
    ).rowcount
    if changed:
        _note(connection, report_id, what or state, by_id=by_id, note=note, now=now)
    return changed == 1


def load_report(connection: Connection, report_id: int) -> Report | None:
    """The report of that id."""
    row = connection.execute(_reports().where(report.c.id == report_id)).first()
    return _report(row) if row else None


def of_filling(connection: Connection, filling_id: int) -> Report | None:
    """The report that a filling became."""
    row = connection.execute(_reports().where(report.c.filling_id == filling_id)).first()
    return _report(row) if row else None


def latest(connection: Connection, key: tuple[int, int, str, str]) -> Report | None:
    """The version of a report that counts now."""
    plan_id, unit_id, form, period = key
    row = connection.execute(
        _LATEST, {"plan_": plan_id, "unit_": unit_id, "form_": form, "period_": period}
    ).first()
    return _report(row) if row else None


def before(connection: Connection, later: Report) -> Report | None:
    """The version that a report replaced."""
    row = connection.execute(
        _reports().where(
            report.c.plan_id == later.plan_id,
            report.c.unit_id == later.unit_id,
            report.c.form == later.form,
            report.c.period == later.period,
            report.c.version == later.version - 1,
        )
    ).first()
    return _report(row) if row else None


def corrected_between(
    connection: Connection, plan_id: int, *, since: datetime, until: datetime
) -> Sequence[Report]:
    """Reports of a plan that were sent in that time to correct an earlier version, in the order of the units."""
    rows = connection.execute(
        _reports()
        .join(report_event, report_event.c.report_id == report.c.id)
        .where(
            report.c.plan_id == plan_id,
            report.c.version > 1,
            report.c.submitted_at > since,
            report.c.submitted_at <= until,
            report_event.c.what == "submitted",
            report_event.c.note != "",
        )
        .order_by(report.c.unit_id, report.c.id)
    )
    return [_report(row) for row in rows]


def sent_by_units(
    connection: Connection, unit_ids: Sequence[int], *, most: int, author_id: int | None = None
) -> Sequence[Report]:
    """What these units sent, and what that author sent for others; the latest first, replaced versions aside."""
    rows = connection.execute(
        _reports()
        .where(
            or_(report.c.unit_id.in_(list(unit_ids)), report.c.author_id == author_id),
            report.c.state != "replaced",
        )
        .order_by(report.c.id.desc())
        .limit(most)
    )
    return [_report(row) for row in rows]


def codes_of_unit(connection: Connection, unit_code: str, committee_id: int) -> Mapping[tuple[str, str], str]:
    """The receipt codes of a unit's reports that count now: {(form, period): code}."""
    rows = connection.execute(
        select(report.c.form, report.c.period, report.c.code)
        .join(unit, unit.c.id == report.c.unit_id)
        .where(unit.c.committee_id == committee_id, unit.c.code == unit_code, report.c.state != "replaced")
    )
    return {(row.form, row.period): row.code for row in rows}


def count_by(connection: Connection, person_id: int) -> int:
    """How many reports a person sent."""
    return connection.execute(
        select(func.count()).select_from(report).where(report.c.author_id == person_id)
    ).scalar_one()


def count_waiting(connection: Connection, committee_id: int) -> int:
    """How many reports nobody has looked at."""
    return connection.execute(
        select(func.count())
        .select_from(report)
        .join(unit, unit.c.id == report.c.unit_id)
        .where(unit.c.committee_id == committee_id, report.c.state == "submitted")
    ).scalar_one()


def waiting_for_review(connection: Connection, committee_id: int, *, most: int) -> Sequence[Report]:
    """Reports that nobody has looked at, the oldest first."""
    rows = connection.execute(
        _reports()
        .where(unit.c.committee_id == committee_id, report.c.state == "submitted")
        .order_by(report.c.id)
        .limit(most)
    )
    return [_report(row) for row in rows]


def _report(row: Any) -> Report:
    return Report(
        id=row.id,
        code=row.code,
        filling_id=row.filling_id,
        plan_id=row.plan_id,
        plan_version_id=row.plan_version_id,
        form=row.form,
        unit_id=row.unit_id,
        unit_name=row.short,
        period=row.period,
        version=row.version,
        answers=row.answers,
        state=row.state,
        author_id=row.author_id,
        author=row.name or "",
        submitted_at=row.submitted_at,
        note=row.note or "",
        reason=row.reason or "",
        remarks=row.remarks or {},
        behalf=_behalf(row) if row.why else None,
    )


def _behalf(row: Any) -> Behalf:
    return Behalf(
        Why(row.why), row.sender_unit_id, row.sender_unit, row.absent_id, row.absent or "", row.told_by
    )


def _note(
    connection: Connection, report_id: int, what: str, *, by_id: int | None, note: str = "", now: datetime
) -> None:
    connection.execute(
        _EVENT, {"report_id": report_id, "what": what, "at": now, "by_id": by_id, "note": note}
    )
