"""A newer version of a running plan: what it asks, what is left alone, and who is told."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from bot.core.forms.filling import Filling, Stand
from bot.core.messages import Postponed, Reply
from bot.db import contacts, fillings, outbox, people, reports
from bot.db.assignments import find_owed, mark_reported, mark_reviewed
from bot.db.outbox import Kind, Message
from bot.db.plans import plans_in_force
from bot.db.session import Connection
from bot.db.tables import assignment
from bot.db.tables import outbox as outbox_table
from bot.gather.half_filled import HalfFilled
from bot.gather.plans import Loaded, load_plan
from bot.papers.plan_files import check_plan
from scheduler.notices import make_notice
from tests.conversations.editions import edited
from tests.db.cast import NOW, Cast, join, private, send
from tests.house import Member, member, office_time, the_office

MORE = "with one question more"
LATER = "with semester I five days later"
OTHER_TOTAL = "that leaves the staff out of the total"
WITHOUT = "without F1 for T14"


def load(connection: Connection, *editions: str, now: datetime = NOW) -> Loaded:
    office, source = the_office(connection), edited(*editions)
    plan, _ = check_plan("plan.yaml", source, kinds=office.kinds)
    assert plan is not None
    return load_plan(connection, office, plan, file="plan.yaml", source=source, by="test", now=now)


def notices(connection: Connection, *, state: str = "new") -> list[tuple[str, str, str]]:
    """(chat, key, text) of what is owed about plans."""
    rows = connection.execute(
        select(outbox_table)
        .where(outbox_table.c.kind == Kind.NOTICE, outbox_table.c.state == state)
        .order_by(outbox_table.c.id)
    )
    return [(row.chat, row.key, row.body["text"]) for row in rows]


def begin(connection: Connection, cast: Cast, who: Member, answers: dict[str, Any]) -> int:
    """Somebody has F1 half filled in."""
    state = Filling(answers, at="pupils_informed", stand=Stand.QUESTION)
    return fillings.put_filling(
        connection,
        person_id=who.person_id,
        key=cast.owes(who),
        plan_version_id=cast.plan.version_id,
        scene={
            "unit": {"unit_managers": 3, "unit_teachers": 45, "unit_staff": 4, "unit_level": "TH"},
            "tasks": ["HP-31", "HP-32", "HP-08"],
        },
        state=state.to_json(),
        now=NOW,
    )


def due_days(connection: Connection, cast: Cast, form: str) -> set[date]:
    rows = connection.execute(
        select(assignment.c.due_on).where(
            assignment.c.plan_id == cast.plan.id,
            assignment.c.form == form,
            assignment.c.period == "2026-2027",
        )
    )
    return set(rows.scalars())


@pytest.fixture
def joined(connection: Connection, cast: Cast) -> None:
    """Officer, head and the officer of another school have chats."""
    for chat, who in (("14", cast.officer), ("15", cast.colleague), ("25", cast.other)):
        join(connection, who, chat)


def test_first_version_and_the_same_file_again_tell_nobody(
    connection: Connection, cast: Cast, joined: None
) -> None:
    again = load(connection)

    assert (again.newer, again.plan.nothing, again.told) == (False, True, 0)
    assert notices(connection) == []


def test_people_concerned_are_told_in_one_message_each(
    connection: Connection, cast: Cast, joined: None
) -> None:
    loaded = load(connection, LATER, WITHOUT)

    assert loaded.told == 3
    assert [(chat, key) for chat, key, _ in notices(connection)] == [
        (chat, f"plan:{cast.plan.id}:2:{who.person_id}")
        for chat, who in sorted(
            (("14", cast.officer), ("15", cast.colleague), ("25", cast.other)),
            key=lambda one: one[1].person_id,
        )
    ]
    assert next(text for chat, _, text in notices(connection) if chat == "14") == (
        "Kính gửi đồng chí Nguyễn Văn Tiến.\n\n"
        "“Kế hoạch thực hiện Chỉ thị 32” đã có bản mới. Thay đổi đối với đồng chí:\n"
        "- “Báo cáo học kỳ I” (năm học 2026-2027): hạn 20/01/2027 đổi thành 25/01/2027\n"
        "- Không cần gửi nữa: “Triển khai Chỉ thị 32 tại trường”\n\n"
        "Gõ “việc” để xem danh sách.\nTrân trọng. Ban Tuyên giáo Huyện ủy Vân Trạch"
    )


def test_person_of_two_units_hears_once_with_the_units_named(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "14")
    people.put_post(
        connection,
        cast.officer.person_id,
        cast.other.unit_id,
        member(connection, "T25", "officer").role,  # type: ignore[arg-type] # a role is its own name
        title="",
        source="hand",
        now=NOW,
    )

    load(connection, LATER, WITHOUT)

    ((chat, _, text),) = notices(connection)
    assert chat == "14"
    moved, dropped = text.splitlines()[3:5]
    assert moved == (
        "- “Báo cáo học kỳ I” (năm học 2026-2027): hạn 20/01/2027 đổi thành 25/01/2027 – "
        "Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ) và Trường THCS Vân Trạch"
    )
    assert dropped == (
        "- Không cần gửi nữa: “Triển khai Chỉ thị 32 tại trường” – Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ)"
    )


def test_nobody_is_told_of_what_changes_nothing_for_them(
    connection: Connection, cast: Cast, joined: None
) -> None:
    assert load(connection, MORE).told == 0  # they see the question when they get there
    assert load(connection, MORE, WITHOUT).told == 2  # T14 alone
    assert {chat for chat, *_ in notices(connection)} == {"14", "15"}


def test_who_withdrew_or_cannot_be_reached_is_passed_over(
    connection: Connection, cast: Cast, joined: None
) -> None:
    contacts.unlink_person(connection, cast.officer.person_id)
    contacts.mark_lost(connection, private("15"), "blocked", NOW)

    assert load(connection, LATER).told == 1
    assert [chat for chat, *_ in notices(connection)] == ["25"]


def test_version_that_overtakes_an_unsent_message_is_told_with_it(
    connection: Connection, cast: Cast, joined: None
) -> None:
    night = office_time("2026-11-23 20:00")
    load(connection, LATER, now=night)

    load(connection, LATER, WITHOUT, now=night + timedelta(minutes=5))

    texts = {chat: text for chat, _, text in notices(connection)}
    assert {chat: text.count("\n- ") for chat, text in texts.items()} == {"14": 2, "15": 2, "25": 1}
    assert len(notices(connection, state="dropped")) == 3


def test_version_that_takes_a_change_back_before_it_was_told_leaves_nothing_to_say(
    connection: Connection, cast: Cast, joined: None
) -> None:
    night = office_time("2026-11-23 20:00")
    load(connection, LATER, now=night)

    assert load(connection, now=night + timedelta(minutes=5)).told == 0
    assert notices(connection) == []


def test_message_waits_for_the_office_to_open_and_is_not_sent_at_rest(
    connection: Connection, cast: Cast, joined: None
) -> None:
    load(connection, LATER, now=office_time("2026-11-23 20:00"))
    at = connection.execute(select(func.min(outbox_table.c.not_before))).scalar_one()
    row = connection.execute(select(outbox_table).where(outbox_table.c.chat == "14")).one()
    message = Message(row.id, private("14"), Kind.NOTICE, row.body)

    assert at == office_time("2026-11-25 08:00")  # the 24th is a holiday
    assert make_notice(connection, message, office_time("2026-11-25 12:00")) == Postponed(
        office_time("2026-11-25 14:00")
    )
    assert isinstance(make_notice(connection, message, office_time("2026-11-25 08:00")), Reply)
    contacts.unlink_person(connection, cast.officer.person_id)
    assert make_notice(connection, message, office_time("2026-11-25 08:00")) is None


def test_last_days_follow_the_plan_and_go_back_with_it(connection: Connection, cast: Cast) -> None:
    loaded = load(connection, LATER)

    assert (loaded.number, loaded.over) == (2, cast.plan.version_id)
    assert due_days(connection, cast, "F2") == {date(2027, 1, 25)}
    load(connection)
    assert due_days(connection, cast, "F2") == {date(2027, 1, 20)}


def test_half_filled_forms_are_weighed_one_by_one(connection: Connection, cast: Cast) -> None:
    answers = {"directive_studied": "yes", "staff_at_directive_study": [50, 52]}
    begin(connection, cast, cast.officer, answers)
    begin(connection, cast, cast.other, {"directive_studied": "no"})

    assert load(connection, MORE).half_filled == HalfFilled(carried=2, stays=0, closed=0)
    assert load(connection, MORE, OTHER_TOTAL).half_filled == HalfFilled(carried=1, stays=1, closed=0)
    assert load(connection, MORE, OTHER_TOTAL, WITHOUT).half_filled == HalfFilled(1, 0, 1)
    assert {one.news for one in fillings.open_of_plan(connection, cast.plan.id)} == {"version"}


def test_weighing_changes_no_answer(connection: Connection, cast: Cast) -> None:
    row = begin(connection, cast, cast.officer, {"directive_studied": "yes"})
    (before,) = fillings.open_of_plan(connection, cast.plan.id)

    load(connection, WITHOUT)

    (after,) = fillings.open_of_plan(connection, cast.plan.id)
    assert (after.id, after.state, after.scene) == (row, before.state, before.scene)
    assert after.plan_version_id == cast.plan.version_id


@pytest.mark.parametrize("state", ["submitted", "accepted"])
def test_report_that_was_sent_stays_as_it_was_sent(connection: Connection, cast: Cast, state: str) -> None:
    key = cast.owes(cast.officer)
    report_id, _ = send(connection, cast, cast.officer, key)
    mark_reported(connection, key, report_id, results={}, now=NOW)
    if state == "accepted":
        reports.review(connection, report_id, state="accepted", by_id=cast.staff.person_id, now=NOW)
        mark_reviewed(connection, report_id, state="accepted")
    before = reports.load_report(connection, report_id)

    load(connection, WITHOUT, OTHER_TOTAL)

    assert reports.load_report(connection, report_id) == before
    assert before is not None
    assert before.plan_version_id == cast.plan.version_id
    rows = connection.execute(select(assignment.c.state).where(assignment.c.report_id == report_id))
    assert set(rows.scalars()) == {"reported" if state == "submitted" else "accepted"}


def test_nobody_is_chased_for_what_a_newer_version_has_dropped(connection: Connection, cast: Cast) -> None:
    """Overdue and returned forms as well: nobody could report them any more."""
    connection.execute(
        update(assignment)
        .where(assignment.c.unit_id == cast.officer.unit_id, assignment.c.form == "F1")
        .values(due_on=date(2026, 11, 10), state="returned")
    )

    load(connection, WITHOUT)

    assert find_owed(connection, cast.owes(cast.officer)) is None
    assert find_owed(connection, cast.owes(cast.other)) is not None


def test_refused_import_leaves_nothing_behind(connection: Connection, cast: Cast, joined: None) -> None:
    savepoint = connection.begin_nested()
    load(connection, LATER)
    savepoint.rollback()

    assert plans_in_force(connection, cast.committee) == (cast.plan,)
    assert notices(connection) == []
    assert due_days(connection, cast, "F2") == {date(2027, 1, 20)}


def test_message_that_is_being_delivered_is_not_taken_back(
    connection: Connection, cast: Cast, joined: None
) -> None:
    load(connection, LATER)
    claimed = outbox.claim_due(connection, ["telegram"], now=NOW, most=2)

    assert len(outbox.take_back(connection, kind=Kind.NOTICE, prefix=f"plan:{cast.plan.id}:")) == 1
    assert len(claimed) == 2
