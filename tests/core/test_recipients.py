"""Who receives the work of a unit."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.people import Role
from bot.core.recipients import Holds, Receives, attendants, fallen_up

OFFICER = Holds(1, "Nguyễn Văn Tiến", Role.OFFICER)
HEAD = Holds(2, "Bùi Thị Nga", Role.HEAD)
COMMUNE = 3


def test_officer_and_head_receive_each_in_their_role() -> None:
    assert attendants([OFFICER, HEAD], away={}, living={1, 2}) == (
        Receives(1, Role.OFFICER),
        Receives(2, Role.HEAD),
    )


def test_substitute_receives_while_the_officer_is_away() -> None:
    assert attendants([OFFICER, HEAD], away={1: COMMUNE}, living={1, 2, COMMUNE}) == (
        Receives(COMMUNE, Role.OFFICER, "Nguyễn Văn Tiến"),
        Receives(2, Role.HEAD),
    )


def test_head_receives_as_the_officer_would_where_there_is_none() -> None:
    alone = (Receives(2, Role.OFFICER),)

    assert attendants([OFFICER, HEAD], away={}, living={2}) == alone
    assert attendants([OFFICER, HEAD], away={1: None}, living={1, 2}) == alone
    assert attendants([HEAD], away={}, living={2}) == alone


def test_unit_without_anybody_falls_up_to_the_nearest_that_has_somebody() -> None:
    commune = (Receives(COMMUNE, Role.OFFICER), Receives(4, Role.HEAD))

    assert attendants([OFFICER, HEAD], away={1: None, 2: 1}, living={1, 2}) == ()
    assert fallen_up([(), commune, (Receives(5, Role.OFFICER),)]) == (
        Receives(COMMUNE, Role.OFFICER, below=True),
    )
    assert fallen_up([()]) == ()


PERSON = st.integers(min_value=1, max_value=5)
HOLDERS = st.lists(st.builds(Holds, PERSON, st.just("X"), st.sampled_from((Role.OFFICER, Role.HEAD))))


@given(HOLDERS, st.dictionaries(PERSON, st.none() | PERSON), st.sets(PERSON))
def test_whoever_receives_is_living_and_there_and_an_officer_s_place_is_never_empty(
    holders: list[Holds], away: dict[int, int | None], living: set[int]
) -> None:
    found = attendants(holders, away=away, living=living)

    assert all(one.person_id in living and one.person_id not in away for one in found)
    assert not found or any(one.role is Role.OFFICER for one in found)
