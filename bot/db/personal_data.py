"""Everything that is stored about one person, table by table: to be shown."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, or_, select

from bot.core.messages import Address
from bot.db.tables import (
    audit,
    consent,
    contact,
    data_request,
    extension,
    filling,
    invitation,
    outbox,
    person,
    post,
    reminder,
    report,
    report_event,
    snooze,
    unit,
)

HIDDEN = {"hash"}
"""Columns that are secrets, of no meaning to anybody."""

Rows = Sequence[Mapping[str, Any]]


def collect(connection: Connection, person_id: int) -> dict[str, Rows]:
    """{table: rows}, each row as {column: plain JSON value}; instants in ISO 8601, UTC."""
    reports = select(report.c.id).where(report.c.author_id == person_id)
    chats = addresses_ever(connection, person_id)
    return {
        "person": _rows(connection, person, person.c.id == person_id),
        "post": _posts(connection, person_id),
        "contact": _rows(connection, contact, contact.c.person_id == person_id),
        "consent": _rows(connection, consent, consent.c.person_id == person_id),
        "invitation": _rows(connection, invitation, invitation.c.person_id == person_id),
        "report": _rows(connection, report, report.c.author_id == person_id),
        "report_event": _rows(
            connection,
            report_event,
            or_(report_event.c.by_id == person_id, report_event.c.report_id.in_(reports)),
        ),
        "filling": _rows(connection, filling, filling.c.person_id == person_id, filling.c.status != "sent"),
        "reminder": _rows(connection, reminder, reminder.c.person_id == person_id),
        "snooze": _rows(connection, snooze, snooze.c.person_id == person_id),
        "extension": _rows(connection, extension, extension.c.asked_by == person_id),
        "message": _rows(connection, outbox, _to(chats)) if chats else [],
        "data_request": _rows(connection, data_request, data_request.c.person_id == person_id),
        "audit": _rows(connection, audit, audit.c.person_id == person_id),
    }


def addresses_ever(connection: Connection, person_id: int) -> tuple[Address, ...]:
    """Every private chat that is the person's, or was when they agreed to the notice."""
    found: dict[tuple[str, str], Address] = {}
    for table in (contact, consent):
        rows = connection.execute(
            select(table.c.channel, table.c.chat).where(table.c.person_id == person_id).order_by(table.c.id)
        )
        found.update({(row.channel, row.chat): Address(row.channel, row.chat) for row in rows})
    return tuple(found.values())


def _to(chats: Sequence[Address]) -> ColumnElement[bool]:
    return or_(*(and_(outbox.c.channel == one.channel, outbox.c.chat == one.chat) for one in chats))


def _rows(connection: Connection, table: Table, *where: ColumnElement[bool]) -> Rows:
    shown = [column for column in table.c if column.name not in HIDDEN]
    rows = connection.execute(select(*shown).where(*where).order_by(table.c.id))
    return [{name: _plain(value) for name, value in row._mapping.items()} for row in rows]


def _posts(connection: Connection, person_id: int) -> Rows:
    rows = connection.execute(
        select(post.c.role, post.c.title, post.c.source, post.c.since, post.c.until, unit.c.code, unit.c.name)
        .join(unit, unit.c.id == post.c.unit_id)
        .where(post.c.person_id == person_id)
        .order_by(post.c.id)
    )
    return [{name: _plain(value) for name, value in row._mapping.items()} for row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (date, datetime)) else value
