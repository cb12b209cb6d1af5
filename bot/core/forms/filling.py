"""A form half answered: plain data that survives a restart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self, TypeVar

from bot.core.forms.model import Value

VERSION = 1

T = TypeVar("T")


class Stand(StrEnum):
    """What the last message asked for."""

    QUESTION = "question"
    CONFIRM = "confirm"  # is this what you meant?
    SUMMARY = "summary"
    REASON = "reason"  # why is the roster's total wrong?
    UNUSUAL = "unusual"  # far from last time or from others: is it right?
    HEARD = "heard"  # several answers in one message: is that what you meant?
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
class Heard:
    """Several answers that were said in one message. `skipped` are questions to be passed over; `unread` holds, by
    question, the words that answer it in no way that is understood; `left` are words to which no question was left.
    `within` says that they changed lines of a summary."""

    answers: Mapping[str, Value]
    skipped: Sequence[str] = ()
    unread: Mapping[str, str] = field(default_factory=dict)
    left: Sequence[str] = ()
    within: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "answers": dict(self.answers),
            "skipped": list(self.skipped),
            "unread": dict(self.unread),
            "left": list(self.left),
            "within": self.within,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        lists = {name: tuple(value[name]) for name in ("skipped", "left")}
        return cls(value["answers"], unread=value["unread"], within=value["within"], **lists)


@dataclass(frozen=True, slots=True)
class Filling:
    """`answers` by question name; `skipped` names optional questions that were passed over. `at` is the question
    that is asked (none at the summary). `draft` is a value that waits: to be confirmed, or a list that still grows.
    `corrections` are figures of the roster that are wrong, by variable ("unit_teachers"). `early` names questions to
    which files came before their turn: they are asked all the same. `remarks` are what was said of answers that are far
    from the usual, by question: a reason, or "" where it was only said to be right. `heard` is what several answers in
    one message were taken for, until the person says that it is right."""

    answers: Mapping[str, Value] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    at: str | None = None
    stand: Stand = Stand.QUESTION
    draft: Value | None = None
    corrections: Mapping[str, "Correction"] = field(default_factory=dict)
    early: frozenset[str] = frozenset()
    remarks: Mapping[str, str] = field(default_factory=dict)
    heard: Heard | None = None

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
        if self.early:
            stored["early"] = sorted(self.early)
        if self.remarks:
            stored["remarks"] = dict(self.remarks)
        if self.heard is not None:
            stored["heard"] = self.heard.to_json()
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
            early=frozenset(value.get("early", ())),
            remarks=value.get("remarks", {}),
            heard=Heard.from_json(value["heard"]) if value.get("heard") else None,
        )

    def with_answer(self, name: str, value: Value) -> Self:
        """The filling with that answer; a question that was skipped is answered now. What was said of another answer to
        it is said no longer."""
        same = name in self.answers and self.answers[name] == value
        return replace(
            self,
            answers={**self.answers, name: value},
            skipped=self.skipped - {name},
            draft=None,
            early=self.early - {name},
            remarks=self.remarks if same else _without(self.remarks, name),
        )

    def with_remark(self, name: str, remark: str) -> Self:
        """The filling with what was said of the answer to that question."""
        return replace(self, remarks={**self.remarks, name: remark})

    def with_correction(self, name: str, correction: Correction) -> Self:
        """The filling with that figure of the roster corrected; back at what the roster says, it is none."""
        others = {other: one for other, one in self.corrections.items() if other != name}
        if correction.before == correction.after:
            return replace(self, corrections=others)
        return replace(self, corrections={**others, name: correction})

    def without_answer(self, name: str) -> Self:
        """The filling with that question passed over."""
        return replace(
            self,
            answers=_without(self.answers, name),
            skipped=self.skipped | {name},
            draft=None,
            early=self.early - {name},
            remarks=_without(self.remarks, name),
        )


def _without(values: Mapping[str, T], name: str) -> Mapping[str, T]:
    return {other: value for other, value in values.items() if other != name} if name in values else values
