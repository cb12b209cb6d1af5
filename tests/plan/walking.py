"""Walking through a form with answers that open every question that can be opened."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.core.forms import expressions
from bot.core.forms.model import Question, Type
from bot.core.plan.audience import questions_for
from bot.core.plan.model import Plan, PlannedForm
from bot.core.plan.variables import unit_variables
from bot.core.units import Unit, UnitKind

TODAY = date(2027, 6, 1)

_SIMPLE: dict[Type, Any] = {
    Type.YES_NO: "yes",
    Type.INTEGER: 1,
    Type.DECIMAL: "1.5",
    Type.MONEY_MILLION: "150.5",
    Type.DATE: "2026-11-20",
    Type.DOCUMENT: {"number": "15-KH/ĐU", "date": "2026-11-20"},
    Type.TEXT: "Không có",
    Type.EVIDENCE: [{"file_id": "A", "unique": "u", "media": "image/jpeg", "size": 1, "name": None}],
}


def walk(
    planned: PlannedForm, unit: Unit, *, plan: Plan, kinds: Mapping[str, UnitKind], most: bool = True
) -> dict[str, Any]:
    """The answers, by name, to the questions that are asked of a unit.

    With `most` each answer opens what depends on it; without, each is as short as can be: "not yet", 0, all of all.
    """
    variables: dict[str, Any] = dict(unit_variables(unit))
    answers: dict[str, Any] = {}
    for question in questions_for(planned, unit, plan=plan, kinds=kinds):
        relevant = question.relevant
        if question.asked and (not relevant or expressions.compile(relevant).truth(variables, today=TODAY)):
            answers[question.name] = variables[question.name] = _answer(question, variables, most=most)
    return answers


def _answer(question: Question, variables: Mapping[str, Any], *, most: bool) -> Any:
    match question.type:
        case Type.RATIO:
            source = question.total or "3"
            total = expressions.compile(source).number(variables, today=TODAY)
            assert total is not None, f"{question.name} has no total"
            return [int(total) - 1, int(total)] if most else [int(total), int(total)]
        case Type.SELECT_ONE:
            return question.options[0 if most else -1].name
        case Type.SELECT_MULTIPLE:
            names = [option.name for option in question.options]
            return [name for name in names if name != "none"] if most else names[-1:]
        case Type.YES_NO if not most:
            return "not_yet"
        case Type.INTEGER if not most:
            return 0
        case _:
            return _SIMPLE[question.type]
