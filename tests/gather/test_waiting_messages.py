"""Reminders and notices that waited reach nobody for whom they are no more."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.core.hearing import heard_by
from bot.core.messages import Address, Made, Reply
from bot.db import contacts
from bot.db.assignments import owed_by
from bot.db.outbox import Kind, Message
from bot.db.session import Connection
from bot.db.tables import outbox, post
from bot.gather.shelf import Shelf
from scheduler.digest_previews import send_previews
from scheduler.makers import makers
from tests.gather.test_digest_letters import end_posts, give_chat_away
from tests.gather.test_digest_sending import FRIDAY, join
from tests.house import member, office_time, the_office

NOW = office_time("2026-11-27 09:00")
CHAT = Address("telegram", "7")
ROOT = Path(__file__).resolve().parents[2]


def made(connection: Connection, kind: Kind, body: dict[str, object]) -> Made:
    return makers(Shelf())[kind](connection, Message(1, CHAT, kind, body), NOW)


def reminder(connection: Connection, *units: str) -> dict[str, object]:
    """What the officer of the first of these units is to be reminded of."""
    items = [
        {"key": list(owed.key), "step": "D3", "role": "officer"}
        for unit in units
        for owed in owed_by(connection, [member(connection, unit, "officer").unit_id], opened_by=NOW.date())
    ]
    who = member(connection, units[0], "officer")
    return {"person": who.person_id, "name": who.name, "items": items}


def test_reminder_goes_to_whoever_sits_in_the_chat_still(connection: Connection) -> None:
    join(connection, "T14", "officer", "7")
    body = reminder(connection, "T14")
    assert isinstance(made(connection, Kind.REMINDER, body), Reply)

    give_chat_away(connection, "7")

    assert made(connection, Kind.REMINDER, body) is None


def test_reminder_leaves_out_what_somebody_else_reports_by_now(connection: Connection) -> None:
    join(connection, "T14", "officer", "7")
    both = made(connection, Kind.REMINDER, reminder(connection, "T14", "T25"))
    own = made(connection, Kind.REMINDER, reminder(connection, "T14"))
    assert both == own

    end_posts(connection, "T14", "officer")

    assert made(connection, Kind.REMINDER, reminder_of_the_past(connection)) is None


def reminder_of_the_past(connection: Connection) -> dict[str, object]:
    """That of T14 to somebody who was its officer."""
    contact = contacts.load_contact(connection, CHAT)
    assert contact is not None
    unit_id = member(connection, "T14", "head").unit_id
    items = [
        {"key": list(owed.key), "step": "D3", "role": "officer"}
        for owed in owed_by(connection, [unit_id], opened_by=NOW.date())
    ]
    return {"person": contact.person_id, "name": "", "items": items}


def test_officer_of_the_unit_above_is_reminded_of_the_unit_below(connection: Connection) -> None:
    who = join(connection, "X02", "officer", "7")
    below = {**reminder(connection, "T14"), "person": who}

    assert isinstance(made(connection, Kind.REMINDER, below), Reply)


def test_preview_is_for_staff(connection: Connection) -> None:
    join(connection, "BTG", "staff", "7")
    assert send_previews(connection, the_office(connection), Shelf(), now=FRIDAY) == 1
    body = connection.execute(select(outbox.c.body).where(outbox.c.kind == "notice")).scalar_one()
    assert isinstance(made(connection, Kind.NOTICE, body), Reply)

    connection.execute(
        update(post).where(post.c.person_id == body["person"]).values(until=NOW - timedelta(days=1))
    )

    assert made(connection, Kind.NOTICE, body) is None


def test_decision_is_for_its_author_in_their_own_chat(connection: Connection) -> None:
    who = join(connection, "T14", "officer", "7")
    body = {**Reply("Đã trả lại.").to_json(), **heard_by(who, post=True)}
    assert made(connection, Kind.NOTICE, body) == Reply("Đã trả lại.")

    give_chat_away(connection, "7")

    assert made(connection, Kind.NOTICE, body) is None


OWES_NOTICES = sorted(
    path
    for room in ("bot/gather", "handlers", "scheduler")
    for path in (ROOT / room).glob("*.py")
    if "kind=Kind.NOTICE" in (text := path.read_text(encoding="utf-8")) or "kind=outbox.Kind.NOTICE" in text
)


@pytest.mark.parametrize("path", OWES_NOTICES, ids=lambda path: path.stem)
def test_whoever_owes_a_notice_says_who_may_hear_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.count("heard_by(") >= text.count("Kind.NOTICE,\n") - text.count("take_back(")


def test_every_room_that_owes_notices_is_looked_at() -> None:
    assert len(OWES_NOTICES) == 13
