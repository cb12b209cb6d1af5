"""What a task waits for: the tasks that its plan says come first (`depends_on`).

A task that waits is offered all the same: a unit may be ahead of the others, or answer "chưa". But the unit and the
Committee are told what it waits for, and a form of which nothing else is open is not chased.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.plan.model import Plan
from bot.core.units import Unit

Standing = Mapping[str, Mapping[str, bool]]
"""Of each task the units that were asked for it (codes), and whether each has reported it as done."""


@dataclass(frozen=True, slots=True)
class Wait:
    """A task that waits for another one. `units` are those from which the other is missing (codes)."""

    task: str
    awaited: str
    units: tuple[str, ...]


def waits(plan: Plan, task: str, unit: Unit, standing: Standing) -> tuple[Wait, ...]:
    """What a unit's task waits for still.

    It waits for its own unit's report where that is asked for one, else for its superior's, else for the first of
    whoever is. What is asked of nobody is not waited for.
    """
    found = []
    for code in plan.task(task).depends_on:
        asked = standing.get(code, {})
        near = next((one for one in (unit.code, unit.parent, unit.party_parent) if one in asked), None)
        whose = asked if near is None else {near: asked[near]}
        if whose and not any(whose.values()):
            found.append(Wait(task, code, tuple(code_ for code_ in whose if code_ is not None)))
    return tuple(found)


def linked_tasks(plan: Plan) -> frozenset[str]:
    """The tasks that wait for others, and those others."""
    return frozenset(code for task in plan.tasks if task.depends_on for code in (task.code, *task.depends_on))
