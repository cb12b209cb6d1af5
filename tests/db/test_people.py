"""People and their posts; who has joined and whom nothing reaches."""

from datetime import timedelta

from bot.core.people import Person, Post, Role
from bot.db import contacts, people
from bot.db.session import Connection
from tests.db.cast import NOW, Cast, join, private
from tests.house import Member

LATER = NOW + timedelta(days=1)


def listed(connection: Connection, cast: Cast, who: Member) -> list[tuple[str, str, bool, str | None]]:
    return [
        (one.unit_code, one.role, one.joined, one.lost_why)
        for one in people.list_people(connection, cast.committee)
        if one.person_id == who.person_id
    ]


def test_only_a_leaders_chat_is_a_leaders(connection: Connection, cast: Cast) -> None:
    for who, chat in ((cast.leader, "leader"), (cast.staff, "staff"), (cast.officer, "officer")):
        join(connection, who, chat)

    found = [
        chat
        for chat in ("leader", "staff", "officer", "nobody")
        if people.is_leaders_chat(connection, cast.committee, private(chat))
    ]

    assert found == ["leader"]
    assert people.is_leaders_chat(connection, cast.committee + 1, private("leader")) is False


def test_person_comes_with_the_posts_held_now(connection: Connection, cast: Cast) -> None:
    officer = cast.officer

    loaded = people.load_person(connection, officer.person_id, officer.name)

    name = "Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ)"
    assert loaded == Person(
        officer.person_id, "Nguyễn Văn Tiến", (Post(officer.unit_id, "T14", name, Role.OFFICER),)
    )


def test_person_may_hold_posts_in_several_units(connection: Connection, cast: Cast) -> None:
    officer, elsewhere = cast.officer, cast.other.unit_id
    people.put_post(
        connection, officer.person_id, elsewhere, Role.HEAD, title="kiêm nhiệm", source="hand", now=NOW
    )

    assert people.load_person(connection, officer.person_id, officer.name).units == (
        officer.unit_id,
        elsewhere,
    )
    assert listed(connection, cast, officer) == [
        ("T14", "officer", False, None),
        ("T25", "head", False, None),
    ]


def test_post_that_ended_gives_no_rights_and_is_not_listed(connection: Connection, cast: Cast) -> None:
    (held,) = [
        post
        for post in people.posts_of_units(connection, [cast.officer.unit_id])
        if post.role is Role.OFFICER
    ]

    people.end_post(connection, held.id, now=LATER)

    assert people.load_person(connection, cast.officer.person_id, cast.officer.name).posts == ()
    assert listed(connection, cast, cast.officer) == []
    assert [post.name for post in people.posts_of_units(connection, [cast.officer.unit_id])] == [
        "Bùi Thị Nga"
    ]


def test_post_may_be_taken_up_again(connection: Connection, cast: Cast) -> None:
    (held,) = [
        post
        for post in people.posts_of_units(connection, [cast.officer.unit_id])
        if post.role is Role.OFFICER
    ]
    people.end_post(connection, held.id, now=LATER)

    people.put_post(
        connection, held.person_id, held.unit_id, Role.OFFICER, title="", source="hand", now=LATER
    )

    assert listed(connection, cast, cast.officer) == [("T14", "officer", False, None)]


def test_new_person_has_a_name_and_no_post(connection: Connection, cast: Cast) -> None:
    person_id = people.put_person(connection, cast.committee, "Trần Thị Bưởi", now=NOW)

    assert people.load_person(connection, person_id, "Trần Thị Bưởi") == Person(
        person_id, "Trần Thị Bưởi", ()
    )
    assert people.language_of(connection, person_id) is None


def test_list_says_who_has_joined_and_who_is_lost(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "7")
    join(connection, cast.other, "8")
    contacts.mark_lost(connection, private("8"), "Forbidden: user is deactivated", NOW)

    assert listed(connection, cast, cast.officer) == [("T14", "officer", True, None)]
    assert listed(connection, cast, cast.other) == [
        ("T25", "officer", True, "Forbidden: user is deactivated")
    ]
    assert listed(connection, cast, cast.commune) == [("X02", "officer", False, None)]


def test_person_with_a_chat_that_works_is_not_lost(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "7")
    join(connection, cast.officer, "8")
    contacts.mark_lost(connection, private("7"), "Forbidden: bot was blocked by the user", NOW)

    assert listed(connection, cast, cast.officer) == [("T14", "officer", True, None)]
