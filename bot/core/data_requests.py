"""What a person asks about their own data, and how long the answer may take (Law 91/2025/QH15, domain notes 6.1)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.core.folding import clean

ANSWER_WITHIN = 2
"""Working days until the first answer."""

LONGEST_NAME = 80
LONGEST_WORDS = 500
FEWEST_LETTERS = 2


class Kind(StrEnum):
    VIEW = "view"
    EXPORT = "export"
    CORRECT = "correct"
    DELETE = "delete"
    WITHDRAW = "withdraw"
    OTHER = "other"  # restriction, objection: staff answer


class Field(StrEnum):
    """What a person may have corrected: what the roster says about them."""

    NAME = "name"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Request:
    """`about` of a correction is {"field", "before", "after"}; `words` are as they were typed. `unit` is where the
    person is found, empty once they are gone."""

    id: int
    person_id: int
    unit_id: int | None
    unit: str
    kind: Kind
    about: dict[str, Any]
    words: str
    state: str  # open | granted | answered
    asked_at: datetime
    answer_by: date


def proposed(field: Field, text: str) -> str | None:
    """A name or a title as somebody typed it; None where it can be neither."""
    text = clean(text)
    letters = sum(sign.isalpha() for sign in text)
    digits = field is Field.NAME and any(sign.isdigit() for sign in text)
    if letters < FEWEST_LETTERS or len(text) > LONGEST_NAME or digits or "\n" in text:
        return None
    return text
