"""People and their posts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, case, exists, func, insert, select, update

from bot.core.messages import Address
from bot.core.people import Lent, Person, Post, Role
from bot.db.leaves import stood_in_for
from bot.db.looks import look_again
from bot.db.tables import contact, person, post, unit

_chat = contact.alias()
REACHABLE = exists().where(_chat.c.person_id == person.c.id, _chat.c.lost_at.is_(None))
"""Of a person: one of the chats is not lost (blocked, deactivated)."""

_POSTS = (
    select(post.c.unit_id, unit.c.code, unit.c.short, post.c.role)
    .join(unit, unit.c.id == post.c.unit_id)
    .where(post.c.person_id == bindparam("person_"), post.c.until.is_(None))
    .order_by(post.c.id)
)
_NAME = select(person.c.name).where(person.c.id == bindparam("person_"))


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in a list: one line for each post."""

    person_id: int
    name: str
    role: Role
    title: str
    unit_code: str
    unit_name: str
    joined: bool
    lost_why: str | None


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post as it stands, for comparing it with a roster."""

    id: int
    person_id: int
    name: str
    role: Role
    title: str
    source: str
    unit_id: int


def load_person(connection: Connection, person_id: int, name: str, *, today: date | None = None) -> Person:
    """The person with the posts held now. With a day also those of the colleagues for whom they stand in that day."""
    lent: list[Lent] = []
    for absent_id in stood_in_for(connection, person_id, today) if today is not None else ():
        absent = connection.execute(_NAME, {"person_": absent_id}).scalar_one()
        lent += [Lent(one, absent_id, absent) for one in _posts(connection, absent_id)]
    return Person(person_id, name, _posts(connection, person_id), tuple(lent))


def _posts(connection: Connection, person_id: int) -> tuple[Post, ...]:
    rows = connection.execute(_POSTS, {"person_": person_id})
    return tuple(Post(row.unit_id, row.code, row.short, Role(row.role)) for row in rows)


def put_person(connection: Connection, committee_id: int, name: str, *, now: datetime) -> int:
    """A new person. Returns the id."""
    result = connection.execute(insert(person).values(committee_id=committee_id, name=name, created_at=now))
    (row_id,) = result.inserted_primary_key or (0,)
    return int(row_id)


def put_post(
    connection: Connection,
    person_id: int,
    unit_id: int,
    role: Role,
    *,
    title: str,
    source: str,
    now: datetime,
) -> None:
    """The person takes up a post, by a `roster` or by `hand`."""
    connection.execute(
        insert(post).values(
            person_id=person_id, unit_id=unit_id, role=role, title=title, source=source, since=now
        )
    )
    look_again(connection, (unit_id,))


def end_post(connection: Connection, post_id: int, *, now: datetime) -> None:
    """The person gives up a post. What was reported in it stays."""
    connection.execute(update(post).where(post.c.id == post_id).values(until=now))
    units = select(post.c.unit_id).where(post.c.id == post_id)
    look_again(connection, connection.execute(units).scalars().all())


def end_posts_of(
    connection: Connection, committee_id: int, source: str, *, but: Iterable[int], now: datetime
) -> None:
    """End the posts of that source in all units of a committee but these."""
    units = select(unit.c.id).where(unit.c.committee_id == committee_id, unit.c.id.not_in(sorted(but)))
    ended = connection.execute(
        update(post)
        .where(post.c.source == source, post.c.until.is_(None), post.c.unit_id.in_(units))
        .values(until=now)
        .returning(post.c.unit_id)
    )
    look_again(connection, ended.scalars().all())


def posts_of_units(connection: Connection, unit_ids: Iterable[int]) -> list[HeldPost]:
    """All posts held now in those units."""
    rows = connection.execute(
        select(
            post.c.id,
            post.c.person_id,
            person.c.name,
            post.c.role,
            post.c.title,
            post.c.source,
            post.c.unit_id,
        )
        .join(person, person.c.id == post.c.person_id)
        .where(post.c.unit_id.in_(list(unit_ids)), post.c.until.is_(None))
        .order_by(post.c.id)
    )
    return [
        HeldPost(row.id, row.person_id, row.name, Role(row.role), row.title, row.source, row.unit_id)
        for row in rows
    ]


def without_other_unit(connection: Connection, unit_id: int) -> tuple[tuple[int, str], ...]:
    """(id, name) of those who report for this unit, which has ended, and for none that exists still."""
    there = post.alias()
    other = unit.alias()
    elsewhere = exists().where(
        there.c.person_id == person.c.id,
        there.c.until.is_(None),
        there.c.unit_id == other.c.id,
        other.c.id != unit_id,
        other.c.handed_on.is_(None),
    )
    rows = connection.execute(
        select(person.c.id, person.c.name)
        .join(post, post.c.person_id == person.c.id)
        .where(post.c.unit_id == unit_id, post.c.until.is_(None), person.c.left_at.is_(None), ~elsewhere)
        .group_by(person.c.id, person.c.name)
        .order_by(func.min(post.c.id))
    )
    return tuple((row.id, row.name) for row in rows)


def list_people(connection: Connection, committee_id: int) -> list[Listed]:
    """Everybody with a post, by unit: who has joined, and who cannot be reached."""
    joined = exists().where(contact.c.person_id == person.c.id)
    lost = (
        select(contact.c.lost_why)
        .where(contact.c.person_id == person.c.id, contact.c.lost_at.is_not(None))
        .order_by(contact.c.id)
        .limit(1)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(
            person.c.id,
            person.c.name,
            post.c.role,
            post.c.title,
            unit.c.code,
            unit.c.short,
            joined,
            case((~REACHABLE, lost)),
        )
        .join(post, post.c.person_id == person.c.id)
        .join(unit, unit.c.id == post.c.unit_id)
        .where(person.c.committee_id == committee_id, post.c.until.is_(None), person.c.left_at.is_(None))
        .order_by(unit.c.id, post.c.id)
    )
    return [
        Listed(row[0], row[1], Role(row[2]), row[3], row[4], row[5], bool(row[6]), row[7]) for row in rows
    ]


def names_of_people(connection: Connection, committee_id: int) -> list[str]:
    """The names of everybody in the roster who has not left."""
    rows = connection.execute(
        select(person.c.name).where(person.c.committee_id == committee_id, person.c.left_at.is_(None))
    )
    return [row.name for row in rows]


def is_leaders_chat(connection: Connection, committee_id: int, address: Address) -> bool:
    """Whether that private chat is one of a leader of the committee."""
    found = connection.execute(
        select(post.c.id)
        .join(person, person.c.id == post.c.person_id)
        .join(contact, contact.c.person_id == person.c.id)
        .where(
            contact.c.channel == address.channel,
            contact.c.chat == address.chat,
            person.c.committee_id == committee_id,
            person.c.left_at.is_(None),
            post.c.role == Role.LEADER,
            post.c.until.is_(None),
        )
    )
    return found.first() is not None


def language_of(connection: Connection, person_id: int) -> str | None:
    """The language that the person chose, if any."""
    language: str | None = connection.execute(
        select(person.c.language).where(person.c.id == person_id)
    ).scalar()
    return language


def titles_of(connection: Connection, person_id: int) -> str:
    """The title that the person bears; of several posts the first that has one."""
    title: str | None = connection.execute(
        select(post.c.title)
        .where(post.c.person_id == person_id, post.c.until.is_(None), post.c.title != "")
        .order_by(post.c.id)
        .limit(1)
    ).scalar()
    return title or ""


def save_name(connection: Connection, person_id: int, name: str) -> None:
    """The person is called so."""
    connection.execute(update(person).where(person.c.id == person_id).values(name=name))


def save_title(connection: Connection, person_id: int, title: str) -> None:
    """In every post held now the person bears that title."""
    connection.execute(
        update(post).where(post.c.person_id == person_id, post.c.until.is_(None)).values(title=title)
    )
