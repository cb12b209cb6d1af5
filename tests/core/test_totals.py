"""Totals that are kept: shares add and subtract, so that the order in which reports come does not matter."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.core.indicators import Figure
from bot.core.totals import (
    EVERYBODY,
    NOTHING,
    Cell,
    Scope,
    ScopeKind,
    Share,
    added,
    difference,
    home_of,
    scopes_of,
    share_said,
    share_waiting,
    total_of,
)
from bot.core.units import Unit
from tests.core.counting import BRIEFED, NOT_APPLICABLE, SPENT, of

SCHOOL = Unit("T14", "Trường", "SCHOOL", level="TH", parent="X02", figures={"teachers": 45})
COMMUNE = Unit("X02", "Xã", "PARTY_COMMUNE")
CELL = Cell("I-1", "F", "2027")


def test_school_counts_for_all_for_its_commune_its_kind_and_its_level() -> None:
    assert scopes_of(home_of(SCHOOL)) == (
        EVERYBODY,
        Scope(ScopeKind.AREA, "X02"),
        Scope(ScopeKind.KIND, "SCHOOL"),
        Scope(ScopeKind.LEVEL, "TH"),
    )


def test_unit_at_the_top_is_an_area_of_its_own_and_may_have_no_level() -> None:
    assert scopes_of(home_of(COMMUNE)) == (
        EVERYBODY,
        Scope(ScopeKind.AREA, "X02"),
        Scope(ScopeKind.KIND, "PARTY_COMMUNE"),
    )


def test_share_of_a_unit() -> None:
    assert share_said(of(43, 45)) == Share(430_000, 450_000, reported=1, expected=1)
    assert share_said(of(45, 45)) == Share(450_000, 450_000, reported=1, expected=1, full=1)
    assert share_said(of(0, 0)) == Share(reported=1, expected=1)
    assert share_said(NOT_APPLICABLE) == Share(reported=1, expected=1, excluded=1)
    assert share_waiting(Decimal(45)) == Share(denominator=450_000, expected=1)
    assert share_waiting(None) == Share(expected=1)


def test_money_stays_exact() -> None:
    share = added([share_said(Figure(Decimal("0.1"), None)), share_said(Figure(Decimal("0.2"), None))])

    assert total_of(SPENT, share).numerator == Decimal("0.3")


FIGURES = st.one_of(
    st.just(NOT_APPLICABLE),
    st.tuples(st.integers(0, 5000), st.integers(0, 5000)).map(lambda parts: of(min(parts), max(parts))),
)
STANDS = FIGURES.map(share_said) | st.integers(0, 5000).map(lambda base: share_waiting(Decimal(base)))
HISTORIES = st.lists(st.tuples(st.integers(0, 4), STANDS), max_size=25)
"""What five units say one after the other, each as often as it likes."""


def kept(history: Sequence[tuple[int, Share]]) -> Share:
    """The total by differences: each event replaces what its unit stood for before."""
    stands: dict[int, Share] = {}
    total = NOTHING
    for unit, share in history:
        key = (CELL, EVERYBODY)
        change = difference({key: stands.get(unit, NOTHING)}, {key: share}).get(key, NOTHING)
        stands[unit] = share
        total = added([total, change])
    return total


@given(HISTORIES)
def test_correction_equals_a_fresh_start(history: list[tuple[int, Share]]) -> None:
    last = dict(history)

    assert kept(history) == added(last.values()) == kept(list(last.items()))


@given(HISTORIES, st.randoms(use_true_random=False))
def test_order_of_arrival_does_not_matter(history: list[tuple[int, Share]], luck: Random) -> None:
    """Whoever of several units comes first: the order within each unit stays."""
    queues = {unit: [share for one, share in history if one == unit] for unit, _ in history}
    turns = [unit for unit, _ in history]
    luck.shuffle(turns)
    mixed = [(unit, queues[unit].pop(0)) for unit in turns]

    assert kept(mixed) == kept(history)


@given(HISTORIES)
def test_total_never_exceeds_its_units(history: list[tuple[int, Share]]) -> None:
    total = total_of(BRIEFED, kept(history))

    assert total.excluded <= total.reported <= total.expected == len(dict(history))
    assert total.full <= total.reported - total.excluded
    assert total.share is None or 0 <= total.share <= 100


def test_difference_names_only_what_changed() -> None:
    same, gone, new = (replace_place(place) for place in ("a", "b", "c"))
    share = share_said(of(1, 2))

    assert difference({same: share, gone: share}, {same: share, new: share}) == {
        gone: Share(*(-part for part in share)),
        new: share,
    }


def replace_place(place: str) -> tuple[Cell, Scope]:
    return CELL, Scope(ScopeKind.AREA, home_of(replace(COMMUNE, code=place))[0])
