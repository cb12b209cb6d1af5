"""A digest covers all since the one before it: what happens is new in one digest, whenever they come."""

from datetime import timedelta

import pytest

from bot.core.digest_period import covered_by_preview
from bot.core.digest_record import DigestRecord
from bot.core.digest_text import Reader
from bot.core.messages import Address
from bot.db.digests import link_chat, load_digest
from bot.db.session import Connection
from bot.gather.digests import gather_record
from bot.gather.sent_digests import read_sent, say
from bot.gather.shelf import Shelf
from locales.words import in_language
from scheduler.digests import iso_week, send_digests
from tests.gather.desk import send, stored_plan
from tests.gather.eventful_week import STUDIED
from tests.house import office_time, the_office

GROUP = Address("telegram", "-1001")
MONDAY = office_time("2026-11-30 07:30")
BACK = office_time("2026-12-10 08:00")
"""The bot was down over Monday 7 December and comes back on Thursday."""


def digest_at(connection: Connection, at: str) -> DigestRecord:
    """The digest goes out at that time, as it was kept."""
    office, now = the_office(connection), office_time(at)
    link_chat(connection, office.id, GROUP, by="test", now=MONDAY - timedelta(days=9))
    assert send_digests(connection, office, Shelf(), now=now) == 1
    week = iso_week(office, now - timedelta(days=7))
    kept = load_digest(connection, stored_plan(connection).id, week, committee_id=office.id)
    assert kept is not None
    sent = read_sent(kept)
    assert sent is not None
    record = sent.record()
    assert record is not None
    return record


def reported(connection: Connection, unit: str, at: str) -> None:
    send(connection, unit, "F1", STUDIED | {"plan_issued": "yes"}, now=office_time(at))


def told(connection: Connection, record: DigestRecord) -> list[str]:
    office = the_office(connection)
    return say(record, reader=Reader.GROUP, words=in_language("vi"), zone=office.zone).text.splitlines()


def test_late_digest_tells_its_true_days_and_that_it_is_late(connection: Connection) -> None:
    digest_at(connection, "2026-11-30 07:30")
    reported(connection, "T25", "2026-12-01 10:00")

    said = told(connection, digest_at(connection, "2026-12-10 08:00"))

    assert said[1:6] == [
        "Tuần 49, Kế hoạch thực hiện Chỉ thị 32.",
        "- Số liệu: từ 07:30 30/11/2026 đến 08:00 10/12/2026.",
        "- Gửi muộn: theo lịch là 07:30 07/12/2026.",
        "",
        "Trong thời gian này: 1 báo cáo mới; tỷ lệ tăng 1,1 điểm phần trăm (đầu kỳ 0%, 0/90).",
    ]


def test_digest_after_a_late_one_begins_where_that_ended(connection: Connection) -> None:
    digest_at(connection, "2026-11-30 07:30")
    digest_at(connection, "2026-12-10 08:00")
    reported(connection, "T25", "2026-12-10 09:00")

    record = digest_at(connection, "2026-12-14 07:30")

    assert (record.digest.since, record.digest.newly) == (BACK, 1)
    assert told(connection, record)[1:4] == [
        "Tuần 50, Kế hoạch thực hiện Chỉ thị 32.",
        "- Số liệu: từ 08:00 10/12/2026 đến 07:30 14/12/2026.",
        "",
    ]


def test_digest_after_a_week_that_was_left_out_covers_both(connection: Connection) -> None:
    digest_at(connection, "2026-11-30 07:30")
    reported(connection, "T25", "2026-12-01 10:00")

    said = told(connection, digest_at(connection, "2026-12-14 07:30"))

    assert said[1:3] == [
        "Tuần 49–50, Kế hoạch thực hiện Chỉ thị 32.",
        "- Số liệu: từ 07:30 30/11/2026 đến 07:30 14/12/2026.",
    ]
    assert said[4].startswith("Trong thời gian này: 1 báo cáo mới;")


