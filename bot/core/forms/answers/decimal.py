"""A number with a fraction: "1.234,5", "95,5", "95,5%"."""

from bot.core.forms.answers.numbers import Reading, canonical, read, settle
from bot.core.forms.answers.outcome import Context, Unclear, Understanding
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Question

LIMIT = 10**9


def understand(text: str, question: Question, *, context: Context) -> Understanding:  # noqa: ARG001 - same for all
    """A canonical decimal string, zero or more. A percent sign is the unit of such a question, so it is let go."""
    reading = read(text, language=context.language)
    if not isinstance(reading, Reading):
        return reading
    if reading.amount > LIMIT:
        return Unclear(why(Code.TOO_LARGE, limit=LIMIT))
    return settle(canonical(reading.amount), reading)
