"""Units are looked at by index: a ring reads what is due, not all that exists."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.db.looks import look_next, units_to_look_at
from bot.db.reminders import taken_steps
from bot.db.said import give_back, spoken_to, waiting_reminders
from bot.db.session import Connection
from bot.db.silence import note_heard
from bot.db.standing_reminders import reminded_and_reported
from bot.db.unattended import note_unattended, untold
from tests.db.cast import NOW, Cast, join
from tests.db.looking import without_index

TODAY = NOW.date()
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def test_unit_comes_on_its_day_and_no_sooner(connection: Connection, cast: Cast) -> None:
    def found() -> frozenset[int]:
        return units_to_look_at(connection, cast.committee, today=TODAY, now=NOW, most=1000)[0]

    school, other = cast.officer.unit_id, cast.other.unit_id
    look_next(connection, dict.fromkeys(found(), None))
    assert found() == frozenset()

    look_next(connection, {school: TODAY, other: TODAY + timedelta(days=1)})

    assert found() == {school}


def test_unit_in_which_somebody_speaks_at_last_is_looked_at_once_for_it(
    connection: Connection, cast: Cast
) -> None:
    school, other = cast.officer.unit_id, cast.other.unit_id
    everywhere = units_to_look_at(connection, cast.committee, today=TODAY, now=NOW, most=1000)[0]
    look_next(connection, dict.fromkeys(everywhere, None))
    head = join(connection, cast.colleague, "head")
    neighbour = join(connection, cast.other, "neighbour")

    def silent(at: datetime) -> None:
        note_unattended(connection, cast.committee, [], silent=[school, other], among=[school, other], now=at)
        look_next(connection, {school: None, other: None})

    def found(most: int = 1000) -> tuple[int, bool]:
        units, more = units_to_look_at(connection, cast.committee, today=TODAY, now=NOW + HOUR, most=most)
        return len(units), more

    silent(NOW)
    assert found() == (0, False)
    for contact in (head, neighbour):
        note_heard(connection, contact, now=NOW + MINUTE)
    assert found() == (2, False)
    assert found(most=1) == (1, True)
    silent(NOW + 2 * MINUTE)
    assert found() == (0, False)
    note_heard(connection, head, now=NOW + 3 * MINUTE)
    assert found() == (1, False)
    note_heard(connection, head, now=NOW + 2 * HOUR)  # by a clock that is ahead
    assert found() == (0, False)


def test_ring_reads_neither_all_units_nor_all_reminders(connection: Connection, cast: Cast) -> None:
    if connection.dialect.name != "sqlite":
        pytest.skip("PostgreSQL counts what it has before it chooses")
    school, who = cast.officer.unit_id, cast.officer.person_id
    note_unattended(connection, cast.committee, [school], among=[school], now=NOW)

    asked: dict[str, Callable[[], object]] = {
        "ix_reminder_unit_id": lambda: (
            taken_steps(connection, [school]),
            reminded_and_reported(connection, since=NOW, unit_ids=[school]),
        ),
        "sqlite_autoindex_reminder": lambda: (
            waiting_reminders(connection, [who]),
            spoken_to(connection, [who], today=TODAY),
        ),
        "sqlite_autoindex_reminder_1": lambda: give_back(connection, [who]),
        "ix_unattended_now": lambda: untold(connection, cast.committee, today=TODAY),
    }

    assert [bad for index, ask in asked.items() for bad in without_index(connection, ask, index=index)] == []
