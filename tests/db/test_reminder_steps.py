"""Steps of the ladder are taken once; and who can be reminded at all."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.core.people import Role
from bot.db import contacts, outbox
from bot.db.assignments import Owed, find_owed
from bot.db.outbox import Kind, Settled
from bot.db.people import put_post
from bot.db.reminders import Recipient, put_steps, recipients, taken_steps
from bot.db.said import give_back, spoken_to, waiting_reminders
from bot.db.session import Connection
from bot.db.silence import note_heard
from bot.db.tables import outbox as outbox_table
from tests.db.cast import NOW, Cast, Key, join, private
from tests.house import Member

DUE = date(2026, 12, 2)
LATER = NOW + timedelta(days=1)


def owed(connection: Connection, key: Key) -> Owed:
    found = find_owed(connection, key)
    assert found is not None
    return found


def take(connection: Connection, cast: Cast, who: Member, *steps: str) -> None:
    """A message goes out and these steps are taken with it."""
    row = outbox.put_once(
        connection, private("7"), {}, kind=Kind.REMINDER, key=f"{who.person_id}:{steps}", now=NOW
    )
    assert row is not None
    one = owed(connection, cast.owes(who))
    put_steps(connection, who.person_id, [(one, step) for step in steps], outbox_id=row, now=NOW)


def addresses(connection: Connection, *units: int) -> list[tuple[str, Role, str]]:
    return [(one.name, one.role, one.chat) for one in recipients(connection, units)]


def test_taken_steps_are_remembered_for_person_and_form(connection: Connection, cast: Cast) -> None:
    take(connection, cast, cast.officer, "R1", "R2")
    take(connection, cast, cast.colleague, "R5")
    take(connection, cast, cast.other, "R1")

    key = cast.owes(cast.officer)
    assert taken_steps(connection, [cast.officer.unit_id, cast.officer.unit_id]) == {
        (cast.officer.person_id, key, DUE): {"R1", "R2"},
        (cast.colleague.person_id, key, DUE): {"R5"},
    }
    assert taken_steps(connection, []) == {}


def test_step_is_taken_once(connection: Connection, cast: Cast) -> None:
    take(connection, cast, cast.officer, "R1")

    with pytest.raises(IntegrityError), connection.begin_nested():
        take(connection, cast, cast.officer, "R1", "R2")

    assert set(taken_steps(connection, [cast.officer.unit_id]).values()) == {frozenset({"R1"})}


def test_taking_no_step_writes_nothing(connection: Connection, cast: Cast) -> None:
    take(connection, cast, cast.officer)

    assert taken_steps(connection, [cast.officer.unit_id]) == {}


def become(connection: Connection, state: str, *, at: datetime = NOW) -> None:
    """What became of all that was owed."""
    rows = connection.execute(select(outbox_table.c.id)).scalars().all()
    outbox.settle(connection, [Settled(row, state, at, at, attempts=1) for row in rows])


def is_taken(connection: Connection, cast: Cast) -> bool:
    return bool(taken_steps(connection, [cast.officer.unit_id]))


@pytest.mark.parametrize(
    ("state", "given"), [("new", True), ("sending", True), ("sent", True), ("dropped", False)]
)
def test_step_counts_if_its_message_was_sent_or_is_still_to_go(
    connection: Connection, cast: Cast, state: str, given: bool
) -> None:
    join(connection, cast.officer, "7")
    take(connection, cast, cast.officer, "R1")
    become(connection, state)

    assert is_taken(connection, cast) is given


def test_step_that_was_refused_counts_until_the_person_is_heard_again(
    connection: Connection, cast: Cast
) -> None:
    contact = join(connection, cast.officer, "7")
    take(connection, cast, cast.officer, "R1")
    become(connection, "failed", at=LATER)
    assert is_taken(connection, cast)

    note_heard(connection, contact, now=LATER + timedelta(hours=1))

    assert not is_taken(connection, cast)


def test_step_that_was_refused_counts_not_where_the_chat_is_lost(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "7")
    take(connection, cast, cast.officer, "R1")
    become(connection, "failed", at=LATER)

    contacts.mark_lost(connection, private("7"), "blocked", LATER)

    assert not is_taken(connection, cast)


def test_step_that_nobody_heard_may_be_taken_again(connection: Connection, cast: Cast) -> None:
    take(connection, cast, cast.officer, "R1")
    become(connection, "dropped")

    give_back(connection, [cast.officer.person_id])
    take(connection, cast, cast.officer, "R1", "R2")

    assert set(taken_steps(connection, [cast.officer.unit_id]).values()) == {frozenset({"R1", "R2"})}


def test_reminder_that_waits_is_found_by_person_and_may_say_more_elsewhere(
    connection: Connection, cast: Cast
) -> None:
    who = cast.officer.person_id
    take(connection, cast, cast.officer, "R1")
    take(connection, cast, cast.other, "R1")

    (found,) = waiting_reminders(connection, [who]).values()
    outbox.rewrite(connection, found.id, private("8"), {"text": "more"})

    (again,) = waiting_reminders(connection, [who]).values()
    assert (again.id, again.address.chat, again.body) == (found.id, "8", {"text": "more"})
    become(connection, "sending")
    assert waiting_reminders(connection, [who]) == {}


@pytest.mark.parametrize(
    ("state", "under_way", "had_one"),
    [("new", 1, 0), ("sending", 1, 0), ("sent", 0, 1), ("failed", 0, 1), ("dropped", 0, 0)],
)
def test_who_had_a_reminder_on_that_day(
    connection: Connection, cast: Cast, state: str, under_way: int, had_one: int
) -> None:
    join(connection, cast.officer, "7")
    take(connection, cast, cast.officer, "R1")
    become(connection, state)

    def count(today: date) -> tuple[int, int]:
        on_its_way, had = spoken_to(connection, [cast.officer.person_id], today=today)
        return len(on_its_way), len(had)

    assert count(NOW.date()) == (under_way, had_one)
    assert count(LATER.date()) == (under_way, 0)


def test_officer_and_head_can_be_reminded_and_nobody_else(connection: Connection, cast: Cast) -> None:
    unit = cast.officer.unit_id
    for who, role in ((cast.staff, Role.STAFF), (cast.leader, Role.LEADER), (cast.other, Role.ADMIN)):
        put_post(connection, who.person_id, unit, role, title="", source="hand", now=NOW)
    everybody = (cast.officer, cast.colleague, cast.staff, cast.leader, cast.other)
    for chat, who in enumerate(everybody, start=7):
        join(connection, who, str(chat))

    assert addresses(connection, unit) == [
        ("Nguyễn Văn Tiến", Role.OFFICER, "7"),
        ("Bùi Thị Nga", Role.HEAD, "8"),
    ]


def test_reminder_goes_to_the_chat_that_was_linked_last_and_works(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "7", at=NOW)
    join(connection, cast.officer, "8", at=LATER)
    assert addresses(connection, cast.officer.unit_id) == [("Nguyễn Văn Tiến", Role.OFFICER, "8")]

    contacts.mark_lost(connection, private("8"), "blocked", LATER)
    assert addresses(connection, cast.officer.unit_id) == [("Nguyễn Văn Tiến", Role.OFFICER, "7")]

    contacts.mark_lost(connection, private("7"), "blocked", LATER)
    assert addresses(connection, cast.officer.unit_id) == []


def test_recipient_comes_with_all_that_is_needed_to_write(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "7")
    contact = contacts.load_contact(connection, private("7"))
    assert contact is not None
    contacts.save_language(connection, contact, "en")

    assert list(recipients(connection, [cast.officer.unit_id])) == [
        Recipient(
            cast.officer.person_id,
            "Nguyễn Văn Tiến",
            "en",
            cast.officer.unit_id,
            Role.OFFICER,
            "telegram",
            "7",
        )
    ]


def test_nobody_is_asked_about_no_units(connection: Connection) -> None:
    assert list(recipients(connection, [])) == []
