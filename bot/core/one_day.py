"""The one day that words name and nothing besides: "9/12", "thứ sáu", not "hợp đồng ký ngày 9/12 chưa xong"."""

from datetime import date

from bot.core.forms.answers import dates
from bot.core.forms.answers.outcome import Context, Doubtful, Understood
from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Question, Type

_DAY = Question(name="day", type=Type.DATE, label={}, future=True)


def only_day(text: str, today: date) -> date | None:
    """The nearest such day from today on. None where other words stand beside it."""
    match dates.understand(text, _DAY, context=Context(today)):
        case Understood(value):
            return date.fromisoformat(value)
        case Doubtful(value, doubt) if doubt.code is not Code.WORDS_BESIDE:
            return date.fromisoformat(value)
    return None
