"""Questions one by one: length, messages, totals, and that none asks who a pupil is."""

from bot.core.forms.model import Question, Text, Type
from bot.core.plan.desk import Desk
from bot.core.plan.finding_codes import Code
from bot.core.plan.pupil_names import asks_for_name

LONGEST_LABEL = 300
"""Characters of a label. A question is read on a phone, beside its hint, its number and its choices."""


def check_questions(desk: Desk) -> None:
    for index, planned in enumerate(desk.plan.forms):
        if not any(question.asked for question in planned.form.questions):
            desk.note(Code.FORM_EMPTY, "form", index, form=planned.form.code)
    for form, index, question in desk.questions():
        path = ("form", form, "question", index)
        _check_words(desk, path, "label", question.label)
        _check_words(desk, path, "hint", question.hint)
        if question.constraint and not question.constraint_message:
            desk.note(Code.MESSAGE_MISSING, *path, "constraint", name=question.name)
        if question.type is Type.CALCULATE and not question.calculation:
            desk.note(Code.EXPRESSION_MISSING, *path, field="calculation")
        if question.type is Type.RATIO and not question.total:
            desk.note(Code.RATIO_WITHOUT_TOTAL, *path, name=question.name)
        for field in _idle(question):
            desk.note(Code.FIELD_IDLE, *path, field, field=field, type=question.type)


def _check_words(desk: Desk, path: tuple[str | int, ...], field: str, words: Text) -> None:
    for language, text in words.items():
        column = f"{field}::{language}"
        if len(text) > LONGEST_LABEL:
            length, most = str(len(text)), str(LONGEST_LABEL)
            desk.note(Code.LABEL_LONG, *path, column, field=column, length=length, most=most)
        if asks_for_name(text):
            desk.note(Code.ASKS_FOR_NAME, *path, column, field=column)


def _idle(question: Question) -> list[str]:
    """Fields that mean nothing for a question of this type."""
    idle = []
    if question.total and question.type is not Type.RATIO:
        idle.append("total")
    if question.future and question.type is not Type.DATE:
        idle.append("future")
    if question.calculation and question.type is not Type.CALCULATE:
        idle.append("calculation")
    return idle
