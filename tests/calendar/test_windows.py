from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.monthday import MonthDay
from bot.core.quiet import Notice, QuietDays
from bot.core.windows import SendWindows, Window
from bot.core.workdays import WorkCalendar

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NEW_YORK = ZoneInfo("America/New_York")  # 2027: forward on 14/03 at 02:00, back on 07/11 at 02:00
ZONES = st.sampled_from(
    [
        HANOI,
        NEW_YORK,
        ZoneInfo("Europe/London"),
        ZoneInfo("America/St_Johns"),  # half an hour off
        ZoneInfo("Pacific/Kiritimati"),  # 14 hours before Greenwich
        ZoneInfo("Australia/Lord_Howe"),  # changes its clock by half an hour
    ]
)
ALL_WEEK = WorkCalendar(week=frozenset(range(7)))


def instants(first: datetime, last: datetime) -> st.SearchStrategy[datetime]:
    return st.timedeltas(timedelta(0), last - first).map(lambda since: first + since)


TEN_YEARS = instants(datetime(2024, 1, 1, tzinfo=UTC), datetime(2034, 12, 31, tzinfo=UTC))
CLOCK_GOES_FORWARD = instants(datetime(2027, 3, 14, 4, tzinfo=UTC), datetime(2027, 3, 14, 10, tzinfo=UTC))
CLOCK_GOES_BACK = instants(datetime(2027, 11, 7, 3, tzinfo=UTC), datetime(2027, 11, 7, 9, tzinfo=UTC))


@pytest.fixture(scope="session")
def windows(office: WorkCalendar) -> SendWindows:
    return SendWindows(office, HANOI)


@st.composite
def any_windows(draw: st.DrawFn) -> tuple[Window, ...]:
    """One to three windows at any hour, even where the clock is changed, perhaps one over another."""
    ends = st.tuples(st.times(), st.times()).map(sorted).filter(lambda pair: pair[0] < pair[1])
    return tuple(Window(*pair) for pair in draw(st.lists(ends, min_size=1, max_size=3)))


def hanoi(text: str) -> datetime:
    """An instant from a date and an hour on the wall of the office."""
    return datetime.fromisoformat(text).replace(tzinfo=HANOI).astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("2026-11-23 07:59:59", False),
        ("2026-11-23 08:00", True),
        ("2026-11-23 10:59:59", True),
        ("2026-11-23 11:00", False),
        ("2026-11-23 12:30", False),  # rest
        ("2026-11-23 14:00", True),
        ("2026-11-23 16:30", False),
        ("2026-11-23 21:00", False),
        ("2026-11-24 09:00", False),  # a holiday
        ("2026-11-28 09:00", False),  # a Saturday
        ("2026-08-22 09:00", True),  # a Saturday that is worked
        ("2026-08-31 09:00", False),  # the Monday in exchange
    ],
)
def test_windows_are_open_in_the_working_hours_of_working_days(
    windows: SendWindows, at: str, is_open: bool
) -> None:
    assert windows.is_open(hanoi(at)) is is_open


@pytest.mark.parametrize(
    ("now", "opening"),
    [
        ("2026-11-23 09:15", "2026-11-23 09:15"),
        ("2026-11-23 05:00", "2026-11-23 08:00"),
        ("2026-11-23 11:00", "2026-11-23 14:00"),
        ("2026-11-23 16:30", "2026-11-25 08:00"),  # Tuesday 24/11 is off
        ("2026-11-27 20:00", "2026-11-30 08:00"),
        ("2026-02-13 16:31", "2026-02-23 08:00"),  # Tết
        ("2026-08-21 18:00", "2026-08-22 08:00"),
    ],
)
def test_next_opening_is_now_or_the_next_window(windows: SendWindows, now: str, opening: str) -> None:
    assert windows.next_opening(hanoi(now)) == hanoi(opening)


