"""PostgreSQL has several writers: what one of them does while another has not committed yet."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlalchemy import func, select, text

from bot.core.channel import Raw
from bot.core.messages import Incoming, Kind
from bot.db import inbox, invitations, outbox
from bot.db.assignments import find_owed
from bot.db.contacts import load_contact
from bot.db.outbox import Kind as MessageKind
from bot.db.reminders import put_steps
from bot.db.said import waiting_reminders
from bot.db.session import Connection, Database
from bot.db.tables import contact
from bot.db.tables import outbox as outbox_table
from bot.gather.shelf import Shelf
from handlers.router import Router
from tests.db.cast import NOW, cast_of, private
from tests.db.writers import LONGEST

S = TypeVar("S")
T = TypeVar("T")

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.parametrize("backend", ["postgresql"], indirect=True),
]


def side_by_side(
    database: Database, first: Callable[[Connection], S], second: Callable[[Connection], T]
) -> tuple[S, T | Exception]:
    """`first` has done its work and not committed when `second` begins; if `second` has to wait for it, it does. What
    `second` raises is returned."""
    outcome: list[T | Exception] = []

    def run_second() -> None:
        try:
            outcome.append(database.transaction(second))
        except Exception as error:
            outcome.append(error)

    def first_then_second(connection: Connection) -> S:
        result = first(connection)
        thread.start()
        _wait_until_blocked_or_done(database, thread)
        return result

    thread = threading.Thread(target=run_second)
    result = database.transaction(first_then_second)
    thread.join(LONGEST)
    return result, outcome[0]


def _wait_until_blocked_or_done(database: Database, thread: threading.Thread) -> None:
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    deadline = time.monotonic() + LONGEST
    while thread.is_alive() and time.monotonic() < deadline:
        if database.transaction(lambda connection: connection.execute(waiting).scalar_one(), keep=False):
            return
        time.sleep(0.005)


def owe(database: Database, *keys: str) -> None:
    def put(connection: Connection) -> None:
        for key in keys:
            outbox.put_once(connection, private("7"), {"n": 1}, kind=MessageKind.REMINDER, key=key, now=NOW)

    database.transaction(put)


def claim(most: int) -> Callable[[Connection], list[int]]:
    return lambda connection: [
        one.id for one in outbox.claim_due(connection, ("telegram",), now=NOW, most=most)
    ]


def test_messages_are_claimed_by_one_alone(database: Database) -> None:
    owe(database, "a", "b", "c", "d")

    first, second = side_by_side(database, claim(2), claim(10))

    assert (len(first), isinstance(second, list) and len(second)) == (2, 2)
    assert isinstance(second, list)
    assert set(first).isdisjoint(second)


def test_update_that_comes_in_twice_at_once_is_stored_once(database: Database) -> None:
    def put(connection: Connection) -> int:
        raws = [Raw("1", "7", "{}"), Raw("2", "7", "{}")]
        return len(inbox.put_received(connection, raws, channel="telegram", now=NOW))

    assert side_by_side(database, put, put) == (2, 0)


def test_waiting_message_that_says_more_is_not_sent_without_it(database: Database) -> None:
    """Whoever finds a waiting reminder and adds to it must not be overtaken by the delivery: what was added would be
    noted as said, and was not."""
    owe(database, "reminder")

    def take_a_step(connection: Connection) -> int:
        cast = cast_of(connection)
        owed = find_owed(connection, cast.owes(cast.officer))
        row = connection.execute(select(outbox_table.c.id)).scalar_one()
        assert owed is not None
        put_steps(connection, cast.officer.person_id, [(owed, "R1")], outbox_id=row, now=NOW)
        return cast.officer.person_id

    who = database.transaction(take_a_step)

    def say_more(connection: Connection) -> bool:
        return who in waiting_reminders(connection, [who])

    found, claimed = side_by_side(database, say_more, claim(1))

    assert (found, claimed) == (True, [])


def test_code_opens_the_door_to_one_of_two_who_use_it_at_once(database: Database) -> None:
    router = Router(Shelf(), language="vi")

    def incoming(chat: str, kind: Kind, said: str) -> Incoming:
        return Incoming(chat + said, private(chat), chat, "Ai đó", kind, said)

    def ask(connection: Connection) -> list[str]:
        cast = cast_of(connection)
        code = invitations.invite(connection, cast.committee, cast.officer.person_id, now=NOW)
        for chat in ("7", "8"):
            router.handle(connection, incoming(chat, Kind.TEXT, f"/start {code}"), NOW)
        asked = load_contact(connection, private("7"))
        assert asked is not None
        assert asked.focus is not None
        return [data for _, data in asked.focus["choices"]]

    def agree_in(chat: str) -> Callable[[Connection], object]:
        later = NOW + timedelta(minutes=1)
        return lambda connection: router.handle(connection, incoming(chat, Kind.PRESS, agree), later)

    agree = database.transaction(ask)[0]
    side_by_side(database, agree_in("7"), agree_in("8"))

    linked = select(func.count()).select_from(contact).where(contact.c.person_id.is_not(None))
    assert database.transaction(lambda connection: connection.execute(linked).scalar_one()) == 1
