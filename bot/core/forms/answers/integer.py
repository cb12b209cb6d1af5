"""A whole number: "45 trường", "1.234", "2k", "mười lăm", "không"."""

from bot.core.forms.answers.numbers import Reading, canonical, read, settle
from bot.core.forms.answers.outcome import Context, Refused, Unclear, Understanding
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Question

LIMIT = 10**9


def understand(text: str, question: Question, *, context: Context) -> Understanding:  # noqa: ARG001 - same for all
    """An int, zero or more."""
    reading = read(text, language=context.language)
    return whole(reading) if isinstance(reading, Reading) else reading


def whole(reading: Reading) -> Understanding:
    """The reading as an int; "1,234" is taken as thousands, for a fraction is not asked here."""
    if reading.percent:
        return Unclear(why(Code.PERCENT_HERE))
    amount = reading.amount if reading.other is None else reading.other
    if amount % 1:
        return Refused(why(Code.NOT_WHOLE, amount=canonical(amount)))
    if amount > LIMIT:
        return Unclear(why(Code.TOO_LARGE, limit=LIMIT))
    return settle(int(amount), reading)
