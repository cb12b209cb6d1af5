"""Who may do what. Each act is checked where it happens, whatever a button or a typed word says."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    OFFICER = "officer"  # reports for a unit
    HEAD = "head"  # answers for a unit; hears of long overdue reports
    STAFF = "staff"  # of the Committee: sees all, chases, returns, invites
    LEADER = "leader"  # of the Committee: sees all, changes nothing
    ADMIN = "admin"  # runs the system


class Act(StrEnum):
    REPORT = "report"  # for a unit
    REPORT_FOR = "report_for"  # another unit, on its behalf
    SEE_ALL = "see_all"  # progress, overdue units, digest
    SEE_BELOW = "see_below"  # the same of one unit, by the head of it or of one above it
    REVIEW = "review"  # accept or return a report
    CHASE = "chase"
    INVITE = "invite"
    SET_CALENDAR = "set_calendar"  # days off, days worked in exchange
    SET_DIGEST = "set_digest"  # when it comes


@dataclass(frozen=True, slots=True)
class Post:
    """A person's role in a unit."""

    unit_id: int
    unit_code: str
    unit_name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Lent:
    """A post of a colleague who is on leave, lent to the substitute."""

    post: Post
    absent_id: int
    absent: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses the system. `lent` are the posts of those for whom they stand in today."""

    id: int
    name: str
    posts: tuple[Post, ...]
    lent: tuple[Lent, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(post.role for post in self.posts)

    @property
    def units(self) -> tuple[int, ...]:
        """Ids of the units that the person reports for, each once: their own, then those of absent colleagues."""
        posts = (*self.posts, *(one.post for one in self.lent))
        return tuple(dict.fromkeys(post.unit_id for post in posts if post.role in REPORTERS))


REPORTERS = (Role.OFFICER, Role.HEAD)
"""Both may report: in a small school the head fills in for the officer."""

_COMMITTEE: dict[Act, frozenset[Role]] = {
    Act.SEE_ALL: frozenset({Role.STAFF, Role.LEADER, Role.ADMIN}),
    Act.REVIEW: frozenset({Role.STAFF}),
    Act.CHASE: frozenset({Role.STAFF}),
    Act.INVITE: frozenset({Role.STAFF, Role.ADMIN}),
    Act.SET_CALENDAR: frozenset({Role.STAFF, Role.ADMIN}),
    Act.SET_DIGEST: frozenset({Role.STAFF, Role.ADMIN}),
}


def may(
    person: Person | None,
    act: Act,
    *,
    unit_id: int | None = None,
    above: Collection[int] = (),
    author_id: int | None = None,
) -> bool:
    """Whether the person may do that, to that unit where the act is about one. `above` are the units that may report
    for that one (`bot.core.behalf.units_above`), or for SEE_BELOW all that are above it; `author_id` is who typed the
    report.

    Nobody reviews a report of a unit that they report for themselves: in a school the one who writes and the one
    who approves are often the same person (domain notes 0, line 7). Nor one that they typed for somebody else.
    """
    if person is None:
        return False
    if act is Act.REPORT:
        return unit_id in person.units
    if act is Act.REPORT_FOR:
        own = {post.unit_id for post in person.posts if post.role in REPORTERS}
        return Role.STAFF in person.roles or not own.isdisjoint(above)
    if act is Act.SEE_BELOW:
        headed = {post.unit_id for post in person.posts if post.role is Role.HEAD}
        return may(person, Act.SEE_ALL) or not headed.isdisjoint({unit_id, *above})
    if act is Act.REVIEW and (unit_id in person.units or author_id == person.id):
        return False
    return bool(person.roles & _COMMITTEE[act])


def in_rank_order(roles: Iterable[Role]) -> list[Role]:
    """Leaders first: the order in which a mixed list names them."""
    order = (Role.LEADER, Role.STAFF, Role.HEAD, Role.OFFICER, Role.ADMIN)
    return sorted(roles, key=order.index)
