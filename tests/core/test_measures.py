"""What may be added up over a year: attendances and sums; never persons, never shares."""

from decimal import Decimal

import pytest

from bot.core.indicators import Total
from bot.core.measures import over_a_year, year_of
from bot.core.plan.model import Accumulates, Indicator, IndicatorKind


def indicator(
    kind: IndicatorKind, measure: str = "buổi", accumulates: Accumulates = Accumulates.IN_PERIOD
) -> Indicator:
    return Indicator("I", kind, {}, unit={"vi": measure}, accumulates=accumulates)


def total(of: Indicator, numerator: int, reported: int = 1) -> Total:
    return Total(of, Decimal(numerator), None, reported, 2, 0)


@pytest.mark.parametrize("measure", ["buổi", "lượt", "lượt người", "triệu đồng"])
def test_what_happens_anew_in_each_period_adds_up(measure: str) -> None:
    sessions = indicator(IndicatorKind.COUNT, measure)

    year = over_a_year(sessions, [total(sessions, 3), total(sessions, 4, reported=2)])

    assert year == total(sessions, 7, reported=2)


@pytest.mark.parametrize("measure", ["người", "học sinh", "Giáo viên", "đảng viên"])
def test_persons_are_never_added(measure: str) -> None:
    persons = indicator(IndicatorKind.COUNT, measure)

    assert over_a_year(persons, [total(persons, 30), total(persons, 40)]) is None


def test_what_accumulates_is_said_by_the_latest_period() -> None:
    so_far = indicator(IndicatorKind.COUNT, "học sinh", accumulates=Accumulates.CUMULATIVE)

    assert over_a_year(so_far, [total(so_far, 30), total(so_far, 40)]) == total(so_far, 40)


@pytest.mark.parametrize("kind", [IndicatorKind.RATIO, IndicatorKind.YESNO, IndicatorKind.NARRATIVE])
def test_shares_and_stories_are_of_their_period(kind: IndicatorKind) -> None:
    one = indicator(kind)

    assert over_a_year(one, [total(one, 1), total(one, 1)]) is None


@pytest.mark.parametrize(
    ("period", "year"),
    [
        ("2027-Q1", "2027"),
        ("2026-W48", "2026"),
        ("2027", "2027"),
        ("2026-2027-HK1", "2026-2027"),
        ("2026-2027", "2026-2027"),
        ("2027-summer", "2027"),
        ("once", None),
    ],
)
def test_year_is_part_of_the_period(period: str, year: str | None) -> None:
    assert year_of(period) == year
