"""The expressions of questions: that they can be read, and that all they name is answered before."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.forms import expressions
from bot.core.forms.expressions import Expression
from bot.core.forms.model import Question
from bot.core.plan.desk import Desk
from bot.core.plan.fields import nearest
from bot.core.plan.finding_codes import Code
from bot.core.plan.placed import Path
from bot.core.plan.uses import check_use
from bot.core.plan.variables import UNIT_VARIABLES, is_reserved

EXPRESSIONS = ("relevant", "constraint", "calculation", "default", "total", "choice_filter")


@dataclass(frozen=True, slots=True)
class _Spot:
    """One expression of one question. `order` is the place of each name in the form."""

    path: Path
    field: str
    index: int
    questions: tuple[Question, ...]
    order: Mapping[str, int]


def check_expressions(desk: Desk) -> None:
    for form, planned in enumerate(desk.plan.forms):
        questions = planned.form.questions
        order: dict[str, int] = {}
        for index, question in enumerate(questions):
            order.setdefault(question.name, index)
        for index, question in enumerate(questions):
            if question.round > 1:
                continue  # the later rounds of a repeat ask the same
            _check_filter(desk, ("form", form, "question", index, "choice_filter"), question)
            for field in EXPRESSIONS:
                source = getattr(question, field)
                if source:
                    path = ("form", form, "question", index, field)
                    expression = expressions.compile(source, of_option=field == "choice_filter")
                    _check(desk, _Spot(path, field, index, questions, order), expression)


def _check(desk: Desk, spot: _Spot, expression: Expression) -> None:
    fault = expression.fault
    if fault is not None:
        desk.note(Code.EXPRESSION_BROKEN, *spot.path, field=spot.field, why=fault.code, near=fault.near)
        return
    if expression.judges and spot.field != "constraint":
        desk.note(Code.ANSWER_ABSENT, *spot.path, field=spot.field)
    for name in sorted(expression.names):
        _check_name(desk, spot, name)
    for use in expression.uses:
        at = spot.index if use.name == "." else spot.order.get(use.name)
        check_use(desk, spot.path, use, None if at is None else spot.questions[at])


def _check_filter(desk: Desk, path: Path, question: Question) -> None:
    """That the options have the columns by which they are chosen."""
    known = {"name"}.union(*(option.columns for option in question.options))
    for column in sorted(expressions.compile(question.choice_filter, of_option=True).columns - known):
        desk.note(Code.COLUMN_UNKNOWN, *path, column=column, nearest=nearest(column, known))


def _check_name(desk: Desk, spot: _Spot, name: str) -> None:
    known = UNIT_VARIABLES if is_reserved(name) else spot.order.keys()
    if name not in known:
        near = nearest(name, known)
        desk.note(Code.NAME_UNKNOWN, *spot.path, field=spot.field, name=name, nearest=near)
    elif name == spot.questions[spot.index].name:
        desk.note(Code.NAME_OWN, *spot.path, field=spot.field, name=name)
    elif not is_reserved(name) and spot.order[name] > spot.index:
        desk.note(Code.NAME_LATER, *spot.path, field=spot.field, name=name)
