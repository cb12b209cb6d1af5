from datetime import date

import pytest

from bot.core.monthday import MonthDay


@pytest.mark.parametrize(("month", "last"), [(1, 31), (2, 29), (4, 30), (12, 31)])
def test_last_of_a_month_is_that_of_a_leap_year(month: int, last: int) -> None:
    assert MonthDay.last_of(month) == MonthDay(month, last)


@pytest.mark.parametrize("nonsense", [(6, 31), (2, 30), (13, 1), (0, 1), (1, 0), (1, -1)])
def test_day_that_no_year_has_does_not_exist(nonsense: tuple[int, int]) -> None:
    assert not MonthDay(*nonsense).exists


def test_day_that_some_year_has_exists() -> None:
    assert MonthDay(2, 29).exists
    assert MonthDay(12, 31).exists


def test_last_of_february_follows_the_year() -> None:
    assert MonthDay(2, 29).in_year(2028) == date(2028, 2, 29)
    assert MonthDay(2, 29).in_year(2027) == date(2027, 2, 28)


def test_on_or_after_takes_the_day_itself_or_the_next_year() -> None:
    assert MonthDay(6, 15).on_or_after(date(2027, 6, 15)) == date(2027, 6, 15)
    assert MonthDay(6, 15).on_or_after(date(2027, 6, 16)) == date(2028, 6, 15)


@pytest.mark.parametrize(
    ("day", "before"), [((1, 1), (12, 31)), ((3, 1), (2, 29)), ((2, 29), (2, 28)), ((6, 15), (6, 14))]
)
def test_day_before_goes_round_the_year(day: tuple[int, int], before: tuple[int, int]) -> None:
    assert MonthDay(*day).day_before() == before


def test_days_compare_in_the_order_of_the_year() -> None:
    assert sorted([MonthDay(12, 1), MonthDay(1, 31), MonthDay(1, 2)]) == [(1, 2), (1, 31), (12, 1)]
