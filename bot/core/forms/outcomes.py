"""What the engine makes of one thing that a person did in a form. The words are in `locales/phrases/form.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.forms.answers.outcome import Problem
from bot.core.forms.filling import Correction
from bot.core.forms.model import Question, Value
from bot.core.forms.plausible import Strange


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
    list that is there already; `known` the answer that it has so far. `hinted` says that its hint is shown: not to who
    knows the form, unless something went wrong."""

    question: Question
    place: tuple[int, int]
    why: Why = Why.NEXT
    echo: Echo | None = None
    problem: Problem | None = None
    total: int | None = None
    draft: Value | None = None
    known: Value | None = None
    notes: tuple[Question, ...] = ()
    hinted: bool = True


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
    """A numbered line of the summary. `value` is None where the question was skipped. `changed`: it is not as it was
    last time."""

    number: int
    question: Question
    value: Value | None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Summarised:
    """All is answered: the whole, and what may be done with it. `as_last`: its lines are those of the last report, but
    for those that are marked as changed. `untouched`: nothing that was taken over was changed. `apart`: something else
    was said since the list was shown."""

    lines: tuple[Line, ...]
    echo: Echo | None = None
    misunderstood: bool = False
    as_last: bool = False
    untouched: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class UnusualAsked:
    """The answer is kept, and far from what it is held against: is it right, and why? `problem`: what was typed says
    neither."""

    question: Question
    value: Value
    against: Strange
    echo: Echo | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class HeardAsked:
    """Several answers in one message: is that what you meant? Nothing of it is kept yet. `unread` are questions with
    the words that do not answer them, `left` words to which no question was left."""

    lines: tuple[Line, ...]
    unread: tuple[tuple[Question, str], ...] = ()
    left: tuple[str, ...] = ()


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
    unit says are wrong, by variable; `remarks` what was said of answers that are far from the usual, by question."""

    answers: dict[str, Value]
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stale:
    """A button of an earlier message was pressed. Nothing changed. `question` is the one it belongs to, `value` its
    answer now; both None if it belongs to an earlier summary."""

    question: Question | None
    value: Value | None
    now: "Standing"


@dataclass(frozen=True, slots=True)
class Filed:
    """Files came while something else was asked for. `added` of them went to `question`, the line `number` of the
    summary; `problem` is about one that did not. Below 0: an album whose words must not be kept was taken out."""

    question: Question
    number: int
    added: int
    problem: Problem | None
    now: "Standing"
    early: bool = False
    """It was not asked yet, and will be."""


Standing = Asked | Doubted | ReasonAsked | UnusualAsked | HeardAsked | Summarised | WhichAsked | CancelAsked
"""What a form may be waiting for."""

Outcome = Standing | Cancelled | Submitted | Stale | Filed
