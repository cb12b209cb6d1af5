"""The scene of a form: what the unit is and which of the form's tasks concern it, kept with the filling."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.core import periods
from bot.core.forms.scene import Scene
from bot.core.periods import PeriodKind
from bot.core.plan.audience import concerns
from bot.core.plan.model import Plan, PlannedForm
from bot.core.plan.variables import unit_variables
from bot.core.units import Unit, UnitKind
from bot.gather.past import near_of


def stored_scene(
    plan: Plan,
    planned: PlannedForm,
    unit: Unit,
    *,
    kinds: Mapping[str, UnitKind],
    roster_version: int | None,
) -> dict[str, Any]:
    """What of the scene is fixed when a form is begun. `roster_version` is that of the unit's figures."""
    tasks = [code for code in planned.tasks if concerns(plan.task(code).audience, unit, kinds=kinds)]
    return {"unit": dict(unit_variables(unit)), "tasks": tasks, "roster_version": roster_version}


def scene_of(stored: dict[str, Any], period: str, *, today: date, language: str) -> Scene:
    """The scene on a given day."""
    bounds = periods.parse(period)
    dated = bounds is not None and bounds.kind not in (PeriodKind.ONCE, PeriodKind.EACH)
    return Scene(
        unit=stored["unit"],
        tasks=frozenset(stored["tasks"]),
        today=today,
        starts_on=bounds.starts_on if bounds and dated else None,
        ends_on=bounds.ends_on if bounds and dated else None,
        language=language,
        last=stored.get("last"),
        near=near_of(stored),
        practised=stored.get("practised", False),
    )
