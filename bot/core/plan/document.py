"""What a plan's document states beside its tasks: figures, the documents it cites; and what people decided about it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.core.forms.model import Text

APART = "apart"
"""What `within` of a figure says that is counted in no total."""


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure as the document states it: "bồi dưỡng 39 lớp".

    `stated` is None where the document gives the parts and no total. `sum_of` are the codes of the parts. `within` is
    the code of a total in which it is counted already, or APART: without it, a figure beside a total of the same unit
    is a doubt. `per` is the code of the figure that it is divided by, to see whether groups have a plausible size
    (learners per class).
    """

    code: str
    label: Text
    stated: Decimal | None
    source: str = ""
    unit: Text = field(default_factory=dict)
    sum_of: tuple[str, ...] = ()
    within: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """A document to which the plan refers. `congress_of` and `ordinal` stand for a resolution that is named by its
    congress alone ("Đảng bộ tỉnh Nghệ An", "XVIII")."""

    number: str
    date: date | None
    issuer: Text
    title: Text = field(default_factory=dict)
    source: str = ""
    congress_of: str = ""
    ordinal: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a finding of the code `finding` that is about `thing` (a figure, a task, a document;
    "" where it is about the whole plan).

    It holds as long as the finding says what was `seen` (bot.core.plan.deciding); once that changes, the question is
    asked again. `value` is what shall count instead, where something counts.
    """

    finding: str
    thing: str
    seen: str
    value: str
    why: str
    by: str
    decided_on: date
