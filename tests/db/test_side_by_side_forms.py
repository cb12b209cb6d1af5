"""Several people on one form, and several tries at one: nobody overwrites the other unseen, nothing is lost."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.core.forms.filling import Filling, Stand
from bot.core.forms.scene import Scene
from bot.core.messages import Incoming, Kind
from bot.db import cancelled, colleagues, contacts, fillings, reminders, reports, reviews
from bot.db.contacts import load_contact
from bot.db.digests import last_digest_at, put_digest
from bot.db.outbox import Kind as MessageKind
from bot.db.outbox import put_once
from bot.db.session import Connection
from bot.db.tables import filling, outbox, reminder, report
from bot.gather.shelf import Shelf
from handlers import submitting
from handlers.turn import Turn
from locales.words import in_language
from tests.db.cast import NOW, Cast, Key, begin, join, private, send
from tests.house import Member

LATER = NOW + timedelta(hours=1)
NOT_YET = {"directive_studied": "not_yet", "plan_issued": "not_yet"}


def turn(connection: Connection, who: Member, chat: str, *, now: datetime = LATER) -> Turn:
    """Somebody sends something from that chat."""
    if load_contact(connection, private(chat)) is None:
        join(connection, who, chat)
    incoming = Incoming("1", private(chat), chat, who.name, Kind.TEXT, "")
    contact = load_contact(connection, private(chat))
    return Turn(connection, incoming, now, Shelf(), in_language("vi"), contact)


def open_form(connection: Connection, cast: Cast, who: Member, chat: str, key: Key) -> int:
    """Somebody has the form before them, begun against the report that stands."""
    contact = join(connection, who, chat)
    standing = reports.latest(connection, key)
    row = fillings.put_filling(
        connection,
        person_id=who.person_id,
        key=key,
        plan_version_id=cast.plan.version_id,
        scene={"unit": {}, "tasks": [], "roster_version": None},
        state=Filling(NOT_YET, stand=Stand.SUMMARY).to_json(),
        base_id=standing.id if standing else None,
        now=NOW,
    )
    contacts.save_filling(connection, contact, row)
    return row


def submit(
    connection: Connection, who: Member, chat: str, answers: dict[str, str], *, reason: str = ""
) -> str:
    """Somebody presses send. Returns what they are told."""
    one = turn(connection, who, chat)
    assert one.chat.filling is not None
    scene = Scene({}, frozenset(), one.today)
    (reply, *_) = submitting.submit(
        one, one.chat.filling, dict(answers), corrections={}, remarks={}, scene=scene, reason=reason
    )
    return reply.text


def versions(connection: Connection, key: Key) -> list[tuple[int, str]]:
    rows = connection.execute(
        select(report.c.version, report.c.state)
        .where(report.c.unit_id == key[1], report.c.form == key[2])
        .order_by(report.c.version)
    )
    return [(row.version, row.state) for row in rows]


def test_second_to_send_replaces_nothing_and_is_told(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    open_form(connection, cast, cast.officer, "1", key)
    open_form(connection, cast, cast.colleague, "2", key)

    submit(connection, cast.colleague, "2", NOT_YET)
    said = submit(connection, cast.officer, "1", {**NOT_YET, "directive_studied": "no"}, reason="Ghi nhầm")

    assert versions(connection, key) == [(1, "submitted")]
    assert said.startswith(
        f"Báo cáo “Triển khai Chỉ thị 32 tại trường” đã được đồng chí {cast.colleague.name}"
    )


def test_who_has_it_open_is_marked_when_a_colleague_sends(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    open_form(connection, cast, cast.officer, "1", key)
    other = open_form(connection, cast, cast.other, "3", cast.owes(cast.other))
    open_form(connection, cast, cast.colleague, "2", key)

    submit(connection, cast.colleague, "2", NOT_YET)

    sent = reports.latest(connection, key)
    assert sent is not None
    (mine,) = fillings.begun_by(connection, cast.officer.person_id)
    (untouched,) = fillings.begun_by(connection, cast.other.person_id)
    assert (mine.overtaken_by, untouched.id, untouched.overtaken_by) == (sent.id, other, None)


def test_rebased_form_corrects_what_was_sent(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    mine = open_form(connection, cast, cast.officer, "1", key)
    open_form(connection, cast, cast.colleague, "2", key)
    submit(connection, cast.colleague, "2", NOT_YET)
    sent = reports.latest(connection, key)
    assert sent is not None

    colleagues.rebase(connection, mine, sent.id, Filling(NOT_YET).to_json())
    submit(connection, cast.officer, "1", {**NOT_YET, "plan_issued": "no"}, reason="Ghi nhầm")

    latest = reports.latest(connection, key)
    assert latest is not None
    assert (versions(connection, key), latest.reason) == ([(1, "replaced"), (2, "submitted")], "Ghi nhầm")


def test_correction_without_a_reason_is_not_sent(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    send(connection, cast, cast.officer, key, answers={"directive_studied": "yes"})
    open_form(connection, cast, cast.officer, "1", key)

    assert "Lý do sửa?" in submit(connection, cast.officer, "1", {"directive_studied": "no"})
    assert versions(connection, key) == [(1, "submitted")]
    assert len(fillings.begun_by(connection, cast.officer.person_id)) == 1


def test_correction_that_changes_nothing_is_not_sent(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    send(connection, cast, cast.officer, key, answers={"directive_studied": "yes"})
    open_form(connection, cast, cast.officer, "1", key)

    assert submit(connection, cast.officer, "1", {"directive_studied": "yes"}).startswith(
        "Không có câu trả lời nào thay đổi"
    )
    assert versions(connection, key) == [(1, "submitted")]
    assert fillings.begun_by(connection, cast.officer.person_id) == []


def test_returned_report_is_mended_without_a_reason(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    first, _ = send(connection, cast, cast.officer, key, answers={"directive_studied": "yes"})
    reports.review(connection, first, state="returned", by_id=cast.staff.person_id, note="thiếu", now=LATER)
    open_form(connection, cast, cast.officer, "1", key)

    submit(connection, cast.officer, "1", {"directive_studied": "no"})

    assert versions(connection, key) == [(1, "replaced"), (2, "submitted")]


def test_pressing_send_twice_sends_once(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    open_form(connection, cast, cast.officer, "1", key)
    one = turn(connection, cast.officer, "1")
    row = one.chat.filling
    assert row is not None
    submit(connection, cast.officer, "1", NOT_YET)

    again = submitting.submit(
        one, row, dict(NOT_YET), corrections={}, remarks={}, scene=Scene({}, frozenset(), one.today)
    )

    assert [reply.text.partition(" lúc")[0] for reply in again] == ["Báo cáo này đã được nhận"]
    assert versions(connection, key) == [(1, "submitted")]


def test_who_else_is_at_it_is_found_by_the_unit_and_the_form(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    begin(connection, cast, cast.officer, key)
    begin(connection, cast, cast.other, cast.owes(cast.other))

    found = colleagues.at_the_same(connection, key, besides=cast.colleague.person_id)

    assert [(one.name, one.started_at) for one in found] == [(cast.officer.name, NOW)]
    assert colleagues.at_the_same(connection, key, besides=cast.officer.person_id) == []


def test_form_that_was_thrown_away_is_taken_up_once(connection: Connection, cast: Cast) -> None:
    row = begin(connection, cast, cast.officer, cast.owes(cast.officer), state={"v": 1})
    fillings.end_filling(connection, row, status="cancelled", now=LATER)
    found = cancelled.find_cancelled(connection, cast.officer.person_id, since=NOW)
    assert found is not None

    def take_up() -> bool:
        return cancelled.take_up(
            connection, found.id, {"v": 1, "again": True}, news=None, overtaken_by=None, now=LATER
        )

    assert (found.id, take_up(), take_up()) == (row, True, False)
    (again,) = fillings.begun_by(connection, cast.officer.person_id)
    assert (again.id, again.state) == (row, {"v": 1, "again": True})


@pytest.mark.parametrize("status", ["sent", "closed"])
def test_only_what_was_thrown_away_is_taken_up(connection: Connection, cast: Cast, status: str) -> None:
    row = begin(connection, cast, cast.officer, cast.owes(cast.officer))
    fillings.end_filling(connection, row, status=status, now=LATER)

    find = cancelled.find_cancelled
    assert find(connection, cast.officer.person_id, since=NOW, filling_id=row) is None


def test_nobody_takes_up_what_a_colleague_threw_away_or_what_is_long_gone(
    connection: Connection, cast: Cast
) -> None:
    row = begin(connection, cast, cast.officer, cast.owes(cast.officer))
    fillings.end_filling(connection, row, status="cancelled", now=LATER)

    find = cancelled.find_cancelled
    assert find(connection, cast.colleague.person_id, since=NOW, filling_id=row) is None
    assert find(connection, cast.officer.person_id, since=LATER + timedelta(minutes=1)) is None


def test_acceptance_is_taken_back_by_whoever_gave_it_and_for_a_while(
    connection: Connection, cast: Cast
) -> None:
    sent, _ = send(connection, cast, cast.officer, cast.owes(cast.officer))
    staff, leader = cast.staff.person_id, cast.leader.person_id
    reports.review(connection, sent, state="accepted", by_id=staff, now=NOW)

    def take_back(by: int, since: datetime) -> bool:
        return reviews.take_back(connection, sent, by_id=by, since=since, now=LATER)

    assert reviews.accepted_last(connection, staff, since=NOW) == sent
    assert take_back(leader, NOW) is False
    assert take_back(staff, LATER) is False
    assert take_back(staff, NOW) is True
    assert take_back(staff, NOW) is False
    assert reviews.accepted_last(connection, staff, since=NOW) is None
    found = reports.load_report(connection, sent)
    assert found is not None
    assert found.state == "submitted"


def test_acceptance_of_a_report_that_was_replaced_stays_history(connection: Connection, cast: Cast) -> None:
    sent, _ = send(connection, cast, cast.officer, cast.owes(cast.officer))
    staff = cast.staff.person_id
    reports.review(connection, sent, state="accepted", by_id=staff, now=NOW)
    send(connection, cast, cast.officer, cast.owes(cast.officer), at=LATER)

    assert reviews.take_back(connection, sent, by_id=staff, since=NOW, now=LATER) is False
    assert reviews.accepted_last(connection, staff, since=NOW) is None


def test_corrections_of_a_week_are_those_with_a_reason(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    send(connection, cast, cast.officer, key, answers={"directive_studied": "yes"})
    row = begin(connection, cast, cast.officer, key, at=LATER)
    fillings.end_filling(connection, row, status="sent", now=LATER)
    second, _ = reports.put_report(
        connection,
        filling_id=row,
        key=key,
        plan_version_id=cast.plan.version_id,
        answers={"directive_studied": "no"},
        author_id=cast.officer.person_id,
        channel="telegram",
        reason="Ghi nhầm",
        now=LATER,
    )
    send(connection, cast, cast.other, cast.owes(cast.other))
    send(connection, cast, cast.other, cast.owes(cast.other), at=LATER)

    found = reports.corrected_between(connection, cast.plan.id, since=NOW, until=LATER)
    (corrected,) = found
    earlier = reports.before(connection, corrected)

    assert (corrected.id, corrected.reason) == (second, "Ghi nhầm")
    assert earlier is not None
    assert earlier.answers == {"directive_studied": "yes"}
    assert reports.corrected_between(connection, cast.plan.id, since=LATER, until=LATER) == []


def test_digest_before_is_the_latest_before_that_instant(connection: Connection, cast: Cast) -> None:
    for week, at in (("2026-W47", NOW), ("2026-W48", LATER)):
        put_digest(connection, cast.committee, cast.plan.id, week=week, as_of=at, figures={})

    assert last_digest_at(connection, cast.plan.id, before=LATER) == NOW
    assert last_digest_at(connection, cast.plan.id, before=NOW) is None


def test_reminder_counts_once_it_was_delivered(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    message = put_once(connection, private("1"), {}, kind=MessageKind.REMINDER, key="r", now=NOW)
    connection.execute(
        reminder.insert().values(
            person_id=cast.officer.person_id,
            unit_id=key[1],
            plan_id=key[0],
            form=key[2],
            period=key[3],
            due_on=NOW.date(),
            step="R1",
            at=NOW,
            outbox_id=message,
        )
    )

    assert reminders.reminded_since(connection, cast.officer.person_id, NOW) is False
    connection.execute(outbox.update().where(outbox.c.id == message).values(sent_at=LATER))
    assert reminders.reminded_since(connection, cast.officer.person_id, NOW) is True
    assert reminders.reminded_since(connection, cast.officer.person_id, LATER) is False


def test_chat_that_showed_the_question_last_is_known(connection: Connection, cast: Cast) -> None:
    row = begin(connection, cast, cast.officer, cast.owes(cast.officer))
    first, second = (join(connection, cast.officer, chat) for chat in ("7", "8"))
    for contact in (first, second):
        contacts.save_filling(connection, contact, row)

    fillings.save_state(connection, row, {}, shown_in=second, now=LATER)

    (begun,) = fillings.begun_by(connection, cast.officer.person_id)
    seen = load_contact(connection, private("7"))
    assert seen is not None
    assert seen.filling is not None
    assert (begun.shown_in, seen.filling.shown_in) == (second, second)
    assert replace(begun, shown_in=None) != begun
    assert connection.execute(select(filling.c.shown_in).where(filling.c.id == row)).scalar() == second
