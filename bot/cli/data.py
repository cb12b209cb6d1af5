"""The data that comes with the program: plans, unit kinds, the calendar, a fictitious roster."""

from pathlib import Path

from bot.core.units import UnitKind
from bot.core.workdays import SpecialDay
from bot.papers.calendar_csv import read_calendar
from bot.papers.unit_kinds_csv import read_unit_kinds

PLANS = Path(__file__).resolve().parents[2] / "plans"


def unit_kinds() -> dict[str, UnitKind]:
    """The unit kinds that come with the program."""
    kinds, findings = read_unit_kinds((PLANS / "unit_kinds.csv").read_bytes(), file="unit_kinds.csv")
    assert not findings, "our own file is in order; a test keeps it so"
    return kinds


def special_days() -> tuple[SpecialDay, ...]:
    """The calendar that comes with the program."""
    paper = read_calendar((PLANS / "holidays.csv").read_bytes(), file="holidays.csv")
    assert not paper.findings, "our own file is in order; a test keeps it so"
    return paper.days
