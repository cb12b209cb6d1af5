"""What holds on every day of 2026 to 2035: the table, and behind it what the library expects."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deadline_rules import Rule
from bot.core.deadlines import WhenDayOff, last_day, overdue_on, remind_on
from bot.core.monthday import MonthDay
from bot.core.periods import PeriodKind, periods_between
from bot.core.quiet import Notice
from bot.core.reminders import LADDER, rung_due
from bot.core.windows import Season, SendWindows, Window
from bot.core.workdays import DayKind, DayStatus, SpecialDay, WorkCalendar
from bot.gather.builtin import extended
from bot.papers.calendar_csv import CalendarPaper
from tests.calendar.test_deadline_wording import WORDED

FIRST, LAST = date(2026, 1, 1), date(2035, 12, 31)
DAYS = st.dates(FIRST, LAST)
ALL_DAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
RULES = st.sampled_from([rule for _, rule in WORDED])
MOVES: st.SearchStrategy[WhenDayOff] = st.sampled_from(["next", "previous"])
KINDS = st.sampled_from([kind for kind in PeriodKind if kind not in (PeriodKind.ONCE, PeriodKind.EACH)])
WITHOUT_GAPS = [
    PeriodKind.WEEK,
    PeriodKind.MONTH,
    PeriodKind.QUARTER,
    PeriodKind.HALF_YEAR,
    PeriodKind.YEAR,
    PeriodKind.REPORTING_MONTH,
    PeriodKind.REPORTING_QUARTER,
    PeriodKind.REPORTING_HALF_YEAR,
    PeriodKind.REPORTING_YEAR,
]
OWN_DAYS = st.builds(
    SpecialDay, DAYS, st.sampled_from(DayKind), st.just("của đơn vị"), st.sampled_from(DayStatus)
)


@pytest.fixture(scope="module")
def ten_years(holidays: CalendarPaper) -> WorkCalendar:
    return WorkCalendar.of(extended(holidays.days))


def works(calendar: WorkCalendar, day: date) -> bool:
    """The naive way: look the day up in the list."""
    for special in calendar.special:
        if special.day == day:
            return special.kind is not DayKind.OFF
    return day.weekday() < 5


@given(day=DAYS, count=st.integers(-60, 60), own=st.lists(OWN_DAYS, max_size=20))
def test_counting_is_counting_day_by_day(
    ten_years: WorkCalendar, day: date, count: int, own: list[SpecialDay]
) -> None:
    calendar = ten_years.overlaid(own)
    at, left = day, abs(count)
    while left:
        at += timedelta(days=1 if count > 0 else -1)
        left -= works(calendar, at)

    assert calendar.add(day, working_days=count) == at
    assert calendar.count_between(day, at) == count


@given(own=st.lists(OWN_DAYS, max_size=20))
def test_own_days_win_day_by_day_and_nothing_else_changes(
    ten_years: WorkCalendar, own: list[SpecialDay]
) -> None:
    calendar = ten_years.overlaid(own)
    last_said = {special.day: special for special in own}

    for day, special in last_said.items():
        assert calendar.special_day(day) == special
        assert calendar.is_working(day) is (special.kind is not DayKind.OFF)
    for special in ten_years.special:
        if special.day not in last_said:
            assert calendar.special_day(special.day) == special


@given(rule=RULES, kind=KINDS, day=DAYS, moves=MOVES)
def test_every_deadline_is_a_working_day_on_the_right_side(
    ten_years: WorkCalendar, rule: Rule, kind: PeriodKind, day: date, moves: WhenDayOff
) -> None:
    for period in periods_between(kind, day, day + timedelta(days=90)):
        due = last_day(rule, period=period, issued_on=day, calendar=ten_years, when_day_off=moves)
        stays = last_day(rule, period=period, issued_on=day, calendar=ten_years, when_day_off="stay")

        assert ten_years.is_working(due.last_day)
        assert stays.last_day == due.stated_day
        skipped = sorted((due.stated_day, due.last_day))
        between = [skipped[0] + timedelta(days=n) for n in range((skipped[1] - skipped[0]).days + 1)]
        assert [one for one in between if ten_years.is_working(one)] == [due.last_day]
        assert (due.last_day >= due.stated_day) is (moves == "next" or not due.moved)


@pytest.mark.parametrize("kind", WITHOUT_GAPS)
def test_periods_of_a_kind_tile_the_years(kind: PeriodKind) -> None:
    periods = periods_between(kind, FIRST, LAST)
    covered = [
        period.starts_on + timedelta(days=number)
        for period in periods
        for number in range((period.ends_on - period.starts_on).days + 1)
    ]

    assert covered == sorted(set(covered))
    assert set(ALL_DAYS) <= set(covered)
    assert len({period.key for period in periods}) == len(periods)
    assert [period.key for period in periods] == sorted(period.key for period in periods)


@pytest.mark.parametrize("kind", [PeriodKind.SEMESTER, PeriodKind.SCHOOL_YEAR, PeriodKind.SUMMER])
def test_school_periods_never_overlap(kind: PeriodKind) -> None:
    periods = periods_between(kind, FIRST, LAST)

    assert all(one.ends_on < next_.starts_on for one, next_ in pairwise(periods))


@given(due_on=DAYS, days_before=st.integers(0, 30), days_after=st.integers(1, 10))
def test_reminders_are_never_on_days_off(
    ten_years: WorkCalendar, due_on: date, days_before: int, days_after: int
) -> None:
    before = remind_on(due_on, days_before=days_before, calendar=ten_years)
    after = overdue_on(due_on, working_days_after=days_after, calendar=ten_years)

    assert ten_years.is_working(before)
    assert ten_years.is_working(after)
    assert before <= due_on < after
    for rung in LADDER:
        assert ten_years.is_working(rung.day(due_on, ten_years))


@given(due_on=DAYS, today=DAYS)
def test_a_day_off_takes_no_rung_of_its_own(ten_years: WorkCalendar, due_on: date, today: date) -> None:
    """Whatever is due on a day off was due on the working day before it."""
    worked = ten_years.previous_working(today)

    now = rung_due(due_on, today=today, taken=(), calendar=ten_years)
    then = rung_due(due_on, today=worked, taken=(), calendar=ten_years)
    assert now == then


BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
WINTER = Season(MonthDay(10, 17), MonthDay(4, 15), (Window(time(9), time(10)),))


@given(
    at=st.timedeltas(timedelta(0), timedelta(days=3650)).map(lambda since: BEGINNING + since),
    zone=st.sampled_from(
        [ZoneInfo(name) for name in ("Asia/Ho_Chi_Minh", "America/New_York", "Europe/London")]
    ),
    own=st.lists(OWN_DAYS, max_size=5),
)
def test_window_is_open_on_working_days_in_the_hours_of_the_season(
    ten_years: WorkCalendar, at: datetime, zone: ZoneInfo, own: list[SpecialDay]
) -> None:
    calendar = ten_years.overlaid(own)
    windows = SendWindows(calendar, zone, seasons=(WINTER,))
    opening = windows.next_opening(at)
    wall = opening.astimezone(zone)

    assert opening >= at
    assert windows.is_open(opening)
    assert works(calendar, wall.date())
    assert any(one.opens <= wall.time() < one.closes for one in windows.on(wall.date()))
    if WINTER.covers(wall.date()):
        assert wall.hour == 9
    if calendar.is_half(wall.date()):
        assert wall.hour < 12


@given(day=DAYS)
def test_schools_are_left_alone_when_they_are_busy_with_themselves(
    ten_years: WorkCalendar, day: date
) -> None:
    windows = SendWindows(ten_years, ZoneInfo("Asia/Ho_Chi_Minh"))
    at = (day.month, day.day)
    busy = day.month in (6, 7) or (9, 5) <= at <= (9, 11)

    assert windows.is_quiet(day, unit_kind="SCHOOL", notice=Notice.REMINDER) is busy
    assert windows.is_quiet(day, unit_kind="SCHOOL", notice=Notice.OVERDUE) is (busy or at == (11, 20))
    assert not windows.is_quiet(day, unit_kind="PARTY_COMMUNE", notice=Notice.OVERDUE)
    assert windows.is_quiet(day, unit_kind="SCHOOL", notice=Notice.REMINDER, period="summer") is (
        (9, 5) <= at <= (9, 11)
    )
