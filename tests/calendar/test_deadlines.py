from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.deadline_rules import (
    AfterIssue,
    AfterPeriod,
    BadRule,
    InLastMonth,
    OnDate,
    OnDays,
    Rule,
    read_rule,
)
from bot.core.deadlines import (
    Deadline,
    Start,
    WhenDayOff,
    closes_at,
    last_day,
    late_start,
    overdue_on,
    remind_on,
)
from bot.core.monthday import MonthDay
from bot.core.periods import CLOSED_ON_14TH, Period, PeriodKind, parse, period_of, periods_between
from bot.core.schoolyear import SchoolYear
from bot.core.workdays import WorkCalendar

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
P0 = date(2026, 11, 20)
PLAN = Period(PeriodKind.ONCE, "once", P0, date(2030, 12, 31))
EVERY_DAY = WorkCalendar(week=frozenset(range(7)))

DAYS = st.dates(date(2024, 1, 1), date(2034, 12, 31))
MONTH_DAYS = DAYS.map(MonthDay.of)
RULES: st.SearchStrategy[Rule] = st.one_of(
    st.builds(AfterIssue, st.integers(0, 90), st.just(0)),
    st.builds(AfterIssue, st.just(0), st.integers(0, 60)),
    st.builds(AfterPeriod, st.integers(-30, 60), st.just(0)),
    st.builds(AfterPeriod, st.just(0), st.integers(-20, 40)),
    st.builds(OnDays, st.lists(MONTH_DAYS, min_size=1, max_size=4).map(tuple)),
    st.builds(OnDate, DAYS),
    st.builds(InLastMonth, st.integers(1, 31)),
)
PERIODS = st.builds(period_of, st.sampled_from(PeriodKind), DAYS).filter(
    lambda period: period is not None and period.kind is not PeriodKind.ONCE
)


def rule_of(text: str) -> Rule:
    rule = read_rule(text)
    assert not isinstance(rule, BadRule)
    return rule


def period_with(key: str) -> Period:
    period = PLAN if key == "once" else parse(key)
    assert period is not None
    return period


def stated_day(text: str, key: str) -> date:
    """What a rule says of a period when every day is worked."""
    return last_day(rule_of(text), period=period_with(key), issued_on=P0, calendar=EVERY_DAY).last_day


