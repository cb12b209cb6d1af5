"""Targets against the document's figures, and what an indicator adds up."""

import re

from bot.core.folding import fold
from bot.core.forms import expressions
from bot.core.forms.model import Question
from bot.core.persons import asks_for_persons
from bot.core.plan.desk import Desk
from bot.core.plan.fields import nearest
from bot.core.plan.figures import agreed_values, shown
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import IndicatorKind


def check_targets(desk: Desk) -> None:
    _check_targets(desk)
    _check_mixed_counts(desk)


def _check_targets(desk: Desk) -> None:
    """That an indicator's target is what its figure comes to, by decision, statement or sum."""
    known = {figure.code for figure in desk.plan.figures}
    agreed = agreed_values(desk.plan.figures, desk.plan.decisions)
    for index, task in enumerate(desk.plan.tasks):
        for place, indicator in enumerate(task.indicators):
            path = ("task", index, "indicator", place)
            if indicator.figure and indicator.figure not in known:
                near = nearest(indicator.figure, known)
                desk.note(Code.FIGURE_UNKNOWN, *path, "figure", figure=indicator.figure, nearest=near)
            elif indicator.figure and indicator.target is not None:
                value = agreed[indicator.figure].value
                if value is not None and indicator.target != shown(value):
                    desk.note(
                        Code.TARGET_NOT_FIGURE,
                        *path,
                        "target",
                        indicator=indicator.code,
                        target=indicator.target,
                        figure=indicator.figure,
                        value=shown(value),
                    )


def _check_mixed_counts(desk: Desk) -> None:
    """That no indicator adds attendances ("lượt") to persons: one person attends often (domain notes 1.5, rule 5)."""
    asked: dict[str, Question] = {}
    for _, _, question in desk.questions():
        asked.setdefault(question.name, question)
    for index, task in enumerate(desk.plan.tasks):
        for place, indicator in enumerate(task.indicators):
            if indicator.kind is IndicatorKind.NARRATIVE or not indicator.value:
                continue
            uses = expressions.compile(indicator.value).uses
            added = {
                use.name: _counts(asked[use.name]) for use in uses if use.by == "+" and use.name in asked
            }
            if {"attendances", "persons"} <= set(added.values()):
                names = ", ".join(sorted(added))
                path = ("task", index, "indicator", place, "value")
                desk.note(Code.COUNTS_MIXED, *path, indicator=indicator.code, names=names)


def _counts(question: Question) -> str:
    """What a question counts, as far as its words tell."""
    words = fold(question.label.get("vi", ""))
    if re.search(r"\bluot\b", words):
        return "attendances"
    return "persons" if asks_for_persons(question) else ""
