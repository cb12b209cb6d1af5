"""A reminder at a named time: inside the send windows, moved where it has to be, never behind the last day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.later import Fitting, Unfit, fit, may_come
from bot.core.later_words import Half, When, read_when
from bot.core.windows import SendWindows
from bot.core.workdays import WorkCalendar
from bot.gather.builtin import special_days

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WINDOWS = SendWindows(WorkCalendar.of(special_days()), ZONE)
WEDNESDAY, FRIDAY = "2026-11-25 08:05", "2026-11-27 08:05"
DUE = date(2026, 12, 2)
NOW = st.datetimes(datetime(2026, 11, 2), datetime(2028, 11, 30)).map(lambda at: at.replace(tzinfo=ZONE))  # noqa: DTZ001 - the zone follows


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def fitted(text: str, now: str) -> Fitting | Unfit:
    when = read_when(text, today=at(now).date())
    assert when is not None
    return fit(when, WINDOWS, at(now), until=DUE, hears=lambda _: True)


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("chiều nay", WEDNESDAY, Fitting(at("2026-11-25 14:00"))),
        ("hôm nay", WEDNESDAY, Fitting(at("2026-11-25 14:00"))),
        ("mai", WEDNESDAY, Fitting(at("2026-11-26 08:00"))),
        ("chiều mai", WEDNESDAY, Fitting(at("2026-11-26 14:00"))),
        ("sáng", WEDNESDAY, Fitting(at("2026-11-26 08:00"))),
        ("2/12", WEDNESDAY, Fitting(at("2026-12-02 08:00"))),
        ("15h", WEDNESDAY, Fitting(at("2026-11-25 15:00"), by_the_clock=True)),
        ("8h", WEDNESDAY, Fitting(at("2026-11-26 08:00"), by_the_clock=True)),
        ("1 tiếng", WEDNESDAY, Fitting(at("2026-11-25 09:05"), by_the_clock=True)),
        ("3 tiếng", WEDNESDAY, Fitting(at("2026-11-25 14:00"), other_hour=True)),
        ("11h30", WEDNESDAY, Fitting(at("2026-11-25 14:00"), other_hour=True)),
        ("17h", WEDNESDAY, Fitting(at("2026-11-26 08:00"), other_hour=True)),
        ("mai", FRIDAY, Fitting(at("2026-11-30 08:00"), not_on=date(2026, 11, 28))),
        ("9h mai", FRIDAY, Fitting(at("2026-11-30 08:00"), not_on=date(2026, 11, 28))),
        ("tuần sau", FRIDAY, Fitting(at("2026-11-30 08:00"))),
        ("chiều", "2026-11-25 15:00", Fitting(at("2026-11-26 14:00"))),
        ("chiều nay", "2026-11-25 15:00", Unfit.GONE),
        ("8h hôm nay", WEDNESDAY, Unfit.GONE),
        ("20/11/2026", WEDNESDAY, Unfit.GONE),
        ("3/12", WEDNESDAY, Unfit.FAR),
        ("17h ngày 2/12", WEDNESDAY, Unfit.FAR),
        ("tối thứ sáu", WEDNESDAY, Unfit.EVENING),
        ("19h", WEDNESDAY, Unfit.EVENING),
    ],
)
def test_time_is_kept_moved_or_refused(text: str, now: str, expected: Fitting | Unfit) -> None:
    assert fitted(text, now) == expected


def test_quiet_day_is_passed_over() -> None:
    quiet = date(2026, 11, 26)

    found = fit(When(day=quiet), WINDOWS, at(WEDNESDAY), until=DUE, hears=lambda day: day != quiet)

    assert found == Fitting(at("2026-11-27 08:00"), not_on=quiet)


WHENS = st.builds(
    When,
    day=st.none() | st.dates(date(2026, 11, 1), date(2029, 1, 1)),
    half=st.none() | st.sampled_from(Half),
    hour=st.none() | st.times(),
    wait=st.none() | st.timedeltas(timedelta(minutes=1), timedelta(days=3)),
)


@given(NOW, WHENS, st.integers(0, 40), st.sets(st.integers(0, 6), max_size=4))
def test_whatever_fits_may_come(now: datetime, when: When, days: int, deaf: set[int]) -> None:
    until = date.fromordinal(now.toordinal() + days)

    found = fit(when, WINDOWS, now, until=until, hears=lambda day: day.weekday() not in deaf)

    if isinstance(found, Fitting):
        assert may_come(WINDOWS, found.at, now, until=until, hears=lambda day: day.weekday() not in deaf), (
            found
        )


def test_evening_and_the_past_may_not_come_whatever_a_button_says() -> None:
    for text in ("2026-11-25 20:00", "2026-11-25 08:00", "2026-11-28 08:00", "2026-12-03 08:00"):
        assert not may_come(WINDOWS, at(text), at(WEDNESDAY), until=DUE, hears=lambda _: True)
