"""A digest that waits is asked, when it goes, whether it may: by the hour, and by whose chat it is by then."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.core.messages import Address, Made, Postponed, Reply
from bot.db import contacts, digest_readers
from bot.db.digests import link_chat, load_digest, mark_chat_lost, move_chat, unlink_chat
from bot.db.outbox import Kind, claim_due, put_once, readdress
from bot.db.session import Connection
from bot.db.tables import post
from bot.gather.shelf import Shelf
from scheduler.digests import send_digests
from scheduler.makers import makers
from tests.gather.desk import send, stored_plan
from tests.gather.test_digest_sending import CHANNEL, FRIDAY, MONDAY, TOPIC, join, set_ways
from tests.house import member, office_time, the_office

GROUPS = {"-1001", "-1002"}
READERS = {"leader": ("BTG", "7"), "head": ("X02", "8")}
TUESDAY = office_time("2026-11-10 08:00")


def owe(connection: Connection) -> None:
    """Monday's digest is owed to a topic, a channel, a leader of the Committee and the head of a commune."""
    for address in (TOPIC, CHANNEL):
        link_chat(connection, the_office(connection).id, address, by="test", now=FRIDAY)
    for role, (unit, chat) in READERS.items():
        digest_readers.begin_reading(connection, join(connection, unit, role, chat), now=FRIDAY)
    assert send_digests(connection, the_office(connection), Shelf(), now=MONDAY) == 4


def delivered(connection: Connection, *, at: str = "2026-11-10 08:00") -> Mapping[str, Made]:
    """What becomes of each at that time: {chat: words, a later instant, or nothing}."""
    now = office_time(at)
    make = makers(Shelf())[Kind.DIGEST]
    owed = claim_due(connection, ["telegram"], now=now, most=10)
    return {one.address.chat: make(connection, one, now) for one in owed}


@pytest.mark.parametrize(
    ("at", "goes_at"),
    [
        ("2026-11-09 07:30", None),
        ("2026-11-09 07:55", None),
        ("2026-11-09 10:59", None),
        ("2026-11-09 11:30", "2026-11-09 14:00"),
        ("2026-11-09 22:30", "2026-11-10 08:00"),
        ("2026-11-10 07:31", "2026-11-10 08:00"),
        ("2026-11-14 09:00", "2026-11-16 08:00"),  # a Saturday
    ],
)
def test_it_goes_on_time_or_in_the_send_windows(connection: Connection, at: str, goes_at: str | None) -> None:
    owe(connection)

    went = delivered(connection, at=at)

    assert len(went) == 4
    if goes_at is None:
        assert all(isinstance(one, Reply) for one in went.values())
    else:
        assert set(went.values()) == {Postponed(office_time(goes_at))}


@pytest.mark.parametrize(
    ("hour", "goes_at"), [(12 * 60, "14:00"), (14 * 60, "14:00"), (7 * 60 + 30, "07:30")]
)
def test_hour_of_rest_is_kept_whatever_was_set(connection: Connection, hour: int, goes_at: str) -> None:
    office = set_ways(connection, at=hour)
    link_chat(connection, office.id, TOPIC, by="test", now=FRIDAY)

    midnight = office_time("2026-11-09 00:00")
    said = [
        words_of_time
        for minutes in range(7 * 60, 16 * 60, 10)
        if send_digests(connection, office, Shelf(), now=midnight + timedelta(minutes=minutes))
        for words_of_time in [f"{minutes // 60:02}:{minutes % 60:02}"]
    ]

    assert said == [goes_at]


def test_words_are_those_that_were_kept(connection: Connection) -> None:
    owe(connection)
    office, stored = the_office(connection), stored_plan(connection)
    kept = load_digest(connection, stored.id, "2026-W45", committee_id=office.id)
    assert kept is not None
    send(connection, "T14", "F1", {"directive_studied": "no"}, now=MONDAY)

    went = delivered(connection)

    texts = tuple(kept.figures["texts"].values())
    assert len(texts) == 3
    assert [isinstance(one, Reply) and one.text.startswith(texts) for one in went.values()] == [True] * 4


def end_posts(connection: Connection, unit: str, role: str) -> None:
    who = member(connection, unit, role)
    connection.execute(update(post).where(post.c.person_id == who.person_id).values(until=MONDAY))


def give_chat_away(connection: Connection, chat: str) -> None:
    """A school's officer joins in it."""
    contact = contacts.load_contact(connection, Address("telegram", chat))
    assert contact is not None
    contacts.link(connection, contact.id, member(connection, "T25", "officer").person_id, now=MONDAY)


@pytest.mark.parametrize(
    ("what", "left_out"),
    [
        (the_office, set()),
        (lambda connection: give_chat_away(connection, "7"), {"7"}),
        (lambda connection: give_chat_away(connection, "8"), {"8"}),
        (lambda connection: end_posts(connection, "BTG", "leader"), {"7"}),
        (lambda connection: end_posts(connection, "X02", "head"), {"8"}),
        (
            lambda connection: digest_readers.stop_reading(
                connection, member(connection, "BTG", "leader").person_id
            ),
            {"7"},
        ),
        (lambda connection: unlink_chat(connection, the_office(connection).id, TOPIC), {"-1001"}),
        (lambda connection: mark_chat_lost(connection, CHANNEL, "kicked", MONDAY), {"-1002"}),
    ],
    ids=["all", "leader's chat", "head's chat", "no leader", "no head", "reads no more", "unlinked", "lost"],
)
def test_it_reaches_no_chat_that_may_not_read_it_any_more(
    connection: Connection, what: Callable[[Connection], object], left_out: set[str]
) -> None:
    owe(connection)

    what(connection)

    went = delivered(connection)
    assert set(went) == GROUPS | {"7", "8"}
    assert {chat for chat, made in went.items() if made is None} == left_out


def test_group_that_got_another_id_still_reads_it(connection: Connection) -> None:
    owe(connection)

    move_chat(connection, TOPIC, chat="-1009")
    readdress(connection, TOPIC, chat="-1009")

    assert isinstance(delivered(connection)["-1009"], Reply)


def test_letter_of_an_older_version_goes_to_groups_alone(connection: Connection) -> None:
    owe(connection)
    delivered(connection)
    for chat in ("-1002", "7"):
        put_once(
            connection,
            Address("telegram", chat),
            Reply("Tuần 45").to_json(),
            kind=Kind.DIGEST,
            key=f"old:{chat}",
            now=TUESDAY - timedelta(days=1),
        )

    assert delivered(connection) == {"-1002": Reply("Tuần 45"), "7": None}
