"""A figure that is far from last time, or from what units like it answered: it is asked once more, never refused.

The rule (decision 0092). A number is far where the larger of the two is at least `TIMES` the smaller and they differ by
more than `FLOOR`. A ratio is far where the percentages differ by more than `POINTS` and that makes more than `HEADS` of
those counted. A report of the unit's own is held against its last one alone; only where there is none, against the
median of at least `ENOUGH` units of its kind and size.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from statistics import median

from bot.core.forms.model import Question, Type, Value

TIMES = Decimal(3)
FLOOR = Decimal(10)
POINTS = Decimal(50)
HEADS = Decimal(3)
ENOUGH = 5
ALIKE = 2
"""Units are of comparable size where the larger is at most so many times the smaller."""

NEVER = "no"

COUNTED = (Type.INTEGER, Type.DECIMAL, Type.MONEY_MILLION)


@dataclass(frozen=True, slots=True)
class Near:
    """What `units` units of the same kind and size answered: the median, of a ratio that of the percentages."""

    units: int
    median: str


@dataclass(frozen=True, slots=True)
class Strange:
    """What an answer is far from: the unit's own `last` answer, or the median of those who are `near`."""

    last: Value | None = None
    near: Near | None = None


def strange(question: Question, value: Value, *, last: Value | None, near: Near | None) -> Strange | None:
    """What the answer is too far from to be kept unasked, if anything. `last` is what the unit answered before."""
    if question.unusual == NEVER:
        return None
    figure, whole = _figure(question, value)
    if figure is None:
        return None
    before, _ = _figure(question, last)
    if before is not None:
        return Strange(last=last) if _is_far(question, figure, before, whole) else None
    if near is None or near.units < ENOUGH:
        return None
    return Strange(near=near) if _is_far(question, figure, Decimal(near.median), whole) else None


def neighbours(questions: Iterable[Question], reports: Iterable[Mapping[str, Value]]) -> Mapping[str, Near]:
    """What these reports of units like it say together, by question; only where enough of them say something."""
    reports = list(reports)
    found = {}
    for question in questions:
        figures = [
            figure
            for report in reports
            if question.name in report and (figure := _figure(question, report[question.name])[0]) is not None
        ]
        if len(figures) >= ENOUGH:
            found[question.name] = Near(len(figures), format(median(figures), "f"))
    return found


def are_alike(size: int | None, other: int | None) -> bool:
    """Whether two units are of comparable size. Who has no size is like who has none."""
    if not size or not other:
        return bool(size) == bool(other)
    return max(size, other) <= ALIKE * min(size, other)


def _figure(question: Question, value: Value | None) -> tuple[Decimal | None, Decimal]:
    """The number behind an answer, of a ratio its percentage; and how many were counted."""
    if question.type is Type.RATIO:
        if not isinstance(value, list | tuple) or len(value) != 2 or not value[1]:
            return None, Decimal(0)
        return Decimal(value[0]) * 100 / Decimal(value[1]), Decimal(value[1])
    if question.type not in COUNTED or isinstance(value, bool | list | dict) or value is None:
        return None, Decimal(0)
    try:
        figure = Decimal(str(value))
    except InvalidOperation:
        return None, Decimal(0)
    return (figure if figure.is_finite() else None), Decimal(0)


def _is_far(question: Question, figure: Decimal, other: Decimal, whole: Decimal) -> bool:
    limit = _limit(question)
    apart = abs(figure - other)
    if question.type is Type.RATIO:
        return apart > (limit or POINTS) and apart * whole / 100 > HEADS
    less, more = sorted((abs(figure), abs(other)))
    return apart > FLOOR and more >= (limit or TIMES) * less


def _limit(question: Question) -> Decimal | None:
    try:
        limit = Decimal(question.unusual) if question.unusual else None
    except InvalidOperation:
        return None
    return limit if limit is not None and limit.is_finite() and limit > 0 else None
