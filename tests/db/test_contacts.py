"""Private chats: who speaks there, what they were last asked, and whether anything reaches them."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.core.messages import Choice
from bot.db import contacts, people
from bot.db.contacts import Contact
from bot.db.session import Connection
from tests.db.cast import NOW, Cast, begin, join, private
from tests.house import ZONE

LATER = NOW + timedelta(hours=1)


def load(connection: Connection, chat: str) -> Contact:
    contact = contacts.load_contact(connection, private(chat))
    assert contact is not None
    return contact


def test_chat_in_which_nobody_spoke_is_unknown(connection: Connection) -> None:
    assert contacts.load_contact(connection, private("7")) is None


def test_stranger_has_a_chat_and_no_name(connection: Connection) -> None:
    contacts.put_contact(connection, private("7"), language=None, now=NOW)

    stranger = load(connection, "7")

    assert stranger == Contact(
        stranger.id,
        private("7"),
        language=None,
        focus=None,
        person_id=None,
        person_name="",
        committee_id=None,
        zone=None,
        filling=None,
        lost=False,
    )


def test_linked_chat_speaks_for_its_person(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "7")

    linked = load(connection, "7")

    assert (linked.person_id, linked.person_name) == (cast.officer.person_id, "Nguyễn Văn Tiến")
    assert (linked.committee_id, linked.zone) == (cast.committee, ZONE)
    assert contacts.linked_at(connection, linked.id) == NOW


def test_chat_exists_once(connection: Connection) -> None:
    contacts.put_contact(connection, private("7"), language=None, now=NOW)

    with pytest.raises(IntegrityError), connection.begin_nested():
        contacts.put_contact(connection, private("7"), language=None, now=NOW)


def test_focus_comes_back_as_it_was_saved(connection: Connection) -> None:
    contacts.put_contact(connection, private("7"), language=None, now=NOW)
    focus = {"choices": [["Đồng ý ✅", "a:1"], ["Không", "d:1"]]}

    contacts.save_focus(connection, load(connection, "7").id, focus)
    assert load(connection, "7").focus == focus

    contacts.save_focus(connection, load(connection, "7").id, None)
    assert load(connection, "7").focus is None


def test_open_form_comes_back_with_the_chat(connection: Connection, cast: Cast) -> None:
    contact = join(connection, cast.officer, "7")
    state = {"v": 1, "answers": {"so_hoc_sinh": "45", "ghi_chú": "đã làm"}}
    filling = begin(connection, cast, cast.officer, cast.owes(cast.officer), state=state)

    contacts.save_filling(connection, contact, filling)

    found = load(connection, "7").filling
    assert found is not None
    assert (found.id, found.form, found.period) == (filling, "F1", "once")
    assert (found.plan_id, found.plan_version_id) == (cast.plan.id, cast.plan.version_id)
    assert (found.state, found.scene, found.touched_at) == (state, {"tasks": ["HP-31"]}, NOW)


def test_opening_a_form_ends_what_was_offered_before(connection: Connection, cast: Cast) -> None:
    contact = join(connection, cast.officer, "7")
    contacts.save_focus(connection, contact, {"choices": [["1", "f:1"]]})
    filling = begin(connection, cast, cast.officer, cast.owes(cast.officer))

    contacts.save_filling(connection, contact, filling)
    assert load(connection, "7").focus is None

    contacts.save_filling(connection, contact, None)
    assert load(connection, "7").filling is None


def test_language_is_chosen_for_all_chats_of_a_person(connection: Connection, cast: Cast) -> None:
    for chat in ("7", "8"):
        join(connection, cast.officer, chat)
    join(connection, cast.other, "9")

    contacts.save_language(connection, load(connection, "7"), "en")

    assert [load(connection, chat).language for chat in ("7", "8", "9")] == ["en", "en", None]
    assert people.language_of(connection, cast.officer.person_id) == "en"
    assert people.language_of(connection, cast.other.person_id) is None


def test_stranger_may_choose_a_language_too(connection: Connection) -> None:
    contacts.put_contact(connection, private("7"), language="vi", now=NOW)

    contacts.save_language(connection, load(connection, "7"), "en")

    assert load(connection, "7").language == "en"


def test_unlinked_person_has_no_chat_any_more(connection: Connection, cast: Cast) -> None:
    contact = join(connection, cast.officer, "7")
    join(connection, cast.other, "9")
    filling = begin(connection, cast, cast.officer, cast.owes(cast.officer))
    contacts.save_filling(connection, contact, filling)

    contacts.unlink_person(connection, cast.officer.person_id)

    gone = load(connection, "7")
    assert (gone.person_id, gone.filling, gone.focus) == (None, None, None)
    assert contacts.linked_at(connection, contact) is None
    assert contacts.addresses_of(connection, cast.officer.person_id) == ()
    assert load(connection, "9").person_id == cast.other.person_id


def test_lost_chat_is_no_address_until_the_person_is_back(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "7")
    join(connection, cast.officer, "8", at=LATER)
    assert contacts.addresses_of(connection, cast.officer.person_id) == (private("7"), private("8"))

    contacts.mark_lost(connection, private("7"), "Forbidden: bot was blocked by the user", LATER)
    assert load(connection, "7").lost is True
    assert contacts.addresses_of(connection, cast.officer.person_id) == (private("8"),)

    contacts.mark_found(connection, private("7"))
    assert load(connection, "7").lost is False
    assert contacts.addresses_of(connection, cast.officer.person_id) == (private("7"), private("8"))


def test_offers_of_what_came_unasked_stand_beside_what_was_asked(connection: Connection) -> None:
    contacts.put_contact(connection, private("7"), language=None, now=NOW)
    contacts.save_focus(connection, load(connection, "7").id, {"choices": [["Có", "y"]]})

    contacts.add_offers(connection, private("7"), (Choice("Báo cáo năm", "open:1"),))
    contacts.add_offers(connection, private("7"), (Choice("Báo cáo năm", "open:2"), Choice("Sửa", "open:3")))

    offers = [["Báo cáo năm", "open:2"], ["Sửa", "open:3"]]
    assert load(connection, "7").focus == {"choices": [["Có", "y"]], "offers": offers}


def test_offers_to_a_chat_that_is_nobodys_are_forgotten(connection: Connection) -> None:
    contacts.add_offers(connection, private("8"), (Choice("Sửa", "open:3"),))

    assert contacts.load_contact(connection, private("8")) is None
