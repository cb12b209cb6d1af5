"""Whom a message that waited may still reach."""

import pytest

from bot.core.hearing import heard_by, may_still_hear, may_still_read
from bot.core.people import Person, Post, Role

SCHOOL, COMMUNE = 14, 2


def person(*posts: tuple[int, str, Role]) -> Person:
    return Person(7, "", tuple(Post(unit_id, code, code, role) for unit_id, code, role in posts))


NOBODY = person()
OFFICER = person((SCHOOL, "T14", Role.OFFICER))
HEAD = person((COMMUNE, "X02", Role.HEAD))
STAFF = person((1, "BTG", Role.STAFF))
LEADER = person((1, "BTG", Role.LEADER))


@pytest.mark.parametrize(
    ("body", "hear_it"),
    [
        (heard_by(7), {"nobody", "officer", "head", "staff"}),
        (heard_by(7, post=True), {"officer", "head", "staff"}),
        (heard_by(7, role=Role.STAFF), {"staff"}),
        (heard_by(7, units=[SCHOOL]), {"officer"}),
        (heard_by(7, units=[COMMUNE, SCHOOL]), {"officer", "head"}),
    ],
)
def test_message_is_for_those_who_hold_the_post_still(body: dict[str, object], hear_it: set[str]) -> None:
    people = {"nobody": NOBODY, "officer": OFFICER, "head": HEAD, "staff": STAFF}

    assert {name for name, one in people.items() if may_still_hear(one, body)} == hear_it


@pytest.mark.parametrize(
    ("root", "read_it"),
    [("", {"staff", "leader"}), ("X02", {"staff", "leader", "head"}), ("X03", {"staff", "leader"})],
)
def test_digest_is_for_the_committee_and_for_the_head_of_that_unit(root: str, read_it: set[str]) -> None:
    people = {"nobody": NOBODY, "officer": OFFICER, "head": HEAD, "staff": STAFF, "leader": LEADER}

    assert {name for name, one in people.items() if may_still_read(one, root)} == read_it
