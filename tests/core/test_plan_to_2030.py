"""The real plan from its first day to its last: what is asked when, of whom, as the days go by."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from bot.core.assigning import Assignment
from bot.core.office import Office
from bot.core.plan.model import Plan
from tests.core.owing import LOADED, Units, owed

LAST_DAY = date(2030, 12, 31)

CASES: Mapping[str, tuple[str, Mapping[str, list[str]]]] = {
    "school": (
        "T14",
        {
            "F1": ["once"],
            "F2": ["2026-2027", "2027-2028", "2028-2029", "2029-2030"],  # that of 2030-2031 is due in 2031
            "F3": ["2026-2027", "2027-2028", "2028-2029", "2029-2030"],
            "F4": ["2027-summer", "2028-summer", "2029-summer", "2030-summer"],
        },
    ),
    "commune": (
        "X03",
        {
            "C1": ["once"],
            "C2": ["2027", "2028", "2029", "2030"],
            "C3": ["2026", "2027", "2028", "2029", "2030"],
        },
    ),
    "propaganda committee": (
        "BTG",
        {
            "T1": [
                "2026-Q4",
                *(f"{year}-Q{quarter}" for year in range(2027, 2031) for quarter in (1, 2, 3, 4)),
            ],
            "T2": ["2026-H2", *(f"{year}-H{half}" for year in range(2027, 2031) for half in (1, 2))],
            "T3": ["2026", "2027", "2028", "2029", "2030"],
        },
    ),
}


@pytest.fixture(scope="module")
def lived(plan: Plan, units: Units, office: Office) -> list[Assignment]:
    """Everything that was assigned on any day until the plan's end, a week at a time."""
    some = {code: units[code] for code in ("T01", "T04", "T14", "T26", "T36", "X03", "BTG")}
    found: dict[Assignment, None] = {}
    day = LOADED
    while day <= LAST_DAY:
        found.update(dict.fromkeys(owed(plan, some, office, today=day)))
        day += timedelta(days=7)
    return list(found)


@pytest.mark.parametrize("who", CASES)
def test_every_cadence_runs_to_the_end(lived: list[Assignment], who: str) -> None:
    unit, expected = CASES[who]

    periods: dict[str, list[str]] = {}
    for one in sorted(lived, key=lambda one: one.due_on):
        if one.unit == unit and one.period not in periods.setdefault(one.form, []):
            periods[one.form].append(one.period)

    assert periods == expected


def test_nothing_is_asked_twice_or_with_two_last_days(lived: list[Assignment]) -> None:
    counts = Counter((one.task, one.form, one.unit, one.period) for one in lived)

    assert {key: count for key, count in counts.items() if count > 1} == {}


@pytest.mark.parametrize(
    ("task", "asked"),
    [
        ("HP-05", {"T14", "T26", "T36"}),  # TH, THCS, THPT, GDTX, liên cấp: no kindergarten
        ("HP-07", {"T36"}),  # THPT, GDTX, liên cấp, with a cell of their own
        ("HP-10", {"T26", "T36"}),  # THCS, THPT, GDTX, liên cấp
        ("HP-14", {"T14", "T26", "T36"}),
        ("HP-03", {"T01", "T04", "T14", "T26", "T36"}),  # all
    ],
)
def test_task_is_asked_of_the_levels_that_it_applies_to(
    lived: list[Assignment], task: str, asked: set[str]
) -> None:
    assert {one.unit for one in lived if one.task == task} == asked
