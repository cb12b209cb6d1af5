"""The plan of 2020 with its fictitious roster, as an office of 2020 would have loaded them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.core.units import Unit
from bot.core.windows import SendWindows
from bot.core.workdays import WorkCalendar
from bot.gather.builtin import special_days, unit_kinds
from tests.hoang_mai.rehearsal import Rehearsal
from tests.house import HOANG_MAI, ZONE, read_plan_of, read_roster_files


@pytest.fixture(scope="session")
def office() -> Office:
    calendar = WorkCalendar.of(special_days())
    return Office(
        id=1,
        code="main",
        name={"vi": "Ban Tuyên giáo Thị ủy"},
        language="vi",
        zone=ZONE,
        kinds=unit_kinds(),
        calendar=calendar,
        windows=SendWindows(calendar, ZONE),
    )


@pytest.fixture(scope="session")
def plan(office: Office) -> Plan:
    return read_plan_of(HOANG_MAI, office)


@pytest.fixture(scope="session")
def units(office: Office) -> Mapping[str, Unit]:
    return {entry.unit.code: entry.unit for entry in read_roster_files(office, furniture=HOANG_MAI)}


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Rehearsal]:
    """The year 2020 on a pretend clock, from the day on which the plan was issued."""
    rehearsal = Rehearsal(tmp_path)
    yield rehearsal
    rehearsal.close()
