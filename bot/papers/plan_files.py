"""A plan file, whatever its form, as a plan and what is wrong with it."""

from collections.abc import Mapping

from bot.core.plan.check import examine
from bot.core.plan.model import Finding, Plan, Severity
from bot.core.plan.read import read
from bot.core.units import UnitKind
from bot.papers.plan_yaml import read_plan_yaml


def check_plan(
    file: str, data: bytes, *, kinds: Mapping[str, UnitKind]
) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The plan and every finding. Nothing may be loaded from a file with an error; None if it cannot be read at all."""
    sheets, shape = read_plan_yaml(data, file=file)
    if sheets is None:
        return None, tuple(shape)
    reading = examine(sheets, kinds=kinds)
    return reading.plan, (*shape, *reading.findings)


def read_plan(file: str, data: bytes) -> Plan:
    """A plan that was checked when it was loaded. ValueError if it cannot be read (any more)."""
    sheets, shape = read_plan_yaml(data, file=file)
    if sheets is None or any(finding.severity is Severity.ERROR for finding in shape):
        raise ValueError(f"{file}: a stored plan that cannot be read")
    return read(sheets).plan
