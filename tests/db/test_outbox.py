"""The outbox: owed, claimed, settled; some things never twice."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.core.messages import Address
from bot.db import outbox as rows
from bot.db.channels import switch_on
from bot.db.outbox import Kind, Message, Settled
from bot.db.session import Connection
from bot.db.tables import outbox
from tests.db.cast import NOW, private
from tests.db.looking import without_index

MINUTE = timedelta(minutes=1)
CHANNELS = ("telegram",)
GROUP = Address("telegram", "-5001", "12")


def owe(
    connection: Connection, key: str, *, to: Address = GROUP, due: datetime = NOW, kind: Kind = Kind.REMINDER
) -> int | None:
    return rows.put_once(connection, to, {"text": key}, kind=kind, key=key, now=NOW, not_before=due)


def claim(connection: Connection, *, now: datetime = NOW, most: int = 100) -> list[str]:
    """The texts of what is claimed."""
    return [message.body["text"] for message in rows.claim_due(connection, CHANNELS, now=now, most=most)]


def settled(row: int, state: str, *, until: datetime = NOW, **more: Any) -> Settled:
    return Settled(row, state, NOW, until, **more)


def states(connection: Connection) -> list[str]:
    return list(connection.execute(select(outbox.c.state).order_by(outbox.c.id)).scalars())


def row_of(connection: Connection, row_id: int) -> Any:
    return connection.execute(select(outbox).where(outbox.c.id == row_id)).one()


def test_answer_belongs_to_whoever_commits_it(connection: Connection) -> None:
    """It is delivered at once by the process that made it, so nobody else may claim it."""
    body = {"text": "Đã nhận", "choices": [["Có", "f:1"]]}

    message = rows.put_answer(connection, private("7"), body, now=NOW, press="99")

    assert message == Message(message.id, private("7"), Kind.ANSWER, body, "99", attempts=0)
    assert message.bulk is False
    assert claim(connection) == []


def test_message_of_a_key_is_owed_once(connection: Connection) -> None:
    first = owe(connection, "reminder:1:2026-11-23")
    second = owe(connection, "reminder:1:2026-11-23")

    assert (first is not None, second) == (True, None)
    assert claim(connection) == ["reminder:1:2026-11-23"]


def test_message_of_a_key_is_not_owed_again_after_it_was_sent(connection: Connection) -> None:
    row = owe(connection, "digest:1")
    assert row is not None
    rows.settle(connection, [settled(row, "sent", message="5")])

    assert owe(connection, "digest:1") is None


def test_answers_need_no_key(connection: Connection) -> None:
    for _ in range(2):
        rows.put_answer(connection, private("7"), {"text": "như nhau"}, now=NOW)

    assert states(connection) == ["sending", "sending"]


def test_claimed_message_comes_with_all_that_is_needed_to_deliver_it(connection: Connection) -> None:
    row = owe(connection, "digest:1", kind=Kind.DIGEST)
    assert row is not None

    (message,) = rows.claim_due(connection, CHANNELS, now=NOW, most=1)

    assert message == Message(row, GROUP, Kind.DIGEST, {"text": "digest:1"}, None, attempts=0)
    assert message.bulk is True


def test_claims_take_the_oldest_first_and_no_more_than_asked(connection: Connection) -> None:
    for number in range(5):
        owe(connection, f"r{number}")

    assert claim(connection, most=2) == ["r0", "r1"]
    assert claim(connection) == ["r2", "r3", "r4"]
    assert claim(connection) == []


def test_what_is_not_due_waits(connection: Connection) -> None:
    owe(connection, "later", due=NOW + MINUTE)
    owe(connection, "now")

    assert rows.next_due_at(connection, CHANNELS) == NOW
    assert claim(connection) == ["now"]
    assert rows.next_due_at(connection, CHANNELS) == NOW + MINUTE
    assert claim(connection, now=NOW + MINUTE) == ["later"]
    assert rows.next_due_at(connection, CHANNELS) is None


def test_settled_message_remembers_how_it_went(connection: Connection) -> None:
    sent, failed = owe(connection, "sent"), owe(connection, "failed")
    assert sent is not None
    assert failed is not None

    rows.settle(
        connection,
        [
            settled(sent, "sent", message="41", attempts=2),
            settled(failed, "failed", error="Forbidden: bot was blocked by the user", attempts=1),
        ],
    )

    row = row_of(connection, sent)
    assert (row.state, row.message, row.sent_at, row.attempts) == ("sent", "41", NOW, 2)
    row = row_of(connection, failed)
    assert (row.state, row.error, row.sent_at) == ("failed", "Forbidden: bot was blocked by the user", None)
    assert claim(connection) == []


def test_postponed_message_is_owed_again_from_then_on(connection: Connection) -> None:
    row = owe(connection, "at night")
    assert row is not None
    assert claim(connection) == ["at night"]

    rows.settle(connection, [settled(row, "new", until=NOW + MINUTE)])

    assert claim(connection, now=NOW) == []
    assert claim(connection, now=NOW + MINUTE) == ["at night"]


def test_what_a_dead_process_had_claimed_is_taken_over(connection: Connection) -> None:
    rows.put_answer(connection, private("7"), {"text": "answer"}, now=NOW)
    owe(connection, "claimed")
    sent = owe(connection, "sent")
    assert sent is not None
    claim(connection)
    rows.settle(connection, [settled(sent, "sent")])
    owe(connection, "new")

    taken = rows.take_over(connection, CHANNELS)

    assert [message.body["text"] for message in taken] == ["answer", "claimed"]
    assert claim(connection) == ["new"]


def test_what_belongs_to_a_channel_that_is_off_waits_for_it(connection: Connection) -> None:
    rows.put_answer(connection, private("7"), {"text": "answer"}, now=NOW)

    assert rows.take_over(connection, ("another",)) == ()
    assert claim(connection) == ["answer"]


def test_what_is_owed_to_a_group_follows_it_to_its_new_chat(connection: Connection) -> None:
    sent = owe(connection, "sent")
    assert sent is not None
    claim(connection)
    rows.settle(connection, [settled(sent, "sent")])
    owe(connection, "claimed")
    claim(connection)
    owe(connection, "new")
    owe(connection, "of another", to=private("7"))

    rows.readdress(connection, GROUP, chat="-1001")

    chats = connection.execute(select(outbox.c.body, outbox.c.chat).order_by(outbox.c.id)).all()
    assert [(row.body["text"], row.chat) for row in chats] == [
        ("sent", "-5001"),
        ("claimed", "-1001"),
        ("new", "-1001"),
        ("of another", "7"),
    ]


def test_pulse_is_the_age_of_the_oldest_that_is_owed(connection: Connection) -> None:
    assert rows.oldest_unsent(connection, bulk=True) is None
    first = owe(connection, "first")
    owe(connection, "second", due=NOW + MINUTE)
    assert first is not None

    claim(connection)
    assert rows.oldest_unsent(connection, bulk=True) == NOW
    rows.settle(connection, [settled(first, "failed")])
    assert rows.oldest_unsent(connection, bulk=True) == NOW + MINUTE


def test_what_waits_for_a_messenger_that_is_off_is_no_trouble(connection: Connection) -> None:
    owe(connection, "r1", to=private("7"))
    assert rows.oldest_unsent(connection, bulk=True) == NOW

    switch_on(connection, ["zalo"], now=NOW)
    assert rows.oldest_unsent(connection, bulk=True) is None

    switch_on(connection, ["telegram", "zalo"], now=NOW)
    assert rows.oldest_unsent(connection, bulk=True) == NOW


def test_pulse_of_answers_is_another_than_that_of_a_wave(connection: Connection) -> None:
    owe(connection, "wave")
    rows.put_answer(connection, private("7"), {"text": "ok"}, now=NOW + MINUTE)

    assert rows.oldest_unsent(connection, bulk=True) == NOW
    assert rows.oldest_unsent(connection, bulk=False) == NOW + MINUTE


def test_what_a_clock_ahead_of_time_put_off_is_due_when_it_is_right_again(connection: Connection) -> None:
    ahead = NOW + timedelta(days=300)
    body = {"text": "ahead"}
    rows.put_once(connection, private("7"), body, kind=Kind.NOTICE, key="ahead", now=ahead, not_before=ahead)
    owe(connection, "waits for its window", due=NOW + MINUTE)

    assert rows.release_ahead(connection, now=NOW) == 1

    assert claim(connection) == ["ahead"]


def test_settled_answers_are_forgotten_and_of_all_else_the_words(connection: Connection) -> None:
    answers: Sequence[Message] = [
        rows.put_answer(connection, private("7"), {"text": state}, now=NOW)
        for state in ("sent", "failed", "sending")
    ]
    digest = owe(connection, "digest", kind=Kind.DIGEST)
    assert digest is not None
    rows.settle(
        connection,
        [settled(answers[0].id, "sent"), settled(answers[1].id, "failed"), settled(digest, "sent")],
    )

    assert rows.forget_sent(connection, before=NOW) == 0
    assert rows.forget_sent(connection, before=NOW + MINUTE) == 3
    assert states(connection) == ["sending", "sent"]
    assert connection.execute(select(outbox.c.body).where(outbox.c.id == digest)).scalar_one() == {}


def test_looking_for_what_waits_does_not_read_what_was_said(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        pytest.skip("PostgreSQL reads so small a table whole; it proves by itself that the index will do")

    def ask() -> None:
        rows.next_due_at(connection, CHANNELS)
        rows.claim_due(connection, CHANNELS, now=NOW, most=10)
        rows.oldest_unsent(connection, bulk=True)
        rows.take_over(connection, CHANNELS)
        rows.last_kind(connection, GROUP)

    assert without_index(connection, ask, index="ix_outbox_") == []
