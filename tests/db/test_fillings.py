"""Forms half answered: kept to the letter, sent once."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from bot.db import contacts, fillings
from bot.db.fillings import Begun
from bot.db.session import Connection
from tests.db.cast import NOW, Cast, begin, join, private

LATER = NOW + timedelta(hours=1)
STATE: dict[str, Any] = {"v": 1, "at": 2, "answers": {"so_luong": "45", "ghi_chu": "đã “làm” 👍\n- một"}}


def test_what_was_answered_comes_back_as_it_was_saved(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    filling = begin(connection, cast, cast.officer, key)

    fillings.save_state(connection, filling, STATE, now=LATER)

    assert fillings.begun_by(connection, cast.officer.person_id) == [
        Begun(filling, key, cast.plan.version_id, {"tasks": ["HP-31"]}, STATE, LATER)
    ]
    assert fillings.sent_as(connection, filling) is None


def test_form_that_was_touched_last_comes_first(connection: Connection, cast: Cast) -> None:
    first = begin(connection, cast, cast.officer, cast.owes(cast.officer))
    second = begin(connection, cast, cast.officer, cast.owes(cast.officer, form="F2", period="2026-2027"))
    begin(connection, cast, cast.other, cast.owes(cast.other))

    fillings.save_state(connection, first, STATE, now=LATER)

    assert [one.id for one in fillings.begun_by(connection, cast.officer.person_id)] == [first, second]


def test_form_is_open_once_for_a_person(connection: Connection, cast: Cast) -> None:
    begin(connection, cast, cast.officer, cast.owes(cast.officer))

    with pytest.raises(IntegrityError), connection.begin_nested():
        begin(connection, cast, cast.officer, cast.owes(cast.officer))

    begin(connection, cast, cast.colleague, cast.owes(cast.officer))  # the head may fill it in beside


@pytest.mark.parametrize("status", ["sent", "cancelled"])
def test_form_ends_once_however_often_it_is_pressed(connection: Connection, cast: Cast, status: str) -> None:
    filling = begin(connection, cast, cast.officer, cast.owes(cast.officer))

    assert fillings.end_filling(connection, filling, status=status, now=LATER) is True
    assert fillings.end_filling(connection, filling, status=status, now=LATER) is False
    assert fillings.end_filling(connection, filling, status="cancelled", now=LATER) is False

    assert fillings.sent_as(connection, filling) == status
    assert fillings.begun_by(connection, cast.officer.person_id) == []


def test_form_that_ended_may_be_begun_again(connection: Connection, cast: Cast) -> None:
    first = begin(connection, cast, cast.officer, cast.owes(cast.officer))
    fillings.end_filling(connection, first, status="cancelled", now=LATER)

    second = begin(connection, cast, cast.officer, cast.owes(cast.officer))

    assert [one.id for one in fillings.begun_by(connection, cast.officer.person_id)] == [second]
    assert fillings.sent_as(connection, first) == "cancelled"


def test_form_that_ended_is_no_longer_filled_in_anywhere(connection: Connection, cast: Cast) -> None:
    filling = begin(connection, cast, cast.officer, cast.owes(cast.officer))
    for chat in ("7", "8"):
        contacts.save_filling(connection, join(connection, cast.officer, chat), filling)

    fillings.end_filling(connection, filling, status="sent", now=LATER)

    for chat in ("7", "8"):
        contact = contacts.load_contact(connection, private(chat))
        assert contact is not None
        assert contact.filling is None


def test_form_that_never_was_did_not_end(connection: Connection) -> None:
    assert fillings.sent_as(connection, 10_000) is None
    assert fillings.end_filling(connection, 10_000, status="sent", now=NOW) is False
