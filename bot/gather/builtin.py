"""What comes with the program: plans, unit kinds, the calendar, a fictitious roster; and a committee made of it."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from bot.core.office import Office
from bot.core.plan.reference import Reference
from bot.core.units import UnitKind
from bot.core.workdays import SpecialDay
from bot.db.calendar_days import save_calendar
from bot.db.offices import load_office, put_office
from bot.db.session import Connection
from bot.papers.calendar_csv import read_calendar
from bot.papers.public_holidays import public_holidays
from bot.papers.reference_csv import read_reference
from bot.papers.unit_kinds_csv import read_unit_kinds
from locales.phrases.command_line import committee_without_name
from locales.words import LANGUAGES, in_language

YEARS_AHEAD = 5
"""So many years behind the last one of a table are filled with what the library expects."""

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


def extended(days: Iterable[SpecialDay]) -> tuple[SpecialDay, ...]:
    """A table of special days with the years behind it, as far as they can be foreseen. A year that the table speaks of
    is the table's alone."""
    table = tuple(days)
    last = max((one.day.year for one in table), default=None)
    if last is None:
        return ()
    return (*table, *public_holidays(range(last + 1, last + 1 + YEARS_AHEAD)))


def plan_reference() -> Reference:
    """What the checker of plans knows of the world: the tables that come with the program."""
    return read_reference(PLANS / "reference")


def make_office(connection: Connection, *, language: str, timezone: str, now: datetime) -> Office:
    """The committee of a new installation, with the calendar and unit kinds that come with the program. Its name
    comes with the roster."""
    committee_id = put_office(
        connection,
        code="main",
        name={code: committee_without_name(words=in_language(code)) for code in LANGUAGES},
        language=language,
        timezone=timezone,
        kinds=unit_kinds(),
        now=now,
    )
    save_calendar(connection, committee_id, extended(special_days()))
    office = load_office(connection, committee_id)
    assert office is not None, "it was just made"
    return office
