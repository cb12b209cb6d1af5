"""A person is deleted: the report stays, everything that names them goes. Searched through every table."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.core.attachments import LARGEST_WRITTEN
from bot.core.channel import Raw
from bot.core.data_requests import Kind
from bot.core.messages import Address
from bot.db import (
    audit,
    consents,
    contacts,
    data_requests,
    erasure,
    fillings,
    inbox,
    invitations,
    outbox,
    people,
    reminders,
    reports,
)
from bot.db.digests import link_chat
from bot.db.extensions import ask_extension
from bot.db.outbox import Settled
from bot.db.personal_data import collect
from bot.db.session import Connection
from bot.db.snoozes import put_off
from bot.db.tables import consent, contact, metadata, person, reminder
from bot.gather.own_data import own_data_files
from bot.gather.rosters import load_roster
from locales.words import in_language
from tests.db.cast import NOW, Cast, begin, join, private, send
from tests.house import read_roster_files, the_office

CHAT = "987654321012"
LATER = NOW + timedelta(hours=1)
TODAY = NOW.date()


def traces(connection: Connection, *texts: str) -> set[str]:
    """The tables in which one of these texts stands, as it is or escaped in JSON."""
    found = set()
    for table in metadata.sorted_tables:
        for row in connection.execute(select(table)):
            whole = json.dumps(dict(row._mapping), ensure_ascii=False, default=str)
            if any(text in whole for text in texts):
                found.add(table.name)
    return found


@pytest.fixture
def busy(connection: Connection, cast: Cast) -> Cast:
    """The officer has done everything that leaves a trace."""
    who, staff = cast.officer, private("2")
    join(connection, who, CHAT)
    consents.put_consent(connection, who.person_id, private(CHAT), notice="Lưu họ tên.", version="2", now=NOW)
    invitations.invite(connection, cast.committee, who.person_id, now=NOW)
    invitations.note_wrong(connection, private(CHAT), now=NOW)
    send(connection, cast, who, cast.owes(who))
    filling = begin(connection, cast, who, cast.owes(who, form="F2"), state={"remarks": who.name})
    contacts.save_filling(connection, _contact(connection), filling)
    contacts.save_practice(connection, _contact(connection), {"run": 1})
    (raw,) = inbox.put_received(connection, [Raw("1", CHAT, who.name)], channel="telegram", now=NOW)
    inbox.mark_failed(connection, raw.id, attempts=1, why=who.name)
    told = outbox.put_once(
        connection, private(CHAT), {"text": who.name}, kind=outbox.Kind.REMINDER, key="r:1", now=NOW
    )
    assert told is not None
    owed = {"person_id": who.person_id, "unit_id": who.unit_id, "plan_id": cast.plan.id, "form": "F1"}
    connection.execute(
        reminder.insert().values(**owed, period="once", due_on=TODAY, step="T-3", at=NOW, outbox_id=told)
    )
    put_off(connection, who.person_id, [cast.owes(who)], until=LATER, now=NOW)
    ask_extension(
        connection,
        cast.owes(who),
        before_on=TODAY,
        wanted_on=TODAY,
        reason="Chờ văn bản",
        by_id=who.person_id,
        now=NOW,
    )
    seen = outbox.put_answer(connection, staff, {"text": f"{who.name} đã gửi"}, now=NOW)
    outbox.settle(connection, [Settled(seen.id, "sent", NOW, NOW, "1")])
    link_chat(connection, cast.committee, Address("telegram", "-1"), by=CHAT, now=NOW)
    audit.note_act(connection, "join", person_id=who.person_id, now=NOW)
    data_requests.put_request(
        connection,
        who.person_id,
        Kind.CORRECT,
        now=NOW,
        answer_by=TODAY,
        about={"field": "name", "before": who.name, "after": who.name},
        words=who.name,
    )
    data_requests.put_request(connection, who.person_id, Kind.DELETE, now=NOW, answer_by=TODAY, done=True)
    return cast


def test_nothing_names_a_deleted_person_any_more(connection: Connection, busy: Cast) -> None:
    name = busy.officer.name
    assert traces(connection, name, CHAT) >= {
        "person",
        "filling",
        "inbox",
        "outbox",
        "data_request",
        "consent",
    }

    erasure.erase(connection, busy.officer.person_id, now=NOW)

    assert traces(connection, name) == set()
    assert traces(connection, CHAT) == {"contact"}


def test_chat_is_forgotten_once_the_last_answer_is_delivered(connection: Connection, busy: Cast) -> None:
    erasure.erase(connection, busy.officer.person_id, now=NOW)
    farewell = outbox.put_answer(connection, private(CHAT), {"text": "Đã xóa"}, now=NOW)

    assert erasure.forget_chats(connection) == 0
    outbox.settle(connection, [Settled(farewell.id, "sent", NOW, NOW, "1")])

    assert erasure.forget_chats(connection) == 1
    assert traces(connection, CHAT) == set()


def test_chat_that_joins_again_is_kept(connection: Connection, busy: Cast) -> None:
    erasure.erase(connection, busy.officer.person_id, now=NOW)
    contacts.link(connection, _contact(connection), busy.other.person_id, now=LATER)

    assert erasure.forget_chats(connection) == 0
    assert contacts.addresses_of(connection, busy.other.person_id) == (private(CHAT),)


def test_report_stays_without_a_name(connection: Connection, busy: Cast) -> None:
    erasure.erase(connection, busy.officer.person_id, now=NOW)

    report = reports.latest(connection, busy.owes(busy.officer))
    assert report is not None
    assert (report.author, report.answers, report.state) == ("", {"q1": "yes"}, "submitted")
    assert list(fillings.begun_by(connection, busy.officer.person_id)) == []
    assert people.load_person(connection, busy.officer.person_id, "").posts == ()
    assert list(reminders.recipients(connection, [busy.officer.unit_id])) == []


def test_consent_is_kept_with_its_words_and_a_sealed_address(connection: Connection, busy: Cast) -> None:
    erasure.erase(connection, busy.officer.person_id, now=NOW)

    row = connection.execute(select(consent).where(consent.c.person_id == busy.officer.person_id)).one()
    assert (row.notice, row.agreed_at, row.withdrawn_at) == ("Lưu họ tên.", NOW, NOW)
    assert len(row.chat) == 64


def test_requests_keep_their_times_and_nothing_else(connection: Connection, busy: Cast) -> None:
    erasure.erase(connection, busy.officer.person_id, now=NOW)

    rows = data_requests.of_person(connection, busy.officer.person_id)
    assert [(row.kind, row.asked_at, row.state, row.words) for row in rows] == [
        ("delete", NOW, "granted", ""),
        ("correct", NOW, "granted", ""),
    ]


def test_roster_does_not_bring_a_deleted_person_back(connection: Connection, busy: Cast) -> None:
    office = the_office(connection)
    erasure.erase(connection, busy.officer.person_id, now=NOW)

    loaded = load_roster(connection, office.id, read_roster_files(office), now=LATER)

    assert (loaded.left_out, loaded.posts) == (("T14",), ())
    assert busy.officer.name not in _names_of(connection, "T14")


def test_roster_keeps_a_corrected_name_and_title(connection: Connection, cast: Cast) -> None:
    office, who = the_office(connection), cast.officer
    title = people.titles_of(connection, who.person_id)
    for field, before, after in (("name", who.name, "Nguyễn Văn Tiến Dũng"), ("title", title, "Hiệu phó")):
        request = data_requests.put_request(
            connection,
            who.person_id,
            Kind.CORRECT,
            now=NOW,
            answer_by=TODAY,
            about={"field": field, "before": before, "after": after},
        )
        data_requests.settle(connection, request, state="granted", by_id=cast.staff.person_id, now=NOW)
    people.save_name(connection, who.person_id, "Nguyễn Văn Tiến Dũng")
    people.save_title(connection, who.person_id, "Hiệu phó")

    loaded = load_roster(connection, office.id, read_roster_files(office), now=LATER)

    assert loaded.posts == ()
    assert "Nguyễn Văn Tiến Dũng" in _names_of(connection, "T14")
    assert people.titles_of(connection, who.person_id) == "Hiệu phó"


def test_all_that_is_stored_about_a_person_is_collected(connection: Connection, busy: Cast) -> None:
    data = collect(connection, busy.officer.person_id)

    assert {table: len(rows) for table, rows in data.items()} == {
        "person": 1,
        "post": 1,
        "contact": 1,
        "consent": 1,
        "invitation": 1,
        "report": 1,
        "report_event": 1,
        "filling": 1,
        "reminder": 1,
        "snooze": 1,
        "extension": 1,
        "message": 1,
        "data_request": 2,
        "audit": 1,
    }
    assert "hash" not in data["invitation"][0]
    assert data["consent"][0]["agreed_at"] == NOW.isoformat()


def _contact(connection: Connection) -> int:
    return int(connection.execute(select(contact.c.id).where(contact.c.chat == CHAT)).scalar_one())


def _names_of(connection: Connection, unit_code: str) -> set[str]:
    committee = connection.execute(select(person.c.committee_id).limit(1)).scalar_one()
    return {one.name for one in people.list_people(connection, committee) if one.unit_code == unit_code}


def test_file_of_all_data_shortens_messages_before_all_else(connection: Connection, busy: Cast) -> None:
    for number in range(400):
        outbox.put_answer(connection, private(CHAT), {"text": f"{number} " + "a" * 2000}, now=NOW)

    page, plain = own_data_files(
        connection, busy.officer.person_id, at="08:05 23/11/2026", words=in_language("vi")
    )

    data = json.loads(plain.content)
    assert max(len(page.content), len(plain.content)) <= LARGEST_WRITTEN
    assert [one["table"] for one in data["left_out"]] == ["message"]
    assert data["left_out"][0]["rows"] + len(data["message"]) == 401
    assert data["message"][-1]["body"]["text"].startswith("399 ")
    assert len(data["report"]) == 1
