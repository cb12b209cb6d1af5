"""The durable inbox: each update once, in order, tried again once, set aside after that."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.core.channel import Raw
from bot.db import inbox as rows
from bot.db.inbox import Received
from bot.db.session import Connection
from bot.db.tables import inbox
from tests.db.cast import NOW
from tests.db.looking import without_index

SECOND = timedelta(seconds=1)


def raw(key: int, text: str = "chào", *, chat: str = "7") -> Raw:
    return Raw(str(key), chat, json.dumps({"text": text}, ensure_ascii=False))


def put(connection: Connection, *raws: Raw, channel: str = "telegram") -> tuple[Received, ...]:
    return rows.put_received(connection, raws, channel=channel, now=NOW)


def bodies(received: tuple[Received, ...]) -> list[str]:
    return [json.loads(one.body)["text"] for one in received]


def test_updates_come_back_in_the_order_in_which_they_came(connection: Connection) -> None:
    texts = [f"số {number}" for number in range(120)]

    put(connection, *(raw(number, text) for number, text in enumerate(texts[:60])))
    put(connection, *(raw(number, text) for number, text in enumerate(texts[60:], start=60)))

    assert bodies(rows.waiting(connection)) == texts


def test_stored_update_is_told_with_all_that_is_needed_to_handle_it(connection: Connection) -> None:
    (received,) = put(connection, raw(1, "việc", chat="-5001"))

    assert received == Received(received.id, "telegram", "-5001", '{"text": "việc"}', attempts=0)


def test_update_that_comes_again_is_not_stored_again(connection: Connection) -> None:
    put(connection, raw(1, "một"), raw(2, "hai"))

    again = put(connection, raw(2, "hai"), raw(3, "ba"))

    assert bodies(again) == ["ba"]
    assert bodies(rows.waiting(connection)) == ["một", "hai", "ba"]


def test_update_twice_in_one_batch_is_stored_once(connection: Connection) -> None:
    received = put(connection, raw(1, "một"), raw(2, "hai"), raw(1, "một"))

    assert bodies(received) == ["một", "hai"]


def test_update_that_was_handled_is_known_still(connection: Connection) -> None:
    (received,) = put(connection, raw(1))
    rows.mark_done(connection, received.id)

    assert put(connection, raw(1)) == ()
    assert rows.waiting(connection) == ()


def test_channels_have_keys_of_their_own(connection: Connection) -> None:
    put(connection, raw(1, "telegram"), channel="telegram")
    put(connection, raw(1, "zalo"), channel="zalo")

    assert bodies(rows.waiting(connection)) == ["telegram", "zalo"]


def test_nothing_to_store_stores_nothing(connection: Connection) -> None:
    assert put(connection) == ()


def test_body_of_a_handled_update_is_not_kept(connection: Connection) -> None:
    (received,) = put(connection, raw(1, "mật khẩu của tôi"))

    rows.mark_done(connection, received.id)

    row = connection.execute(select(inbox)).one()
    assert (row.state, row.body) == ("done", "")


def test_update_that_failed_once_waits_for_another_attempt(connection: Connection) -> None:
    (received,) = put(connection, raw(1))

    given_up = rows.mark_failed(connection, received.id, attempts=0, why="ValueError: once")

    assert given_up is False
    assert [one.attempts for one in rows.waiting(connection)] == [1]
    assert list(rows.failed(connection)) == []


def test_update_that_failed_twice_is_set_aside_with_the_reason(connection: Connection) -> None:
    (received,) = put(connection, raw(1))
    rows.mark_failed(connection, received.id, attempts=0, why="ValueError: once")

    given_up = rows.mark_failed(connection, received.id, attempts=1, why="ValueError: " + "x" * 5000)

    assert given_up is True
    assert rows.waiting(connection) == ()
    assert list(rows.failed(connection)) == [(received.id, ("ValueError: " + "x" * 5000)[:2000])]


def test_updates_are_forgotten_after_a_while_unless_they_wait_still(connection: Connection) -> None:
    done, failed, waiting = put(connection, raw(1), raw(2), raw(3))
    rows.mark_done(connection, done.id)
    rows.mark_failed(connection, failed.id, attempts=1, why="twice")

    assert rows.forget_done(connection, before=NOW) == 0
    assert rows.forget_done(connection, before=NOW + SECOND) == 2
    assert [row.id for row in connection.execute(select(inbox.c.id))] == [waiting.id]


def test_pulse_is_the_age_of_the_oldest_that_waits(connection: Connection) -> None:
    assert rows.oldest_waiting(connection) is None
    (first,) = put(connection, raw(1))
    rows.put_received(connection, [raw(2)], channel="telegram", now=NOW + SECOND)

    assert rows.oldest_waiting(connection) == NOW
    rows.mark_done(connection, first.id)
    assert rows.oldest_waiting(connection) == NOW + SECOND


def test_looking_for_what_waits_does_not_read_what_was_handled(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        pytest.skip("PostgreSQL reads so small a table whole; it proves by itself that the index will do")

    def ask() -> None:
        rows.waiting(connection)
        rows.oldest_waiting(connection)

    assert without_index(connection, ask, index="ix_inbox_new") == []
