"""Who hears a decision: whoever asked, while they report for the unit; else who reports for it now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.db import leaves, people
from bot.db.contacts import mark_lost
from bot.db.session import Connection
from bot.gather.present_officers import present_officers
from bot.gather.rosters import load_roster
from bot.gather.shelf import Shelf
from scheduler.periods import open_periods
from tests.db.cast import NOW, Cast, cast_of, join, private
from tests.house import Member, member, read_roster_files, the_office

TODAY = NOW.date()


@pytest.fixture
def cast(connection: Connection) -> Cast:
    return cast_of(connection)


def hearers(connection: Connection, cast: Cast, *, asker: Member | None, day: date = TODAY) -> Sequence[int]:
    """Who hears what was decided for T14."""
    asker_id = None if asker is None else asker.person_id
    found = present_officers(connection, cast.committee, cast.officer.unit_id, asker_id=asker_id, today=day)
    return [one.person_id for one in found]


def leave_the_post(connection: Connection, who: Member) -> None:
    for post in people.posts_of_units(connection, [who.unit_id]):
        if post.person_id == who.person_id:
            people.end_post(connection, post.id, now=NOW)


def test_whoever_asked_hears_it_alone(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "officer")
    join(connection, cast.colleague, "head")

    assert hearers(connection, cast, asker=cast.officer) == [cast.officer.person_id]
    assert hearers(connection, cast, asker=cast.colleague) == [cast.colleague.person_id]


def test_who_left_the_unit_hears_nothing(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "officer")
    join(connection, cast.colleague, "head")

    leave_the_post(connection, cast.officer)

    assert hearers(connection, cast, asker=cast.officer) == [cast.colleague.person_id]


def test_unit_hears_it_where_the_askers_chat_is_lost(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "officer")
    join(connection, cast.colleague, "head")

    mark_lost(connection, private("officer"), "blocked", NOW)

    assert hearers(connection, cast, asker=cast.officer) == [cast.colleague.person_id]


def test_substitute_hears_it_as_well_while_the_asker_is_away(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "officer")
    join(connection, cast.colleague, "head")
    leaves.put_leave(
        connection,
        cast.officer.person_id,
        substitute_id=cast.colleague.person_id,
        starts_on=TODAY,
        ends_on=TODAY + timedelta(days=3),
        now=NOW,
    )

    assert hearers(connection, cast, asker=cast.officer) == [cast.officer.person_id, cast.colleague.person_id]


def test_unit_above_hears_it_where_the_unit_has_nobody(connection: Connection, cast: Cast) -> None:
    join(connection, cast.commune, "commune")

    assert hearers(connection, cast, asker=cast.officer) == [cast.commune.person_id]
    assert hearers(connection, cast, asker=None) == [cast.commune.person_id]


def test_successors_people_hear_it_after_a_merger(connection: Connection, cast: Cast) -> None:
    heir = member(connection, "T25", "officer")
    join(connection, cast.officer, "officer")
    join(connection, heir, "heir")
    merged_on, later = TODAY, NOW + timedelta(days=3)

    office = the_office(connection)
    entries = [
        replace(one, unit=replace(one.unit, valid_to=merged_on, successor="T25"))
        for one in read_roster_files(office)
        if one.unit.code == "T14"
    ]
    load_roster(connection, office.id, entries, now=NOW, today=office.today(NOW))
    open_periods(connection, office, Shelf(), now=later)

    day = office.today(later)
    assert hearers(connection, cast, asker=heir, day=day) == [heir.person_id]
    assert set(hearers(connection, cast, asker=cast.officer, day=day)) == {
        cast.officer.person_id,
        heir.person_id,
    }
    leave_the_post(connection, cast.officer)
    assert hearers(connection, cast, asker=cast.officer, day=day) == [heir.person_id]
