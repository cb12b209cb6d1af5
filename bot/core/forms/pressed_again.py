"""A button under an earlier question is pressed: that answer is changed, and what is asked now is asked still."""

from collections.abc import Sequence

from bot.core.folding import natural
from bot.core.forms import scene as scenes
from bot.core.forms.filling import Stand
from bot.core.forms.model import Question, Type, Value
from bot.core.forms.outcomes import Echo, Why
from bot.core.forms.pressing import buttons, pressed_value
from bot.core.forms.sitting import Sitting, Step


def change(sitting: Sitting, question: Question, what: str) -> Step | None:
    """Another answer to a question that was answered, or passed over, before. None where the press means nothing, or
    the answer it has already."""
    on_course = next((one for one in sitting.course.questions if one.name == question.name), None)
    was = sitting.filling.answers.get(question.name)
    settled = was is not None or question.name in sitting.filling.skipped
    if on_course is None or not settled or sitting.filling.stand not in (Stand.QUESTION, Stand.SUMMARY):
        return None
    value = _pressed(sitting, on_course, what, was)
    if value is None or value == was or not scenes.fits(on_course, value, sitting.course, sitting.scene):
        return None
    kept = sitting.after(sitting.filling.with_changed(question.name, value))
    echo = Echo(on_course, value, before=was, changed=True)
    if kept.question is None:  # the summary, or a question that is asked no longer
        return kept.onward(echo)
    return kept.filling, kept.asked(kept.question, Why.RESUMED, echo=echo)


def _pressed(sitting: Sitting, question: Question, what: str, was: Value | None) -> Value | None:
    context = scenes.context(question, sitting.course, sitting.scene)
    if question.type is not Type.SELECT_MULTIPLE:
        return pressed_value(question, what, context)
    place = natural(what, digits=3)
    if place is None or str(place) not in buttons(question, total=None):
        return None
    so_far: Sequence[str] = was if isinstance(was, list) else ()
    chosen = set(so_far) ^ {question.options[place].name}
    return [option.name for option in question.options if option.name in chosen] or None
