"""Answers that are not simply a value."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Encoded:
    """A result that is JSON already."""

    text: bytes


@dataclass(frozen=True, slots=True)
class Described:
    """A result with the remark that Telegram adds to some ("Webhook was set")."""

    result: Any
    description: str
