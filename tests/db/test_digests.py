"""Digests are made once a week, and go to the groups that are the committee's."""

from datetime import timedelta

from bot.core.messages import Address
from bot.db import digests, kept_registers
from bot.db.digests import CommitteeChat
from bot.db.session import Connection
from tests.db.cast import NOW, Cast, send

LATER = NOW + timedelta(hours=1)
GROUP = Address("telegram", "-5001")
TOPIC = Address("telegram", "-1002", "12")


def make(connection: Connection, cast: Cast, week: str) -> bool:
    return digests.put_digest(
        connection, cast.committee, cast.plan.id, week=week, as_of=NOW, figures={"asked": 40, "reported": 3}
    )


def link(connection: Connection, cast: Cast, address: Address) -> None:
    digests.link_chat(connection, cast.committee, address, by="1003", now=NOW)


def chats(connection: Connection, cast: Cast) -> tuple[Address, ...]:
    return digests.committee_chats(connection, cast.committee, linked_by=LATER)


def test_digest_of_a_week_is_made_once(connection: Connection, cast: Cast) -> None:
    assert make(connection, cast, "2026-W47") is True
    assert make(connection, cast, "2026-W47") is False
    assert make(connection, cast, "2026-W48") is True


def test_digest_goes_to_every_linked_group_and_its_topic(connection: Connection, cast: Cast) -> None:
    assert chats(connection, cast) == ()

    link(connection, cast, GROUP)
    link(connection, cast, TOPIC)

    assert chats(connection, cast) == (GROUP, TOPIC)
    assert digests.committee_chats(connection, cast.committee + 1, linked_by=LATER) == ()


def test_group_linked_after_the_hour_waits_for_the_next_week(connection: Connection, cast: Cast) -> None:
    link(connection, cast, GROUP)

    early = NOW - timedelta(seconds=1)
    assert digests.committee_chats(connection, cast.committee, linked_by=early) == ()
    assert digests.committee_chats(connection, cast.committee, linked_by=NOW) == (GROUP,)


def test_topic_linked_twice_is_linked_once(connection: Connection, cast: Cast) -> None:
    link(connection, cast, TOPIC)
    link(connection, cast, TOPIC)

    assert chats(connection, cast) == (TOPIC,)


def test_topics_of_one_forum_are_linked_each_by_itself(connection: Connection, cast: Cast) -> None:
    other, whole = Address("telegram", "-1002", "99"), Address("telegram", "-1002")
    for address in (TOPIC, other, whole):
        link(connection, cast, address)

    assert chats(connection, cast) == (TOPIC, other, whole)
    assert digests.chat_of(connection, other) == CommitteeChat(cast.committee, other, lost=False)

    assert digests.unlink_chat(connection, cast.committee, other)
    assert chats(connection, cast) == (TOPIC, whole)

    digests.move_chat(connection, TOPIC, chat="-1009")
    assert {one.chat for one in chats(connection, cast)} == {"-1009"}
    digests.mark_chat_lost(connection, Address("telegram", "-1009"), "kicked", NOW)
    assert chats(connection, cast) == ()


def test_group_tells_whose_it_is(connection: Connection, cast: Cast) -> None:
    link(connection, cast, TOPIC)

    asked_from = Address("telegram", "-1002")  # any topic of it
    assert digests.chat_of(connection, asked_from) == CommitteeChat(cast.committee, TOPIC, lost=False)
    assert digests.chat_of(connection, GROUP) is None


def test_lost_group_gets_nothing_until_we_are_let_in_again(connection: Connection, cast: Cast) -> None:
    link(connection, cast, GROUP)

    digests.mark_chat_lost(connection, GROUP, "Forbidden: bot was kicked from the group chat", NOW)
    found = digests.chat_of(connection, GROUP)
    assert (chats(connection, cast), found) == ((), CommitteeChat(cast.committee, GROUP, lost=True))

    digests.mark_chat_found(connection, GROUP)
    assert chats(connection, cast) == (GROUP,)


def test_linking_a_lost_group_again_finds_it(connection: Connection, cast: Cast) -> None:
    link(connection, cast, GROUP)
    digests.mark_chat_lost(connection, GROUP, "kicked", NOW)

    link(connection, cast, GROUP)

    assert chats(connection, cast) == (GROUP,)


def test_group_that_became_a_supergroup_keeps_its_committee(connection: Connection, cast: Cast) -> None:
    link(connection, cast, GROUP)

    digests.move_chat(connection, GROUP, chat="-1009")
    digests.move_chat(connection, GROUP, chat="-1009")  # told by the group, and by a refused message

    assert chats(connection, cast) == (Address("telegram", "-1009"),)
    assert digests.chat_of(connection, GROUP) is None


def test_topic_that_is_lost_leaves_the_other_topics(connection: Connection, cast: Cast) -> None:
    other = Address(TOPIC.channel, TOPIC.chat, "13")
    link(connection, cast, TOPIC)
    link(connection, cast, other)

    digests.mark_chat_lost(connection, TOPIC, "deleted", LATER)

    assert chats(connection, cast) == (other,)
    assert [lost[1:] for lost in digests.lost_chats(connection, cast.committee, since=NOW)] == [
        (TOPIC, LATER)
    ]


def test_group_that_is_lost_takes_its_topics_with_it(connection: Connection, cast: Cast) -> None:
    link(connection, cast, TOPIC)

    digests.mark_chat_lost(connection, Address(TOPIC.channel, TOPIC.chat), "removed", LATER)
    digests.mark_chat_lost(connection, TOPIC, "removed again", LATER + timedelta(hours=1))

    assert chats(connection, cast) == ()
    assert [lost[2] for lost in digests.lost_chats(connection, cast.committee, since=NOW)] == [LATER]


def test_week_without_a_digest_is_in_the_next_one(connection: Connection, cast: Cast) -> None:
    for week in ("2026-W47", "2026-W48", "2026-W51"):
        make(connection, cast, week)

    def told(week: str) -> str | None:
        found = digests.load_digest_about(connection, cast.plan.id, week, committee_id=cast.committee)
        return None if found is None else found.week

    assert [told(f"2026-W{week}") for week in (46, 47, 48, 49, 50, 51, 52)] == [
        None,
        "2026-W47",
        "2026-W48",
        "2026-W51",
        "2026-W51",
        "2026-W51",
        None,
    ]
    assert digests.load_digest_about(connection, cast.plan.id, "2026-W47", committee_id=-1) is None


def test_register_is_kept_with_its_digest(connection: Connection, cast: Cast) -> None:
    make(connection, cast, "2026-W47")
    kept = digests.load_digest(connection, cast.plan.id, "2026-W47", committee_id=cast.committee)
    assert kept is not None
    assert kept_registers.load_register(connection, kept.id) is None
    assert not kept_registers.has_register(connection, kept.id)

    kept_registers.put_register(connection, kept.id, bytes(range(256)))

    assert kept_registers.load_register(connection, kept.id) == bytes(range(256))
    assert kept_registers.has_register(connection, kept.id)


def test_authors_are_found_by_receipt(connection: Connection, cast: Cast) -> None:
    send(connection, cast, cast.officer, cast.owes(cast.officer))

    authors = kept_registers.authors_of(connection, cast.plan.id)

    assert list(authors.values()) == [cast.officer.name]
    assert all(receipt.startswith("BC-") for receipt in authors)
