"""Targets and how they roll up: the rules of domain notes 1.5. A percentage is always computed, never typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.core.forms import expressions
from bot.core.forms.model import Form, Value
from bot.core.forms.reach import can_be_asked
from bot.core.plan.model import Indicator, IndicatorKind, Task
from bot.core.plan.variables import is_reserved

RATIOS = (IndicatorKind.RATIO,)
YES = (IndicatorKind.YESNO, IndicatorKind.YESNO_DOCUMENT)
"""Of each unit a yes or a no; together they are "so many of so many units"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one unit's report says about one indicator.

    A ratio has both parts; a yes is 1 of 1; a count or sum has no denominator. `excluded`: not applicable to the
    unit, which leaves the denominator.
    """

    numerator: Decimal | None
    denominator: Decimal | None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """An indicator over units. `expected` units were asked, `reported` of them answered; who has not is counted as not
    done. `target` is in percent for ratios and yes/no, None where the plan sets none."""

    indicator: Indicator
    numerator: Decimal
    denominator: Decimal | None
    reported: int
    expected: int
    excluded: int

    @property
    def share(self) -> Decimal | None:
        """Percent, exact. None for a count, or where nothing is in the denominator."""
        return self.numerator * 100 / self.denominator if self.denominator else None

    @property
    def target(self) -> Decimal | None:
        if self.indicator.kind in YES:
            return Decimal(100)
        return Decimal(self.indicator.target) if self.indicator.target is not None else None

    @property
    def met(self) -> bool | None:
        """Whether the target is reached (at least). None without a target or anything to compare."""
        reached = self.share if self.denominator is not None else self.numerator
        return None if self.target is None or reached is None else reached >= self.target


def indicators_of(task: Task, form: Form) -> Iterable[Indicator]:
    """The task's indicators for which a report of this form speaks: they read nothing that it does not ask."""
    asked = {question.name for question in form.questions}
    return [one for one in task.indicators if (names := _names(one)) and names <= asked]


def figure(
    indicator: Indicator, form: Form, answers: Mapping[str, Value], unit: Mapping[str, Value], *, today: date
) -> Figure | None:
    """What these answers say. A question that was not answered counts as not done, as in a unit that has not
    reported: whoever says "not yet" is asked no more, and stays in the denominator. None where nothing can be said:
    the questions are none of the unit's, or a count was not given."""
    names = _names(indicator)
    if any(answers.get(name) == "na" for name in names):
        return Figure(None, None, excluded=True)
    if not names <= answers.keys():
        waits = base(indicator, form, unit, today=today)
        return None if waits is None else Figure(Decimal(0), waits)
    variables: dict[str, Value] = {question.name: "" for question in form.questions}
    variables.update(answers)
    variables.update(unit)
    if indicator.kind in RATIOS:
        part = expressions.compile(indicator.numerator).number(variables, today=today)
        whole = expressions.compile(indicator.denominator).number(variables, today=today)
        return None if part is None or whole is None else Figure(part, whole)
    value = expressions.compile(indicator.value).number(variables, today=today)
    if value is None:
        return None
    return Figure(value, Decimal(1) if indicator.kind in YES else None)


def base(indicator: Indicator, form: Form, unit: Mapping[str, Value], *, today: date) -> Decimal | None:
    """What a unit that has not reported puts into the denominator, by the roster alone. None if nobody but the unit
    knows, or the form can never ask it for what the indicator reads."""
    names = _names(indicator)
    read = [question for question in form.questions if question.name in names]
    if not all(can_be_asked(question, form, unit, today=today) for question in read):
        return None
    if indicator.kind in YES:
        return Decimal(1)
    if indicator.kind not in RATIOS:
        return None
    denominator = expressions.compile(indicator.denominator)
    if not all(is_reserved(name) for name in denominator.names):
        return None  # nobody but the unit knows it
    return denominator.number(unit, today=today)


def roll_up(
    indicator: Indicator, figures: Iterable[Figure | None], bases: Iterable[Decimal | None] = ()
) -> Total:
    """The sum of numerators over the sum of denominators: never a mean of percentages.

    `figures` are those of the units that reported (None where a report does not speak for it), `bases` the
    denominators of those that did not. A unit that is not concerned leaves the denominator; one that has not
    reported stays in it.
    """
    numerator = denominator = Decimal(0)
    reported = expected = excluded = 0
    for one in figures:
        if one is None:
            continue
        expected += 1
        reported += 1
        if one.excluded:
            excluded += 1
            continue
        numerator += one.numerator or 0
        denominator += one.denominator or 0
    for base_ in bases:
        expected += 1
        denominator += base_ or 0
    has_parts = indicator.kind in RATIOS or indicator.kind in YES
    return Total(indicator, numerator, denominator if has_parts else None, reported, expected, excluded)


def _names(indicator: Indicator) -> frozenset[str]:
    """The questions that the indicator reads."""
    sources = (indicator.numerator, indicator.denominator, indicator.value)
    names = frozenset().union(*(expressions.compile(source).names for source in sources if source))
    return frozenset(name for name in names if not is_reserved(name))
