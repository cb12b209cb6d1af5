"""A form as data, in the vocabulary of XLSForm (https://xlsform.org/en/)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Text = Mapping[str, str]
"""One sentence in several languages: {"vi": "Ngày tổ chức?", "en": "Date held?"}."""

Value = Any
"""What was answered, always plain JSON:

=================  ==================================================================
yes_no             "yes" | "not_yet" | "no" | "na"
integer            12
decimal            "1234.5" (a canonical decimal number: no float ever holds a figure)
money_million      "15.5" (million VND)
ratio              [43, 45] | "na"
date               "2026-11-20"
document           {"number": "15-KH/ĐU", "date": "2026-11-20" | null}
select_one         "fanpage" (the option's name)
select_multiple    ["fanpage", "zalo"] (in the order of the options)
text               "..."
evidence           [{"file_id": ..., "unique": ..., "media": ..., "size": ..., "name": ...}]
calculate          what the expression gave: a number as a canonical decimal string, or text
=================  ==================================================================
"""


MOST_ROUNDS = 20
"""How often a repeat can be answered in one report. Whoever has more sends figures, not a list."""


class Type(StrEnum):
    """The kinds of question. `yes_no`, `ratio`, `document`, `money_million`, `evidence` are ours."""

    YES_NO = "yes_no"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY_MILLION = "money_million"
    RATIO = "ratio"
    DATE = "date"
    DOCUMENT = "document"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    TEXT = "text"
    EVIDENCE = "evidence"
    NOTE = "note"
    CALCULATE = "calculate"


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a choice list."""

    name: str
    label: Text
    columns: Mapping[str, str] = field(default_factory=dict)
    """What else its row says, for the question's `choice_filter`."""


@dataclass(frozen=True, slots=True)
class Question:
    """One row of the `survey` sheet.

    Expressions (`relevant`, `constraint`, `calculation`, `default`, `total`) are XLSForm expressions,
    empty where there is none. `total` gives the denominator that a `ratio` has by the roster.
    `task` is the code of the task that the question serves: it is asked only of units in that task's
    audience. `future` says that a `date` may lie ahead (a planned day, not a day that something was held).
    `guidance` is said when help is asked for.

    `within` are the conditions of the groups around it, which must hold as well. `heads` makes a note the heading of a
    group: it is read before the first of these questions that is asked, and before no other. `choice_filter` chooses
    among `options`; `withheld` are those that it leaves out, once the answers are known.

    `follows` is the name of the question whose "chưa" it follows: by which day is it expected (forms.expected)?
    `unusual` says when an answer is asked once more (forms.plausible): "" as usual, "no" never, a number from
    so many times the earlier figure on, of a ratio from so many points on.

    A repeat is unrolled: `round` counts from 1 within one, the names of the later rounds end in ".2", ".3", and after
    each round the question that is `again` asks whether there is another (bot.core.plan.read_survey).
    """

    name: str
    type: Type
    label: Text
    hint: Text = field(default_factory=dict)
    required: bool = False
    relevant: str = ""
    constraint: str = ""
    constraint_message: Text = field(default_factory=dict)
    calculation: str = ""
    default: str = ""
    total: str = ""
    options: tuple[Option, ...] = ()
    task: str | None = None
    future: bool = False
    guidance: Text = field(default_factory=dict)
    within: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
    choice_filter: str = ""
    withheld: frozenset[str] = frozenset()
    round: int = 0
    again: bool = False
    follows: str = ""
    unusual: str = ""

    @property
    def conditions(self) -> tuple[str, ...]:
        """All that must hold for it to be asked."""
        return (*self.within, self.relevant) if self.relevant else self.within

    @property
    def offered(self) -> tuple[Option, ...]:
        """The options that may be chosen now."""
        return tuple(option for option in self.options if option.name not in self.withheld)

    @property
    def asked(self) -> bool:
        """Whether a person answers it (a note is read and a calculation is computed)."""
        return self.type not in (Type.NOTE, Type.CALCULATE)


@dataclass(frozen=True, slots=True)
class Form:
    """Questions that are answered in one sitting. It bundles several tasks of a plan, so that a school
    answers four times a year and not twenty-eight times."""

    code: str
    title: Text
    questions: tuple[Question, ...]
    minutes: int = 3

    def question(self, name: str) -> Question:
        """The question of that name. KeyError if the form has none."""
        return self._in_places()[self.place(name)]

    def place(self, name: str) -> int:
        """The place of the question of that name in the data of buttons, from 0. KeyError if the form has none."""
        for place, question in enumerate(self._in_places()):
            if question.name == name:
                return place
        raise KeyError(name)

    def at_place(self, place: int) -> Question | None:
        """The question of that place; None where there is none."""
        questions = self._in_places()
        return questions[place] if 0 <= place < len(questions) else None

    def _in_places(self) -> list[Question]:
        """What the form makes itself comes last, so that the plan's own questions keep their places."""
        return sorted(self.questions, key=lambda question: question.follows != "")
