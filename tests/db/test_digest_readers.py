"""Who reads the digest in their own chat; the register's rows as of an instant."""

from datetime import timedelta

from bot.core.messages import Address
from bot.db import contacts, digest_readers
from bot.db.erasure import erase
from bot.db.registers import Latest, latest_reports
from bot.db.session import Connection
from tests.db.cast import NOW, Cast, join, private, send

LATER = NOW + timedelta(days=1)


def readers(connection: Connection, cast: Cast) -> list[tuple[str, Address]]:
    found = digest_readers.list_readers(connection, cast.committee, since=LATER)
    return [(one.name, one.address) for one in found]


def test_it_is_switched_on_once_and_off(connection: Connection, cast: Cast) -> None:
    join(connection, cast.leader, "7")

    assert digest_readers.begin_reading(connection, cast.leader.person_id, now=NOW) is True
    assert digest_readers.begin_reading(connection, cast.leader.person_id, now=LATER) is False
    assert readers(connection, cast) == [(cast.leader.name, private("7"))]

    assert digest_readers.stop_reading(connection, cast.leader.person_id) is True
    assert digest_readers.stop_reading(connection, cast.leader.person_id) is False
    assert readers(connection, cast) == []


def test_it_goes_to_one_chat_that_works(connection: Connection, cast: Cast) -> None:
    digest_readers.begin_reading(connection, cast.leader.person_id, now=NOW)
    assert readers(connection, cast) == []

    join(connection, cast.leader, "7")
    join(connection, cast.leader, "8", at=LATER)
    contacts.mark_lost(connection, private("7"), "blocked", LATER)

    assert readers(connection, cast) == [(cast.leader.name, private("8"))]


def test_who_switched_it_on_after_the_hour_waits_for_the_next(connection: Connection, cast: Cast) -> None:
    join(connection, cast.leader, "7")
    digest_readers.begin_reading(connection, cast.leader.person_id, now=LATER)

    assert digest_readers.list_readers(connection, cast.committee, since=NOW) == ()


def test_who_is_deleted_reads_no_longer(connection: Connection, cast: Cast) -> None:
    join(connection, cast.leader, "7")
    digest_readers.begin_reading(connection, cast.leader.person_id, now=NOW)

    erase(connection, cast.leader.person_id, now=LATER)

    assert digest_readers.reads(connection, cast.leader.person_id) is False


def test_staff_hear_the_preview(connection: Connection, cast: Cast) -> None:
    for chat, who in (("7", cast.leader), ("8", cast.staff), ("9", cast.officer)):
        join(connection, who, chat)

    assert [one.address for one in digest_readers.list_staff(connection, cast.committee)] == [private("8")]


def test_register_shows_the_latest_version_as_of_an_instant(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    _, code = send(connection, cast, cast.officer, key)
    send(connection, cast, cast.officer, key, at=LATER)
    place = (cast.officer.unit_id, "F1", "once")

    then = latest_reports(connection, cast.plan.id, as_of=NOW)
    now = latest_reports(connection, cast.plan.id, as_of=LATER)

    assert then == {place: Latest(1, NOW, code, "submitted", cast.officer.name)}
    assert (now[place].version, now[place].sent_at) == (2, LATER)
    assert latest_reports(connection, cast.plan.id, as_of=LATER, units=[cast.other.unit_id]) == {}
