"""A roster against the units that are there, and names short enough to be told apart."""

from collections.abc import Mapping
from dataclasses import replace

from bot.core.people import Role
from bot.core.roster import Changed, Holder, Loaded, PostChange, RosterChanges, compare, with_short_names
from bot.core.units import Unit

COMMUNE = Unit("X02", "Đảng ủy xã Đông Khê Hạ", "PARTY_COMMUNE", short="Xã Đông Khê Hạ")
OTHER_COMMUNE = Unit("X09", "Đảng ủy xã Minh Đức Trung", "PARTY_COMMUNE", short="Xã Minh Đức Trung")
SCHOOL = Unit("T14", "Trường Tiểu học Lê Lợi", "SCHOOL", parent="X02", figures={"pupils": 832})
NAMESAKE = Unit("T20", "Trường Tiểu học Lê Lợi", "SCHOOL", parent="X09")
LONE = Unit("T15", "Trường Tiểu học Kim Đồng", "SCHOOL", parent="X02")


def known(*units: Unit) -> Mapping[str, Unit]:
    return {unit.code: unit for unit in units}


# --- what changes ------------------------------------------------------------------------------------------------


def test_first_roster_adds_everything() -> None:
    assert compare({}, [COMMUNE, SCHOOL]) == RosterChanges((COMMUNE, SCHOOL), (), 0)


def test_same_roster_changes_nothing() -> None:
    assert compare(known(COMMUNE, SCHOOL), [COMMUNE, SCHOOL]) == RosterChanges((), (), 2)


def test_changed_unit_is_named_with_what_differs() -> None:
    newer = replace(SCHOOL, name="Trường Tiểu học Lê Lợi 1", figures={"pupils": 840})

    assert compare(known(SCHOOL), [newer, LONE]) == RosterChanges(
        added=(LONE,), changed=(Changed(SCHOOL, newer, ("name", "figures")),), unchanged=0
    )


def test_unit_that_the_roster_does_not_name_is_left_alone() -> None:
    assert compare(known(COMMUNE, SCHOOL), [LONE]) == RosterChanges((LONE,), (), 0)


def test_loading_did_nothing_if_neither_units_nor_posts_changed() -> None:
    same = RosterChanges((), (), 2)
    moved = PostChange("T14", Holder("Bùi Thị Nga", Role.HEAD), began=True)

    assert Loaded(same, ()).nothing is True
    assert Loaded(same, (moved,)).nothing is False
    assert Loaded(RosterChanges((SCHOOL,), (), 0), ()).nothing is False


# --- short names -------------------------------------------------------------------------------------------------


def shorts(*units: Unit, beside: Mapping[str, Unit] | None = None) -> list[str]:
    return [unit.short for unit in with_short_names(units, known=beside or {})]


def test_unit_keeps_its_short_name_or_gets_its_name() -> None:
    assert shorts(COMMUNE, LONE) == ["Xã Đông Khê Hạ", "Trường Tiểu học Kim Đồng"]


def test_schools_of_one_name_get_their_commune_behind_it() -> None:
    assert shorts(COMMUNE, OTHER_COMMUNE, SCHOOL, NAMESAKE)[2:] == [
        "Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ)",
        "Trường Tiểu học Lê Lợi (Xã Minh Đức Trung)",
    ]


def test_namesake_may_be_known_already() -> None:
    assert shorts(SCHOOL, beside=known(COMMUNE, OTHER_COMMUNE, NAMESAKE)) == [
        "Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ)"
    ]


def test_names_are_compared_as_people_read_them() -> None:
    assert shorts(SCHOOL, replace(NAMESAKE, name="TRƯỜNG TIỂU HỌC  LÊ LỢI"), beside=known(COMMUNE)) == [
        "Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ)",
        "TRƯỜNG TIỂU HỌC  LÊ LỢI (T20)",  # its commune is not in the roster
    ]


def test_unit_does_not_become_its_own_namesake_when_it_is_loaded_again() -> None:
    assert shorts(SCHOOL, beside=known(COMMUNE, SCHOOL)) == ["Trường Tiểu học Lê Lợi"]


def test_short_names_of_the_shipped_roster_differ(units: Mapping[str, Unit]) -> None:
    named = with_short_names(list(units.values()), known={})

    assert len({unit.short for unit in named}) == len(named) == 64
    assert {unit.code: unit.short for unit in named if unit.name == SCHOOL.name} == {
        "T14": "Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ)",
        "T20": "Trường Tiểu học Lê Lợi (Xã Minh Đức Trung)",
    }


def test_namesakes_in_one_commune_differ_as_well() -> None:
    first, second = shorts(COMMUNE, SCHOOL, replace(NAMESAKE, parent="X02"))[1:]

    assert first != second


def test_units_of_different_names_and_one_short_name_differ_as_well() -> None:
    first, second = shorts(replace(SCHOOL, short="Lê Lợi"), replace(LONE, short="Lê Lợi"))

    assert first != second
