"""Somebody who does not answer: when, and whom it leads to."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.silence import Step, silent_since, step_of, unit_silent_since
from bot.core.workdays import WorkCalendar
from bot.gather.builtin import special_days

CALENDAR = WorkCalendar.of(special_days())
DAYS = st.dates(date(2026, 11, 2), date(2030, 11, 30))
WEDNESDAY = date(2026, 12, 2)


def test_third_unanswered_reminder_counts() -> None:
    days = [WEDNESDAY + timedelta(days=n) for n in range(4)]

    assert silent_since(days[:2], after=3) is None
    assert silent_since(days[:3], after=3) == days[2]
    assert silent_since(days, after=3) == days[2]
    assert silent_since(days, after=0) is None


def test_unit_is_silent_once_all_its_officers_are() -> None:
    assert unit_silent_since([]) is None
    assert unit_silent_since([WEDNESDAY, None]) is None
    assert unit_silent_since([WEDNESDAY, WEDNESDAY + timedelta(days=1)]) == WEDNESDAY + timedelta(days=1)


def test_each_step_has_its_working_days() -> None:
    def at(day: date, *, has_head: bool = True) -> Step:
        return step_of(WEDNESDAY, today=day, grace=2, has_head=has_head, calendar=CALENDAR)

    assert at(date(2026, 12, 3)) is Step.OFFICER
    assert at(date(2026, 12, 4)) is Step.HEAD
    assert at(date(2026, 12, 7)) is Step.HEAD
    assert at(date(2026, 12, 8)) is Step.STAFF
    assert at(date(2026, 12, 4), has_head=False) is Step.STAFF


@given(DAYS, st.integers(0, 5), st.booleans())
def test_escalation_goes_in_order_and_never_back(since: date, grace: int, has_head: bool) -> None:
    days = [since + timedelta(days=n) for n in range(40)]
    steps = [step_of(since, today=day, grace=grace, has_head=has_head, calendar=CALENDAR) for day in days]

    assert steps == sorted(steps)
    assert steps[-1] is Step.STAFF
    if has_head and grace:
        assert Step.HEAD in steps
