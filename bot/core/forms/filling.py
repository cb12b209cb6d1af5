"""A form half answered: plain data that survives a restart."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from bot.core.forms.model import Value

VERSION = 1


class Stand(StrEnum):
    """What the last message asked for."""

    QUESTION = "question"
    CONFIRM = "confirm"  # is this what you meant?
    SUMMARY = "summary"
    WHICH = "which"  # which line shall be corrected?
    CANCEL = "cancel"  # really throw the answers away?


@dataclass(frozen=True, slots=True)
class Filling:
    """`answers` by question name; `skipped` names optional questions that were passed over. `at` is the question
    that is asked (none at the summary). `draft` is a value that waits: to be confirmed, or a list that still grows."""

    answers: Mapping[str, Value] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    at: str | None = None
    stand: Stand = Stand.QUESTION
    draft: Value | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "version": VERSION,
            "answers": dict(self.answers),
            "skipped": sorted(self.skipped),
            "at": self.at,
            "stand": self.stand,
            "draft": self.draft,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote. Raises ValueError for a version that this code does not know."""
        if value["version"] != VERSION:
            raise ValueError(f"a filling of version {value['version']}, this code reads {VERSION}")
        return cls(
            answers=value["answers"],
            skipped=frozenset(value["skipped"]),
            at=value["at"],
            stand=Stand(value["stand"]),
            draft=value["draft"],
        )

    def with_answer(self, name: str, value: Value) -> Self:
        """The filling with that answer; a question that was skipped is answered now."""
        return replace(self, answers={**self.answers, name: value}, skipped=self.skipped - {name}, draft=None)

    def without_answer(self, name: str) -> Self:
        """The filling with that question passed over."""
        answers = {other: value for other, value in self.answers.items() if other != name}
        return replace(self, answers=answers, skipped=self.skipped | {name}, draft=None)
