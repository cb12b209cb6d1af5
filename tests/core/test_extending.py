"""Until when a unit asks for more time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.extending import NotThat, Wanted, read_until
from bot.core.workdays import WorkCalendar
from bot.gather.builtin import special_days

CALENDAR = WorkCalendar.of(special_days())
TODAY, DUE = date(2026, 11, 25), date(2026, 12, 2)


def read(text: str, *, today: date = TODAY, original_on: date = DUE) -> Wanted | NotThat:
    return read_until(text, today=today, due_on=DUE, original_on=original_on, most_days=30, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("9/12", Wanted(date(2026, 12, 9))),
        ("đến hết ngày 9/12 ạ", Wanted(date(2026, 12, 9))),
        ("thêm 5 ngày", Wanted(date(2026, 12, 7))),
        ("2 tuần nữa", Wanted(date(2026, 12, 16))),
        ("cuối tháng 12", Wanted(date(2026, 12, 31))),
        ("đến hết tháng 12", Wanted(date(2026, 12, 31))),
        ("cuối tháng 13", NotThat("unclear", date(2026, 12, 31))),
        ("1 week", Wanted(date(2026, 12, 9))),
        ("5/12", Wanted(date(2026, 12, 7), "on")),
        ("2/12", NotThat("early", date(2026, 12, 31))),
        ("1/3/2027", NotThat("far", date(2026, 12, 31))),
        ("mai mốt", NotThat("unclear", date(2026, 12, 31))),
    ],
)
def test_day_is_read(text: str, wanted: Wanted | NotThat) -> None:
    assert read(text) == wanted


def test_second_extension_counts_from_the_first_last_day() -> None:
    assert read("28/12") == Wanted(date(2026, 12, 28))
    assert read("28/12", original_on=TODAY) == NotThat("far", date(2026, 12, 25))


@given(st.integers(0, 400), st.integers(-60, 60))
def test_what_is_granted_is_a_working_day_within_its_bounds(days: int, from_due: int) -> None:
    today = DUE + timedelta(days=from_due)
    found = read(f"{days} ngày", today=today)

    if isinstance(found, Wanted):
        assert CALENDAR.is_working(found.day)
        assert max(today, DUE) < found.day <= max(DUE, today) + timedelta(days=30)
