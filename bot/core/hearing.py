"""Whom a message that waits may still reach: said when it is owed, asked again when it goes, since chats change hands
and posts end."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.core.people import Act, Person, Role, may


def heard_by(
    person_id: int, *, post: bool = False, role: Role | None = None, units: Collection[int] = ()
) -> dict[str, Any]:
    """What is kept in the body of such a message. It is for that person alone; with `post` as long as they hold any,
    with `role` as long as they hold one of that role, with `units` (rows) one in any of these."""
    return {
        "person": person_id,
        **({"post": True} if post else {}),
        **({} if role is None else {"role": role.value}),
        **({"units": sorted(set(units))} if units else {}),
    }


def may_still_hear(person: Person, body: Mapping[str, Any]) -> bool:
    """Whether the person, with the posts held now, is one for whom the message was made."""
    if body.get("post") and not person.posts:
        return False
    if "role" in body and body["role"] not in person.roles:
        return False
    return "units" not in body or not {post.unit_id for post in person.posts}.isdisjoint(body["units"])


def may_still_read(person: Person, root: str) -> bool:
    """Whether the person may read a digest of everybody (no root), or of the unit of that code with all below it."""
    heads = {post.unit_code for post in person.posts if post.role is Role.HEAD}
    return may(person, Act.SEE_ALL) or root in heads
