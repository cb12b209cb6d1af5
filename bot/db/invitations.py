"""One-time codes. Only their hashes are stored, and guessing is limited."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.core.codes import new_invitation, read_invitation
from bot.core.invitations import State
from bot.core.messages import Address
from bot.db.installations import QUICK
from bot.db.tables import installation, invitation, person, wrong_code

VALID_FOR = timedelta(days=14)
WINDOW = timedelta(hours=1)
MOST_WRONG_PER_CHAT = 5
MOST_WRONG_OVERALL = 300
"""Wrong codes within WINDOW, before every code is refused for a while."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """`person_id` is None for a code that links a group, and for one that hands over: with `unit_id` the posts in that
    unit of `replaces_id`, or where that is None the vacant post of its officer."""

    id: int
    committee_id: int
    person_id: int | None
    person_name: str
    state: State
    unit_id: int | None = None
    replaces_id: int | None = None


def invite(
    connection: Connection,
    committee_id: int,
    person_id: int | None,
    *,
    now: datetime,
    valid_for: timedelta = VALID_FOR,
    unit_id: int | None = None,
    replaces_id: int | None = None,
) -> str:
    """Make a code and return it: this is the only moment in which it can be read. An unused code
    that the person had before, or for the same posts, is withdrawn."""
    if person_id is not None or unit_id is not None:
        connection.execute(
            update(invitation)
            .where(
                invitation.c.person_id.is_not_distinct_from(person_id),
                invitation.c.unit_id.is_not_distinct_from(unit_id),
                invitation.c.replaces_id.is_not_distinct_from(replaces_id),
                invitation.c.used_at.is_(None),
                invitation.c.withdrawn_at.is_(None),
            )
            .values(withdrawn_at=now)
        )
    code = new_invitation()
    connection.execute(
        insert(invitation).values(
            committee_id=committee_id,
            person_id=person_id,
            hash=_hash(connection, code),
            created_at=now,
            expires_at=now + valid_for,
            unit_id=unit_id,
            replaces_id=replaces_id,
        )
    )
    return code


def is_waiting(connection: Connection, unit_id: int, replaces_id: int | None, *, now: datetime) -> bool:
    """Whether a code for the posts of that person in the unit can still be used."""
    found = connection.execute(
        select(invitation.c.id).where(
            invitation.c.person_id.is_(None),
            invitation.c.unit_id == unit_id,
            invitation.c.replaces_id.is_not_distinct_from(replaces_id),
            invitation.c.used_at.is_(None),
            invitation.c.withdrawn_at.is_(None),
            invitation.c.expires_at > now,
        )
    )
    return found.first() is not None


def find(connection: Connection, text: str, *, now: datetime) -> Invitation | None:
    """The invitation of a code that somebody typed. None for a code that was never given."""
    code = read_invitation(text)
    if code is None:
        return None
    return _load(connection, invitation.c.hash == _hash(connection, code), now=now)


def load(connection: Connection, invitation_id: int, *, now: datetime) -> Invitation | None:
    """The invitation of that id, in the state that it has by now."""
    return _load(connection, invitation.c.id == invitation_id, now=now)


def use(connection: Connection, invitation_id: int, *, now: datetime) -> None:
    """The code is spent."""
    connection.execute(update(invitation).where(invitation.c.id == invitation_id).values(used_at=now))


def note_wrong(connection: Connection, address: Address, *, now: datetime) -> None:
    """Somebody tried a code that does not exist."""
    connection.execute(insert(wrong_code).values(channel=address.channel, chat=address.chat, at=now))
    connection.execute(delete(wrong_code).where(wrong_code.c.at < now - 24 * WINDOW))


def must_wait(connection: Connection, address: Address, *, now: datetime) -> bool:
    """Whether that chat, or everybody together, guessed too often lately."""
    recent = select(func.count()).select_from(wrong_code).where(wrong_code.c.at > now - WINDOW)
    here = recent.where(wrong_code.c.channel == address.channel, wrong_code.c.chat == address.chat)
    overall: int = connection.execute(recent).scalar_one()
    return overall >= MOST_WRONG_OVERALL or connection.execute(here).scalar_one() >= MOST_WRONG_PER_CHAT


def not_joined(connection: Connection, committee_id: int, *, now: datetime) -> Sequence[int]:
    """Ids of people who hold a code that is still good and have not used it."""
    rows = connection.execute(
        select(invitation.c.person_id).where(
            invitation.c.committee_id == committee_id,
            invitation.c.person_id.is_not(None),
            invitation.c.used_at.is_(None),
            invitation.c.withdrawn_at.is_(None),
            invitation.c.expires_at > now,
        )
    )
    return [row.person_id for row in rows]


def _load(connection: Connection, condition: object, *, now: datetime) -> Invitation | None:
    row = connection.execute(
        select(invitation, person.c.name)
        .outerjoin(person, person.c.id == invitation.c.person_id)
        .where(condition)  # type: ignore[arg-type]  # a comparison of columns, whose type is generic
        .with_for_update(of=invitation)  # of two who use it at once on PostgreSQL, the second finds it used
    ).first()
    if row is None:
        return None
    if row.used_at is not None:
        state = State.USED
    elif row.withdrawn_at is not None:
        state = State.WITHDRAWN
    else:
        state = State.VALID if now < row.expires_at else State.EXPIRED
    return Invitation(
        row.id, row.committee_id, row.person_id, row.name or "", state, row.unit_id, row.replaces_id
    )


def _hash(connection: Connection, code: str) -> str:
    """A slow hash, with a salt of this installation: a stolen database does not give the codes away.
    The salt is the same for all codes, so that a code can be looked up by its hash."""
    salt: str = connection.execute(select(installation.c.salt)).scalar_one()
    plain = (read_invitation(code) or "").encode()
    rounds = 2 if salt.startswith(QUICK) else 2**13
    return hashlib.scrypt(plain, salt=salt.encode(), n=rounds, r=8, p=1, dklen=32).hex()
