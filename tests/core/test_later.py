"""The times at which a reminder may come instead."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.core.later import MOST, later_times
from bot.core.windows import SendWindows
from bot.core.workdays import WorkCalendar
from bot.gather.builtin import special_days

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WINDOWS = SendWindows(WorkCalendar.of(special_days()), ZONE)
NOW = st.datetimes(datetime(2026, 11, 2), datetime(2030, 11, 30)).map(lambda at: at.replace(tzinfo=ZONE))  # noqa: DTZ001 - the zone follows


def times(at: str, until: str = "2026-12-31") -> list[str]:
    now = datetime.fromisoformat(at).replace(tzinfo=ZONE)
    found = later_times(WINDOWS, now, until=date.fromisoformat(until), hears=lambda _: True)
    return [f"{one.astimezone(ZONE):%d/%m %H:%M}" for one in found]


def test_rest_of_the_day_then_mornings() -> None:
    assert times("2026-11-25 08:10") == ["25/11 14:00", "26/11 08:00", "27/11 08:00"]
    assert times("2026-11-27 15:00") == ["30/11 08:00", "01/12 08:00", "02/12 08:00"]
    assert times("2026-11-23 20:00") == ["25/11 08:00", "26/11 08:00", "27/11 08:00"]  # 24/11 is a holiday


def test_nothing_behind_the_last_day() -> None:
    assert times("2026-12-01 15:00", "2026-12-02") == ["02/12 08:00"]
    assert times("2026-12-02 14:05", "2026-12-02") == []


@given(NOW, st.integers(0, 20), st.sets(st.integers(0, 6)))
def test_every_time_is_open_later_in_time_and_heard(now: datetime, days: int, deaf: set[int]) -> None:
    until = now.date() + timedelta(days=days)
    found = later_times(WINDOWS, now, until=until, hears=lambda day: day.weekday() not in deaf)

    assert len(found) <= MOST
    assert list(found) == sorted(set(found))
    for at in found:
        day = at.astimezone(ZONE).date()
        assert WINDOWS.is_open(at)
        assert at > now
        assert day <= until
        assert day == now.date() or day.weekday() not in deaf
