"""The table of 2026 to 2030 against the `holidays` library: where both speak, what differs has a reason; and the years
behind the table, which are the library's."""

from datetime import date

import pytest

from bot.core.workdays import DayKind, DayStatus, WorkCalendar
from bot.gather.builtin import YEARS_AHEAD, extended
from bot.papers.calendar_csv import CalendarPaper
from bot.papers.public_holidays import public_holidays

YEARS = range(2026, 2031)
NOT_IN_LIBRARY = {
    date(2026, 1, 2): "exchanged for Saturday 10/01 (12729/VPCP-KGVX), which the library has not learnt",
}
"""Weekdays off that only the table has."""
WEEKDAYS_ONLY_IN_LIBRARY: dict[date, str] = {}
LUNAR = {
    # year: first day of Tết, the day of the Hùng kings (10/3 of the lunar year)
    2026: (date(2026, 2, 17), date(2026, 4, 26)),
    2027: (date(2027, 2, 6), date(2027, 4, 16)),
    2028: (date(2028, 1, 26), date(2028, 4, 4)),
    2029: (date(2029, 2, 13), date(2029, 4, 23)),
    # 02/02 in Vietnam; the Chinese calendar, an hour ahead, has 03/02: new moon is at 23:07 in Hanoi.
    2030: (date(2030, 2, 2), date(2030, 4, 12)),
}


@pytest.mark.parametrize("year", YEARS)
def test_both_have_the_same_lunar_days(holidays: CalendarPaper, year: int) -> None:
    table = {one.day: one for one in holidays.days}
    library = {one.day: one.name for one in public_holidays([year])}
    new_year, kings = LUNAR[year]

    assert library[new_year] == "Tết Nguyên Đán"
    assert "Hùng Vương" in library[kings]
    assert "Tết" in table[new_year].name
    assert table[kings].name == "Giỗ Tổ Hùng Vương"


@pytest.mark.parametrize("year", YEARS)
def test_weekdays_off_differ_for_a_reason_only(holidays: CalendarPaper, year: int) -> None:
    """On weekends it makes no difference whether a day is called off."""
    table = {one.day for one in WorkCalendar.of(holidays.days).off if one.day.weekday() < 5}
    library = {one.day for one in WorkCalendar.of(public_holidays([year])).off if one.day.weekday() < 5}
    of_year = {day for day in table if day.year == year}

    assert of_year - library == {day for day in NOT_IN_LIBRARY if day.year == year}
    assert library - of_year == {day for day in WEEKDAYS_ONLY_IN_LIBRARY if day.year == year}


def test_library_has_not_learnt_every_exchange(holidays: CalendarPaper) -> None:
    table = {one.day for one in WorkCalendar.of(holidays.days).worked}
    library = {one.day for one in WorkCalendar.of(public_holidays([2026])).worked}

    assert table - library == {date(2026, 1, 10)}
    assert library <= table


def test_years_behind_the_table_are_what_the_library_expects(holidays: CalendarPaper) -> None:
    days = extended(holidays.days)
    behind = days[len(holidays.days) :]

    assert days[: len(holidays.days)] == holidays.days
    assert {one.day.year for one in behind} == set(range(2031, 2031 + YEARS_AHEAD))
    assert {one.status for one in behind} == {DayStatus.PROJECTED}
    assert all(one.source.startswith("holidays ") for one in behind)


def test_library_never_speaks_of_a_year_that_the_table_has(holidays: CalendarPaper) -> None:
    only_2026 = [one for one in holidays.days if one.day.year == 2026]

    assert [one for one in extended(only_2026) if one.day.year == 2026] == only_2026
    assert extended([]) == ()


@pytest.mark.parametrize("year", range(2031, 2036))
def test_every_year_to_come_has_its_eleven_days_and_culture_day(year: int) -> None:
    calendar = WorkCalendar.of(public_holidays([year]))

    assert date(year, 11, 24) in {one.day for one in calendar.off}
    assert sum(one.kind is DayKind.OFF and one.day.weekday() < 5 for one in calendar.special) >= 10
