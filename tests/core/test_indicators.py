"""How indicators roll up over units: the rules of domain notes 1.5."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.indicators import Figure, Total
from bot.core.plan.model import Indicator, IndicatorKind
from bot.core.totals import roll_up
from tests.core.counting import BRIEFED, ISSUED, LESSONS, NOT_APPLICABLE, of


def test_total_is_the_sum_of_numerators_over_the_sum_of_denominators() -> None:
    """A big school at 50% and a small one at 100% are not 75% together."""
    total = roll_up(BRIEFED, [of(50, 100), of(10, 10)])

    assert total == Total(BRIEFED, Decimal(60), Decimal(110), reported=2, expected=2, excluded=0, full=1)
    assert total.share is not None
    assert total.share.quantize(Decimal("0.1"), ROUND_HALF_UP) == Decimal("54.5")


def test_not_applicable_leaves_the_denominator_and_not_reported_stays() -> None:
    total = roll_up(BRIEFED, [of(43, 45), NOT_APPLICABLE], [Decimal(30), Decimal(25)])

    assert total == Total(BRIEFED, Decimal(43), Decimal(100), reported=2, expected=4, excluded=1)
    assert total.share == 43


def test_report_that_does_not_speak_for_it_is_not_counted() -> None:
    assert roll_up(BRIEFED, [of(43, 45), None]) == Total(BRIEFED, Decimal(43), Decimal(45), 1, 1, 0)


def test_yes_together_is_so_many_of_so_many_units() -> None:
    total = roll_up(ISSUED, [of(1, 1), of(1, 1), of(0, 1), NOT_APPLICABLE], [Decimal(1)])

    assert total == Total(ISSUED, Decimal(2), Decimal(4), reported=4, expected=5, excluded=1, full=2)
    assert total.share == 50


def test_count_adds_up_and_has_no_share() -> None:
    total = roll_up(LESSONS, [Figure(Decimal(12), None), Figure(Decimal(3), None)], [None])

    assert total == Total(LESSONS, Decimal(15), None, reported=2, expected=3, excluded=0)
    assert total.share is None
    assert total.met is None


def test_nothing_reported_is_nothing_of_all() -> None:
    total = roll_up(BRIEFED, [], [Decimal(45), Decimal(30)])

    assert total == Total(BRIEFED, Decimal(0), Decimal(75), 0, 2, 0)
    assert total.share == 0
    assert total.met is False


def test_nobody_concerned_has_no_share_and_no_verdict() -> None:
    total = roll_up(BRIEFED, [NOT_APPLICABLE])

    assert total.denominator == 0
    assert total.share is None
    assert total.met is None


@pytest.mark.parametrize(
    ("done", "total", "target", "met"),
    [
        (45, 45, "100", True),
        (44, 45, "100", False),
        (4, 7, "50", True),  # half of seven lecturers are four
        (3, 7, "50", False),
        (1, 2, "50", True),  # at least
        (9995, 10000, "100", False),  # 99,95% is shown as 100% and is not
    ],
)
def test_target_is_met_from_exactly_there_on(done: int, total: int, target: str, met: bool) -> None:
    indicator = Indicator("I", IndicatorKind.RATIO, {}, target=target)

    assert roll_up(indicator, [of(done, total)]).met is met


def test_target_of_yes_is_all_units() -> None:
    assert roll_up(ISSUED, [of(1, 1), of(1, 1)]).met is True
    assert roll_up(ISSUED, [of(1, 1), of(0, 1)]).met is False


def test_target_of_a_count_is_in_its_own_unit() -> None:
    classes = Indicator("I", IndicatorKind.COUNT, {}, target="48")

    assert roll_up(classes, [Figure(Decimal(30), None), Figure(Decimal(18), None)]).met is True
    assert roll_up(classes, [Figure(Decimal(47), None)]).met is False


@pytest.mark.parametrize(
    ("done", "total", "shown"),
    [(43, 45, "95.6"), (1911, 2000, "95.6"), (1, 3, "33.3"), (2, 3, "66.7"), (1, 8, "12.5"), (1, 800, "0.1")],
)
def test_share_is_exact_enough_to_be_rounded_half_up(done: int, total: int, shown: str) -> None:
    share = roll_up(BRIEFED, [of(done, total)]).share

    assert share is not None
    assert share.quantize(Decimal("0.1"), ROUND_HALF_UP) == Decimal(shown)


FIGURES = st.one_of(
    st.none(),
    st.just(NOT_APPLICABLE),
    st.tuples(st.integers(0, 5000), st.integers(0, 5000)).map(lambda parts: of(min(parts), max(parts))),
)
BASES = st.none() | st.integers(0, 5000).map(Decimal)
REPORTED = st.lists(st.tuples(st.booleans(), FIGURES, BASES), max_size=20)


def rolled(units: Sequence[tuple[bool, Figure | None, Decimal | None]]) -> Total:
    """Units that reported (and what) or did not (and their base)."""
    return roll_up(
        BRIEFED,
        [said for reported, said, _ in units if reported],
        [known for reported, _, known in units if not reported],
    )


def added(totals: Sequence[Total]) -> tuple[Decimal, Decimal, int, int, int]:
    return (
        sum((one.numerator for one in totals), Decimal(0)),
        sum((one.denominator or Decimal(0) for one in totals), Decimal(0)),
        sum(one.reported for one in totals),
        sum(one.expected for one in totals),
        sum(one.excluded for one in totals),
    )


@given(REPORTED, st.randoms(use_true_random=False))
def test_order_of_units_does_not_matter(
    units: list[tuple[bool, Figure | None, Decimal | None]], luck: Random
) -> None:
    shuffled = list(units)
    luck.shuffle(shuffled)

    assert rolled(shuffled) == rolled(units)


@given(REPORTED, st.lists(st.integers(0, 4), min_size=20, max_size=20))
def test_any_split_of_units_gives_the_same_total(
    units: list[tuple[bool, Figure | None, Decimal | None]], commune: list[int]
) -> None:
    """Communes added up are the district."""
    by_commune = [
        rolled([unit for unit, where in zip(units, commune, strict=False) if where == one])
        for one in range(5)
    ]

    assert added(by_commune) == added([rolled(units)])


@given(REPORTED)
def test_share_lies_between_nothing_and_all(units: list[tuple[bool, Figure | None, Decimal | None]]) -> None:
    share = rolled(units).share

    assert share is None or 0 <= share <= 100
