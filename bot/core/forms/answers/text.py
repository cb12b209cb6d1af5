"""Free text: kept as written, unless it is secret or tells of one person."""

from bot.core.forms.answers.outcome import Context, Refused, Unclear, Understanding, Understood
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Question
from bot.core.guards import personal_data, secrecy_marking

LIMIT = 2000  # characters


def understand(text: str, question: Question, *, context: Context) -> Understanding:  # noqa: ARG001 - same for all
    """The text itself: no courtesy is cut off and no slang is read into it."""
    if marking := secrecy_marking(text):
        return Refused(why(Code.SECRECY, marking=marking))
    if kind := personal_data(text):
        return Unclear(why(Code.PERSONAL_DATA, kind=kind))
    return Understood(text)