@pytest.mark.parametrize(
    ("text", "key", "day"),
    [
        ("P0 + 30 days", "once", date(2026, 12, 20)),
        ("P0 + 45 days", "once", date(2027, 1, 4)),
        ("20/1", "2026-2027-HK1", date(2027, 1, 20)),
        ("15/6", "2026-2027", date(2027, 6, 15)),
        ("30/10", "2026-2027", date(2026, 10, 30)),
        ("10/9", "2027-summer", date(2027, 9, 10)),
        ("15/12", "2027", date(2027, 12, 15)),
        ("31/1", "2027", date(2027, 1, 31)),
        ("15/9", "2027-9M", date(2027, 9, 15)),
        ("trước 15/6", "2027-H1", date(2027, 6, 14)),
        ("trong tháng 2", "2027", date(2027, 2, 28)),
        ("trong tháng 2", "2028", date(2028, 2, 29)),
        ("quý III", "2027", date(2027, 9, 30)),
        ("31/12/2027", "once", date(2027, 12, 31)),
        ("end of period", "2026-W47", date(2026, 11, 22)),
        ("end of period + 5 days", "2027-Q1", date(2027, 4, 5)),
        ("end of period - 5 days", "2027-03", date(2027, 3, 26)),
        ("day 15 of the last month", "2027-Q1", date(2027, 3, 15)),
        ("day 20 of the last month", "2027-H1", date(2027, 6, 20)),
        ("ngày 20 hằng tháng", "2027-02", date(2027, 2, 20)),
        ("day 31 of the last month", "2027-Q1", date(2027, 3, 31)),
        ("day 31 of the last month", "2027-02", date(2027, 2, 28)),
        ("+ 1 day", "2027-R03", date(2027, 3, 15)),
        # The year of State bodies that closes on 14/12 began on 15/12.
        ("15/12", "2027-RY", date(2027, 12, 15)),
        ("trước 15/12", "2027-RY", date(2027, 12, 14)),
        ("15/6", "2027-RH1", date(2027, 6, 15)),
        ("trong tháng", "2027-02", date(2027, 2, 28)),
        ("cuối tháng", "2027-Q1", date(2027, 3, 31)),
        ("ngày 05 tháng sau", "2027-12", date(2028, 1, 5)),
        ("ngày 31 tháng sau", "2027-01", date(2027, 2, 28)),
        ("31/1 năm sau", "2027", date(2028, 1, 31)),
        ("trong tuần", "2026-W47", date(2026, 11, 22)),
        ("thứ Sáu hằng tuần", "2026-W47", date(2026, 11, 20)),
        ("trước thứ Sáu hằng tuần", "2026-W47", date(2026, 11, 19)),
        ("ngày khai giảng", "2026-2027", date(2026, 9, 5)),
        ("trước khai giảng", "2026-2027", date(2026, 9, 4)),
        ("ngày khai giảng", "2027", date(2027, 9, 5)),
        ("hết học kỳ I", "2026-2027", date(2027, 1, 17)),
        ("cuối năm học", "2026-2027-HK2", date(2027, 5, 30)),
        ("6 tháng", "2027-H2", date(2027, 12, 31)),
        ("9 tháng", "2027-9M", date(2027, 9, 30)),
        ("10 ngày sau khi kết thúc quý", "2027-Q1", date(2027, 4, 10)),
        ("trung tuần tháng 9", "2027-9M", date(2027, 9, 20)),
    ],
)
def test_rule_says_the_last_day(text: str, key: str, day: date) -> None:
    assert stated_day(text, key) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "15/3, 15/6, 15/9, 15/12",
            {"2027-Q1": (3, 15), "2027-Q2": (6, 15), "2027-Q3": (9, 15), "2027-Q4": (12, 15)},
        ),
        ("cuối quý", {"2027-Q1": (3, 31), "2027-Q2": (6, 30), "2027-Q3": (9, 30), "2027-Q4": (12, 31)}),
        ("20/6, 20/12", {"2027-H1": (6, 20), "2027-H2": (12, 20)}),
    ],
)
def test_of_several_days_each_period_has_its_own(text: str, days: dict[str, tuple[int, int]]) -> None:
    assert {key: stated_day(text, key) for key in days} == {
        key: date(2027, *day) for key, day in days.items()
    }


def test_second_semester_does_not_take_the_day_of_the_first() -> None:
    """20/1 closes semester I, although semester II has begun by then."""
    assert stated_day("20/1, 15/6", "2026-2027-HK1") == date(2027, 1, 20)
    assert stated_day("20/1, 15/6", "2026-2027-HK2") == date(2027, 6, 15)


def test_working_days_are_those_of_the_office(office: WorkCalendar) -> None:
    """From Friday 20/11: 23, 25 (24 is a holiday), 26, 27, 30/11."""
    due = last_day(rule_of("P0 + 5 working days"), period=PLAN, issued_on=P0, calendar=office)

    assert due == Deadline(date(2026, 11, 30), stated_day=date(2026, 11, 30))
    assert not due.moved


@pytest.mark.parametrize(
    ("when_day_off", "day", "moved"),
    [
        ("next", date(2026, 12, 21), True),
        ("stay", date(2026, 12, 20), False),
        ("previous", date(2026, 12, 18), True),
    ],
)
def test_last_day_off_moves_as_the_plan_says(
    office: WorkCalendar, when_day_off: WhenDayOff, day: date, moved: bool
) -> None:
    """P0 + 30 days is Sunday 20/12/2026."""
    due = last_day(AfterIssue(30), period=PLAN, issued_on=P0, calendar=office, when_day_off=when_day_off)

    assert due == Deadline(day, stated_day=date(2026, 12, 20))
    assert due.moved is moved


