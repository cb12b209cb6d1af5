"""What the engine makes of one thing that a person did in a form. The words are in `locales/phrases/form.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.forms.answers.outcome import Problem
from bot.core.forms.filling import Correction
from bot.core.forms.model import Question, Value


class Why(StrEnum):
    """Why a question is asked (again), beyond that it is its turn."""

    NEXT = "next"
    BACK = "back"
    EDIT = "edit"
    HELP = "help"
    REFUSED = "refused"  # the answer cannot be taken
    UNCLEAR = "unclear"  # the answer could mean several things
    MORE = "more"  # part of a list was taken: more, or done?
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True)
class Echo:
    """What was just understood and kept, to be said back. `value` is None for a skipped question. `changed`: it was
    answered earlier, with `before`, and what is asked now is another question."""

    question: Question
    value: Value | None
    before: Value | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Ask this question. `place` is (3, 7). `total` is the denominator by the roster (ratio). `draft` is the part of a
    list that is there already; `known` the answer that it has so far."""

    question: Question
    place: tuple[int, int]
    why: Why = Why.NEXT
    echo: Echo | None = None
    problem: Problem | None = None
    total: int | None = None
    draft: Value | None = None
    known: Value | None = None
    notes: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubted:
    """Is that what you meant?"""

    question: Question
    value: Value
    problem: Problem


@dataclass(frozen=True, slots=True)
class ReasonAsked:
    """Why is the roster's `total` wrong? `value` holds the one that was given. `problem`: what was typed is no
    reason."""

    question: Question
    value: Value
    total: int
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A numbered line of the summary. `value` is None where the question was skipped."""

    number: int
    question: Question
    value: Value | None


@dataclass(frozen=True, slots=True)
class Summarised:
    """All is answered: the whole, and what may be done with it."""

    lines: tuple[Line, ...]
    echo: Echo | None = None
    misunderstood: bool = False


@dataclass(frozen=True, slots=True)
class WhichAsked:
    """Which line shall be corrected? `no_such` says that the number given is none of them."""

    lines: tuple[Line, ...]
    no_such: bool = False


@dataclass(frozen=True, slots=True)
class CancelAsked:
    """Really throw away that many answers?"""

    answered: int


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The form is left and its answers are gone."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """The person sends the report. `answers` are those that count; `corrections` are figures of the roster that the
    unit says are wrong, by variable."""

    answers: dict[str, Value]
    corrections: Mapping[str, Correction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stale:
    """A button of an earlier message was pressed. Nothing changed. `question` is the one it belongs to, `value` its
    answer now; both None if it belongs to an earlier summary."""

    question: Question | None
    value: Value | None
    now: "Asked | Summarised | Doubted | ReasonAsked | WhichAsked | CancelAsked"


Outcome = (
    Asked | Doubted | ReasonAsked | Summarised | WhichAsked | CancelAsked | Cancelled | Submitted | Stale
)
