"""The plan, the roster and the calendar that are shipped, as an office has them."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

import pytest

from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.core.units import Unit
from bot.core.windows import SendWindows
from bot.core.workdays import WorkCalendar
from bot.gather.builtin import special_days, unit_kinds
from tests.house import ZONE, read_hp_plan, read_roster_files


def office_of(zone: ZoneInfo, calendar: WorkCalendar) -> Office:
    return Office(
        id=1,
        code="main",
        name={"vi": "Ban Tuyên giáo"},
        language="vi",
        zone=zone,
        kinds=unit_kinds(),
        calendar=calendar,
        windows=SendWindows(calendar, zone),
    )


@pytest.fixture(scope="session")
def calendar() -> WorkCalendar:
    """Monday to Friday with the public holidays of 2026 to 2030."""
    return WorkCalendar.of(special_days())


@pytest.fixture(scope="session")
def office(calendar: WorkCalendar) -> Office:
    return office_of(ZONE, calendar)


@pytest.fixture(scope="session")
def units(office: Office) -> Mapping[str, Unit]:
    """The invented units by their codes: 40 schools, 12 communes and the organs."""
    return {entry.unit.code: entry.unit for entry in read_roster_files(office)}


@pytest.fixture(scope="session")
def plan(office: Office) -> Plan:
    """Directive 32."""
    return read_hp_plan(office)
