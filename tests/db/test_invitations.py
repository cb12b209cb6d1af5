"""One-time codes: stored as hashes, good once and for a while, hard to guess."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.core.invitations import State
from bot.core.messages import Address
from bot.db import invitations
from bot.db.invitations import Invitation
from bot.db.session import Connection
from bot.db.tables import installation, invitation, wrong_code
from tests.db.cast import NOW, Cast, private

SECOND = timedelta(seconds=1)


def find(connection: Connection, code: str, *, after: timedelta = timedelta(0)) -> Invitation:
    found = invitations.find(connection, code, now=NOW + after)
    assert found is not None
    return found


def guess(connection: Connection, address: Address, times: int, *, after: timedelta = timedelta(0)) -> None:
    for _ in range(times):
        invitations.note_wrong(connection, address, now=NOW + after)


def stored(connection: Connection) -> Sequence[str]:
    """Everything that the table of invitations holds, as text."""
    return [str(value) for row in connection.execute(select(invitation)) for value in row]


@pytest.fixture
def code(connection: Connection, cast: Cast) -> str:
    return invitations.invite(connection, cast.committee, cast.officer.person_id, now=NOW)


def test_code_opens_the_door_for_one_person(connection: Connection, cast: Cast, code: str) -> None:
    found = find(connection, code)

    assert found == Invitation(
        found.id, cast.committee, cast.officer.person_id, "Nguyễn Văn Tiến", State.VALID
    )
    assert invitations.load(connection, found.id, now=NOW) == found


def test_code_is_understood_however_it_is_typed(connection: Connection, code: str) -> None:
    typed = [code.lower(), code.replace("-", ""), code.replace("-", " "), f" {code} ", code.replace("-", "_")]

    assert {find(connection, text).id for text in typed} == {find(connection, code).id}


@pytest.mark.parametrize("text", ["", "ABC", "23456-ABCDE", "ABCDE-FGHJ1", "việc"])
def test_code_that_was_never_given_opens_nothing(connection: Connection, code: str, text: str) -> None:
    assert invitations.find(connection, text, now=NOW) is None


def test_code_itself_is_not_in_the_database(connection: Connection, code: str) -> None:
    plain = code.replace("-", "")

    assert [value for value in stored(connection) if plain in value or code in value] == []
    assert len([value for value in stored(connection) if len(value) == 64]) == 1  # the hash is


def test_hash_is_worth_nothing_in_another_installation(connection: Connection, code: str) -> None:
    connection.execute(installation.update().values(salt="another"))

    assert invitations.find(connection, code, now=NOW) is None


def test_code_is_good_once(connection: Connection, code: str) -> None:
    found = find(connection, code)

    invitations.use(connection, found.id, now=NOW)

    assert find(connection, code).state is State.USED


def test_code_expires(connection: Connection, code: str) -> None:
    assert find(connection, code, after=invitations.VALID_FOR - SECOND).state is State.VALID
    assert find(connection, code, after=invitations.VALID_FOR).state is State.EXPIRED


def test_used_code_stays_used_when_its_time_is_over(connection: Connection, code: str) -> None:
    invitations.use(connection, find(connection, code).id, now=NOW)

    assert find(connection, code, after=2 * invitations.VALID_FOR).state is State.USED


def test_newer_code_withdraws_the_one_before(connection: Connection, cast: Cast, code: str) -> None:
    others = invitations.invite(connection, cast.committee, cast.other.person_id, now=NOW)

    newer = invitations.invite(connection, cast.committee, cast.officer.person_id, now=NOW + SECOND)

    assert find(connection, code).state is State.WITHDRAWN
    assert find(connection, newer).state is State.VALID
    assert find(connection, others).state is State.VALID


def test_newer_code_leaves_a_used_one_as_it_is(connection: Connection, cast: Cast, code: str) -> None:
    invitations.use(connection, find(connection, code).id, now=NOW)

    invitations.invite(connection, cast.committee, cast.officer.person_id, now=NOW + SECOND)

    assert find(connection, code).state is State.USED


def test_code_of_a_group_is_nobodys(connection: Connection, cast: Cast) -> None:
    first = invitations.invite(connection, cast.committee, None, now=NOW)
    second = invitations.invite(connection, cast.committee, None, now=NOW)

    assert (find(connection, first).person_id, find(connection, first).person_name) == (None, "")
    assert find(connection, first).state is State.VALID  # two groups may be linked
    assert find(connection, second).state is State.VALID


def test_guessing_in_one_chat_is_stopped_there_alone(connection: Connection) -> None:
    guess(connection, private("7"), invitations.MOST_WRONG_PER_CHAT - 1)
    assert invitations.must_wait(connection, private("7"), now=NOW) is False

    guess(connection, private("7"), 1)
    assert invitations.must_wait(connection, private("7"), now=NOW) is True
    assert invitations.must_wait(connection, private("8"), now=NOW) is False
    assert invitations.must_wait(connection, Address("zalo", "7"), now=NOW) is False


def test_guessing_from_many_chats_stops_everybody(connection: Connection) -> None:
    for number in range(invitations.MOST_WRONG_OVERALL):
        guess(connection, private(str(number)), 1)

    assert invitations.must_wait(connection, private("another"), now=NOW) is True


def test_who_guessed_too_often_may_try_again_after_an_hour(connection: Connection) -> None:
    guess(connection, private("7"), invitations.MOST_WRONG_PER_CHAT)

    assert invitations.must_wait(connection, private("7"), now=NOW + invitations.WINDOW - SECOND) is True
    assert invitations.must_wait(connection, private("7"), now=NOW + invitations.WINDOW) is False


def test_wrong_codes_are_not_kept_for_ever(connection: Connection) -> None:
    guess(connection, private("7"), 3)
    guess(connection, private("8"), 1, after=25 * invitations.WINDOW)

    assert connection.execute(select(wrong_code.c.chat)).scalars().all() == ["8"]


def test_people_who_hold_a_good_code_have_not_joined(connection: Connection, cast: Cast, code: str) -> None:
    used = invitations.invite(connection, cast.committee, cast.other.person_id, now=NOW)
    invitations.use(connection, find(connection, used).id, now=NOW)
    invitations.invite(connection, cast.committee, None, now=NOW)

    assert invitations.not_joined(connection, cast.committee, now=NOW) == [cast.officer.person_id]
    assert invitations.not_joined(connection, cast.committee, now=NOW + invitations.VALID_FOR) == []