def test_last_working_day_is_the_offices(office: WorkCalendar) -> None:
    """31/01/2027 is a Sunday."""
    rule = rule_of("ngày làm việc cuối cùng của tháng")
    due = last_day(rule, period=period_with("2027-01"), issued_on=P0, calendar=office)

    assert due == Deadline(date(2027, 1, 29), stated_day=date(2027, 1, 29))


def test_school_days_are_those_that_the_province_decided() -> None:
    decided = SchoolYear(opens=MonthDay(9, 1), first_semester_ends=MonthDay(12, 31))
    period = parse("2026-2027", school_year=decided)
    assert period is not None

    for text, day in (("ngày khai giảng", date(2026, 9, 1)), ("hết học kỳ I", date(2026, 12, 31))):
        due = last_day(rule_of(text), period=period, issued_on=P0, calendar=EVERY_DAY, school_year=decided)
        assert due.last_day == day


def test_last_day_in_tet_moves_behind_it(office: WorkCalendar) -> None:
    due = last_day(OnDate(date(2027, 2, 5)), period=PLAN, issued_on=P0, calendar=office)

    assert due.last_day == date(2027, 2, 11)


def test_last_day_on_a_worked_saturday_stays(office: WorkCalendar) -> None:
    due = last_day(OnDate(date(2026, 8, 22)), period=PLAN, issued_on=P0, calendar=office)

    assert not due.moved


def test_last_day_lasts_until_midnight_at_the_office() -> None:
    assert closes_at(date(2027, 6, 14), zone=HANOI) == datetime(2027, 6, 14, 17, tzinfo=UTC)


def test_reminder_on_a_day_off_comes_earlier(office: WorkCalendar) -> None:
    """A day before Monday 30/11/2026 is a Sunday; a week before 01/12 is the holiday of 24/11."""
    assert remind_on(date(2026, 11, 30), days_before=7, calendar=office) == date(2026, 11, 23)
    assert remind_on(date(2026, 11, 30), days_before=3, calendar=office) == date(2026, 11, 27)
    assert remind_on(date(2026, 11, 30), days_before=1, calendar=office) == date(2026, 11, 27)
    assert remind_on(date(2026, 12, 1), days_before=7, calendar=office) == date(2026, 11, 23)
    assert remind_on(date(2026, 12, 1), days_before=0, calendar=office) == date(2026, 12, 1)


def test_overdue_notices_count_working_days(office: WorkCalendar) -> None:
    assert overdue_on(date(2026, 11, 23), working_days_after=1, calendar=office) == date(2026, 11, 25)
    assert overdue_on(date(2026, 11, 23), working_days_after=3, calendar=office) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("last", "start"),
    [
        (date(2026, 11, 21), Start(date(2026, 12, 22), late=True)),
        (date(2026, 11, 22), Start(date(2026, 11, 22), late=False)),
        (date(2026, 12, 15), Start(date(2026, 12, 15), late=False)),
    ],
)
def test_plan_that_is_loaded_late_gives_thirty_days(office: WorkCalendar, last: date, start: Start) -> None:
    assert late_start(last, loaded_on=date(2026, 11, 22), calendar=office) == start


def test_thirty_days_end_on_a_working_day(office: WorkCalendar) -> None:
    """30 days after 01/09/2026 is 01/10, a Thursday; after 11/01/2027, 10/02 is in Tết."""
    assert late_start(date(2026, 6, 15), loaded_on=date(2026, 9, 1), calendar=office).last_day == date(
        2026, 10, 1
    )
    assert late_start(date(2026, 6, 15), loaded_on=date(2027, 1, 11), calendar=office).last_day == date(
        2027, 2, 11
    )


# What holds for every rule, period and day of ten years.


