"""Reports: every version is kept, one counts, and what became of each is written down."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.core import codes
from bot.core.reports import Report
from bot.db import reports
from bot.db.session import Connection
from bot.db.tables import report_event
from tests.db.cast import NOW, Cast, begin, send

LATER = NOW + timedelta(days=1)


def load(connection: Connection, report_id: int) -> Report:
    found = reports.load_report(connection, report_id)
    assert found is not None
    return found


def events(connection: Connection, report_id: int) -> list[tuple[str, int | None, datetime, str]]:
    rows = connection.execute(
        select(report_event).where(report_event.c.report_id == report_id).order_by(report_event.c.id)
    )
    return [(row.what, row.by_id, row.at, row.note) for row in rows]


def return_(connection: Connection, cast: Cast, report_id: int, *, note: str = "thiếu số học sinh") -> bool:
    return reports.review(
        connection, report_id, state="returned", by_id=cast.staff.person_id, note=note, now=LATER
    )


def test_report_comes_back_as_it_was_sent(connection: Connection, cast: Cast) -> None:
    answers: dict[str, Any] = {"so_luong": "45", "van_ban": {"number": "12-KH/CB", "on": "2026-11-20"}}
    key = cast.owes(cast.officer)

    report_id, receipt = send(connection, cast, cast.officer, key, answers=answers)

    assert load(connection, report_id) == Report(
        id=report_id,
        code=receipt,
        filling_id=load(connection, report_id).filling_id,
        plan_id=cast.plan.id,
        plan_version_id=cast.plan.version_id,
        form="F1",
        unit_id=cast.officer.unit_id,
        unit_name="Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ)",
        period="once",
        version=1,
        answers=answers,
        state="submitted",
        author_id=cast.officer.person_id,
        author="Nguyễn Văn Tiến",
        submitted_at=NOW,
    )
    assert codes.read_receipt(receipt) == report_id
    assert events(connection, report_id) == [("submitted", cast.officer.person_id, NOW, "")]


def test_filling_becomes_one_report_only(connection: Connection, cast: Cast) -> None:
    filling = begin(connection, cast, cast.officer, cast.owes(cast.officer))

    def put() -> tuple[int, str]:
        return reports.put_report(
            connection,
            filling_id=filling,
            key=cast.owes(cast.officer),
            plan_version_id=cast.plan.version_id,
            answers={},
            author_id=cast.officer.person_id,
            channel="telegram",
            now=NOW,
        )

    report_id, _ = put()
    with pytest.raises(IntegrityError), connection.begin_nested():
        put()

    found = reports.of_filling(connection, filling)
    assert found is not None
    assert (found.id, found.version) == (report_id, 1)


def test_later_version_replaces_the_one_before_and_keeps_it(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    first, _ = send(connection, cast, cast.officer, key, answers={"q": "1"})

    second, _ = send(connection, cast, cast.colleague, key, answers={"q": "2"}, at=LATER)

    assert (load(connection, first).state, load(connection, first).answers) == ("replaced", {"q": "1"})
    assert (load(connection, second).state, load(connection, second).version) == ("submitted", 2)
    assert reports.latest(connection, key) == load(connection, second)
    assert events(connection, first)[1:] == [("replaced", cast.colleague.person_id, LATER, "")]


def test_other_periods_and_units_have_versions_of_their_own(connection: Connection, cast: Cast) -> None:
    keys = [
        cast.owes(cast.officer),
        cast.owes(cast.officer, form="F2", period="2026-2027"),
        cast.owes(cast.other),
    ]
    sent = [send(connection, cast, cast.officer, key)[0] for key in keys]

    assert [(load(connection, one).version, load(connection, one).state) for one in sent] == [
        (1, "submitted")
    ] * 3
    assert reports.latest(connection, cast.owes(cast.commune)) is None


@pytest.mark.parametrize("state", ["accepted", "returned"])
def test_report_is_reviewed_once(connection: Connection, cast: Cast, state: str) -> None:
    report_id, _ = send(connection, cast, cast.officer, cast.owes(cast.officer))
    by = cast.staff.person_id

    assert reports.review(connection, report_id, state=state, by_id=by, note="lý do", now=LATER) is True
    assert reports.review(connection, report_id, state="accepted", by_id=by, now=LATER) is False

    assert load(connection, report_id).state == state
    assert events(connection, report_id)[1:] == [(state, by, LATER, "lý do")]


def test_report_that_was_replaced_meanwhile_is_not_reviewed(connection: Connection, cast: Cast) -> None:
    first, _ = send(connection, cast, cast.officer, cast.owes(cast.officer))
    send(connection, cast, cast.officer, cast.owes(cast.officer), at=LATER)

    assert return_(connection, cast, first) is False
    assert load(connection, first).state == "replaced"


def test_returned_report_says_why_and_its_next_version_does_not(connection: Connection, cast: Cast) -> None:
    first, _ = send(connection, cast, cast.officer, cast.owes(cast.officer))
    return_(connection, cast, first, note="Đề nghị bổ sung số “tiết học”")

    second, _ = send(connection, cast, cast.officer, cast.owes(cast.officer), at=LATER)

    assert load(connection, first).note == "Đề nghị bổ sung số “tiết học”"
    assert load(connection, second).note == ""


def test_what_waits_for_review_is_what_nobody_looked_at(connection: Connection, cast: Cast) -> None:
    send(connection, cast, cast.officer, cast.owes(cast.officer))
    again, _ = send(connection, cast, cast.officer, cast.owes(cast.officer), at=LATER)
    returned, _ = send(connection, cast, cast.other, cast.owes(cast.other))
    return_(connection, cast, returned)
    last, _ = send(connection, cast, cast.commune, cast.owes(cast.commune, form="C1"))

    def waiting(most: int) -> list[int]:
        return [one.id for one in reports.waiting_for_review(connection, cast.committee, most=most)]

    assert waiting(10) == [again, last]
    assert waiting(1) == [again]
    assert reports.waiting_for_review(connection, cast.committee + 1, most=10) == []


def test_history_of_a_unit_shows_the_latest_first_without_what_was_replaced(
    connection: Connection, cast: Cast
) -> None:
    send(connection, cast, cast.officer, cast.owes(cast.officer))
    second, _ = send(connection, cast, cast.officer, cast.owes(cast.officer), at=LATER)
    third, _ = send(connection, cast, cast.officer, cast.owes(cast.officer, form="F2", period="2026-2027"))
    send(connection, cast, cast.other, cast.owes(cast.other))

    unit = cast.officer.unit_id
    assert [one.id for one in reports.sent_by_units(connection, [unit], most=10)] == [third, second]
    assert [one.id for one in reports.sent_by_units(connection, [unit], most=1)] == [third]
    assert reports.sent_by_units(connection, [], most=10) == []
    assert reports.count_by(connection, cast.officer.person_id) == 3  # of this person, replaced ones included


def test_report_that_never_was_is_not_found(connection: Connection) -> None:
    assert reports.load_report(connection, 10_000) is None
    assert reports.of_filling(connection, 10_000) is None
