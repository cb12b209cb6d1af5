"""Whom to telephone in units that no message of ours reaches."""

from collections.abc import Collection, Mapping, Sequence

from bot.core.calls import Callee
from bot.core.people import REPORTERS, Role
from bot.db.people import posts_of_units
from bot.db.reminders import reached_people
from bot.db.session import Connection
from bot.db.telephone import how_reached


def gather_telephone_list(
    connection: Connection, unit_ids: Collection[int]
) -> Mapping[int, Sequence[Callee]]:
    """The officers and heads of these units, officers first. They are asked for at the telephone of the office: numbers
    of persons are not kept."""
    posts = [post for post in posts_of_units(connection, sorted(unit_ids)) if post.role in REPORTERS]
    people = {post.person_id for post in posts}
    living = reached_people(connection, people)
    ever = how_reached(connection, people)
    found: dict[int, list[Callee]] = {}
    for post in sorted(posts, key=lambda one: one.role is not Role.OFFICER):
        why = "silent" if post.person_id in living else "lost" if post.person_id in ever else "never"
        found.setdefault(post.unit_id, []).append(Callee(post.name, post.role, why))
    return found
