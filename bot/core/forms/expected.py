""" "Chưa" is not "không": after it the form asks once by which day the thing is expected (domain notes 4.2, rule 5).

The questions are made here, behind each yes-or-no question of a task for which the form has no question about a day
ahead. Plan files and their checks know nothing of them; a report holds their answers as `plan_issued.expected`.
"""

from dataclasses import replace

from bot.core.folding import fold, strip_courtesy
from bot.core.forms.model import Form, Question, Type

SUFFIX = ".expected"

_UNKNOWN = frozenset(
    (
        *(
            "chua biet",
            "khong biet",
            "ko biet",
            "chua ro",
            "khong ro",
            "chua xac dinh",
            "chua co",
            "chua co ngay",
        ),
        *("chua", "khong", "ko", "k", "unknown", "not known", "not known yet", "no idea", "not sure"),
    )
)


def answerable(form: Form) -> Form:
    """The form with its questions for the days that are expected. Done twice, it is the same form."""
    planned = {one.task for one in form.questions if one.type is Type.DATE and one.future and not one.follows}
    there = {one.follows for one in form.questions if one.follows}
    if not any(_is_followed(one, planned) and one.name not in there for one in form.questions):
        return form
    questions: list[Question] = []
    for question in form.questions:
        questions.append(question)
        if _is_followed(question, planned) and question.name not in there:
            questions.append(_follow_up(question))
    return replace(form, questions=tuple(questions))


def says_unknown(text: str) -> bool:
    """Whether that says that nobody knows the day yet: `chưa biết`, `chưa rõ`."""
    return fold(strip_courtesy(text)).strip(".,;… ") in _UNKNOWN


def _is_followed(question: Question, planned: set[str | None]) -> bool:
    return (
        question.type is Type.YES_NO
        and not question.again
        and question.task is not None
        and question.task not in planned
    )


def _follow_up(question: Question) -> Question:
    """By which day? Its words are in `locales/phrases/values.py`; its label is of what it asks the day."""
    return Question(
        name=question.name + SUFFIX,
        type=Type.DATE,
        label=question.label,
        task=question.task,
        future=True,
        relevant=f"${{{question.name}}} = 'not_yet'",
        within=question.conditions,
        round=question.round,
        follows=question.name,
    )
