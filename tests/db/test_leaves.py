"""Leaves: stated, declined, ended; and whose work somebody does on a day."""

from datetime import date, timedelta

from bot.db import leaves
from bot.db.people import load_person
from bot.db.session import Connection
from tests.db.cast import NOW, Cast

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 5)


def put(connection: Connection, person: int, substitute: int | None, *, days: tuple[date, date]) -> int:
    return leaves.put_leave(
        connection, person, substitute_id=substitute, starts_on=days[0], ends_on=days[1], now=NOW
    )


def units_on(connection: Connection, cast: Cast, day: date) -> tuple[int, ...]:
    return load_person(connection, cast.commune.person_id, cast.commune.name, today=day).units


def test_substitute_has_the_absent_s_units_from_the_first_day_to_the_last(
    connection: Connection, cast: Cast
) -> None:
    put(connection, cast.officer.person_id, cast.commune.person_id, days=(FIRST, LAST))

    own, both = (cast.commune.unit_id,), (cast.commune.unit_id, cast.officer.unit_id)
    days = (FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1))
    assert [units_on(connection, cast, day) for day in days] == [own, both, both, own]
    assert load_person(connection, cast.commune.person_id, cast.commune.name).units == own


def test_leave_is_found_by_both_and_by_nobody_else(connection: Connection, cast: Cast) -> None:
    leave_id = put(connection, cast.officer.person_id, cast.commune.person_id, days=(FIRST, LAST))

    found = leaves.load_leave(connection, leave_id)
    assert found is not None
    assert (found.name, found.substitute) == (cast.officer.name, cast.commune.name)
    for who in (cast.officer, cast.commune):
        assert leaves.leaves_of(connection, who.person_id, since=LAST) == [found]
        assert leaves.leaves_of(connection, who.person_id, since=LAST + timedelta(days=1)) == []
    assert leaves.leaves_of(connection, cast.other.person_id, since=FIRST) == []
    assert leaves.away_on(connection, cast.committee, FIRST) == {
        cast.officer.person_id: cast.commune.person_id
    }


def test_leave_is_ended_once(connection: Connection, cast: Cast) -> None:
    leave_id = put(connection, cast.officer.person_id, cast.commune.person_id, days=(FIRST, LAST))

    assert leaves.end_leave(connection, leave_id, now=NOW)
    assert not leaves.end_leave(connection, leave_id, now=NOW)
    assert units_on(connection, cast, FIRST) == (cast.commune.unit_id,)
    assert leaves.load_leave(connection, leave_id) is None
    assert leaves.away_on(connection, cast.committee, FIRST) == {}


def test_only_the_substitute_declines_and_once(connection: Connection, cast: Cast) -> None:
    leave_id = put(connection, cast.officer.person_id, cast.commune.person_id, days=(FIRST, LAST))

    by = [cast.other.person_id, cast.commune.person_id, cast.commune.person_id]
    assert [leaves.decline_leave(connection, leave_id, substitute_id=one, now=NOW) for one in by] == [
        False,
        True,
        False,
    ]
    assert leaves.away_on(connection, cast.committee, FIRST) == {cast.officer.person_id: None}
    assert units_on(connection, cast, FIRST) == (cast.commune.unit_id,)


def test_later_statement_replaces_an_overlapping_one(connection: Connection, cast: Cast) -> None:
    put(connection, cast.officer.person_id, None, days=(FIRST, LAST))
    put(connection, cast.officer.person_id, cast.commune.person_id, days=(FIRST, FIRST))

    assert leaves.away_on(connection, cast.committee, FIRST) == {
        cast.officer.person_id: cast.commune.person_id
    }
    assert leaves.away_on(connection, cast.committee, LAST) == {}


def test_leave_of_other_days_stays(connection: Connection, cast: Cast) -> None:
    put(connection, cast.officer.person_id, cast.commune.person_id, days=(LAST, LAST))
    put(connection, cast.officer.person_id, None, days=(FIRST, FIRST))

    assert leaves.away_on(connection, cast.committee, LAST) == {
        cast.officer.person_id: cast.commune.person_id
    }


def test_whoever_is_away_on_one_of_the_days_is_found(connection: Connection, cast: Cast) -> None:
    put(connection, cast.officer.person_id, None, days=(FIRST, LAST))

    def away(first: date, last: date) -> frozenset[int]:
        return leaves.away_between(connection, cast.committee, first, last)

    day = timedelta(days=1)
    assert away(LAST, LAST + day) == away(FIRST - day, FIRST) == {cast.officer.person_id}
    assert away(LAST + day, LAST + 2 * day) == away(FIRST - 2 * day, FIRST - day) == frozenset()


def test_work_of_a_substitute_who_is_away_goes_on_to_theirs(connection: Connection, cast: Cast) -> None:
    put(connection, cast.officer.person_id, cast.colleague.person_id, days=(FIRST, LAST))
    put(connection, cast.colleague.person_id, cast.commune.person_id, days=(FIRST, LAST))
    put(connection, cast.commune.person_id, cast.officer.person_id, days=(FIRST, FIRST))

    found = leaves.stood_in_for(connection, cast.commune.person_id, FIRST)

    assert found == (cast.colleague.person_id, cast.officer.person_id)
