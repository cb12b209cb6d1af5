"""Duties and questions that are nearly the same: one report is enough."""

from difflib import SequenceMatcher
from itertools import combinations

from bot.core.folding import fold
from bot.core.forms.model import Question
from bot.core.plan.desk import Desk
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import PlannedForm, Task

ALIKE = 0.8
"""Of two titles, by the words that they share in their order. Below it titles merely speak of one subject."""


def check_likeness(desk: Desk) -> None:
    _check_tasks(desk)
    _check_questions(desk)


def _check_tasks(desk: Desk) -> None:
    words = [fold(task.title.get("vi", "")).split() for task in desk.plan.tasks]
    for (first, one), (second, other) in combinations(enumerate(desk.plan.tasks), 2):
        if words[first] == words[second] or not desk.may_meet(one.audience, other.audience):
            continue  # equal titles have a finding of their own
        if not _linked(one, other) and _alike(words[first], words[second]):
            place = desk.place("task", first, "title")
            desk.note(Code.TASKS_ALIKE, "task", second, "title", task=other.code, other=one.code, first=place)


def _linked(one: Task, other: Task) -> bool:
    """Whether the plan says how the two go together."""
    return bool(
        {one.code} & {*other.depends_on, *other.rolls_up_from}
        or {other.code} & {*one.depends_on, *one.rolls_up_from}
    )


def _alike(one: list[str], other: list[str]) -> bool:
    figures = [[word for word in words if word.isdigit()] for words in (one, other)]
    if figures[0] != figures[1]:  # "Mở 02 lớp …", "Mở 01 lớp …": told apart by their figures
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _check_questions(desk: Desk) -> None:
    """One wording under two names, for the same units and time."""
    asked: dict[str, list[tuple[int, int, PlannedForm, Question]]] = {}
    for form, index, question in desk.questions():
        label = fold(question.label.get("vi", ""))
        if label and question.asked:
            asked.setdefault(label, []).append((form, index, desk.plan.forms[form], question))
    for same in asked.values():
        for (form, index, one_form, one), (other_form, other_index, two_form, two) in combinations(same, 2):
            if one.name == two.name or one.relevant != two.relevant or one.task != two.task:
                continue  # what differs in `relevant` or serves another task may be another thing
            if form == other_form or (
                one_form.schedule.period == two_form.schedule.period
                and desk.may_meet(one_form.audience, two_form.audience)
            ):
                place = desk.place("form", form, "question", index)
                path = ("form", other_form, "question", other_index, "label")
                desk.note(Code.QUESTION_TWICE, *path, name=two.name, other=one.name, first=place)
