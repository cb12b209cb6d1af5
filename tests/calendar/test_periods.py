from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.monthday import MonthDay
from bot.core.periods import (
    Period,
    PeriodKind,
    number_of,
    occasion,
    parse,
    period_of,
    periods_between,
    previous,
)
from bot.core.schoolyear import SchoolYear

DAYS = st.dates(date(2024, 1, 1), date(2034, 12, 31))
REPEATED = [kind for kind in PeriodKind if kind not in (PeriodKind.ONCE, PeriodKind.EACH)]
WITHOUT_GAPS = [
    PeriodKind.WEEK,
    PeriodKind.MONTH,
    PeriodKind.QUARTER,
    PeriodKind.HALF_YEAR,
    PeriodKind.YEAR,
    PeriodKind.REPORTING_MONTH,
]
ONE_DAY = timedelta(days=1)


def keys(periods: tuple[Period, ...]) -> list[str]:
    return [period.key for period in periods]


@pytest.mark.parametrize(
    ("kind", "key", "starts_on", "ends_on"),
    [
        ("week", "2026-W47", date(2026, 11, 16), date(2026, 11, 22)),
        ("week", "2026-W53", date(2026, 12, 28), date(2027, 1, 3)),
        ("month", "2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("quarter", "2027-Q1", date(2027, 1, 1), date(2027, 3, 31)),
        ("quarter", "2027-Q4", date(2027, 10, 1), date(2027, 12, 31)),
        ("half_year", "2027-H1", date(2027, 1, 1), date(2027, 6, 30)),
        ("half_year", "2027-H2", date(2027, 7, 1), date(2027, 12, 31)),
        ("nine_months", "2027-9M", date(2027, 1, 1), date(2027, 9, 30)),
        ("year", "2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("semester", "2026-2027-HK1", date(2026, 9, 5), date(2027, 1, 17)),
        ("semester", "2026-2027-HK2", date(2027, 1, 18), date(2027, 5, 30)),
        ("school_year", "2026-2027", date(2026, 9, 5), date(2027, 5, 30)),
        ("summer", "2027-summer", date(2027, 6, 1), date(2027, 8, 31)),
        ("reporting_month", "2027-R03", date(2027, 2, 15), date(2027, 3, 14)),
        ("reporting_month", "2027-R01", date(2026, 12, 15), date(2027, 1, 14)),
        ("reporting_quarter", "2027-RQ1", date(2026, 12, 15), date(2027, 3, 14)),
        ("reporting_quarter", "2027-RQ4", date(2027, 9, 15), date(2027, 12, 14)),
        ("reporting_half_year", "2027-RH1", date(2026, 12, 15), date(2027, 6, 14)),
        ("reporting_half_year", "2027-RH2", date(2027, 6, 15), date(2027, 12, 14)),
        ("reporting_nine_months", "2027-R9M", date(2026, 12, 15), date(2027, 9, 14)),
        ("reporting_year", "2027-RY", date(2026, 12, 15), date(2027, 12, 14)),
    ],
)
def test_period_has_its_bounds(kind: str, key: str, starts_on: date, ends_on: date) -> None:
    expected = Period(PeriodKind(kind), key, starts_on, ends_on)

    assert parse(key) == expected
    assert period_of(PeriodKind(kind), starts_on) == expected
    assert period_of(PeriodKind(kind), ends_on) == expected


@pytest.mark.parametrize(
    ("kind", "day"),
    [
        (PeriodKind.SEMESTER, date(2027, 5, 31)),
        (PeriodKind.SCHOOL_YEAR, date(2027, 9, 4)),
        (PeriodKind.SUMMER, date(2027, 9, 1)),
        (PeriodKind.NINE_MONTHS, date(2027, 10, 1)),
    ],
)
def test_day_in_a_gap_has_no_period(kind: PeriodKind, day: date) -> None:
    assert period_of(kind, day) is None


def test_once_lasts_as_long_as_its_plan() -> None:
    plan = (date(2026, 11, 20), date(2030, 12, 31))

    assert periods_between(PeriodKind.ONCE, *plan) == (Period(PeriodKind.ONCE, "once", *plan),)
    assert period_of(PeriodKind.ONCE, date(2026, 11, 20)) == parse("once")
    assert parse("once") == Period(PeriodKind.ONCE, "once", date.min, date.max)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PeriodKind.YEAR, ["2026", "2027"]),
        (PeriodKind.QUARTER, ["2026-Q4", "2027-Q1", "2027-Q2"]),
        (PeriodKind.HALF_YEAR, ["2026-H2", "2027-H1"]),
        (PeriodKind.NINE_MONTHS, ["2027-9M"]),  # that of 2026 was over
        (PeriodKind.SCHOOL_YEAR, ["2026-2027"]),
        (PeriodKind.SEMESTER, ["2026-2027-HK1", "2026-2027-HK2"]),
        (PeriodKind.SUMMER, ["2027-summer"]),
        (PeriodKind.REPORTING_MONTH, ["2026-R12", *(f"2027-R0{month}" for month in range(1, 7))]),
    ],
)
def test_plan_has_the_periods_that_it_touches(kind: PeriodKind, expected: list[str]) -> None:
    assert keys(periods_between(kind, date(2026, 11, 20), date(2027, 6, 14))) == expected


def test_plan_between_two_summers_has_none() -> None:
    assert periods_between(PeriodKind.SUMMER, date(2026, 9, 1), date(2027, 5, 31)) == ()


def test_no_period_lies_between_a_day_and_an_earlier_one() -> None:
    for kind in PeriodKind:
        assert periods_between(kind, date(2027, 1, 2), date(2027, 1, 1)) == ()


