"""A person is deleted: what the unit reported stays, who reported it is nobody's name any more (ADR 0021)."""

import hashlib
import hmac
import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    Text,
    and_,
    cast,
    delete,
    exists,
    false,
    or_,
    select,
    update,
)

from bot.core.folding import fold
from bot.core.messages import Address
from bot.db.looks import look_again_around
from bot.db.personal_data import addresses_ever
from bot.db.tables import (
    committee_chat,
    consent,
    contact,
    data_request,
    digest_reader,
    filling,
    inbox,
    installation,
    invitation,
    outbox,
    person,
    post,
    reminder,
    report,
    snooze,
    unit,
    wrong_code,
)

SETTLED = ("sent", "failed", "dropped")

ENCLOSED = '"files"'
"""In a message with files: nobody sees from outside whom they name."""


def erase(connection: Connection, person_id: int, *, now: datetime) -> None:
    """Nothing stays that says who the person was. The row itself is kept, without a name, for the reports that it
    leads to. The chat in which it was asked is forgotten by `forget_chats`, once the answer is delivered."""
    (name,) = connection.execute(select(person.c.name).where(person.c.id == person_id)).one()
    chats = _own_chats(connection, person_id)
    _leave_posts(connection, person_id, name, now=now)
    _forget_work(connection, person_id)
    _forget_messages(connection, chats, name)
    connection.execute(
        update(contact)
        .where(
            or_(contact.c.person_id == person_id, and_(contact.c.person_id.is_(None), _in_chats(contact, chats)))
        )
        .values(
            person_id=None, linked_at=None, language=None, focus=None, filling_id=None, practice=None,
            lost_why=None, heard_at=None, forget_at=now,
        )
    )  # fmt: skip
    connection.execute(delete(invitation).where(invitation.c.person_id == person_id))
    connection.execute(delete(digest_reader).where(digest_reader.c.person_id == person_id))
    _seal_consents(connection, person_id, now=now)
    connection.execute(
        update(committee_chat).where(committee_chat.c.linked_by.in_([one.chat for one in chats])).values(linked_by="")
    )  # fmt: skip
    connection.execute(
        update(person).where(person.c.id == person_id).values(name="", language=None, left_at=now)
    )


def forget_chats(connection: Connection) -> int:
    """Delete the chats of deleted people, once nothing is owed to them. Returns how many."""
    unsent = exists().where(
        outbox.c.channel == contact.c.channel,
        outbox.c.chat == contact.c.chat,
        outbox.c.state.not_in(SETTLED),
    )
    unread = exists().where(
        inbox.c.channel == contact.c.channel, inbox.c.chat == contact.c.chat, inbox.c.state == "new"
    )
    rows = connection.execute(
        select(contact.c.id, contact.c.channel, contact.c.chat).where(
            contact.c.forget_at.is_not(None), ~unsent, ~unread
        )
    ).all()
    for row in rows:
        chat = [Address(row.channel, row.chat)]
        _let_go_of(connection, _in_chats(outbox, chat))
        for table in (outbox, inbox, wrong_code):
            connection.execute(delete(table).where(_in_chats(table, chat)))
        connection.execute(delete(contact).where(contact.c.id == row.id))
    return len(rows)


def asked_to_be_forgotten(
    connection: Connection, committee_id: int, names: Iterable[tuple[str, str]]
) -> frozenset[tuple[str, str]]:
    """Which of these (unit's code, name) were deleted as they asked: no roster brings them back unseen."""
    asked: set[str] = set()
    for (about,) in connection.execute(
        select(data_request.c.about)
        .join(person, person.c.id == data_request.c.person_id)
        .where(person.c.committee_id == committee_id, data_request.c.kind == "delete")
    ):
        asked.update(about.get("subjects", ()))
    if not asked:
        return frozenset()
    salt = _salt(connection)
    return frozenset(one for one in names if _subject(salt, *one) in asked)


def _subject(salt: str, unit_code: str, name: str) -> str:
    """A person of a unit as a keyed hash: enough to know them again, not to read who they are."""
    return _sealed(salt, f"{unit_code}|{fold(name)}")


