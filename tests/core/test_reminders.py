"""The ladder of reminders: on which day each rung is taken, and which one is due."""

from collections.abc import Collection
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.people import Role
from bot.core.reminders import LADDER, Rung, reaches_to, rung_due
from bot.core.workdays import WorkCalendar
from bot.gather.builtin import special_days

CALENDAR = WorkCalendar.of(special_days())
DUE = date(2026, 12, 2)  # a Wednesday
YEARS = st.dates(date(2026, 11, 2), date(2030, 11, 30))


def day(text: str) -> date:
    """25/11 of 2026, 11/2/27."""
    number, month, *year = (int(part) for part in text.split("/"))
    return date(2000 + year[0] if year else 2026, month, number)


def step(today: date, *, due_on: date = DUE, taken: Collection[str] = ()) -> str | None:
    rung = rung_due(due_on, today=today, taken=taken, calendar=CALENDAR)
    return rung.step if rung else None


def said_on(days: Collection[date], *, due_on: date = DUE) -> dict[date, str]:
    """What is said if the system is up on those days only and looks once a day."""
    taken: dict[date, str] = {}
    for today in sorted(days):
        if found := step(today, due_on=due_on, taken=set(taken.values())):
            taken[today] = found
    return taken


def from_to(first: str, last: str) -> list[date]:
    return [day(first) + timedelta(days=n) for n in range((day(last) - day(first)).days + 1)]


@pytest.mark.parametrize(
    ("due_on", "rungs"),
    [
        # an ordinary Wednesday; three days before is a Sunday
        ("2/12", ["25/11", "27/11", "2/12", "3/12", "7/12"]),
        # a Friday: the reminders fall on a Friday and a Tuesday, the notices pass a weekend
        ("18/12", ["11/12", "15/12", "18/12", "21/12", "23/12"]),
        # a Monday
        ("14/12", ["7/12", "11/12", "14/12", "15/12", "17/12"]),
        # seven days before is 24/11, Vietnam's day of culture
        ("1/12", ["23/11", "27/11", "1/12", "2/12", "4/12"]),
        # three days before is 24/11
        ("27/11", ["20/11", "23/11", "27/11", "30/11", "2/12"]),
        # 24/11 is no working day to count behind the last day
        ("23/11", ["16/11", "20/11", "23/11", "25/11", "27/11"]),
        # the last day before Tết (4/2 to 10/2/2027), and the first one after it
        ("3/2/27", ["27/1/27", "29/1/27", "3/2/27", "11/2/27", "15/2/27"]),
        ("11/2/27", ["3/2/27", "3/2/27", "11/2/27", "12/2/27", "16/2/27"]),
        # New Year's day is a Friday in 2027
        ("31/12", ["24/12", "28/12", "31/12", "4/1/27", "6/1/27"]),
        # a last day that stayed on a Saturday (a plan may want it so)
        ("12/12", ["4/12", "9/12", "11/12", "14/12", "16/12"]),
    ],
)
def test_rung_is_taken_on_a_working_day(due_on: str, rungs: list[str]) -> None:
    days = [rung.day(day(due_on), CALENDAR) for rung in LADDER]

    assert days == [day(text) for text in rungs]


@given(YEARS)
def test_rungs_follow_each_other_on_working_days(due_on: date) -> None:
    days = [rung.day(due_on, CALENDAR) for rung in LADDER]

    assert days == sorted(days)
    assert all(CALENDAR.is_working(one) for one in days)
    assert days[2] <= due_on < days[3] < days[4]


def test_last_rung_goes_to_the_head_as_well() -> None:
    assert {rung.step: set(rung.to) for rung in LADDER} == {
        "R1": {Role.OFFICER},
        "R2": {Role.OFFICER},
        "R3": {Role.OFFICER},
        "R4": {Role.OFFICER},
        "R5": {Role.OFFICER, Role.HEAD},
    }


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("24/11", None),
        ("25/11", "R1"),
        ("26/11", "R1"),
        ("27/11", "R2"),
        ("1/12", "R2"),
        ("2/12", "R3"),
        ("3/12", "R4"),
        ("6/12", "R4"),
        ("7/12", "R5"),
        ("7/3/27", "R5"),
    ],
)
def test_latest_rung_that_is_reached_is_due(today: str, due: str | None) -> None:
    assert step(day(today)) == due