def test_evening_in_greenwich_is_morning_at_the_office(windows: SendWindows) -> None:
    assert windows.next_opening(datetime(2026, 11, 22, 23, tzinfo=UTC)) == datetime(
        2026, 11, 23, 1, tzinfo=UTC
    )


def test_instant_of_another_zone_comes_back_in_utc(windows: SendWindows) -> None:
    tokyo = timezone(timedelta(hours=9))
    opening = windows.next_opening(datetime(2026, 11, 23, 11, tzinfo=tokyo))

    assert opening == datetime(2026, 11, 23, 2, tzinfo=UTC)
    assert opening.tzinfo is UTC


def test_windows_follow_the_clock_of_summer_and_winter() -> None:
    windows = SendWindows(WorkCalendar(), NEW_YORK)

    assert windows.next_opening(datetime(2027, 3, 12, 4, tzinfo=UTC)) == datetime(2027, 3, 12, 13, tzinfo=UTC)
    assert windows.next_opening(datetime(2027, 3, 15, 4, tzinfo=UTC)) == datetime(2027, 3, 15, 12, tzinfo=UTC)


def test_window_over_the_skipped_hour_never_opens_outside_itself() -> None:
    """On 14/03/2027 the hour from 02:00 to 03:00 is left out: 02:30 never is."""
    windows = SendWindows(ALL_WEEK, NEW_YORK, (Window(time(2, 30), time(4)),))

    assert windows.next_opening(datetime(2027, 3, 14, 5, tzinfo=UTC)) == datetime(
        2027, 3, 14, 7, 30, tzinfo=UTC
    )


def test_window_in_the_repeated_hour_opens_once_and_later() -> None:
    """On 07/11/2027 the hour from 01:00 to 02:00 comes twice: between the two, 01:30 is past and yet to come."""
    windows = SendWindows(ALL_WEEK, NEW_YORK, (Window(time(1, 30), time(3)),))

    assert windows.next_opening(datetime(2027, 11, 7, 5, tzinfo=UTC)) == datetime(
        2027, 11, 7, 6, 30, tzinfo=UTC
    )


def test_window_closes_at_the_first_of_two_equal_hours() -> None:
    windows = SendWindows(ALL_WEEK, NEW_YORK, (Window(time(0, 30), time(1, 30)),))

    assert windows.is_open(datetime(2027, 11, 7, 5, 29, tzinfo=UTC))
    assert not windows.is_open(datetime(2027, 11, 7, 5, 30, tzinfo=UTC))
    assert not windows.is_open(datetime(2027, 11, 7, 6, 15, tzinfo=UTC))  # 01:15 again


def test_naive_time_is_a_fault_of_the_program(windows: SendWindows) -> None:
    with pytest.raises(AssertionError, match="naive"):
        windows.is_open(datetime.fromisoformat("2026-11-23 09:00"))


def test_windows_that_could_never_open_are_refused(office: WorkCalendar) -> None:
    with pytest.raises(ValueError, match="a window must open before it closes"):
        Window(time(11), time(8))
    with pytest.raises(ValueError, match="no send window"):
        SendWindows(office, HANOI, windows=())


# Quiet days.


def test_schools_are_not_told_on_teachers_day_that_they_are_late(windows: SendWindows) -> None:
    day = date(2026, 11, 20)

    assert windows.calendar.is_working(day)
    assert windows.is_quiet(day, unit_kind="SCHOOL", notice=Notice.OVERDUE)
    assert windows.is_quiet(day, unit_kind="PARTY_SCHOOL", notice=Notice.OVERDUE)


def test_teachers_day_hushes_nothing_else(windows: SendWindows) -> None:
    assert not windows.is_quiet(date(2026, 11, 20), unit_kind="SCHOOL", notice=Notice.REMINDER)
    assert not windows.is_quiet(date(2026, 11, 20), unit_kind="PARTY_COMMUNE", notice=Notice.OVERDUE)
    assert not windows.is_quiet(date(2026, 11, 19), unit_kind="SCHOOL", notice=Notice.OVERDUE)
    assert not windows.is_quiet(date(2026, 11, 23), unit_kind="SCHOOL", notice=Notice.OVERDUE)


