"""To whom the digest goes, and when nothing is said."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.core.digest_ways import DigestWays
from bot.core.messages import Address, Reply
from bot.core.office import Office
from bot.db import contacts, digest_readers
from bot.db.digests import link_chat, load_digest
from bot.db.extensions import ask_extension, decide_extension
from bot.db.session import Connection
from bot.db.tables import outbox
from bot.gather.digest_settings import set_digest_ways
from bot.gather.sent_digests import read_sent
from bot.gather.shelf import Shelf
from scheduler.digest_previews import preview_hour, send_previews
from scheduler.digests import digest_hour, iso_week, send_digests
from tests.gather.desk import stored_plan
from tests.house import member, office_time, the_office

FRIDAY, MONDAY = office_time("2026-11-06 14:00"), office_time("2026-11-09 07:30")
"""Before anything is due: a digest has nothing to say."""

DUE = date(2026, 12, 2)

TOPIC = Address("telegram", "-1001", "12")
CHANNEL = Address("telegram", "-1002")


def join(connection: Connection, unit: str, role: str, chat: str) -> int:
    who, address = member(connection, unit, role), Address("telegram", chat)
    contacts.put_contact(connection, address, language=None, now=FRIDAY - timedelta(days=1))
    contact = contacts.load_contact(connection, address)
    assert contact is not None
    contacts.link(connection, contact.id, who.person_id, now=FRIDAY - timedelta(days=1))
    return who.person_id


def sent(connection: Connection) -> dict[tuple[str, str | None], Reply]:
    rows = connection.execute(select(outbox).order_by(outbox.c.id))
    return {(row.chat, row.thread): Reply.from_json(row.body) for row in rows}


def set_ways(connection: Connection, **changes: object) -> Office:
    office = the_office(connection)
    ways = replace(office.digest, **changes)  # type: ignore[arg-type]  # the fields are named by the tests
    set_digest_ways(connection, office.id, ways)
    return the_office(connection)


def test_topics_channels_and_readers_each_get_what_they_may_see(connection: Connection) -> None:
    office = the_office(connection)
    for address in (TOPIC, CHANNEL):
        link_chat(connection, office.id, address, by="test", now=FRIDAY)
    for unit, role, chat in (("BTG", "leader", "7"), ("X02", "head", "8"), ("T14", "head", "9")):
        digest_readers.begin_reading(connection, join(connection, unit, role, chat), now=FRIDAY)

    assert send_digests(connection, office, Shelf(), now=MONDAY) == 4

    went = sent(connection)
    assert set(went) == {("-1001", "12"), ("-1002", None), ("7", None), ("8", None)}
    assert "Phạm vi: Xã Đông Khê Hạ và các đơn vị trực thuộc." in went["8", None].text
    assert "Phạm vi" not in went["7", None].text
    assert went["-1002", None].choices == ()
    assert [choice.label for choice in went["8", None].choices] == [
        "Quá hạn",
        "Chỉ tiêu",
        "Đơn vị",
        "Biểu đồ",
        "Bảng Excel",
    ]


def test_two_topics_of_one_forum_get_it_each(connection: Connection) -> None:
    office = the_office(connection)
    other = replace(TOPIC, thread="13")
    for address in (TOPIC, other):
        link_chat(connection, office.id, address, by="test", now=FRIDAY)

    assert send_digests(connection, office, Shelf(), now=MONDAY) == 2
    assert set(sent(connection)) == {("-1001", "12"), ("-1001", "13")}
    assert send_digests(connection, office, Shelf(), now=MONDAY + timedelta(minutes=1)) == 0


def test_nothing_is_sent_when_there_is_nothing_to_say_if_so_set(connection: Connection) -> None:
    office = set_ways(connection, only_news=True)
    link_chat(connection, office.id, TOPIC, by="test", now=FRIDAY)

    assert send_digests(connection, office, Shelf(), now=MONDAY) == 0

    # The week is over with: what happens on Tuesday is for the next digest.
    plan_id = stored_plan(connection).id
    assert load_digest(connection, plan_id, "2026-W45", committee_id=office.id) is not None


def test_it_is_sent_all_the_same_where_it_is_not_so_set(connection: Connection) -> None:
    office = the_office(connection)
    link_chat(connection, office.id, TOPIC, by="test", now=FRIDAY)

    assert send_digests(connection, office, Shelf(), now=MONDAY) == 1


def test_hour_is_as_the_committee_set_it(connection: Connection) -> None:
    office = set_ways(connection, weekday=2, at=16 * 60)

    assert office.digest == DigestWays(weekday=2, at=16 * 60)
    assert digest_hour(office, MONDAY) == office_time("2026-11-11 16:00")


def test_digest_of_a_friday_that_is_off_comes_on_monday(connection: Connection) -> None:
    """1 January 2027 is a Friday: what was to be said of the week before is said on the Monday after it, once, and on
    the next Friday that of the week of the holiday."""
    office = set_ways(connection, weekday=4)
    link_chat(connection, office.id, TOPIC, by="test", now=FRIDAY)
    plan_id = stored_plan(connection).id

    def send(at: str) -> int:
        return send_digests(connection, office, Shelf(), now=office_time(at))

    assert send("2026-12-25 07:30") == 1
    assert [send(f"2026-12-{day} 08:00") for day in (28, 29, 30, 31)] == [0, 0, 0, 0]
    assert send("2027-01-04 07:00") == 0
    assert send("2027-01-04 07:30") == 1
    assert [send(f"2027-01-0{day} 08:00") for day in (4, 5, 6, 7)] == [0, 0, 0, 0]
    assert send("2027-01-08 07:30") == 1
    for week in ("2026-W51", "2026-W52", "2026-W53"):
        assert load_digest(connection, plan_id, week, committee_id=office.id) is not None


def test_extension_is_told_once_however_late_a_digest_comes(connection: Connection) -> None:
    """The bot was down on the second Monday and comes back on Thursday: what was granted since the first one is told
    then, and not again a week later."""
    office, shelf, stored = the_office(connection), Shelf(), stored_plan(connection)
    link_chat(connection, office.id, TOPIC, by="test", now=FRIDAY)
    key = (stored.id, member(connection, "T14", "officer").unit_id, "F1", "once")
    staff = member(connection, "BTG", "staff").person_id

    def told(now: datetime) -> int:
        assert send_digests(connection, office, shelf, now=now) == 1
        week = iso_week(office, now - timedelta(days=7))
        kept = load_digest(connection, stored.id, week, committee_id=office.id)
        sent_ = read_sent(kept) if kept is not None else None
        record = sent_.record() if sent_ is not None else None
        assert record is not None
        return len(record.digest.extended)

    assert told(MONDAY) == 0
    asked = ask_extension(connection, key, before_on=DUE, wanted_on=DUE, reason="x", by_id=staff, now=MONDAY)
    decide_extension(connection, asked, state="granted", by_id=staff, now=MONDAY + timedelta(hours=1))

    assert told(MONDAY + timedelta(days=10, hours=2)) == 1
    assert told(MONDAY + timedelta(days=14)) == 0


@pytest.mark.parametrize(
    ("preview_at", "now", "messages"),
    [
        (14 * 60, FRIDAY - timedelta(minutes=1), 0),
        (14 * 60, FRIDAY, 1),
        (14 * 60, FRIDAY + timedelta(hours=2), 1),
        (14 * 60, MONDAY, 0),
        (15 * 60, FRIDAY, 0),
        (None, FRIDAY, 0),
    ],
)
def test_staff_hear_on_friday_once(
    connection: Connection, preview_at: int | None, now: datetime, messages: int
) -> None:
    office = set_ways(connection, preview_at=preview_at)
    join(connection, "BTG", "staff", "7")
    join(connection, "BTG", "leader", "8")

    assert send_previews(connection, office, Shelf(), now=now) == messages
    assert send_previews(connection, office, Shelf(), now=now) == 0
    assert set(sent(connection)) == ({("7", None)} if messages else set())


def test_preview_comes_before_a_friday_that_is_off(connection: Connection) -> None:
    """1 January 2027 is a Friday."""
    office = the_office(connection)

    assert preview_hour(office, office_time("2026-12-28 08:00")) == office_time("2026-12-31 14:00")
