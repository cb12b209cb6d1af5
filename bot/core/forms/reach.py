"""Whether a question can come to be asked of a unit at all, whatever the unit answers."""

from collections.abc import Mapping
from datetime import date
from itertools import islice, product

from bot.core.forms import expressions
from bot.core.forms.model import Form, Question, Type, Value

MOST_TRIED = 500
"""Combinations of answers that are tried. Beyond that a question counts as one that can be asked."""

_YES_NO = ("yes", "not_yet", "no", "na")


def can_be_asked(question: Question, form: Form, unit: Mapping[str, Value], *, today: date) -> bool:
    """Whether some answers lead to the question. `unit` are the unit's variables (`unit_level`).

    Tried are the answers to the questions that its `relevant` names, where they are few (yes or no, a choice); where
    they are many (numbers, dates), it counts as one that can be asked.
    """
    if not question.relevant:
        return True
    relevant = expressions.compile(question.relevant)
    names = [one for one in form.questions if one.name in relevant.names]
    tried: list[tuple[Value, ...]] = []
    for one in names:
        answers = _answers(one)
        if answers is None:
            return True
        tried.append((*answers, "") if can_be_asked(one, form, unit, today=today) else ("",))
    nothing: dict[str, Value] = {one.name: "" for one in form.questions} | dict(unit)
    return any(
        relevant.truth(nothing | dict(zip((one.name for one in names), values, strict=True)), today=today)
        for values in islice(product(*tried), MOST_TRIED)
    )


def _answers(question: Question) -> tuple[Value, ...] | None:
    """All that can be answered. None where that is not a few words."""
    match question.type:
        case Type.YES_NO:
            return _YES_NO
        case Type.SELECT_ONE:
            return tuple(option.name for option in question.options)
        case Type.SELECT_MULTIPLE:
            return tuple([option.name] for option in question.options)
        case _:
            return None
