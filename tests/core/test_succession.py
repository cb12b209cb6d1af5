"""Units that end: who follows them, and whose figures are whose."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.succession import Part, answers_for, ended, heir_of, part_of
from bot.core.units import Unit

END = date(2026, 12, 31)
AFTER = END + timedelta(days=1)
OLD = Unit(
    "T33", "Quang Vinh", "SCHOOL", figures={"pupils": 540, "teachers": 30}, valid_to=END, successor="T34"
)
NEW = Unit("T34", "Thái Ninh", "SCHOOL", figures={"pupils": 746, "teachers": 41})
UNITS = {"T33": OLD, "T34": NEW}
GIVEN = {"T33": date(2026, 11, 2), "T34": date(2026, 11, 2)}


def test_heir_follows_on_the_day_after_the_last() -> None:
    assert heir_of(OLD, UNITS, today=END) is None
    assert heir_of(OLD, UNITS, today=AFTER) == NEW
    assert heir_of(NEW, UNITS, today=AFTER) is None
    assert ended(UNITS.values(), today=END) == ()
    assert ended(UNITS.values(), today=AFTER) == (OLD,)


def test_heir_of_an_heir_that_ended_is_the_last_in_line() -> None:
    units = {**UNITS, "T34": replace(NEW, valid_to=END, successor="T35"), "T35": replace(NEW, code="T35")}

    assert heir_of(OLD, units, today=AFTER) == units["T35"]


@pytest.mark.parametrize("successor", [None, "T33", "T99"])
def test_line_that_leads_nowhere_has_no_heir(successor: str | None) -> None:
    old = replace(OLD, successor=successor)

    assert heir_of(old, {"T33": old, "T34": NEW}, today=AFTER) is None


def pupils(part: Part, *, given_on: Mapping[str, date] = GIVEN, new: Unit = NEW) -> int:
    units = {**UNITS, "T34": new}
    return answers_for(new, units, given_on=given_on, parts={"T33": part}).figures["pupils"]


def test_successor_answers_with_the_sum_unless_the_old_unit_answers_for_itself() -> None:
    assert pupils(Part.HEIRS) == 746 + 540
    assert pupils(Part.OWN) == 746
    assert pupils(Part.NOBODYS) == 746


def test_figures_given_after_the_merger_count_the_old_unit_already() -> None:
    later = {**GIVEN, "T34": AFTER}
    merged = replace(NEW, figures={"pupils": 1300})

    assert pupils(Part.HEIRS, given_on=later, new=merged) == 1300
    assert pupils(Part.OWN, given_on=later, new=merged) == 1300 - 540


def test_unit_that_began_by_the_merger_has_figures_of_its_own() -> None:
    assert pupils(Part.HEIRS, new=replace(NEW, valid_from=AFTER, figures={"pupils": 1286})) == 1286


def test_old_unit_answers_for_itself_where_it_is_asked() -> None:
    def part(*, asked: bool = False, concerned: bool = True, opens: date = END, due: date = AFTER) -> Part:
        return part_of(OLD, asked=asked, concerned=concerned, opens_on=opens, due_on=due)

    assert part(asked=True) is Part.OWN
    assert part() is Part.HEIRS
    assert part(due=END) is Part.NOBODYS  # it was there until the last day, and was not asked
    assert part(concerned=False) is Part.NOBODYS
    assert part(concerned=False, opens=AFTER) is Part.HEIRS  # later forms ask about the school as it is then


@given(
    st.lists(
        st.tuples(st.integers(0, 900), st.integers(-1, 5), st.sampled_from([Part.OWN, Part.HEIRS])),
        min_size=1,
        max_size=6,
    )
)
def test_whoever_answers_everybody_is_counted_once(rows: list[tuple[int, int, Part]]) -> None:
    """Units end into earlier ones of the list (or into the last, which stays): whatever part each takes, the sum over
    those who answer is the sum over all."""
    last = len(rows)
    units = {"U": Unit("U", "U", "SCHOOL", figures={"pupils": 1000})}
    parts: dict[str, Part] = {}
    for number, (figure, into, part) in enumerate(rows):
        successor = f"V{into}" if 0 <= into < number else "U"
        units[f"V{number}"] = Unit(
            f"V{number}", "V", "SCHOOL", figures={"pupils": figure}, valid_to=END, successor=successor
        )
        parts[f"V{number}"] = part
    answering = ["U", *(code for code, part in parts.items() if part is Part.OWN)]

    total = sum(
        answers_for(units[code], units, given_on={}, parts=parts).figures["pupils"] for code in answering
    )

    assert last == len(parts)
    assert total == sum(unit.figures["pupils"] for unit in units.values())
