"""What a person saw last in a chat: what came since the last answer, by the time at which it came."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.core.messages import Choice, Reply
from bot.db import outbox
from bot.db.last_shown import Shown, shown_last
from bot.db.outbox import Kind, Settled
from bot.db.session import Connection
from tests.db.cast import NOW, private

CHAT, OTHER = private("7"), private("8")
YES = Choice("Đồng ý", "exr:1.yes")
A_MINUTE = timedelta(minutes=1)


def said(connection: Connection, *choices: Choice, at: datetime, seen: datetime | None = None) -> None:
    """An answer, seen at that time."""
    message = outbox.put_answer(connection, CHAT, Reply("a", choices).to_json(), now=at)
    settle(connection, message.id, at=seen or at)


def pushed(connection: Connection, key: str, *choices: Choice, owed: datetime, seen: datetime | None) -> None:
    """A notice, owed at one time and seen at another; not yet, if at none."""
    row = outbox.put_once(
        connection, CHAT, Reply("n", choices).to_json(), kind=Kind.NOTICE, key=key, now=owed, not_before=owed
    )
    assert row is not None
    if seen is not None:
        settle(connection, row, at=seen)


def settle(connection: Connection, row: int, *, at: datetime) -> None:
    outbox.settle(connection, [Settled(row, "sent", at, at, "1", attempts=1)])


def choices(shown: Sequence[Shown]) -> list[tuple[Choice, ...]]:
    return [one.choices for one in shown]


def test_nothing_was_shown_in_a_chat_that_is_new(connection: Connection) -> None:
    assert shown_last(connection, OTHER) == []


def test_last_answer_ends_what_was_shown(connection: Connection) -> None:
    said(connection, at=NOW)
    said(connection, YES, at=NOW + A_MINUTE)

    assert shown_last(connection, CHAT) == [Shown((YES,), answer=True)]


def test_notice_counts_when_it_came_and_not_when_it_was_owed(connection: Connection) -> None:
    pushed(connection, "n", YES, owed=NOW, seen=NOW + 2 * A_MINUTE)  # in the evening, for the morning
    said(connection, at=NOW + A_MINUTE)

    assert choices(shown_last(connection, CHAT)) == [(YES,), ()]


def test_notice_that_waits_was_not_shown(connection: Connection) -> None:
    said(connection, at=NOW)
    pushed(connection, "n", YES, owed=NOW, seen=None)

    assert choices(shown_last(connection, CHAT)) == [()]


def test_later_notice_stands_last(connection: Connection) -> None:
    said(connection, at=NOW)
    pushed(connection, "a", YES, owed=NOW, seen=NOW + A_MINUTE)
    pushed(connection, "b", owed=NOW, seen=NOW + 2 * A_MINUTE)

    assert choices(shown_last(connection, CHAT)) == [(), (YES,), ()]
