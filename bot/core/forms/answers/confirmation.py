"""Whether what was just echoed is what the person meant."""

from datetime import date

from bot.core.folding import fold
from bot.core.forms.answers import yes_no
from bot.core.forms.answers.outcome import Context, Doubtful, Understood
from bot.core.forms.model import Question, Type

_QUESTION = Question("confirmation", Type.YES_NO, {})
_WRONG = frozenset(("sai", "nham", "lon", "wrong", "incorrect", "mistake", "error"))
_RIGHT = frozenset(("dung", "chuan", "phai", "right", "correct", "exactly"))
_NOT = frozenset(("khong", "ko", "k", "chua", "not", "no"))


def confirmed(text: str, *, today: date, language: str) -> bool | None:
    """True for "đúng rồi", "ok"; False for "sai rồi", "không phải"; None for anything else, such as a new answer."""
    words = fold(text).replace(",", " ").replace(".", " ").split()
    if len(words) > 5 or any(word[:1].isdigit() for word in words):
        return None
    if not _WRONG.isdisjoint(words):
        return not _NOT.isdisjoint(words) and words[-1] in _WRONG  # "không sai"
    if not _RIGHT.isdisjoint(words):
        return _NOT.isdisjoint(words)
    match yes_no.understand(text, _QUESTION, context=Context(today, language=language)):
        case Understood("yes") | Doubtful("yes"):
            return True
        case Understood("no" | "not_yet") | Doubtful("no" | "not_yet"):
            return False
    return None