@given(rule=RULES, period=PERIODS, issued_on=DAYS)
def test_deadline_never_falls_on_a_day_off(
    office: WorkCalendar, rule: Rule, period: Period, issued_on: date
) -> None:
    after = last_day(rule, period=period, issued_on=issued_on, calendar=office)
    before = last_day(rule, period=period, issued_on=issued_on, calendar=office, when_day_off="previous")

    assert office.is_working(after.last_day)
    assert office.is_working(before.last_day)
    assert before.last_day <= before.stated_day == after.stated_day <= after.last_day
    assert after.moved is before.moved is not office.is_working(after.stated_day)


@given(rule=RULES, period=PERIODS, issued_on=DAYS)
def test_deadline_that_stays_is_what_the_rule_says(
    office: WorkCalendar, rule: Rule, period: Period, issued_on: date
) -> None:
    due = last_day(rule, period=period, issued_on=issued_on, calendar=office, when_day_off="stay")

    assert due.last_day == due.stated_day
    assert not due.moved


@given(day=MONTH_DAYS, period=PERIODS)
def test_before_a_day_is_the_day_before_it(day: MonthDay, period: Period) -> None:
    assume(day != (2, 29))

    until = stated_day(f"trước {day.day}/{day.month}", period.key)

    assert MonthDay.of(until + timedelta(days=1)) == day


@given(day=MONTH_DAYS, period=PERIODS)
def test_day_of_the_year_is_the_first_since_the_period_began(day: MonthDay, period: Period) -> None:
    """Where figures close on the 14th, its first day, a 15th, is the last day of the report before."""
    due = stated_day(f"{day.day}/{day.month}", period.key)

    year = period.starts_on.year
    first = period.starts_on + timedelta(days=period.kind in CLOSED_ON_14TH)
    occurrences = [day.in_year(year - 1), day.in_year(year), day.in_year(year + 1)]
    assert due == next(day for day in occurrences if day >= first)


@given(
    year=st.integers(2024, 2034), text=st.sampled_from(["15/3, 15/6, 15/9, 15/12", "cuối quý", "quarter end"])
)
def test_quarters_never_share_a_deadline(year: int, text: str) -> None:
    quarters = periods_between(PeriodKind.QUARTER, date(year, 1, 1), date(year, 12, 31))

    due = [stated_day(text, quarter.key) for quarter in quarters]

    assert [period_of(PeriodKind.QUARTER, day) for day in due] == [*quarters]


@given(last=DAYS, days_before=st.integers(0, 60))
def test_reminder_comes_on_the_last_working_day_in_time(
    office: WorkCalendar, last: date, days_before: int
) -> None:
    day = remind_on(last, days_before=days_before, calendar=office)

    assert office.is_working(day)
    assert day <= last - timedelta(days=days_before)
    assert office.count_between(day, last - timedelta(days=days_before)) == 0


@given(last=DAYS, working_days_after=st.integers(1, 20))
def test_overdue_notice_comes_on_a_working_day_after_the_last(
    office: WorkCalendar, last: date, working_days_after: int
) -> None:
    day = overdue_on(last, working_days_after=working_days_after, calendar=office)

    assert office.is_working(day)
    assert office.count_between(last, day) == working_days_after


@given(last=DAYS, loaded_on=DAYS)
def test_no_task_starts_overdue(office: WorkCalendar, last: date, loaded_on: date) -> None:
    start = late_start(last, loaded_on=loaded_on, calendar=office)

    assert start.last_day >= loaded_on
    assert start.late is (last < loaded_on)
    assert start.late or start.last_day == last


@given(
    day=DAYS,
    zone=st.sampled_from(["Asia/Ho_Chi_Minh", "America/New_York", "Africa/Cairo", "America/Santiago"]),
)
def test_last_day_closes_when_the_wall_shows_the_next_day(day: date, zone: str) -> None:
    """Cairo and Santiago change their clocks at midnight."""
    office = ZoneInfo(zone)
    closes = closes_at(day, zone=office)

    assert closes.astimezone(office).date() == day + timedelta(days=1)
    assert (closes - timedelta(microseconds=1)).astimezone(office).date() == day
