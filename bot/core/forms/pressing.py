"""What the buttons under a question stand for."""

from datetime import timedelta

from bot.core.forms.answers.outcome import Context
from bot.core.forms.model import Question, Type, Value

YES_NO = ("yes", "not_yet", "no", "na")
"""The order in which they are offered: 1. Có 2. Chưa 3. Không 4. Không áp dụng."""


def buttons(question: Question, *, total: int | None) -> tuple[str, ...]:
    """What may be tapped instead of typed, in order. `total` is the denominator that the roster gives."""
    match question.type:
        case Type.YES_NO:
            return ("yes", "no") if question.again else YES_NO
        case Type.SELECT_ONE | Type.SELECT_MULTIPLE:
            offered = question.offered
            return tuple(str(number) for number, one in enumerate(question.options) if one in offered)
        case Type.RATIO if total:
            return ("all",)
        case Type.DATE if not question.future:
            return ("today", "yesterday")
    return ()


def pressed_value(question: Question, what: str, context: Context) -> Value | None:
    """The answer that a button stands for; None if that question has no such button."""
    if what not in buttons(question, total=context.total):
        return None
    match question.type:
        case Type.YES_NO:
            return what
        case Type.SELECT_ONE:
            return question.options[int(what)].name
        case Type.RATIO:
            return [context.total, context.total]
        case Type.DATE:
            return (context.today - timedelta(days=what == "yesterday")).isoformat()
    return None
