"""Whom a task or a form concerns."""

from collections.abc import Iterator, Mapping

from bot.core.forms.model import Question
from bot.core.plan.model import Audience, Plan, PlannedForm
from bot.core.units import Unit, UnitKind


def concerns(audience: Audience, unit: Unit, *, kinds: Mapping[str, UnitKind]) -> bool:
    """Whether a unit belongs to an audience: every condition that is given must hold.

    A kind that `kinds` does not know matches the units that bear its code. Whether the unit exists on a day
    is asked of the unit itself.
    """
    if unit.code in audience.never or (audience.only and unit.code not in audience.only):
        return False
    if audience.levels and unit.level not in audience.levels:
        return False
    if audience.ownership and unit.ownership not in audience.ownership:
        return False
    if not audience.kinds:
        return True
    for kind in audience.kinds:  # noqa: SIM110 - of all units every night: `any` takes twice as long
        if _is(unit, kind, kinds):
            return True
    return False


def questions_for(
    planned: PlannedForm, unit: Unit, *, plan: Plan, kinds: Mapping[str, UnitKind]
) -> Iterator[Question]:
    """The questions of a form that concern a unit: those of its tasks, and those of no task.

    Which of them are asked in the end depends on `relevant`, hence on the answers.
    """
    for question in planned.form.questions:
        if question.task is None or concerns(plan.task(question.task).audience, unit, kinds=kinds):
            yield question


def _is(unit: Unit, code: str, kinds: Mapping[str, UnitKind]) -> bool:
    kind = kinds.get(code)
    return unit.kind == code if kind is None else kind.plays(unit)