def test_school_year_is_what_the_province_decides() -> None:
    decided = SchoolYear(opens=MonthDay(8, 25), first_semester_ends=MonthDay(12, 31), ends=MonthDay(5, 24))

    assert period_of(PeriodKind.SEMESTER, date(2026, 8, 25), school_year=decided) == Period(
        PeriodKind.SEMESTER, "2026-2027-HK1", date(2026, 8, 25), date(2026, 12, 31)
    )
    assert parse("2026-2027-HK2", school_year=decided) == Period(
        PeriodKind.SEMESTER, "2026-2027-HK2", date(2027, 1, 1), date(2027, 5, 24)
    )


def test_period_keeps_its_place_when_the_bounds_were_moved() -> None:
    """A period kept from a year in which school opened earlier is still preceded by the year before."""
    kept = parse("2026-2027", school_year=SchoolYear(opens=MonthDay(8, 25)))
    assert kept is not None

    assert previous(kept) == parse("2025-2026")


@pytest.mark.parametrize(
    ("key", "before"),
    [
        ("2027", "2026"),
        ("2027-Q1", "2026-Q4"),
        ("2027-H2", "2027-H1"),
        ("2027-9M", "2026-9M"),
        ("2027-01", "2026-12"),
        ("2027-W01", "2026-W53"),
        ("2026-2027", "2025-2026"),
        ("2026-2027-HK1", "2025-2026-HK2"),
        ("2027-summer", "2026-summer"),
        ("2027-R01", "2026-R12"),
    ],
)
def test_previous_is_the_one_before_of_the_same_kind(key: str, before: str) -> None:
    period = parse(key)
    assert period is not None

    assert previous(period) == parse(before)


def test_nothing_comes_before_once() -> None:
    assert previous(Period(PeriodKind.ONCE, "once", date(2026, 1, 1), date(2030, 12, 31))) is None


@pytest.mark.parametrize(
    "key",
    [
        "",
        "27",
        "0000",
        "2027-Q0",
        "2027-Q5",
        "2027-H3",
        "2027-00",
        "2027-13",
        "2027-3",
        "2027-W00",
        "2027-W53",
        "2026-2028",
        "2026-2026-HK1",
        "2026-2027-HK3",
        "2027-R13",
        "2027-Summer",
        "2027 ",
        "2027\n",
        "Once",
    ],
)
def test_key_of_nothing_is_not_read(key: str) -> None:
    assert parse(key) is None


# What holds for every day of ten years.


@given(kind=st.sampled_from(WITHOUT_GAPS), day=DAYS)
def test_every_day_belongs_to_exactly_one_period(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)

    assert period is not None
    assert period.covers(day)
    assert periods_between(kind, day, day) == (period,)


@pytest.mark.parametrize("year", range(2024, 2035))
def test_every_day_belongs_to_one_semester_or_to_the_break(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        semesters = periods_between(PeriodKind.SEMESTER, day, day)
        is_break = MonthDay(5, 31) <= MonthDay.of(day) <= MonthDay(9, 4)
        assert len(semesters) == (0 if is_break else 1), day
        assert period_of(PeriodKind.SEMESTER, day) == (semesters[0] if semesters else None)
        day += ONE_DAY


@given(kind=st.sampled_from(WITHOUT_GAPS), day=DAYS)
def test_period_begins_where_the_previous_ends(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    assert period is not None
    before = previous(period)
    assert before is not None

    assert before.ends_on + ONE_DAY == period.starts_on


@given(kind=st.sampled_from(REPEATED), day=DAYS)
def test_key_leads_back_to_its_period(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    assume(period is not None)
    assert period is not None

    assert parse(period.key) == period


@given(kind=st.sampled_from(REPEATED), starts_on=DAYS, ends_on=DAYS)
def test_periods_are_in_order_and_so_are_their_keys(kind: PeriodKind, starts_on: date, ends_on: date) -> None:
    periods = periods_between(kind, starts_on, ends_on)

    assert [*periods] == sorted(periods, key=lambda period: period.starts_on)
    assert keys(periods) == sorted({period.key for period in periods})


@given(kind=st.sampled_from(REPEATED), starts_on=DAYS, ends_on=DAYS)
def test_previous_walks_back_through_all_periods(kind: PeriodKind, starts_on: date, ends_on: date) -> None:
    periods = periods_between(kind, starts_on, ends_on)

    assert [previous(period) for period in periods[1:]] == [*periods[:-1]]


@given(kind=st.sampled_from(REPEATED), days=st.lists(DAYS, min_size=3, max_size=3).map(sorted))
def test_no_period_of_a_day_between_is_missing(kind: PeriodKind, days: list[date]) -> None:
    starts_on, day, ends_on = days
    period = period_of(kind, day)
    assume(period is not None)

    assert period in periods_between(kind, starts_on, ends_on)


def test_what_happens_now_and_then_is_known_by_its_number_alone() -> None:
    third = occasion(3, date(2020, 5, 18))

    assert third == Period(PeriodKind.EACH, "E0003", date(2020, 5, 18), date(2020, 5, 18))
    assert parse("E0003") == Period(PeriodKind.EACH, "E0003", date.min, date.max)
    assert (number_of("E0003"), number_of("E12345"), number_of("2026-Q4")) == (3, 12345, None)
    assert previous(third) is None


@pytest.mark.parametrize("key", ["E0000", "E003", "E00003", "E0003 ", "e0003"])
def test_other_spellings_of_a_number_are_no_keys(key: str) -> None:
    assert parse(key) is None


def test_nobody_knows_beforehand_how_often_something_happens() -> None:
    assert periods_between(PeriodKind.EACH, date(2020, 1, 6), date(2020, 12, 31)) == ()
    assert period_of(PeriodKind.EACH, date(2020, 5, 18)) is None
