"""A roster is loaded as often as one likes: what differs is shown and stored, the rest left alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.core.people import Role
from bot.core.roster import Entry, Holder, Loaded, PostChange
from bot.core.units import Unit
from bot.db import people
from bot.db.session import Connection
from bot.db.tables import committee, post
from bot.db.units import load_unit, load_units
from bot.gather.rosters import load_roster
from tests.db.cast import NOW, Cast
from tests.house import read_roster_files, the_office

LATER = NOW + timedelta(days=1)


@pytest.fixture
def roster(connection: Connection) -> Sequence[Entry]:
    """The roster as the house was filled from it."""
    return read_roster_files(the_office(connection))


def load(connection: Connection, cast: Cast, entries: Sequence[Entry]) -> Loaded:
    return load_roster(connection, cast.committee, entries, now=LATER)


def entry(roster: Sequence[Entry], unit: str) -> Entry:
    (found,) = [one for one in roster if one.unit.code == unit]
    return found


def holders(connection: Connection, unit_id: int) -> list[tuple[str, Role, str]]:
    return [(held.name, held.role, held.source) for held in people.posts_of_units(connection, [unit_id])]


def version(connection: Connection) -> int:
    number: int = connection.execute(select(committee.c.roster_version)).scalar_one()
    return number


def test_same_roster_again_changes_nothing(
    connection: Connection, cast: Cast, roster: Sequence[Entry]
) -> None:
    before = version(connection)

    loaded = load(connection, cast, roster)

    assert loaded.nothing is True
    assert loaded.units.unchanged == len(roster)
    assert version(connection) == before


def test_changed_unit_is_shown_with_what_differs(
    connection: Connection, cast: Cast, roster: Sequence[Entry]
) -> None:
    old = entry(roster, "T14")
    figures = {**old.unit.figures, "pupils": 999}
    before = version(connection)

    loaded = load(connection, cast, [replace(old, unit=replace(old.unit, figures=figures))])

    (changed,) = loaded.units.changed
    assert (changed.after.code, changed.what) == ("T14", ("figures",))
    assert load_unit(connection, cast.officer.unit_id).figures == figures
    assert loaded.posts == ()
    assert version(connection) == before + 1


def test_new_unit_is_added_with_its_people(
    connection: Connection, cast: Cast, roster: Sequence[Entry]
) -> None:
    unit = replace(entry(roster, "T14").unit, code="T99", name="Trường Tiểu học Mới", short="TH Mới")
    holder = Holder("Trần Thị Bưởi", Role.OFFICER, "phó hiệu trưởng")

    loaded = load(connection, cast, [Entry(unit, (holder,))])

    assert [one.code for one in loaded.units.added] == ["T99"]
    assert loaded.posts == (PostChange("T99", holder, began=True),)
    rows = {one.code: row for row, one in load_units(connection, cast.committee).items()}
    assert holders(connection, rows["T99"]) == [("Trần Thị Bưởi", Role.OFFICER, "roster")]


def test_units_that_the_roster_does_not_name_are_left_alone(
    connection: Connection, cast: Cast, roster: Sequence[Entry]
) -> None:
    before = load_units(connection, cast.committee)

    loaded = load(connection, cast, [entry(roster, "T14")])

    assert loaded.nothing is True
    assert load_units(connection, cast.committee) == before


def test_successor_takes_the_post_over(connection: Connection, cast: Cast, roster: Sequence[Entry]) -> None:
    old = entry(roster, "T14")
    (leaving,) = [holder for holder in old.holders if holder.role is Role.OFFICER]
    coming = Holder("Trần Thị Bưởi", Role.OFFICER, "phó hiệu trưởng")
    rest = tuple(holder for holder in old.holders if holder is not leaving)

    loaded = load(connection, cast, [replace(old, holders=(coming, *rest))])

    assert loaded.posts == (
        PostChange("T14", coming, began=True),
        PostChange("T14", leaving, began=False),
    )
    assert holders(connection, cast.officer.unit_id) == [
        ("Bùi Thị Nga", Role.HEAD, "roster"),
        ("Trần Thị Bưởi", Role.OFFICER, "roster"),
    ]
    until = connection.execute(select(post.c.until).where(post.c.person_id == cast.officer.person_id))
    assert until.scalars().all() == [LATER]  # the post is kept, with its end


def test_post_by_hand_survives_a_roster_that_does_not_know_it(
    connection: Connection, cast: Cast, roster: Sequence[Entry]
) -> None:
    substitute = people.put_person(connection, cast.committee, "Trần Thị Bưởi", now=NOW)
    people.put_post(
        connection,
        substitute,
        cast.officer.unit_id,
        Role.OFFICER,
        title="thay thế",
        source="hand",
        now=NOW,
    )

    assert load(connection, cast, roster).nothing is True
    assert ("Trần Thị Bưởi", Role.OFFICER, "hand") in holders(connection, cast.officer.unit_id)


def test_second_role_belongs_to_the_same_person(
    connection: Connection, cast: Cast, roster: Sequence[Entry]
) -> None:
    """In a small school the one who writes and the one who approves may be the same."""
    old = entry(roster, "T14")
    both = (*old.holders, Holder("Nguyễn Văn Tiến", Role.HEAD, "quyền hiệu trưởng"))

    load(connection, cast, [replace(old, holders=both)])

    roles = people.load_person(connection, cast.officer.person_id, cast.officer.name).roles
    assert roles == {Role.OFFICER, Role.HEAD}


def test_new_title_of_the_same_holder_is_stored(
    connection: Connection, cast: Cast, roster: Sequence[Entry]
) -> None:
    old = entry(roster, "T14")
    promoted = tuple(replace(holder, title="quyền hiệu trưởng") for holder in old.holders)

    load(connection, cast, [replace(old, holders=promoted)])

    titles = {held.title for held in people.posts_of_units(connection, [cast.officer.unit_id])}
    assert titles == {"quyền hiệu trưởng"}


def test_units_come_back_as_they_were_stored(
    connection: Connection, cast: Cast, roster: Sequence[Entry]
) -> None:
    loaded = {unit.code: unit for unit in load_units(connection, cast.committee).values()}

    for one in roster:
        assert replace(loaded[one.unit.code], short="") == replace(one.unit, short="", phone="")


def test_units_of_one_name_are_told_apart(connection: Connection, cast: Cast) -> None:
    shorts = [unit.short for unit in load_units(connection, cast.committee).values()]

    assert len(set(shorts)) == len(shorts)


@pytest.mark.parametrize("column", ["level", "ownership", "party_org", "name", "short"])
def test_words_of_a_roster_may_be_long(
    connection: Connection, cast: Cast, roster: Sequence[Entry], column: str
) -> None:
    """The reader takes any words there; SQLite does not look at a column's length, PostgreSQL does."""
    words = "trường phổ thông dân tộc bán trú tiểu học và trung học cơ sở " * 2
    old, changed = entry(roster, "T14"), {column: words}
    long: Unit = replace(old.unit, **changed)  # type: ignore[arg-type]  # all of these columns are text

    load(connection, cast, [replace(old, unit=long)])

    assert getattr(load_unit(connection, cast.officer.unit_id), column).startswith(words.strip())
