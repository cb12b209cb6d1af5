"""Whatever people do, reminding keeps its manners: walked through day by day, against the rows."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.people import Role
from bot.db import outbox
from bot.db.contacts import load_contact
from bot.db.outbox import Kind, Message, Settled
from bot.db.session import Connection, Database
from bot.db.silence import note_heard
from bot.gather.shelf import Shelf
from scheduler.reminders import remind, reminder_maker
from tests.db.cast import cast_of, join, private
from tests.house import make_house, office_time, the_office

FIRST = office_time("2026-11-23 08:00")
DAYS = 30
SHELF = Shelf()
HOURS = (7, 8, 14)


@contextmanager
def a_house() -> Iterator[Connection]:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{make_house(Path(folder))}")
        try:
            with database.engine.begin() as connection:
                yield connection
        finally:
            database.close()


def said_at(connection: Connection, now: datetime) -> list[Message]:
    """What goes out at that moment."""
    remind(connection, the_office(connection), SHELF, now=now, most=1000)
    make = reminder_maker(SHELF)
    due = outbox.claim_due(connection, ("telegram",), now=now, most=999)
    said = [one for one in due if one.kind is Kind.REMINDER and make(connection, one, now) is not None]
    if due:
        outbox.settle(connection, [Settled(one.id, "sent", now, now, str(one.id)) for one in due])
    return said


@settings(max_examples=4, suppress_health_check=list(HealthCheck))
@given(answers=st.sets(st.integers(0, DAYS - 1)), seed=st.integers(0, 1))
def test_nobody_is_nagged(answers: set[int], seed: int) -> None:
    """The officer of the commune speaks on those days and no others."""
    with a_house() as connection:
        cast = cast_of(connection)
        join(connection, cast.officer, "officer")
        contact = load_contact(connection, private("officer"))
        assert contact is not None
        per_day: Counter[object] = Counter()
        per_week: Counter[object] = Counter()
        unanswered = 0
        office = the_office(connection)
        for number in range(DAYS):
            for hour in HOURS[seed:] or HOURS:
                now = FIRST + timedelta(days=number, hours=hour - 8)
                for one in said_at(connection, now):
                    local = now.astimezone(office.zone)
                    assert office.windows.is_open(now)
                    per_day[local.date()] += 1
                    unanswered += 1
                    due = [item for item in one.body["items"] if item["role"] == Role.OFFICER]
                    if all(item["step"] in ("R1", "R2") for item in due):
                        per_week[local.isocalendar()[:2]] += 1
                    assert unanswered <= 3
            if number in answers:
                note_heard(connection, contact.id, now=FIRST + timedelta(days=number, hours=13))
                unanswered = 0

        assert set(per_day.values()) <= {1}
        assert all(count <= 3 for count in per_week.values())
        assert per_day, "somebody who owes something is reminded"
