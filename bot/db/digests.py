"""Digests that were sent, and the chats they go to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, func, insert, select, update

from bot.core.messages import Address
from bot.db.tables import committee_chat, digest

_KNOWN = select(digest.c.id).where(
    digest.c.committee_id == bindparam("committee_"),
    digest.c.plan_id == bindparam("plan_"),
    digest.c.week == bindparam("week_"),
)


@dataclass(frozen=True, slots=True)
class CommitteeChat:
    """A group that belongs to a committee."""

    committee_id: int
    address: Address
    lost: bool


@dataclass(frozen=True, slots=True)
class StoredDigest:
    """A digest that was made, with all that it said."""

    id: int
    plan_id: int
    week: str
    as_of: datetime
    figures: Mapping[str, Any]


def load_digest(connection: Connection, plan_id: int, week: str, *, committee_id: int) -> StoredDigest | None:
    """The digest of that week; None if none was made."""
    return _stored(
        connection,
        digest.c.plan_id == plan_id,
        digest.c.week == week,
        digest.c.committee_id == committee_id,
    )


def load_digest_about(
    connection: Connection, plan_id: int, week: str, *, committee_id: int
) -> StoredDigest | None:
    """What was sent about that week: its own digest, or the next one where it had none (a week off, days without the
    bot), since each digest tells of all that happened since the one before it. None for a week before the first and
    after the last one."""
    of_plan = (digest.c.plan_id == plan_id, digest.c.committee_id == committee_id)
    first, covering = connection.execute(
        select(func.min(digest.c.week), func.min(digest.c.week).filter(digest.c.week >= week)).where(*of_plan)
    ).one()
    if covering is None or week < first:
        return None
    return _stored(connection, *of_plan, digest.c.week == covering)


def load_digest_by_id(connection: Connection, digest_id: int) -> StoredDigest | None:
    return _stored(connection, digest.c.id == digest_id)


def _stored(connection: Connection, *which: ColumnElement[bool]) -> StoredDigest | None:
    row = connection.execute(select(digest).where(*which)).first()
    return None if row is None else StoredDigest(row.id, row.plan_id, row.week, row.as_of, row.figures)


def put_digest(
    connection: Connection,
    committee_id: int,
    plan_id: int,
    *,
    week: str,
    as_of: datetime,
    figures: dict[str, Any],
) -> bool:
    """Note that this week's digest is made, and what it says. False if it was before."""
    if has_digest(connection, committee_id, plan_id, week=week):
        return False
    connection.execute(
        insert(digest).values(
            committee_id=committee_id, plan_id=plan_id, week=week, as_of=as_of, figures=figures
        )
    )
    return True


def last_digest_at(connection: Connection, plan_id: int, *, before: datetime) -> datetime | None:
    """The instant of the plan's latest digest before another."""
    instant: datetime | None = connection.execute(
        select(func.max(digest.c.as_of)).where(digest.c.plan_id == plan_id, digest.c.as_of < before)
    ).scalar()
    return instant


def has_digest(connection: Connection, committee_id: int, plan_id: int, *, week: str) -> bool:
    """Whether that week's digest is made: to be asked before anybody gathers it."""
    known = connection.execute(_KNOWN, {"committee_": committee_id, "plan_": plan_id, "week_": week}).first()
    return known is not None


def committee_chats(connection: Connection, committee_id: int, *, linked_by: datetime) -> tuple[Address, ...]:
    """The groups that a committee's digest goes to, if they were linked by then and work still."""
    rows = connection.execute(
        select(committee_chat)
        .where(
            committee_chat.c.committee_id == committee_id,
            committee_chat.c.lost_at.is_(None),
            committee_chat.c.linked_at <= linked_by,
        )
        .order_by(committee_chat.c.id)
    )
    return tuple(_address(row) for row in rows)


