"""What an answer type makes of what was typed. A refusal is a value, not an exception."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.core.forms.model import Value


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer cannot be taken as it is: a code and the values its sentence needs.

    The sentence is in `locales/phrases/problems.py`, where every code has one.
    """

    code: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Understood:
    """Certain: taken, and echoed."""

    value: Value


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Probably meant: echoed and confirmed in one tap before it is kept."""

    value: Value
    why: Problem


@dataclass(frozen=True, slots=True)
class Unclear:
    """Asked again with an example. `value` is the guess, if there is one; it is never kept unasked."""

    why: Problem
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Cannot be an answer: says why, with an example. `value` is what was read, where it could be read at all
    (a day that lies ahead); it is for the echo and never kept."""

    why: Problem
    value: Value | None = None


Understanding = Understood | Doubtful | Unclear | Refused


@dataclass(frozen=True, slots=True)
class Context:
    """What an answer is read against.

    `today` is the day at the office. `total` is the denominator known from the roster (ratio).
    `starts_on` and `ends_on` bound the reporting period. `language` is the person's: "1,234.5" is a number in
    English and a doubtful one in Vietnamese.
    """

    today: date
    total: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    language: str = "vi"
