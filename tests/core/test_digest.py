"""A week as figures: how many were asked and have reported, who is late, and what changed since last week."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.core.digest import Late, Line, Progress, late_areas, late_units, make_digest, progress
from bot.core.indicators import Total
from bot.core.plan.model import Indicator, IndicatorKind
from tests.house import office_time

MONDAY = date(2026, 12, 7)
AS_OF = office_time("2026-12-07 07:30")


def line(unit: str, *, due: str = "2026-12-02", reported: str | None = None, returned: bool = False) -> Line:
    """What one school was asked for, opened a month before its last day."""
    due_on = date.fromisoformat(due)
    return Line(
        unit=unit,
        unit_name=f"Trường {unit}",
        form="F1",
        period="once",
        opens_on=due_on - timedelta(days=30),
        due_on=due_on,
        reported_at=office_time(reported) if reported else None,
        returned=returned,
    )


ON_TIME = line("T01", reported="2026-12-01 09:00")
LONG_AGO = line("T02", reported="2026-11-20 09:00")
SILENT = line("T03")
RETURNED = line("T04", reported="2026-12-02 16:00", returned=True)
NOT_DUE = line("T05", due="2026-12-15")
NOT_OPEN = line("T06", due="2027-01-20")
LINES = (ON_TIME, LONG_AGO, SILENT, RETURNED, NOT_DUE, NOT_OPEN)


def test_progress_counts_what_was_open_and_what_had_come() -> None:
    assert progress(LINES, at=AS_OF, today=MONDAY) == Progress(asked=5, reported=3)
    assert progress((), at=AS_OF, today=MONDAY) == Progress(0, 0)


@pytest.mark.parametrize(
    ("at", "reported"),
    [("2026-12-01 08:59", 1), ("2026-12-01 09:00", 2), ("2026-12-01 09:01", 2)],
)
def test_report_counts_from_the_instant_at_which_it_came(at: str, reported: int) -> None:
    assert progress(LINES, at=office_time(at), today=date(2026, 12, 1)).reported == reported


def test_form_counts_from_the_day_on_which_it_opens() -> None:
    opens_on = NOT_OPEN.opens_on

    assert progress([NOT_OPEN], at=AS_OF, today=opens_on - timedelta(days=1)) == Progress(0, 0)
    assert progress([NOT_OPEN], at=AS_OF, today=opens_on) == Progress(1, 0)


def test_units_are_late_from_the_day_after_the_last_day() -> None:
    assert late_units([SILENT], at=AS_OF, today=date(2026, 12, 2)) == ()
    assert late_units([SILENT], at=AS_OF, today=date(2026, 12, 3)) == (Late("T03", "Trường T03", 1, 1),)


def test_returned_report_is_owed_again() -> None:
    assert late_units(LINES, at=AS_OF, today=MONDAY) == (
        Late("T03", "Trường T03", 1, 5),
        Late("T04", "Trường T04", 1, 5),
    )


def test_report_that_comes_later_does_not_change_what_was_late_then() -> None:
    reported = replace(SILENT, reported_at=AS_OF + timedelta(minutes=1))

    assert late_units([reported], at=AS_OF, today=MONDAY) == (Late("T03", "Trường T03", 1, 5),)
    assert late_units([reported], at=AS_OF + timedelta(minutes=1), today=MONDAY) == ()


def test_most_days_come_first_then_the_most_reports_then_the_order_of_the_roster() -> None:
    lines = [
        line("one"),
        line("two"),
        line("three"),
        replace(line("three"), form="F2", due_on=date(2026, 12, 4)),
        line("oldest", due="2026-11-16"),
        replace(line("five"), due_on=date(2026, 12, 4)),
    ]

    assert late_units(lines, at=AS_OF, today=MONDAY) == (
        Late("oldest", "Trường oldest", 1, 21),
        Late("three", "Trường three", 2, 5),
        Late("one", "Trường one", 1, 5),
        Late("two", "Trường two", 1, 5),
        Late("five", "Trường five", 1, 3),
    )


def test_late_units_are_told_by_commune() -> None:
    def late(unit: str, days: int, area: str, reports: int = 1) -> Late:
        return Late(unit, f"Trường {unit}", reports, days, area, f"Xã {area}")

    units = [late("T1", 9, "X2"), late("X1", 5, "X1", 2), late("T3", 5, "X1"), late("T4", 5, "X3")]

    assert [(one.name, len(one.units), one.reports, one.days) for one in late_areas(units)] == [
        ("Xã X2", 1, 1, 9),
        ("Xã X1", 2, 3, 5),
        ("Xã X3", 1, 1, 5),
    ]


def test_digest_says_where_the_plan_stands_and_what_the_week_brought() -> None:
    indicator = Indicator("HP-03.1", IndicatorKind.RATIO, {}, target="100")
    total = Total(indicator, Decimal(43), Decimal(45), reported=1, expected=1, excluded=0)

    opened_this_week = line("T07", due="2027-01-02")
    digest = make_digest(
        [*LINES, opened_this_week],
        as_of=AS_OF,
        today=MONDAY,
        week_of=MONDAY,
        totals=[total],
        to_review=2,
        unreachable=1,
        not_joined=4,
    )

    assert digest.week == "2026-W50"
    assert digest.as_of == AS_OF
    assert digest.now == Progress(asked=6, reported=3)
    assert digest.before == Progress(asked=5, reported=1)
    assert digest.newly == 2
    assert digest.late == (Late("T03", "Trường T03", 1, 5), Late("T04", "Trường T04", 1, 5))
    assert digest.returned == 1
    assert (digest.to_review, digest.unreachable, digest.not_joined) == (2, 1, 4)
    assert digest.totals == (total,)


@pytest.mark.parametrize(
    ("reported", "newly"),
    [
        ("2026-11-30 07:29", 0),
        ("2026-11-30 07:30", 0),  # was in the digest of last Monday
        ("2026-11-30 07:31", 1),
        ("2026-12-07 07:30", 1),
        ("2026-12-07 07:31", 0),  # is for next Monday
    ],
)
def test_each_report_is_new_in_one_digest(reported: str, newly: int) -> None:
    digest = make_digest(
        [line("T01", reported=reported)],
        as_of=AS_OF,
        today=MONDAY,
        week_of=MONDAY,
        totals=(),
        to_review=0,
        unreachable=0,
        not_joined=0,
    )

    assert digest.newly == newly


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 11, 23), "2026-W48"),
        (date(2026, 11, 29), "2026-W48"),
        (date(2027, 1, 3), "2026-W53"),  # ISO weeks belong to the year of their Thursday
        (date(2027, 1, 4), "2027-W01"),
        (date(2029, 12, 31), "2030-W01"),
    ],
)
def test_week_has_its_iso_name(day: date, week: str) -> None:
    digest = make_digest(
        (),
        as_of=datetime.fromisoformat("2026-12-07T00:30:00+00:00"),
        today=MONDAY,
        week_of=day,
        totals=(),
        to_review=0,
        unreachable=0,
        not_joined=0,
    )

    assert digest.week == week