def _leave_posts(connection: Connection, person_id: int, name: str, *, now: datetime) -> None:
    salt = _salt(connection)
    rows = connection.execute(
        select(unit.c.code).join(post, post.c.unit_id == unit.c.id).where(post.c.person_id == person_id).distinct()
    )  # fmt: skip
    subjects = sorted(_subject(salt, row.code, name) for row in rows)
    connection.execute(
        update(data_request)
        .where(data_request.c.person_id == person_id)
        .values(about={}, words="", answer="")
    )
    newest = (
        select(data_request.c.id)
        .where(data_request.c.person_id == person_id, data_request.c.kind == "delete")
        .order_by(data_request.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    connection.execute(
        update(data_request).where(data_request.c.id == newest).values(about={"subjects": subjects})
    )
    connection.execute(
        update(data_request)
        .where(data_request.c.person_id == person_id, data_request.c.state == "open")
        .values(state="granted", answered_at=now)
    )
    look_again_around(connection, person_id)
    connection.execute(
        update(post).where(post.c.person_id == person_id, post.c.until.is_(None)).values(until=now)
    )
    connection.execute(update(post).where(post.c.person_id == person_id).values(title=""))


def _forget_work(connection: Connection, person_id: int) -> None:
    """Forms that were begun and not sent, and when the person was reminded. A form that was sent is its report."""
    connection.execute(delete(reminder).where(reminder.c.person_id == person_id))
    connection.execute(delete(snooze).where(snooze.c.person_id == person_id))
    sent = select(report.c.filling_id)
    own = select(filling.c.id).where(filling.c.person_id == person_id, filling.c.id.not_in(sent))
    connection.execute(update(contact).where(contact.c.filling_id.in_(own)).values(filling_id=None))
    connection.execute(delete(filling).where(filling.c.person_id == person_id, filling.c.id.not_in(sent)))
    connection.execute(update(filling).where(filling.c.person_id == person_id).values(state={}))


def _forget_messages(connection: Connection, chats: Sequence[Address], name: str) -> None:
    """What passed between the person and us, and what others were told that names them."""
    if chats:
        gone = _in_chats(outbox, chats) & (outbox.c.state != "sending")
        _let_go_of(connection, gone)
        connection.execute(delete(outbox).where(gone))
        connection.execute(delete(inbox).where(_in_chats(inbox, chats), inbox.c.state != "new"))
        connection.execute(delete(wrong_code).where(_in_chats(wrong_code, chats)))
    if name:
        body = cast(outbox.c.body, Text)
        naming = or_(*(body.contains(one, autoescape=True) for one in (*_as_stored(name), ENCLOSED)))
        connection.execute(
            update(outbox).where(naming, outbox.c.state.in_(SETTLED)).values(body={}, error=None)
        )


def _seal_consents(connection: Connection, person_id: int, *, now: datetime) -> None:
    """The proof of agreement is kept as long as the law asks; where it was given only as a keyed hash."""
    salt = _salt(connection)
    for row in connection.execute(
        select(consent.c.id, consent.c.channel, consent.c.chat).where(consent.c.person_id == person_id)
    ).all():
        sealed = _sealed(salt, f"{row.channel}:{row.chat}")
        connection.execute(update(consent).where(consent.c.id == row.id).values(chat=sealed))
    connection.execute(
        update(consent)
        .where(consent.c.person_id == person_id, consent.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )


def _own_chats(connection: Connection, person_id: int) -> Sequence[Address]:
    """The chats that were theirs and are nobody else's now."""
    others = {
        (row.channel, row.chat)
        for row in connection.execute(
            select(contact.c.channel, contact.c.chat).where(
                contact.c.person_id.is_not(None), contact.c.person_id != person_id
            )
        )
    }
    ever = addresses_ever(connection, person_id)
    return [one for one in ever if (one.channel, one.chat) not in others]


def _let_go_of(connection: Connection, messages: ColumnElement[bool]) -> None:
    """Reminders no longer lead to these messages."""
    ids = select(outbox.c.id).where(messages)
    connection.execute(update(reminder).where(reminder.c.outbox_id.in_(ids)).values(outbox_id=None))


def _in_chats(table: Table, chats: Sequence[Address]) -> ColumnElement[bool]:
    return or_(false(), *(and_(table.c.channel == one.channel, table.c.chat == one.chat) for one in chats))


def _as_stored(text: str) -> Collection[str]:
    """How a text may stand within JSON: as it is, and with its letters escaped."""
    return {text, json.dumps(text)[1:-1]}


def _salt(connection: Connection) -> str:
    salt: str = connection.execute(select(installation.c.salt)).scalar_one()
    return salt


def _sealed(salt: str, text: str) -> str:
    return hmac.new(salt.encode(), text.encode(), hashlib.sha256).hexdigest()