@pytest.mark.parametrize(
    ("starts", "ends", "quiet", "loud"),
    [
        (MonthDay(9, 5), MonthDay(9, 11), [(9, 5), (9, 8), (9, 11)], [(9, 4), (9, 12), (3, 8)]),
        (MonthDay(12, 28), MonthDay(1, 3), [(12, 28), (12, 31), (1, 1), (1, 3)], [(12, 27), (1, 4), (7, 1)]),
    ],
)
def test_quiet_days_may_be_a_stretch_even_over_new_year(
    starts: MonthDay, ends: MonthDay, quiet: list[tuple[int, int]], loud: list[tuple[int, int]]
) -> None:
    days = QuietDays(starts, ends, frozenset({"SCHOOL"}), frozenset({Notice.REMINDER}))

    assert [days.covers(date(2027, *at)) for at in quiet] == [True] * len(quiet)
    assert [days.covers(date(2027, *at)) for at in loud] == [False] * len(loud)


# What holds at every instant of ten years.


@given(now=TEN_YEARS, zone=ZONES)
def test_open_is_exactly_when_the_wall_says_so(office: WorkCalendar, now: datetime, zone: ZoneInfo) -> None:
    wall = now.astimezone(zone)
    in_hours = time(8) <= wall.time() < time(11) or time(14) <= wall.time() < time(16, 30)

    assert SendWindows(office, zone).is_open(now) is (in_hours and office.is_working(wall.date()))


@given(now=TEN_YEARS, zone=ZONES, windows=any_windows())
def test_next_opening_is_open_and_stays_where_it_is(
    office: WorkCalendar, now: datetime, zone: ZoneInfo, windows: tuple[Window, ...]
) -> None:
    sends = SendWindows(office, zone, windows)
    opening = sends.next_opening(now)

    assert opening >= now
    assert sends.is_open(opening)
    assert sends.next_opening(opening) == opening


@given(now=TEN_YEARS, zone=ZONES, windows=any_windows(), share=st.floats(0, 1, exclude_max=True))
def test_nothing_opens_before_the_next_opening(
    office: WorkCalendar, now: datetime, zone: ZoneInfo, windows: tuple[Window, ...], share: float
) -> None:
    sends = SendWindows(office, zone, windows)
    opening = sends.next_opening(now)
    earlier = now + (opening - now) * share

    assert sends.is_open(earlier) is (earlier == opening)


@given(
    now=CLOCK_GOES_FORWARD | CLOCK_GOES_BACK,
    windows=any_windows(),
)
@example(  # 02:00 is left out that night: read as its second round, it came an hour before its window
    now=datetime(2027, 3, 14, 6, tzinfo=UTC),
    windows=(Window(time(2, fold=1), time(2, 0, 1)),),
)
def test_wall_never_shows_an_hour_outside_the_windows(now: datetime, windows: tuple[Window, ...]) -> None:
    wall = now.astimezone(NEW_YORK).time()
    allowed = any(window.opens <= wall < window.closes for window in windows)

    assert allowed or not SendWindows(ALL_WEEK, NEW_YORK, windows).is_open(now)


@given(now=CLOCK_GOES_FORWARD | CLOCK_GOES_BACK, windows=any_windows())
def test_instant_is_the_same_on_whichever_clock_it_is_read(
    now: datetime, windows: tuple[Window, ...]
) -> None:
    """Also in the hour that New York's clock shows twice, where only `fold` tells one from the other."""
    sends = SendWindows(ALL_WEEK, NEW_YORK, windows)
    there = now.astimezone(NEW_YORK)

    assert sends.is_open(there) is sends.is_open(now)
    assert sends.next_opening(there) == sends.next_opening(now)
