"""Asks one question of the fixed day and roster that the vectors assume."""

from collections.abc import Sequence
from datetime import date

from bot.core.forms.answers import understand
from bot.core.forms.answers.outcome import Context, Doubtful, Refused, Unclear, Understanding, Understood
from bot.core.forms.model import Option, Question, Type

TODAY = date(2026, 11, 22)  # a Sunday
SCHOOLS = 45

ACTIONS = {Understood: "ok", Doubtful: "confirm", Unclear: "ask", Refused: "reject"}


def read(
    text: str,
    kind: Type,
    *,
    total: int | None = SCHOOLS,
    language: str = "vi",
    options: Sequence[Option] = (),
    future: bool = False,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Understanding:
    """What the text answers to a question of that kind."""
    question = Question("asked", kind, {}, options=tuple(options), future=future)
    context = Context(TODAY, total=total, starts_on=starts_on, ends_on=ends_on, language=language)
    return understand(text, question, context=context)


def phrases(text: str) -> list[str]:
    """What may be typed, parted by |."""
    return text.split("|")


def action(reading: Understanding) -> str:
    """ok, confirm, ask or reject, in the words of the vectors."""
    return ACTIONS[type(reading)]


def code(reading: Understanding) -> str | None:
    """Why it was not simply taken."""
    return None if isinstance(reading, Understood) else reading.why.code


def taken(reading: Understanding) -> tuple[str, object]:
    """The action and the value: what most tests are about."""
    return action(reading), reading.value
