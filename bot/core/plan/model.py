"""A plan as data: tasks with owners and deadlines, indicators, and the forms that ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from bot.core.forms.model import Form, Text
from bot.core.periods import Period
from bot.core.plan.document import Cite, Decision, StatedFigure
from bot.core.reminders import USUAL_MANNERS, Manners

AFTERMATH = timedelta(days=31)
"""How long after its last day a plan still hears of what happened before, and is summed up."""


LOCK_DAYS = 15
"""Days after a form's last day in which what was sent may be corrected, where the plan sets no other number. Assumed:
no document says it."""


class Status(StrEnum):
    """How sure a date or an owner is. The plans state almost none: see domain notes 0, line 1."""

    STATED = "stated"
    ASSUMED = "assumed"
    CONFIRMED = "confirmed"


class IndicatorKind(StrEnum):
    """How an indicator is computed and rolled up."""

    RATIO = "ratio"  # sum of numerators / sum of denominators
    COUNT = "count"
    SUM = "sum"  # money
    SUM_BY_GROUP = "sum_by_group"
    YESNO = "yesno"
    YESNO_DOCUMENT = "yesno+document"
    NARRATIVE = "narrative"


class Accumulates(StrEnum):
    """What an indicator's figures of one year mean together."""

    IN_PERIOD = "in_period"  # each period for itself: attendances and sums add up, persons never do
    CUMULATIVE = "cumulative"  # counted from the start of the year: the latest says it all


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a line of a text file, or a cell of a sheet."""

    file: str
    line: int | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.sheet is not None:
            return f"{self.file}:{self.sheet}!{self.cell}" if self.cell else f"{self.file}:{self.sheet}"
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who a task or form is for. Every condition that is given must hold; an empty one always does.

    `kinds` are unit kinds; a kind may be a part played by other units (PARTY_SCHOOL is played by a SCHOOL
    with a Party organisation of its own). `levels` are school levels. `ownership` is public or non-public.
    `only` and `never` are unit codes.
    """

    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    ownership: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A target and how it is computed from answers.

    `numerator`, `denominator` (ratio) and `value` (the other kinds) are XLSForm expressions over the answers and
    the variables of bot.core.plan.variables. A truth counts 1 or 0.

    A question of one name means the same in every form. A report of a unit in the task's audience speaks for the
    indicators that read what it asks; those of other tasks are none of its business, even if they read the same
    name. An answer "na" to a question that the indicator reads takes the unit out of it.

    The `denominator` of a unit that has not reported is computed without answers, so it should read none. `target`
    is a plain number, in percent for a ratio, else in `unit`; "yes" for a yes/no.
    `source_figure` is what the document says. `figure` is the code of the document's figure that sets the target:
    a target that is left out is then that figure's agreed value (bot.core.plan.figures).

    A sum by group names in `group` the question that says to which group a report belongs (`${class_block}`), and in
    `group_targets` the target of each group, by the name of its option. `part_of` is the code of the whole, in an
    indicator that is one group of it (see `bot.core.indicators.parts_of`).
    """

    code: str
    kind: IndicatorKind
    label: Text
    numerator: str = ""
    denominator: str = ""
    value: str = ""
    target: str | None = None
    unit: Text = field(default_factory=dict)
    source_figure: str = ""
    figure: str = ""
    group: str = ""
    group_targets: Mapping[str, str] = field(default_factory=dict)
    part_of: str = ""
    accumulates: Accumulates = Accumulates.IN_PERIOD


@dataclass(frozen=True, slots=True)
class Task:
    """One duty of the plan, as its document has it. Forms ask for it; assignments give it to units."""

    code: str
    title: Text
    source: str
    audience: Audience
    cadence: str
    deadline: str
    deadline_status: Status
    indicators: tuple[Indicator, ...] = ()
    core: bool = True
    owner_status: Status = Status.STATED
    depends_on: tuple[str, ...] = ()
    rolls_up_from: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a form is asked: for which periods, until when, and how long before it is offered."""

    period: str  # a kind of period, see bot.core.periods
    deadline: str  # a rule, see bot.core.deadlines
    deadline_status: Status
    opens_days_before: int = 30


@dataclass(frozen=True, slots=True)
class PlannedForm:
    """A form of a plan: whom it asks, when, and for which tasks."""

    form: Form
    audience: Audience
    schedule: Schedule
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan. `number`, `issued_on` and `issuer` are those of its document; HP's text lacks them. `short` is what
    people call it ("Chỉ thị 32").

    `text` names the file beside the plan's that holds the document's own words; `annexes` are the annexes that are at
    hand. `figures`, `cites` and `decisions` are what the document counts, what it refers to, and what people decided
    about its faults. `group_size` is the band ("15-100") in which a figure per group is plausible.
    `lock_days` after a form's last day its period is locked: a report is corrected only if staff return it.
    `manners` are its ladder of reminders and the limits of it.
    """

    code: str
    title: Text
    issuer: Text
    starts_on: date
    ends_on: date
    tasks: tuple[Task, ...]
    forms: tuple[PlannedForm, ...]
    short: Text = field(default_factory=dict)
    number: str | None = None
    issued_on: date | None = None
    issued_on_status: Status = Status.ASSUMED
    basis: Text = field(default_factory=dict)
    monitor_kinds: tuple[str, ...] = ()
    figures: tuple[StatedFigure, ...] = ()
    cites: tuple[Cite, ...] = ()
    decisions: tuple[Decision, ...] = ()
    text: str = ""
    annexes: tuple[str, ...] = ()
    group_size: str = ""
    lock_days: int = LOCK_DAYS
    manners: Manners = USUAL_MANNERS

    @property
    def name(self) -> Text:
        """What people call it, or its title."""
        return self.short or self.title

    def is_over(self, today: date) -> bool:
        """Whether even what happened on its last day has had its time to be reported: it is kept to be looked at."""
        return today > self.ends_on + AFTERMATH

    def last_day_for(self, period: Period) -> date:
        """Until when a period may be reported: its last one when the plan has ended already."""
        return self.ends_on + AFTERMATH if period.ends_on <= self.ends_on else self.ends_on

    def task(self, code: str) -> Task:
        """The task of that code. KeyError if the plan has none."""
        for task in self.tasks:
            if task.code == code:
                return task
        raise KeyError(code)

    def form(self, code: str) -> PlannedForm:
        """The form of that code. KeyError if the plan has none."""
        for planned in self.forms:
            if planned.form.code == code:
                return planned
        raise KeyError(code)


class Severity(StrEnum):
    """ERROR stops an import; WARNING and NOTE do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, missing or doubtful in a file. Its sentence is in
    `locales/phrases/findings.py`, by `code`. `decision` is what a person decided about it."""

    severity: Severity
    code: str
    place: Place
    values: dict[str, str] = field(default_factory=dict)
    decision: Decision | None = None

    @property
    def stops(self) -> bool:
        """Whether it stops an import: an error about which nobody has decided."""
        return self.severity is Severity.ERROR and self.decision is None