@pytest.mark.parametrize("today", ["25/11", "26/11"])
def test_rung_that_was_taken_is_not_due_again(today: str) -> None:
    assert step(day(today), taken={"R1"}) is None


def test_earlier_rung_is_not_made_up_for() -> None:
    assert step(day("3/12"), taken={"R4"}) is None
    assert step(day("3/12"), taken={"R1", "R2", "R3"}) == "R4"
    assert step(day("9/3/27"), taken={"R5"}) is None


def test_each_rung_is_said_once_in_a_month_without_trouble() -> None:
    assert said_on(from_to("2/11", "31/12")) == {
        day("25/11"): "R1",
        day("27/11"): "R2",
        day("2/12"): "R3",
        day("3/12"): "R4",
        day("7/12"): "R5",
    }


@pytest.mark.parametrize(
    ("first_day_up", "said"),
    [
        ("26/11", {"26/11": "R1", "27/11": "R2", "2/12": "R3", "3/12": "R4", "7/12": "R5"}),
        ("1/12", {"1/12": "R2", "2/12": "R3", "3/12": "R4", "7/12": "R5"}),
        ("4/12", {"4/12": "R4", "7/12": "R5"}),
        ("21/12", {"21/12": "R5"}),
    ],
)
def test_downtime_gives_one_reminder(first_day_up: str, said: dict[str, str]) -> None:
    assert said_on(from_to(first_day_up, "31/12")) == {day(on): rung for on, rung in said.items()}


def test_two_rungs_on_one_day_are_one_reminder() -> None:
    """Before Tết the first two rungs meet on 3/2: the later one is said."""
    said = said_on(from_to("1/1/27", "28/2/27"), due_on=day("11/2/27"))

    assert said == {day("3/2/27"): "R2", day("11/2/27"): "R3", day("12/2/27"): "R4", day("16/2/27"): "R5"}


@given(
    due_on=YEARS,
    up=st.sets(st.integers(-20, 30)),
)
def test_no_rung_is_said_twice_or_too_early_or_after_a_later_one(due_on: date, up: set[int]) -> None:
    said = said_on({due_on + timedelta(days=n) for n in up}, due_on=due_on)

    steps = list(said.values())
    assert steps == sorted(set(steps))
    for today, name in said.items():
        reached = [rung.step for rung in LADDER if rung.day(due_on, CALENDAR) <= today]
        assert name == reached[-1]


def test_ladder_is_data() -> None:
    """A committee may want fewer reminders."""
    only_the_last_day = [LADDER[2]]
    rung = rung_due(DUE, today=day("7/12"), taken=(), calendar=CALENDAR, ladder=only_the_last_day)

    assert rung == LADDER[2]
    assert rung_due(DUE, today=day("7/12"), taken=(), calendar=CALENDAR, ladder=()) is None


RUNGS = st.lists(
    st.builds(
        Rung,
        step=st.just("R"),
        days=st.integers(0, 40),
        after=st.booleans(),
        to=st.just(frozenset({Role.OFFICER})),
        working=st.sampled_from((None, True, False)),
    ),
    min_size=1,
    max_size=4,
)


@given(RUNGS, YEARS, st.integers(-90, 120))
def test_no_rung_that_is_reached_lies_beyond_what_is_looked_at(
    ladder: list[Rung], today: date, ahead: int
) -> None:
    due_on = today + timedelta(days=ahead)
    reached = any(rung.day(due_on, CALENDAR) <= today for rung in ladder)

    if reached and not all(rung.after for rung in ladder):
        assert due_on <= reaches_to([ladder], today=today, calendar=CALENDAR)


@example([Rung("R", 0, after=True, to=frozenset({Role.OFFICER}))], date(2026, 12, 5))
@given(RUNGS, YEARS)
def test_rung_of_any_ladder_is_taken_on_a_working_day(ladder: list[Rung], due_on: date) -> None:
    days = [rung.day(due_on, CALENDAR) for rung in ladder]

    assert all(CALENDAR.is_working(one) for one in days)
    assert all(
        (one > due_on) or not rung.after or not rung.days for one, rung in zip(days, ladder, strict=True)
    )
