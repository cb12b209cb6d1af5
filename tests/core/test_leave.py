"""Leaves: the days as people type them, and who does whose work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.leave import LONGEST, Days, read_days, stand_in
from bot.core.workdays import WorkCalendar

TODAY = date(2026, 11, 25)
"""A Wednesday."""

CALENDAR = WorkCalendar.of(())


def read(text: str) -> Days | None:
    return read_days(text, today=TODAY, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("từ 1/12 đến 5/12", "2026-12-01", "2026-12-05"),
        ("1-5/12", "2026-12-01", "2026-12-05"),
        ("từ ngày 1 đến hết ngày 5/12", "2026-12-01", "2026-12-05"),
        ("01/12/2026 – 05/12/2026", "2026-12-01", "2026-12-05"),
        ("28/12 đến 3/1", "2026-12-28", "2027-01-03"),
        ("nghi 3 ngay", "2026-11-25", "2026-11-27"),
        ("5 ngày", "2026-11-25", "2026-12-01"),
        ("hai ngày từ 1/12", "2026-12-01", "2026-12-02"),
        ("1 tuần", "2026-11-25", "2026-12-01"),
        ("hôm nay", "2026-11-25", "2026-11-25"),
        ("ngày mai ạ", "2026-11-26", "2026-11-26"),
        ("đến hết tuần", "2026-11-25", "2026-11-29"),
        ("từ mai đến hết tuần", "2026-11-26", "2026-11-29"),
        ("tuần sau", "2026-11-30", "2026-12-06"),
        ("đến hết tháng", "2026-11-25", "2026-11-30"),
        ("từ thứ hai đến thứ sáu", "2026-11-30", "2026-12-04"),
        ("from tomorrow to friday", "2026-11-26", "2026-11-27"),
        ("3 days", "2026-11-25", "2026-11-27"),
    ],
)
def test_days_are_read(text: str, starts: str, ends: str) -> None:
    assert read(text) == Days(date.fromisoformat(starts), date.fromisoformat(ends))


@pytest.mark.parametrize(
    "text",
    ["", "tuần nào đó", "5/12 đến 1/12", "31/11", "0 ngày", "999 ngày", "20/11", "từ 1/12 đến bao giờ"],
)
def test_what_is_no_leave_is_not_read(text: str) -> None:
    assert read(text) is None


@given(
    st.dates(TODAY, TODAY + timedelta(days=90)),
    st.integers(min_value=0, max_value=90),
    st.sampled_from(("từ {0} đến {1}", "{0} - {1}", "nghỉ từ {0} đến hết {1}", "from {0} to {1}")),
)
def test_two_whole_days_are_read_as_they_are(start: date, length: int, shape: str) -> None:
    end = start + timedelta(days=length)

    assert read(shape.format(f"{start:%d/%m/%Y}", f"{end:%d/%m/%Y}")) == Days(start, end)


@given(st.text(max_size=40))
def test_days_that_are_read_make_a_leave(text: str) -> None:
    days = read(text)

    assert days is None or (
        days.starts_on <= days.ends_on >= TODAY and days.ends_on - days.starts_on <= LONGEST
    )


PEOPLE = st.integers(min_value=1, max_value=6)


@given(PEOPLE, st.dictionaries(PEOPLE, st.none() | PEOPLE))
def test_whoever_stands_in_is_there(person: int, away: dict[int, int | None]) -> None:
    found = stand_in(person, away)

    assert found not in away
    assert found is not None or person in away


def test_substitute_of_a_substitute_stands_in() -> None:
    assert stand_in(1, {1: 2, 2: 3}) == 3
    assert stand_in(1, {1: 2, 2: 1}) is None
    assert stand_in(1, {1: None}) is None
    assert stand_in(1, {}) == 1
