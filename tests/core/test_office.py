"""A committee's own day."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.office import Office
from bot.core.workdays import WorkCalendar
from tests.core.conftest import office_of


@pytest.mark.parametrize(
    ("now", "today"),
    [
        ("2026-11-23T16:59:59+00:00", date(2026, 11, 23)),
        ("2026-11-23T17:00:00+00:00", date(2026, 11, 24)),  # midnight in Hà Nội
        ("2026-12-31T17:00:00+00:00", date(2027, 1, 1)),
        ("2026-11-24T00:30:00+07:00", date(2026, 11, 24)),
    ],
)
def test_day_is_the_one_at_the_office(office: Office, now: str, today: date) -> None:
    assert office.today(datetime.fromisoformat(now)) == today


def test_office_elsewhere_has_another_day(calendar: WorkCalendar) -> None:
    paris = office_of(ZoneInfo("Europe/Paris"), calendar)

    assert paris.today(datetime.fromisoformat("2026-11-23T17:00:00+00:00")) == date(2026, 11, 23)


def test_digest_goes_out_on_monday_at_half_past_seven(office: Office) -> None:
    assert (office.digest.weekday, divmod(office.digest.at, 60)) == (0, (7, 30))
