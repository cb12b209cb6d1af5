"""Indicators: that each can be computed from what is asked, and its denominator from the roster."""

import re

from bot.core.forms import expressions
from bot.core.forms.model import Question, Type
from bot.core.indicators import group_question, part_code
from bot.core.plan.desk import Desk
from bot.core.plan.fields import nearest
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Indicator, IndicatorKind
from bot.core.plan.placed import Path
from bot.core.plan.uses import check_use
from bot.core.plan.variables import PLAN_VARIABLES, UNIT_VARIABLES, is_reserved

LONGEST_CODE = 40
"""Characters of an indicator's code that are kept with a figure."""

_YES = frozenset((IndicatorKind.YESNO, IndicatorKind.YESNO_DOCUMENT))


def check_indicators(desk: Desk) -> None:
    asked: dict[str, Question] = {}
    for _, _, question in desk.questions():
        asked.setdefault(question.name, question)
    forms = [{question.name for question in planned.form.questions} for planned in desk.plan.forms]
    for index, task in enumerate(desk.plan.tasks):
        for place, indicator in enumerate(task.indicators):
            path = ("task", index, "indicator", place)
            names: set[str] = set()
            for field in _needed(indicator):
                names |= _check_expression(desk, (*path, field), getattr(indicator, field), indicator, asked)
            if group := group_question(indicator):
                names.add(group)
            known = names & asked.keys()
            if known and not any(known <= form for form in forms):
                listed = ", ".join(sorted(known))
                desk.note(Code.INDICATOR_OVER_FORMS, *path, indicator=indicator.code, names=listed)
            _check_target(desk, path, indicator.target, indicator)
            if indicator.kind is IndicatorKind.SUM_BY_GROUP or indicator.group or indicator.group_targets:
                _check_group(desk, path, indicator, asked)


def _needed(indicator: Indicator) -> tuple[str, ...]:
    match indicator.kind:
        case IndicatorKind.RATIO:
            return "numerator", "denominator"
        case IndicatorKind.NARRATIVE:
            return ("value",) if indicator.value else ()
        case _:
            return ("value",)


def _check_expression(
    desk: Desk, path: Path, source: str, indicator: Indicator, asked: dict[str, Question]
) -> set[str]:
    """Checks one expression. The names of questions that it reads."""
    field = str(path[-1])
    if not source:
        if field == "denominator":
            desk.note(Code.DENOMINATOR_MISSING, *path, indicator=indicator.code)
        else:
            desk.note(Code.EXPRESSION_MISSING, *path, field=field)
        return set()
    expression = expressions.compile(source)
    if expression.fault is not None:
        fault = expression.fault
        desk.note(Code.EXPRESSION_BROKEN, *path, field=field, why=fault.code, near=fault.near)
        return set()
    if expression.judges:
        desk.note(Code.ANSWER_ABSENT, *path, field=field)
    variables = UNIT_VARIABLES | PLAN_VARIABLES
    for name in sorted(expression.names):
        known = variables if is_reserved(name) else asked.keys()
        if name not in known:
            desk.note(Code.NAME_UNKNOWN, *path, field=field, name=name, nearest=nearest(name, known))
        elif field == "denominator" and not is_reserved(name):
            desk.note(Code.DENOMINATOR_NOT_FROM_ROSTER, *path, indicator=indicator.code, name=name)
    for use in expression.uses:
        check_use(desk, path, use, asked.get(use.name))
    return {name for name in expression.names if not is_reserved(name)}


def _check_group(desk: Desk, path: Path, indicator: Indicator, asked: dict[str, Question]) -> None:
    """A group is the one option that a report chose; each target is that of an option."""
    question = asked.get(group_question(indicator))
    if (
        indicator.kind is not IndicatorKind.SUM_BY_GROUP
        or question is None
        or question.type is not Type.SELECT_ONE
    ):
        desk.note(Code.GROUP_BAD, *path, "group", indicator=indicator.code)
        return
    options = [option.name for option in question.options]
    for option in options:
        code = part_code(indicator, option)
        if len(code) > LONGEST_CODE:
            desk.note(Code.GROUP_LONG, *path, "group", code=code, most=str(LONGEST_CODE))
    for option, target in indicator.group_targets.items():
        if option not in options:
            near = nearest(option, options)
            desk.note(
                Code.GROUP_UNKNOWN,
                *path,
                "group_targets",
                indicator=indicator.code,
                option=option,
                nearest=near,
            )
        _check_target(desk, path, target, indicator, field="group_targets")


def _check_target(
    desk: Desk, path: Path, target: str | None, indicator: Indicator, *, field: str = "target"
) -> None:
    """A target is a plain number ("100", "2.5"), or "yes"."""
    if target is None:
        return
    good = target == "yes" if indicator.kind in _YES else re.fullmatch(r"[0-9]+(\.[0-9]+)?", target)
    if not good:
        desk.note(Code.TARGET_BAD, *path, field, target=target)
