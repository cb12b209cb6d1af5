"""Targets and how they roll up: the rules of domain notes 1.5. A percentage is always computed, never typed."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bot.core.forms import expressions
from bot.core.forms.model import Form, Type, Value
from bot.core.forms.reach import can_be_asked
from bot.core.plan.model import Indicator, IndicatorKind, Task
from bot.core.plan.variables import is_reserved

RATIOS = (IndicatorKind.RATIO,)
YES = (IndicatorKind.YESNO, IndicatorKind.YESNO_DOCUMENT)
"""Of each unit a yes or a no; together they are "so many of so many units"."""

FINEST = Decimal("0.0001")
"""What is kept of a figure: a thousand million in millions of đồng to the hundred đồng."""


_ONE_NAME = re.compile(r"\$\{([\w-]+)\}")


@dataclass(frozen=True, slots=True)
class Figure:
    """What one unit's report says about one indicator.

    A ratio has both parts; a yes is 1 of 1; a count or sum has no denominator; a narrative has neither. Figures have
    four decimals at most. `excluded`: not applicable to the unit, which leaves the denominator. `words` is the JSON of
    the answer that a narrative or a document is about.
    """

    numerator: Decimal | None
    denominator: Decimal | None
    excluded: bool = False
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """An indicator over units. `expected` units were asked, `reported` of them answered; who has not is counted as not
    done. `full` of them are at 100% (or said yes). `target` is in percent for ratios and yes/no, None where the plan
    sets none. `masked`: read by others than the Committee, one or two persons are not told (bot.core.masks);
    `withheld`: nothing of it is, or another figure could be worked out."""

    indicator: Indicator
    numerator: Decimal
    denominator: Decimal | None
    reported: int
    expected: int
    excluded: int
    full: int = 0
    masked: bool = False
    withheld: bool = False

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
    """The task's indicators for which a report of this form speaks: they read nothing that it does not ask. A sum by
    group is followed by its groups."""
    asked = {question.name for question in form.questions}
    speaking = [one for one in task.indicators if (names := _names(one)) and names <= asked]
    return [each for one in speaking for each in (one, *parts_of(one, form))]


def parts_of(indicator: Indicator, form: Form) -> Iterator[Indicator]:
    """The groups of a sum by group, each a sum of its own with the code `HM-19.1/party`, the label of the option and
    the group's target.

    The law: a report adds the same figure to the whole and to the one group that it chose, and to no other group.
    Figures of different reports add up, whatever their order and their periods; so the groups always add up to the
    whole, and what stores and adds up plain sums does the same for groups.
    """
    name = group_question(indicator)
    if indicator.kind is not IndicatorKind.SUM_BY_GROUP or not name:
        return
    for option in form.question(name).options:
        yield replace(
            indicator,
            code=part_code(indicator, option.name),
            kind=IndicatorKind.SUM,
            label=option.label,
            value=f"if(${{{name}}} = '{option.name}', {indicator.value}, '')",
            target=indicator.group_targets.get(option.name),
            source_figure="",
            part_of=indicator.code,
        )


def part_code(indicator: Indicator, option: str) -> str:
    """The code of one group of a sum by group."""
    return f"{indicator.code}/{option}"


def group_question(indicator: Indicator) -> str:
    """The name of the question that says to which group a report belongs; "" where there is none."""
    found = _ONE_NAME.fullmatch(indicator.group)
    return found[1] if found else ""


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
    if indicator.kind is IndicatorKind.NARRATIVE:
        return _narrated(answers, names)
    if indicator.kind in RATIOS:
        part = _number(indicator.numerator, variables, today)
        whole = _number(indicator.denominator, variables, today)
        if whole is None:
            whole = _typed_total(form, answers, names)  # the roster does not know it: the unit does
        return None if part is None or whole is None else Figure(part, whole)
    value = _number(indicator.value, variables, today)
    if value is None:
        return None
    if indicator.kind is IndicatorKind.YESNO_DOCUMENT:
        return Figure(value, Decimal(1), words=_document(form, answers, names) if value else None)
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
    return _number(indicator.denominator, unit, today)


def base_reads(indicator: Indicator, form: Form) -> frozenset[str]:
    """The unit's variables on which its `base` depends: units in which they are equal have the same."""
    questions = {question.name: question for question in form.questions}
    waiting = list(_names(indicator))
    if indicator.denominator:
        waiting += expressions.compile(indicator.denominator).names
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            if name in questions and questions[name].relevant:
                waiting += expressions.compile(questions[name].relevant).names
    return frozenset(name for name in seen if is_reserved(name))


def _names(indicator: Indicator) -> frozenset[str]:
    """The questions that the indicator reads."""
    sources = (indicator.numerator, indicator.denominator, indicator.value, indicator.group)
    names = frozenset().union(*(expressions.compile(source).names for source in sources if source))
    return frozenset(name for name in names if not is_reserved(name))


def _number(source: str, variables: Mapping[str, Value], today: date) -> Decimal | None:
    value = expressions.compile(source).number(variables, today=today)
    return None if value is None else value.quantize(FINEST, ROUND_HALF_UP).normalize() + 0


def _typed_total(form: Form, answers: Mapping[str, Value], names: Iterable[str]) -> Decimal | None:
    """The total that the unit typed itself, where the indicator reads one ratio."""
    ratios = [answers[name] for name in names if form.question(name).type is Type.RATIO and name in answers]
    return Decimal(ratios[0][1]) if len(ratios) == 1 else None


def _narrated(answers: Mapping[str, Value], names: Iterable[str]) -> Figure | None:
    told = [answers[name] for name in sorted(names) if answers.get(name) not in (None, "")]
    return Figure(None, None, words=_as_words(told[0])) if told else None


def _document(form: Form, answers: Mapping[str, Value], names: Iterable[str]) -> str | None:
    """The document behind a yes: one that the indicator reads, else the one that is asked for right beside it."""
    asked = [question for question in form.questions if question.name in answers]
    documents = [question for question in asked if question.type is Type.DOCUMENT]
    read = [question for question in documents if question.name in names]
    tasks = {form.question(name).task for name in names}
    beside = [question for question in documents if question.task in tasks]
    found = (read or beside)[:1]
    return _as_words(answers[found[0].name]) if found else None


def _as_words(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False)
