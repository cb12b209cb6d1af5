"""Hand-over: codes that pass a post on, and the forms that go with it."""

from bot.core.invitations import State
from bot.db import contacts, fillings, invitations
from bot.db.session import Connection
from tests.db.cast import NOW, Cast, begin, join, private


def test_code_names_the_unit_and_whom_it_replaces(connection: Connection, cast: Cast) -> None:
    school, leaves = cast.officer.unit_id, cast.officer.person_id
    code = invitations.invite(connection, cast.committee, None, now=NOW, unit_id=school, replaces_id=leaves)

    found = invitations.find(connection, code, now=NOW)

    assert found is not None
    assert (found.person_id, found.unit_id, found.replaces_id, found.state) == (
        None,
        school,
        leaves,
        State.VALID,
    )


def test_newer_code_for_the_same_post_withdraws_the_older_and_no_other(
    connection: Connection, cast: Cast
) -> None:
    def made(unit: int, replaces: int | None) -> str:
        return invitations.invite(
            connection, cast.committee, None, now=NOW, unit_id=unit, replaces_id=replaces
        )

    school = cast.officer.unit_id
    first = made(school, cast.officer.person_id)
    others = [
        made(school, None),
        made(school, cast.colleague.person_id),
        made(cast.other.unit_id, None),
        invitations.invite(connection, cast.committee, None, now=NOW),
        invitations.invite(connection, cast.committee, cast.officer.person_id, now=NOW),
    ]
    made(school, cast.officer.person_id)

    states = [invitations.find(connection, code, now=NOW) for code in (first, *others)]

    assert [one.state for one in states if one] == [State.WITHDRAWN, *[State.VALID] * 5]


def test_half_filled_forms_of_the_unit_pass_on(connection: Connection, cast: Cast) -> None:
    chat = join(connection, cast.officer, "7")
    passing = begin(
        connection, cast, cast.officer, cast.owes(cast.officer), state={"v": 1, "answers": {"a": 1}}
    )
    contacts.save_filling(connection, chat, passing)
    same = cast.owes(cast.officer, form="F2", period="2026-2027-HK1")
    begin(connection, cast, cast.officer, same)
    own = begin(connection, cast, cast.other, same)
    elsewhere = begin(connection, cast, cast.officer, cast.owes(cast.other))

    passed = fillings.pass_on(
        connection, cast.officer.person_id, cast.other.person_id, unit_id=cast.officer.unit_id
    )

    assert passed == 1
    assert {one.id for one in fillings.begun_by(connection, cast.other.person_id)} == {passing, own}
    left = {one.id for one in fillings.begun_by(connection, cast.officer.person_id)}
    assert (elsewhere in left, passing in left, len(left)) == (True, False, 2)
    contact = contacts.load_contact(connection, private("7"))
    assert contact is not None
    assert contact.filling is None
