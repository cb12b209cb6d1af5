from pathlib import Path

import pytest

from bot.core.workdays import WorkCalendar
from bot.papers.calendar_csv import CalendarPaper, read_calendar

HOLIDAYS = Path(__file__).parents[2] / "plans" / "holidays.csv"


@pytest.fixture(scope="session")
def holidays() -> CalendarPaper:
    """The table that is shipped, as an office would load it."""
    return read_calendar(HOLIDAYS.read_bytes(), file="plans/holidays.csv")


@pytest.fixture(scope="session")
def office(holidays: CalendarPaper) -> WorkCalendar:
    """A Vietnamese office: Monday to Friday with the public holidays of 2026 to 2030."""
    return WorkCalendar.of(holidays.days)
