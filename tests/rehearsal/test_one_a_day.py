"""One reminder for a person and day, whether the delivery looks first or the bell rings first."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

import pytest

from bot.core.messages import Address
from bot.db.contacts import link, load_contact, mark_found, put_contact, unlink_person
from bot.db.outbox import Kind
from bot.db.people import end_post, posts_of_units
from bot.db.session import Connection
from bot.db.silence import note_heard
from tests.house import Member, member, office_time
from tests.rehearsal.machine import Machine, Sent, machine

HALF_A_MINUTE = timedelta(seconds=30)
OFFICER = "T25"


def weeks_before(bot: Machine, *days: str) -> None:
    """Each of these mornings the bells ring, and everybody answers in the afternoon."""
    for day in days:
        bot.wake(office_time(f"{day} 08:00"))
        for sent in [*bot.sent]:
            contact = load_contact(bot.connection, Address("telegram", sent.chat))
            if contact is not None:
                note_heard(bot.connection, contact.id, now=office_time(f"{day} 15:00"))
        bot.connection.commit()


def a_morning(bot: Machine, day: str) -> list[Sent]:
    """The reminders of a morning on which the delivery looks before the bell rings, and looks on."""
    before = len(bot.sent)
    opens = office_time(f"{day} 08:00")
    bot.look(opens)
    bot.wake(opens + HALF_A_MINUTE, eager=True)
    bot.wake(opens + 3 * HALF_A_MINUTE, eager=True)
    bot.look(office_time(f"{day} 15:00"))
    return [one for one in bot.sent[before:] if one.kind is Kind.REMINDER]


def most_to_one(sent: Iterable[Sent]) -> int:
    return max(Counter(one.chat for one in sent).values())


def test_what_staff_chase_after_hours_goes_with_all_else_that_is_due_at_the_opening() -> None:
    with machine() as bot:
        weeks_before(bot, "2026-11-25", "2026-11-27", "2026-12-02", "2026-12-03")
        bot.chase(office_time("2026-12-04 16:45"))

        assert most_to_one(a_morning(bot, "2026-12-07")) == 1
        bot.chase(office_time("2026-12-07 10:00"))
        bot.look(office_time("2026-12-07 10:00"))
        assert (
            most_to_one(one for one in bot.sent if str(one.day) == "2026-12-07" and one.kind is Kind.REMINDER)
            == 1
        )


def test_reminder_that_missed_the_close_goes_with_what_is_due_on_the_next_day() -> None:
    with machine() as bot:
        weeks_before(bot, "2026-11-25", "2026-11-27")
        bot.ring(office_time("2026-12-02 16:29"))
        bot.look(office_time("2026-12-02 16:30"))

        assert most_to_one(a_morning(bot, "2026-12-03")) == 1


def test_reminder_on_its_way_when_the_bot_died_is_the_one_of_the_next_morning() -> None:
    with machine() as bot:
        weeks_before(bot, "2026-11-25", "2026-11-27")
        bot.ring(office_time("2026-12-02 16:29"))
        bot.claim(office_time("2026-12-02 16:29"))
        before = len(bot.sent)
        bot.restart(office_time("2026-12-03 08:00"))

        a_morning(bot, "2026-12-03")

        assert most_to_one(one for one in bot.sent[before:] if one.kind is Kind.REMINDER) == 1


def leaves(connection: Connection, who: Member) -> None:
    for post in posts_of_units(connection, [who.unit_id]):
        if post.person_id == who.person_id:
            end_post(connection, post.id, now=office_time("2026-12-04 18:00"))


def is_unlinked(connection: Connection, who: Member) -> None:
    unlink_person(connection, who.person_id)


def gives_the_chat_away(connection: Connection, who: Member) -> None:
    contact = load_contact(connection, Address("telegram", str(who.person_id)))
    assert contact is not None
    other = member(connection, "X05", "officer")
    link(connection, contact.id, other.person_id, now=office_time("2026-12-04 18:00"))


@pytest.mark.parametrize("goes", [leaves, is_unlinked, gives_the_chat_away])
def test_reminder_that_waits_says_nothing_of_what_its_reader_answers_for_no_longer(goes: object) -> None:
    with machine() as bot:
        who = member(bot.connection, OFFICER, "officer")
        weeks_before(bot, "2026-11-25", "2026-11-27", "2026-12-02", "2026-12-03")
        bot.chase(office_time("2026-12-04 16:45"))
        goes(bot.connection, who)  # type: ignore[operator]
        bot.connection.commit()

        came = a_morning(bot, "2026-12-07")

        assert [one.text for one in came if one.chat == str(who.person_id) and who.name in one.text] == []
        head = str(member(bot.connection, OFFICER, "head").person_id)
        assert [one.chat for one in came].count(head) == 1


def test_last_day_is_said_to_whoever_had_shut_us_out_when_it_was_to_be() -> None:
    with machine() as bot:
        who = member(bot.connection, OFFICER, "officer")
        chat = Address("telegram", str(who.person_id))
        weeks_before(bot, "2026-11-25", "2026-11-27")
        bot.refuses(chat.chat)
        bot.wake(office_time("2026-12-02 08:00"))
        bot.wake(office_time("2026-12-02 08:01"))
        bot.refuses(None)
        mark_found(bot.connection, chat)
        contact = load_contact(bot.connection, chat)
        assert contact is not None
        note_heard(bot.connection, contact.id, now=office_time("2026-12-02 10:00"))
        bot.wake(office_time("2026-12-02 10:00"))

        days = [
            (one.day.day, one.at) for one in bot.sent if one.chat == chat.chat and one.kind is Kind.REMINDER
        ]
        assert days[-1] == (2, office_time("2026-12-02 10:00"))


def test_messenger_that_refuses_is_not_asked_again_and_again() -> None:
    with machine() as bot:
        who = member(bot.connection, OFFICER, "officer")
        bot.refuses(str(who.person_id), lost=False)
        for day in range(24, 28):
            for hour in ("08:00", "08:01", "15:00"):
                bot.wake(office_time(f"2026-11-{day} {hour}"))

        assert bot.refused == 2  # a week before, and three days before


def test_person_with_a_chat_in_a_messenger_that_is_off_is_reminded_in_the_other() -> None:
    with machine() as bot:
        who = member(bot.connection, OFFICER, "officer")
        console = Address("console", "1")
        put_contact(bot.connection, console, language=None, now=office_time("2026-11-23 09:00"))
        contact = load_contact(bot.connection, console)
        assert contact is not None
        link(bot.connection, contact.id, who.person_id, now=office_time("2026-11-23 09:00"))

        bot.wake(office_time("2026-11-25 08:00"))

        assert [one.kind for one in bot.sent if one.chat == str(who.person_id)] == [Kind.REMINDER]
