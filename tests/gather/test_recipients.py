"""Reminders go to the substitute while a leave lasts, and to somebody whoever is missing."""

from datetime import date

import pytest

from bot.core.people import Role
from bot.db import contacts, leaves, outbox
from bot.db.outbox import Kind, Message, Settled
from bot.db.session import Connection
from bot.gather.recipients import gather_recipients
from bot.gather.shelf import Shelf
from scheduler.reminders import remind
from tests.db.cast import NOW, Cast, cast_of, join, private
from tests.house import member, office_time, the_office

WEEK_BEFORE = office_time("2026-11-25 08:00")
THREE_BEFORE = office_time("2026-11-27 08:00")


@pytest.fixture
def cast(connection: Connection) -> Cast:
    return cast_of(connection)


def heard(connection: Connection, *, at: str) -> set[str]:
    """Whose chats get a reminder about T14 when the bell rings then."""
    office, now = the_office(connection), office_time(at)
    remind(connection, office, Shelf(), now=now, most=1000)
    school = member(connection, "T14", "head").unit_id
    due = outbox.claim_due(connection, ("telegram",), now=now, most=99)
    outbox.settle(connection, [Settled(one.id, "sent", now, now, "1", attempts=1) for one in due])
    return {
        one.address.chat
        for one in due
        if one.kind is Kind.REMINDER and any(item["key"][1] == school for item in one.body["items"])
    }


def test_reminders_go_to_the_substitute_while_the_leave_lasts(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "officer")
    join(connection, cast.commune, "commune")
    leaves.put_leave(
        connection,
        cast.officer.person_id,
        substitute_id=cast.commune.person_id,
        starts_on=date(2026, 11, 26),
        ends_on=date(2026, 11, 30),
        now=NOW,
    )

    days = ("2026-11-25 08:00", "2026-11-27 08:00", "2026-12-02 08:00")
    assert [heard(connection, at=day) for day in days] == [{"officer"}, {"commune"}, {"officer"}]


def test_leave_that_ends_early_gives_the_reminders_back(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "officer")
    join(connection, cast.commune, "commune")
    leave_id = leaves.put_leave(
        connection,
        cast.officer.person_id,
        substitute_id=cast.commune.person_id,
        starts_on=date(2026, 11, 23),
        ends_on=date(2026, 12, 31),
        now=NOW,
    )

    assert heard(connection, at="2026-11-25 08:00") == {"commune"}
    leaves.end_leave(connection, leave_id, now=WEEK_BEFORE)
    assert heard(connection, at="2026-11-27 08:00") == {"officer"}


def test_work_falls_up_from_officer_to_head_to_the_unit_above(connection: Connection, cast: Cast) -> None:
    def who() -> list[tuple[int, Role, bool]]:
        found = gather_recipients(
            connection, cast.committee, [cast.officer.unit_id], today=date(2026, 11, 25)
        )
        return [(one.person_id, one.role, one.below) for one in found.by_unit[cast.officer.unit_id]]

    join(connection, cast.commune, "commune")
    assert who() == [(cast.commune.person_id, Role.OFFICER, True)]
    join(connection, cast.colleague, "head")
    assert who() == [(cast.colleague.person_id, Role.OFFICER, False)]
    join(connection, cast.officer, "officer")
    both = [
        (cast.officer.person_id, Role.OFFICER, False),
        (cast.colleague.person_id, Role.HEAD, False),
    ]
    assert who() == both
    contacts.mark_lost(connection, private("officer"), "blocked", NOW)
    assert who() == [(cast.colleague.person_id, Role.OFFICER, False)]
    contacts.mark_found(connection, private("officer"))
    assert who() == both


def test_staff_hear_once_of_units_that_have_nobody(connection: Connection, cast: Cast) -> None:
    join(connection, cast.staff, "staff")
    office = the_office(connection)

    def notices(at: str) -> list[str]:
        now = office_time(at)
        remind(connection, office, Shelf(), now=now, most=1000)
        due = outbox.claim_due(connection, ("telegram",), now=now, most=99)
        return [one.body["text"] for one in due if one.kind is Kind.NOTICE]

    (first,) = notices("2026-11-25 08:00")
    assert "chưa có người nhận việc" in first
    assert notices("2026-11-25 08:01") == []
    assert notices("2026-11-27 08:00") == []


def test_nobody_is_noted_as_long_as_no_staff_can_hear_it(connection: Connection, cast: Cast) -> None:
    office = the_office(connection)
    remind(connection, office, Shelf(), now=WEEK_BEFORE, most=1000)
    join(connection, cast.staff, "staff")

    remind(connection, office, Shelf(), now=THREE_BEFORE, most=1000)

    due = outbox.claim_due(connection, ("telegram",), now=THREE_BEFORE, most=99)
    assert [one.address.chat for one in due if one.kind is Kind.NOTICE] == ["staff"]


def test_one_message_has_it_all_however_few_units_are_looked_at_in_one_transaction(
    connection: Connection, cast: Cast
) -> None:
    join(connection, cast.commune, "commune")
    office, more = the_office(connection), True
    came: list[Message] = []
    while more:
        more = remind(connection, office, Shelf(), now=WEEK_BEFORE, most=1).more
        came += outbox.claim_due(connection, ("telegram",), now=WEEK_BEFORE, most=99)

    (only,) = [one for one in came if one.address.chat == "commune"]
    units = {item["key"][1] for item in only.body["items"]}
    below = {member(connection, code, "officer").unit_id for code in ("T02", "T14", "T26", "T40")}
    assert units == {cast.commune.unit_id, *below}