def test_first_digest_of_all_covers_the_week_before_its_hour(connection: Connection) -> None:
    reported(connection, "T25", "2026-12-01 10:00")

    record = digest_at(connection, "2026-12-10 08:00")

    assert (record.digest.since, record.digest.newly) == (MONDAY, 1)
    assert told(connection, record)[3] == "- Gửi muộn: theo lịch là 07:30 07/12/2026."


@pytest.mark.parametrize("second", ["2026-12-07 07:30", "2026-12-07 08:20", "2026-12-10 08:00"])
@pytest.mark.parametrize(
    "came",
    ["2026-11-30 07:30", "2026-11-30 07:31", "2026-12-03 09:00", "2026-12-07 07:31", "2026-12-10 09:00"],
)
def test_report_is_new_in_one_digest_whenever_they_come(
    connection: Connection, came: str, second: str
) -> None:
    reported(connection, "T25", came)

    records = [digest_at(connection, at) for at in ("2026-11-30 07:30", second, "2026-12-14 07:30")]

    assert sum(record.digest.newly for record in records) == 1


def test_plain_week_is_told_as_ever(connection: Connection) -> None:
    """The bell rings every minute, so that two digests are hardly ever a week apart to the second."""
    digest_at(connection, "2026-11-30 07:30")
    reported(connection, "T25", "2026-12-01 10:00")

    assert told(connection, digest_at(connection, "2026-12-07 07:31"))[1:4] == [
        "Tuần 49, Kế hoạch thực hiện Chỉ thị 32. Số liệu lúc 07:31 07/12/2026.",
        "",
        "Trong 7 ngày: 1 báo cáo mới; tỷ lệ tăng 1,1 điểm phần trăm (tuần trước 0%, 0/90).",
    ]


def test_who_asks_sees_seven_days_or_all_since_the_last_digest(connection: Connection) -> None:
    digest_at(connection, "2026-11-30 07:30")
    office, stored, shelf = the_office(connection), stored_plan(connection), Shelf()
    plan = shelf.plan(connection, stored.version_id)

    def seen(at: str) -> DigestRecord:
        now = office_time(at)
        return gather_record(connection, office, stored, plan, shelf, week_of=now, now=now)

    assert seen("2026-11-30 08:30").digest.since == office_time("2026-11-23 08:30")
    assert seen("2026-12-10 08:00").digest.since == MONDAY
    assert "muộn" not in "".join(told(connection, seen("2026-12-10 08:00")))


def test_digest_kept_before_it_knew_since_when_is_said_as_it_was(connection: Connection) -> None:
    digest_at(connection, "2026-11-30 07:30")
    value = digest_at(connection, "2026-12-10 08:00").to_json()
    for name in ("since", "due_at"):
        del value["digest"][name]

    said = told(connection, DigestRecord.from_json(value))

    assert said[1] == "Tuần 49, Kế hoạch thực hiện Chỉ thị 32. Số liệu lúc 08:00 10/12/2026."
    assert said[3].startswith("Trong 7 ngày: 0 báo cáo mới; tỷ lệ không đổi (tuần trước")


def test_preview_tells_of_the_days_since_the_last_digest(connection: Connection) -> None:
    """As the digest that it announces will."""
    digest_at(connection, "2026-11-30 07:30")
    reported(connection, "T25", "2026-12-01 10:00")
    office, stored, now = the_office(connection), stored_plan(connection), office_time("2026-12-04 14:00")
    covered = covered_by_preview(MONDAY, at=now, zone=office.zone)

    record = gather_record(
        connection,
        office,
        stored,
        Shelf().plan(connection, stored.version_id),
        Shelf(),
        week_of=now,
        now=now,
        covered=covered,
    )

    said = told(connection, record)
    assert said[1] == "Tuần 49, Kế hoạch thực hiện Chỉ thị 32. Số liệu lúc 14:00 04/12/2026."
    assert said[3].startswith("Từ bản tổng hợp trước: 1 báo cáo mới;")
