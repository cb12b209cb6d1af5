"""What was kept long enough goes, by the clock; what must not be said twice keeps its key."""

from datetime import datetime, timedelta

from sqlalchemy import select

from bot.core.attachments import Written
from bot.core.channel import Raw
from bot.core.messages import Reply
from bot.db import consents, inbox, outbox
from bot.db.outbox import Kind, Settled
from bot.db.session import Connection
from bot.db.tables import committee, consent
from bot.db.tables import inbox as inbox_table
from bot.db.tables import outbox as outbox_table
from scheduler.housekeeping import tidy
from tests.db.cast import NOW, Cast, private
from tests.house import the_office

DAY = timedelta(days=1)
NINETY = 90 * DAY


def _tidied(connection: Connection, at: datetime) -> int:
    return tidy(connection, the_office(connection), now=at)


def _talk(connection: Connection) -> None:
    """One update that was handled, one that was set aside, one that waits; an answer and a notice."""
    raws = [Raw(key, "1", key) for key in ("done", "failed", "new")]
    rows = {row.body: row.id for row in inbox.put_received(connection, raws, channel="telegram", now=NOW)}
    inbox.mark_done(connection, rows["done"])
    inbox.mark_failed(connection, rows["failed"], attempts=1, why="a fault")
    answer = outbox.put_answer(connection, private("1"), {"text": "Đã ghi"}, now=NOW)
    notice = _notice(connection)
    assert notice is not None
    outbox.settle(connection, [Settled(row, "sent", NOW, NOW, "1") for row in (answer.id, notice)])


def _notice(connection: Connection) -> int | None:
    return outbox.put_once(
        connection, private("1"), {"text": "Kính gửi"}, kind=Kind.NOTICE, key="review:1", now=NOW
    )


def test_raw_chat_is_kept_for_ninety_days(connection: Connection, cast: Cast) -> None:
    _talk(connection)

    assert _tidied(connection, NOW + NINETY) == 0
    assert _tidied(connection, NOW + NINETY + DAY) == 4

    assert connection.execute(select(inbox_table.c.key)).scalars().all() == ["new"]
    assert [tuple(row) for row in connection.execute(select(outbox_table.c.kind, outbox_table.c.body))] == [
        ("notice", {})
    ]


def test_notice_without_its_words_is_still_not_said_twice(connection: Connection, cast: Cast) -> None:
    _talk(connection)
    _tidied(connection, NOW + NINETY + DAY)

    assert _notice(connection) is None
    assert _tidied(connection, NOW + NINETY + 2 * DAY) == 0


def test_committee_may_keep_raw_chat_for_a_shorter_time(connection: Connection, cast: Cast) -> None:
    _talk(connection)
    connection.execute(committee.update().values(settings={"keep_messages_days": 30}))

    assert _tidied(connection, NOW + 30 * DAY) == 0
    assert _tidied(connection, NOW + 31 * DAY) == 4


def test_files_do_not_lie_in_the_outbox_once_they_are_sent(connection: Connection, cast: Cast) -> None:
    file = Written("du-lieu.json", "application/json", b"{}", "không gửi được")
    bodies = [Reply("Tệp", files=(file,)).to_json(), Reply('Gõ "files": [').to_json()]
    sent, words = (outbox.put_answer(connection, private("1"), body, now=NOW) for body in bodies)
    waiting = outbox.put_answer(connection, private("2"), bodies[0], now=NOW)
    outbox.settle(connection, [Settled(one.id, "sent", NOW, NOW, "1") for one in (sent, words)])

    assert _tidied(connection, NOW + timedelta(hours=1)) == 1

    left = connection.execute(select(outbox_table.c.body).order_by(outbox_table.c.id)).scalars().all()
    assert left == [{}, bodies[1], bodies[0]]
    assert waiting.body == bodies[0]


def test_consent_is_kept_five_years_after_it_ended(connection: Connection, cast: Cast) -> None:
    who = cast.officer.person_id
    consents.put_consent(connection, who, private("1"), notice="Lưu họ tên.", version="2", now=NOW)
    five_years = the_office(connection).keep_consents

    assert _tidied(connection, NOW + 2 * five_years) == 0
    consents.withdraw_consent(connection, who, now=NOW)
    assert _tidied(connection, NOW + five_years) == 0
    assert _tidied(connection, NOW + five_years + DAY) == 1

    assert connection.execute(select(consent)).all() == []
