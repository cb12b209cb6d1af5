from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.workdays import DayKind, DayStatus, SpecialDay, WorkCalendar

DAYS = st.dates(date(2024, 1, 1), date(2034, 12, 31))


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """Any week and any special days, thick around 2027 so that they matter."""
    week = draw(st.frozensets(st.integers(0, 6), min_size=1))
    days = draw(st.lists(st.dates(date(2027, 1, 1), date(2027, 3, 31)), unique=True, max_size=60))
    return WorkCalendar.of(
        [SpecialDay(day, draw(st.sampled_from(DayKind)), "a special day") for day in days], week=week
    )


NEAR_2027 = st.dates(date(2026, 12, 1), date(2027, 4, 30))


def days_from(start: date, end: date) -> list[date]:
    return [start + timedelta(days=n) for n in range((end - start).days + 1)]


# What the shipped table says.


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 2),  # in exchange for Saturday 10/01
        date(2026, 4, 27),  # for Hùng Kings' day, which was a Sunday
        date(2026, 8, 31),
        date(2026, 9, 2),
        date(2026, 11, 24),
        date(2027, 5, 3),  # for 01/05, a Saturday
        date(2030, 2, 4),  # Tết of 2030 begins on 02/02 in Vietnam
    ],
)
def test_holiday_is_not_worked(office: WorkCalendar, day: date) -> None:
    assert day.weekday() < 5
    assert not office.is_working(day)


@pytest.mark.parametrize("day", [date(2026, 1, 10), date(2026, 8, 22)])
def test_saturday_in_exchange_is_worked(office: WorkCalendar, day: date) -> None:
    assert day.weekday() == 5
    assert office.is_working(day)


@pytest.mark.parametrize(
    ("last_before", "first_after"),
    [
        (date(2026, 2, 13), date(2026, 2, 23)),
        (date(2027, 2, 3), date(2027, 2, 11)),
        (date(2028, 1, 21), date(2028, 1, 31)),
        (date(2029, 2, 9), date(2029, 2, 19)),
        (date(2030, 1, 30), date(2030, 2, 7)),
    ],
)
def test_tet_is_stepped_over(office: WorkCalendar, last_before: date, first_after: date) -> None:
    assert office.add(last_before, working_days=1) == first_after
    assert office.add(first_after, working_days=-1) == last_before
    for day in days_from(last_before + timedelta(days=1), first_after - timedelta(days=1)):
        assert office.next_working(day) == first_after
        assert office.previous_working(day) == last_before


@pytest.mark.parametrize("year", [2027, 2028, 2029, 2030])
def test_year_has_the_twelve_days_off_of_the_law(office: WorkCalendar, year: int) -> None:
    """Labour Code 2019, article 112, and 24/11; those that fall on a weekend are made up for."""
    weekdays = [day for day in days_from(date(year, 1, 1), date(year, 12, 31)) if day.weekday() < 5]

    assert office.count_between(date(year - 1, 12, 31), date(year, 12, 31)) == len(weekdays) - 12


def test_special_day_says_why(office: WorkCalendar) -> None:
    assert office.special_day(date(2027, 2, 8)) == SpecialDay(
        date(2027, 2, 8), DayKind.OFF, "Tết Nguyên đán", DayStatus.PROJECTED, "chờ thông báo"
    )
    assert office.special_day(date(2027, 2, 13)) is None  # a Saturday like any other


def test_off_and_worked_days_are_told_apart(office: WorkCalendar) -> None:
    assert [special.day for special in office.worked] == [date(2026, 1, 10), date(2026, 8, 22)]
    assert len(office.off) == len(office.special) - 2


# How it counts.


def test_day_off_is_not_counted_either_way(office: WorkCalendar) -> None:
    saturday = date(2026, 11, 28)

    assert office.add(saturday, working_days=1) == date(2026, 11, 30)
    assert office.add(saturday, working_days=-1) == date(2026, 11, 27)
    assert office.add(saturday, working_days=0) == saturday


def test_worked_saturday_counts_as_a_day(office: WorkCalendar) -> None:
    assert office.add(date(2026, 8, 21), working_days=1) == date(2026, 8, 22)
    assert office.count_between(date(2026, 8, 20), date(2026, 8, 24)) == 3


def test_special_day_that_changes_nothing_changes_no_count() -> None:
    sunday_off = SpecialDay(date(2027, 2, 7), DayKind.OFF, "Tết Nguyên đán")
    monday_worked = SpecialDay(date(2027, 2, 8), DayKind.WORKED, "an ordinary Monday")
    calendar = WorkCalendar.of([sunday_off, monday_worked])

    assert not calendar.is_working(date(2027, 2, 7))
    assert calendar.is_working(date(2027, 2, 8))
    assert calendar.count_between(date(2027, 1, 31), date(2027, 2, 14)) == 10


@pytest.mark.parametrize("week", [frozenset[int](), frozenset({0, 7})])
def test_week_without_a_sense_is_refused(week: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="a week needs working days from 0 to 6"):
        WorkCalendar(week=week)


def test_day_listed_twice_is_refused() -> None:
    day = SpecialDay(date(2026, 11, 24), DayKind.OFF, "Ngày Văn hóa Việt Nam")
    with pytest.raises(ValueError, match="a day is listed twice"):
        WorkCalendar.of([day, day])


# What holds for every day of ten years, and for calendars that nobody has thought of.


@given(start=DAYS, n=st.integers(-600, 600))
def test_adding_then_counting_gives_the_number_back(office: WorkCalendar, start: date, n: int) -> None:
    assert office.count_between(start, office.add(start, working_days=n)) == n


@given(calendar=calendars(), start=NEAR_2027, n=st.integers(-60, 60))
def test_adding_agrees_with_counting_on_one_s_fingers(calendar: WorkCalendar, start: date, n: int) -> None:
    step = timedelta(days=1 if n > 0 else -1)
    day, left = start, abs(n)
    while left:
        day += step
        left -= calendar.is_working(day)

    assert calendar.add(start, working_days=n) == day
    assert calendar.count_between(start, day) == n


@given(calendar=calendars(), start=NEAR_2027, end=NEAR_2027)
def test_counting_agrees_with_looking_at_each_day(calendar: WorkCalendar, start: date, end: date) -> None:
    if start <= end:
        expected = sum(map(calendar.is_working, days_from(start, end)[1:]))
    else:
        expected = -sum(map(calendar.is_working, days_from(end, start)[:-1]))

    assert calendar.count_between(start, end) == expected


@given(calendar=calendars(), day=NEAR_2027)
def test_next_and_previous_are_the_nearest_worked_days(calendar: WorkCalendar, day: date) -> None:
    after, before = calendar.next_working(day), calendar.previous_working(day)

    assert before <= day <= after
    assert [d for d in days_from(before, after) if calendar.is_working(d)] == sorted({before, after})
