"""Whether there is one more: yes or no. "Chưa" and "không áp dụng" are no."""

from bot.core.forms.answers import yes_no
from bot.core.forms.answers.outcome import Context, Doubtful, Understanding, Understood
from bot.core.forms.model import Question


def understand(text: str, question: Question, *, context: Context) -> Understanding:
    """ "yes" or "no"."""
    match yes_no.understand(text, question, context=context):
        case Understood("not_yet" | "na") | Doubtful("not_yet" | "na"):
            return Understood("no")
        case reading:
            return reading
