"""The plan and the roster that are shipped, as an office would load them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.core.plan.check import examine
from bot.core.plan.model import Plan
from bot.core.plan.read import Reading
from bot.core.units import Unit, UnitKind
from bot.papers.plan_yaml import read_plan_yaml
from bot.papers.unit_kinds_csv import read_unit_kinds
from tests.plan.roster import read_roster

PLANS = Path(__file__).parents[2] / "plans"


@pytest.fixture(scope="session")
def kinds() -> Mapping[str, UnitKind]:
    known, faults = read_unit_kinds((PLANS / "unit_kinds.csv").read_bytes(), file="plans/unit_kinds.csv")
    assert faults == []
    return known


@pytest.fixture(scope="session")
def roster() -> Mapping[str, Unit]:
    """The 64 invented units by their codes."""
    return read_roster(PLANS / "roster")


@pytest.fixture(scope="session")
def reading(kinds: Mapping[str, UnitKind]) -> Reading:
    """Directive 32 as it is read and checked."""
    file = PLANS / "directive-32" / "plan.yaml"
    sheets, faults = read_plan_yaml(file.read_bytes(), file=file.name)
    assert sheets is not None
    assert faults == []
    return examine(sheets, kinds=kinds)


@pytest.fixture(scope="session")
def plan(reading: Reading) -> Plan:
    return reading.plan