def chat_of(connection: Connection, address: Address) -> CommitteeChat | None:
    """The committee that this group belongs to, whichever topic of it is meant; the topic itself where it is
    linked."""
    rows = connection.execute(
        select(committee_chat)
        .where(committee_chat.c.channel == address.channel, committee_chat.c.chat == address.chat)
        .order_by(committee_chat.c.id)
    ).all()
    linked = sorted(rows, key=lambda row: _address(row) != address)
    return None if not linked else _chat(linked[0])


def link_chat(connection: Connection, committee_id: int, address: Address, *, by: str, now: datetime) -> None:
    """This group, or this topic of a forum, is the committee's from now on. Other topics that are linked stay so."""
    values = {
        "committee_id": committee_id,
        "linked_at": now,
        "linked_by": by,
        "lost_at": None,
        "lost_why": None,
    }
    changed = connection.execute(update(committee_chat).where(*_at(address)).values(**values))
    if not changed.rowcount:
        connection.execute(
            insert(committee_chat).values(
                channel=address.channel, chat=address.chat, thread=address.thread or "", **values
            )
        )


def move_chat(connection: Connection, address: Address, *, chat: str) -> None:
    """The group got a new id, all its topics with it."""
    connection.execute(
        update(committee_chat)
        .where(committee_chat.c.channel == address.channel, committee_chat.c.chat == address.chat)
        .values(chat=chat)
    )


def mark_chat_lost(connection: Connection, address: Address, why: str, now: datetime) -> None:
    """We were removed from the group, or it is gone, with all its topics; or, where one is named, that topic alone.
    What was lost before stays lost since then."""
    topic = () if address.thread is None else (committee_chat.c.thread == address.thread,)
    connection.execute(
        update(committee_chat)
        .where(
            committee_chat.c.channel == address.channel,
            committee_chat.c.chat == address.chat,
            committee_chat.c.lost_at.is_(None),
            *topic,
        )
        .values(lost_at=now, lost_why=why)
    )


def mark_chat_found(connection: Connection, address: Address) -> None:
    """We were let in again."""
    connection.execute(
        update(committee_chat)
        .where(committee_chat.c.channel == address.channel, committee_chat.c.chat == address.chat)
        .values(lost_at=None, lost_why=None)
    )


def all_chats(connection: Connection, committee_id: int) -> tuple[CommitteeChat, ...]:
    """Every chat that is linked, the lost ones as well."""
    rows = connection.execute(
        select(committee_chat)
        .where(committee_chat.c.committee_id == committee_id)
        .order_by(committee_chat.c.id)
    )
    return tuple(_chat(row) for row in rows)


def lost_chats(
    connection: Connection, committee_id: int, *, since: datetime
) -> tuple[tuple[int, Address, datetime], ...]:
    """The chats that were lost since then: (row, where, when)."""
    rows = connection.execute(
        select(committee_chat)
        .where(committee_chat.c.committee_id == committee_id, committee_chat.c.lost_at >= since)
        .order_by(committee_chat.c.id)
    )
    return tuple((row.id, _address(row), row.lost_at) for row in rows)


def chat_by_id(connection: Connection, chat_id: int) -> CommitteeChat | None:
    """The chat of that row; None if it is linked no longer."""
    row = connection.execute(select(committee_chat).where(committee_chat.c.id == chat_id)).first()
    return None if row is None else _chat(row)


def unlink_chat(connection: Connection, committee_id: int, address: Address) -> bool:
    """The chat, or that topic of it, is the committee's no longer. False if it was not."""
    of_committee = committee_chat.c.committee_id == committee_id
    return connection.execute(delete(committee_chat).where(of_committee, *_at(address))).rowcount > 0


def _at(address: Address) -> tuple[ColumnElement[bool], ...]:
    """That topic, or the group where no topic is meant."""
    return (
        committee_chat.c.channel == address.channel,
        committee_chat.c.chat == address.chat,
        committee_chat.c.thread == (address.thread or ""),
    )


def _address(row: Row[Any]) -> Address:
    return Address(row.channel, row.chat, row.thread or None)


def _chat(row: Row[Any]) -> CommitteeChat:
    return CommitteeChat(row.committee_id, _address(row), row.lost_at is not None)
