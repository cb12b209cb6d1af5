"""How often somebody was reminded, since anything was heard of them: counted from rows."""

from datetime import datetime, timedelta

from bot.db import outbox
from bot.db.assignments import find_owed
from bot.db.outbox import Kind, Settled
from bot.db.reminders import put_steps
from bot.db.session import Connection
from bot.db.silence import note_heard, reminded_since, unanswered
from tests.db.cast import NOW, Cast, join, private

DAY = timedelta(days=1)


def remind(connection: Connection, cast: Cast, step: str, at: datetime, *, state: str = "sent") -> None:
    owed = find_owed(connection, cast.owes(cast.officer))
    assert owed is not None
    row = outbox.put_once(connection, private("7"), {}, kind=Kind.REMINDER, key=step, now=at)
    assert row is not None
    put_steps(connection, cast.officer.person_id, [(owed, step)], outbox_id=row, now=at)
    outbox.settle(connection, [Settled(row, state, at, at)])


def test_reminders_since_the_last_word_count(connection: Connection, cast: Cast) -> None:
    contact = join(connection, cast.officer, "7")
    who = cast.officer.person_id
    remind(connection, cast, "R1", NOW)
    remind(connection, cast, "R2", NOW + DAY)
    assert unanswered(connection, [who]) == {who: [NOW, NOW + DAY]}

    note_heard(connection, contact, now=NOW + DAY / 2)
    assert unanswered(connection, [who]) == {who: [NOW + DAY]}

    note_heard(connection, contact, now=NOW + 2 * DAY)
    assert unanswered(connection, [who]) == {}


def test_what_was_never_said_and_what_staff_chase_do_not_count(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "7")
    who = cast.officer.person_id
    remind(connection, cast, "R1", NOW, state="dropped")
    remind(connection, cast, "R2", NOW, state="failed")
    remind(connection, cast, "C261123", NOW)
    assert unanswered(connection, [who]) == {}

    remind(connection, cast, "Z112308", NOW + DAY)
    remind(connection, cast, "R3", NOW + 2 * DAY)
    assert unanswered(connection, [who]) == {who: [NOW + DAY, NOW + 2 * DAY]}
    assert reminded_since(connection, [who], since=NOW) == {who: [NOW + 2 * DAY]}
    assert reminded_since(connection, [who], since=NOW + 3 * DAY) == {}
