"""What units owe under a plan, in the words of the tests."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from bot.core.assigning import Assignment, assignments
from bot.core.office import Office
from bot.core.plan.model import Plan, PlannedForm
from bot.core.units import Unit

Units = Mapping[str, Unit]

LOADED = date(2026, 11, 2)
"""The day on which the plan was issued and loaded."""


def owed(
    plan: Plan, units: Units, office: Office, *, loaded_on: date = LOADED, today: date | None = None
) -> list[Assignment]:
    return list(assignments(plan, units, office, loaded_on=loaded_on, today=today or loaded_on))


def one(units: Units, code: str) -> Units:
    return {code: units[code]}


def forms(given: Iterable[Assignment]) -> list[tuple[str, str, str]]:
    """(form, period, last day), each once."""
    return list(dict.fromkeys((one.form, one.period, f"{one.due_on:%d/%m/%Y}") for one in given))


def tasks(given: Iterable[Assignment]) -> dict[str, list[str]]:
    """The tasks of each form."""
    found: dict[str, list[str]] = {}
    for assignment in given:
        found.setdefault(assignment.form, []).append(assignment.task)
    return found


def only(plan: Plan, *codes: str) -> Plan:
    return replace(plan, forms=tuple(plan.form(code) for code in codes))


def with_schedule(planned: PlannedForm, *, period: str, deadline: str) -> PlannedForm:
    return replace(planned, schedule=replace(planned.schedule, period=period, deadline=deadline))
