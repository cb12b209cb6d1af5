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
    REASON = "reason"  # why is the roster's total wrong?
    WHICH = "which"  # which line shall be corrected?
    CANCEL = "cancel"  # really throw the answers away?


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure of the roster that the unit says is wrong, and why."""

    before: int
    after: int
    reason: str

    def to_json(self) -> dict[str, Any]:
        return {"before": self.before, "after": self.after, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Filling:
    """`answers` by question name; `skipped` names optional questions that were passed over. `at` is the question
    that is asked (none at the summary). `draft` is a value that waits: to be confirmed, or a list that still grows.
    `corrections` are figures of the roster that are wrong, by variable ("unit_teachers")."""

    answers: Mapping[str, Value] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    at: str | None = None
    stand: Stand = Stand.QUESTION
    draft: Value | None = None
    corrections: Mapping[str, "Correction"] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        stored = {
            "version": VERSION,
            "answers": dict(self.answers),
            "skipped": sorted(self.skipped),
            "at": self.at,
            "stand": self.stand,
            "draft": self.draft,
        }
        if self.corrections:
            stored["corrections"] = {name: one.to_json() for name, one in self.corrections.items()}
        return stored

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
            corrections={name: Correction(**one) for name, one in value.get("corrections", {}).items()},
        )

    def with_answer(self, name: str, value: Value) -> Self:
        """The filling with that answer; a question that was skipped is answered now."""
        return replace(self, answers={**self.answers, name: value}, skipped=self.skipped - {name}, draft=None)

    def with_changed(self, name: str, value: Value) -> Self:
        """The filling with another answer to an earlier question; what is being answered now goes on."""
        return replace(self, answers={**self.answers, name: value}, skipped=self.skipped - {name})

    def with_correction(self, name: str, correction: Correction) -> Self:
        """The filling with that figure of the roster corrected; back at what the roster says, it is none."""
        others = {other: one for other, one in self.corrections.items() if other != name}
        if correction.before == correction.after:
            return replace(self, corrections=others)
        return replace(self, corrections={**others, name: correction})

    def without_answer(self, name: str) -> Self:
        """The filling with that question passed over."""
        answers = {other: value for other, value in self.answers.items() if other != name}
        return replace(self, answers=answers, skipped=self.skipped | {name}, draft=None)
