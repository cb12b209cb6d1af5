"""What is remembered in a row or two: the committee, its calendar, agreements, bells, names, the audit log."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.core.units import UnitKind
from bot.core.workdays import DayKind, DayStatus, SpecialDay
from bot.db import audit, bells, channels, consents, installations, offices
from bot.db.calendar_days import save_calendar
from bot.db.session import Connection
from bot.db.tables import audit as audit_table
from bot.db.tables import committee, consent, installation
from tests.db.cast import NOW, Cast, private
from tests.house import the_office

LATER = NOW + timedelta(days=1)
TET = SpecialDay(date(2027, 2, 8), DayKind.OFF, "Tết Nguyên đán", DayStatus.PROJECTED, "dự kiến")


def test_committee_comes_back_with_its_ways(connection: Connection) -> None:
    office = the_office(connection)

    assert office.name == {"vi": "Ban Tuyên giáo Huyện ủy Vân Trạch"}
    assert (office.language, office.zone) == ("vi", ZoneInfo("Asia/Ho_Chi_Minh"))
    assert (office.digest.weekday, office.digest.at) == (0, 7 * 60 + 30)
    assert office.kinds["PARTY_SCHOOL"].played_by == "SCHOOL"


def test_committee_may_choose_its_digest_hour(connection: Connection) -> None:
    connection.execute(committee.update().values(settings={"digest_weekday": 4, "digest_at": 16 * 60}))

    office = the_office(connection)

    assert (office.digest.weekday, office.digest.at) == (4, 16 * 60)


def test_committee_is_made_once_and_then_brought_up_to_date(connection: Connection, cast: Cast) -> None:
    kind = UnitKind(
        "SCHOOL",
        {"vi": "Trường", "en": "School"},
        needs={"level": frozenset({"TH", "THCS"})},
        officer_roles=("officer", "staff"),
    )

    again = offices.put_office(
        connection,
        code="main",
        name={"vi": "Ban Tuyên giáo và Dân vận"},
        language="en",
        timezone="UTC",
        kinds={"SCHOOL": kind},
        now=LATER,
    )

    office = the_office(connection)
    assert again == cast.committee
    assert (office.name, office.kinds) == ({"vi": "Ban Tuyên giáo và Dân vận"}, {"SCHOOL": kind})
    assert (office.language, str(office.zone)) == ("vi", "Asia/Ho_Chi_Minh")  # as it was chosen


def test_committee_that_is_not_there_is_none(connection: Connection, cast: Cast) -> None:
    assert offices.load_office(connection, cast.committee + 1) is None


def test_calendar_is_replaced_as_a_whole(connection: Connection, cast: Cast) -> None:
    save_calendar(connection, cast.committee, [TET])

    calendar = the_office(connection).calendar
    assert calendar.is_working(TET.day) is False
    assert calendar.is_working(date(2026, 9, 2)) is True  # National Day was in the calendar before

    save_calendar(connection, cast.committee, [])
    assert the_office(connection).calendar.is_working(date(2027, 2, 8)) is True


def test_agreement_keeps_the_words_that_were_agreed_to(connection: Connection, cast: Cast) -> None:
    who = cast.officer.person_id
    assert consents.agreed_at(connection, who) is None

    consents.put_consent(connection, who, private("7"), notice="Hệ thống lưu…", version="2026-11", now=NOW)

    row = connection.execute(select(consent)).one()
    assert (row.notice, row.version, row.chat) == ("Hệ thống lưu…", "2026-11", "7")
    assert consents.agreed_at(connection, who) == NOW
    assert consents.agreed_at(connection, cast.other.person_id) is None


def test_agreement_is_withdrawn_and_may_be_given_again(connection: Connection, cast: Cast) -> None:
    who = cast.officer.person_id
    consents.put_consent(connection, who, private("7"), notice="một", version="1", now=NOW)

    consents.withdraw_consent(connection, who, now=LATER)
    assert consents.agreed_at(connection, who) is None

    consents.put_consent(connection, who, private("7"), notice="hai", version="2", now=LATER)
    assert consents.agreed_at(connection, who) == LATER
    withdrawn = connection.execute(select(consent.c.withdrawn_at).order_by(consent.c.id))
    assert withdrawn.scalars().all() == [LATER, None]  # what was agreed to once stays on record


def test_bell_remembers_its_last_ring(connection: Connection) -> None:
    bells.note_ring(connection, "reminders", now=NOW)
    bells.note_ring(connection, "digests", now=NOW)
    bells.note_ring(connection, "reminders", now=LATER)

    assert bells.last_rings(connection) == {"reminders": LATER, "digests": NOW}


def test_link_to_our_chat_needs_our_name(connection: Connection) -> None:
    assert channels.deep_link(connection, "ABCDE-FGHJK") is None

    channels.save_name(connection, "zalo", "bot_zalo")
    assert channels.deep_link(connection, "ABCDE-FGHJK") is None

    channels.save_name(connection, "telegram", "nhacviec_bot")
    assert channels.deep_link(connection, "ABCDE-FGHJK") == "https://t.me/nhacviec_bot?start=ABCDEFGHJK"


@pytest.mark.parametrize("name", ["nhacviec_bot", "nhacviec2_bot"])
def test_our_name_may_stay_or_change(connection: Connection, name: str) -> None:
    channels.save_name(connection, "telegram", "nhacviec_bot")
    channels.save_name(connection, "telegram", name)

    assert channels.deep_link(connection, "ABCDE-FGHJK") == f"https://t.me/{name}?start=ABCDEFGHJK"


def test_salt_is_made_once_and_is_not_the_same_everywhere(connection: Connection) -> None:
    def salt() -> str:
        value: str = connection.execute(select(installation.c.salt)).scalar_one()
        return value

    before = salt()
    installations.ensure_installation(connection, now=LATER)
    assert salt() == before

    connection.execute(installation.delete())
    installations.ensure_installation(connection, now=LATER)
    assert (salt() != before, len(salt())) == (True, 32)


def test_audit_log_says_who_did_what_and_when(connection: Connection, cast: Cast) -> None:
    audit.note_act(
        connection, "invite", person_id=cast.staff.person_id, now=NOW, unit="T14", name="Nguyễn Văn Tiến"
    )
    audit.note_act(connection, "load_plan", person_id=None, now=LATER)

    rows = connection.execute(select(audit_table).where(audit_table.c.at >= NOW).order_by(audit_table.c.id))
    assert [(row.act, row.person_id, row.at, row.about) for row in rows] == [
        ("invite", cast.staff.person_id, NOW, {"unit": "T14", "name": "Nguyễn Văn Tiến"}),
        ("load_plan", None, LATER, {}),
    ]
