"""What is asked already: in short it says whether anything is to be done, and in full it is the same."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.db.existing_assignments import Alike, is_as_wanted, read_list, summary
from bot.db.session import Connection
from tests.db.cast import Cast

OPENS, DUE, LATER = date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 31)
UNITS = st.frozensets(st.integers(1, 6), min_size=1)


def test_summary_says_what_the_lists_say_in_full(connection: Connection, cast: Cast) -> None:
    lists = summary(connection, cast.plan.id)

    assert lists
    for of, alike in lists.items():
        in_full = {
            (row.state, row.opens_on, row.due_on, unit)
            for unit, row in read_list(connection, cast.plan.id, of).items()
        }
        assert in_full == {(*one[:3], int(unit)) for one in alike for unit in one.units.split(",")}
    assert read_list(connection, cast.plan.id, ("nothing", "once", "of this")) == {}


def alike(state: str, units: frozenset[int], due_on: date = DUE) -> Alike:
    return Alike(state, OPENS, due_on, ",".join(map(str, sorted(units))))


@given(UNITS, UNITS)
def test_open_and_reported_lists_are_as_wanted_where_the_same_units_are(
    there: frozenset[int], wanted: frozenset[int]
) -> None:
    assert is_as_wanted((alike("open", there),), {(OPENS, DUE): wanted}) == (there == wanted)
    assert is_as_wanted((alike("reported", there),), {(OPENS, DUE): wanted}) == (there >= wanted)
    assert not is_as_wanted((alike("withdrawn", there),), {(OPENS, DUE): wanted})
    assert not is_as_wanted((), {(OPENS, DUE): wanted})


@given(UNITS)
def test_open_lists_of_another_day_or_of_nobody_are_not_as_wanted(units: frozenset[int]) -> None:
    assert not is_as_wanted((alike("open", units, LATER),), {(OPENS, DUE): units})
    assert is_as_wanted((alike("reported", units, LATER),), {(OPENS, DUE): units})
    assert not is_as_wanted((alike("open", units),), {})
    assert is_as_wanted((alike("reported", units), alike("withdrawn", units)), {})
