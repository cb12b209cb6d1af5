"""A unit with all below it, by either superior; and who heads one."""

from bot.core.people import Person, Post, Role
from bot.core.subtree import above, below, headed
from bot.core.units import Unit

UNITS = {
    number: Unit(code, code, kind, parent=parent, party_parent=party)
    for number, (code, kind, parent, party) in enumerate(
        [
            ("HU", "STANDING", None, None),
            ("X01", "PARTY_COMMUNE", "HU", "HU"),
            ("X02", "PARTY_COMMUNE", "HU", "HU"),
            ("T01", "SCHOOL", "X01", "X01"),
            ("T02", "SCHOOL", "X01", "X02"),  # taught in one commune, its cell belongs to another
            ("CELL", "PARTY_UNIT", "T02", None),
            ("ALONE", "GOV", None, None),
        ],
        start=1,
    )
}
ROWS = {unit.code: row for row, unit in UNITS.items()}


def head_of(*codes: str, role: Role = Role.HEAD) -> Person:
    return Person(1, "Hồ Thị Thảo", tuple(Post(ROWS[code], code, code, role) for code in codes))


def test_subtree_goes_down_both_lines_to_any_depth() -> None:
    assert below("X02", UNITS.values()) == {"X02", "T02", "CELL"}
    assert below("X01", UNITS.values()) == {"X01", "T01", "T02", "CELL"}
    assert below("HU", UNITS.values()) == set(ROWS) - {"ALONE"}
    assert below("T01", UNITS.values()) == {"T01"}


def test_above_is_the_other_way_round() -> None:
    for code in ROWS:
        assert above(code, UNITS.values()) == {
            other for other in ROWS if other != code and code in below(other, UNITS.values())
        }


def test_ring_of_superiors_has_an_end() -> None:
    ring = [Unit("A", "A", "GOV", parent="B"), Unit("B", "B", "GOV", parent="A")]

    assert below("A", ring) == {"A", "B"}
    assert above("A", ring) == {"B"}


def test_head_of_a_unit_with_others_below_heads_a_subtree() -> None:
    assert headed(head_of("X02"), UNITS) == ("X02",)
    assert headed(head_of("X01", "X02"), UNITS) == ("X01", "X02")
    assert headed(head_of("T01"), UNITS) == ()
    assert headed(head_of("X02", role=Role.OFFICER), UNITS) == ()


def test_unit_below_another_one_of_theirs_is_told_with_it() -> None:
    assert headed(head_of("X02", "HU"), UNITS) == ("HU",)
