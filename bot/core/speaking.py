"""For which indicators a form's reports speak: those of its own tasks, and those of tasks that roll up from them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.core.forms.model import Form, Value
from bot.core.indicators import YES, Figure, base, base_reads, figure, indicators_of
from bot.core.plan.audience import concerns
from bot.core.plan.model import Indicator, IndicatorKind, Plan, PlannedForm
from bot.core.units import Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Voice:
    """An indicator of `task` that is heard through the tasks `via` of a form: `via` is the task itself where the form
    asks for it, else those that it rolls up from. `sources` are what it is computed from, its own before those of
    its parts."""

    task: str
    via: tuple[str, ...]
    indicator: Indicator
    sources: tuple[Indicator, ...]

    @property
    def own(self) -> bool:
        """Whether the form asks for the task itself."""
        return self.via == (self.task,)

    def figure(
        self, form: Form, answers: Mapping[str, Value], unit: Mapping[str, Value], *, today: date
    ) -> Figure | None:
        """What these answers say; None where they say nothing. A yes is heard wherever it is said."""
        said = [
            one
            for source in self.sources
            if (one := figure(source, form, answers, unit, today=today)) is not None
        ]
        return next((one for one in said if one.numerator), said[0] if said else None)

    def concerns(self, task: str, plan: Plan, unit: Unit, kinds: Mapping[str, UnitKind]) -> bool:
        """Whether a unit that is asked for `task`, one of `via`, is asked about the indicator by it: whoever is asked
        for several of them is asked once, by the first."""
        if self.own:
            return task == self.task
        first = next((one for one in self.via if concerns(plan.task(one).audience, unit, kinds=kinds)), None)
        return task == first and concerns(plan.task(self.task).audience, unit, kinds=kinds)

    def base_reads(self, form: Form) -> frozenset[str]:
        """The unit's variables on which `base` depends."""
        return frozenset().union(*(base_reads(source, form) for source in self.sources))

    def base(self, form: Form, unit: Mapping[str, Value], *, today: date) -> Decimal | None:
        """What a unit that has not reported puts into the denominator; None if nothing is known or asked of it."""
        known = (base(source, form, unit, today=today) for source in self.sources)
        return next((one for one in known if one is not None), None)


def voices(plan: Plan, planned: PlannedForm) -> Iterator[Voice]:
    """All indicators for which reports of a form speak.

    A task that rolls up from others is not asked of units that answer one of those. Its indicators are computed from
    the same answers; a yes or no of which a form does not ask is yes where one of those tasks has a yes (the school's
    plan is the document that HP-08 wants).
    """
    for task in plan.tasks:
        children = tuple(code for code in planned.tasks if code in _descendants(plan, task.code))
        own = task.code in planned.tasks
        if not own and not children:
            continue
        via = (task.code,) if own else children
        heard = {one.code: one for one in indicators_of(task, planned.form)}
        for indicator in (*heard.values(), *(one for one in task.indicators if one.code not in heard)):
            sources = [indicator] if indicator.code in heard else []
            if indicator.kind in YES:
                sources += [
                    one
                    for code in children
                    for one in indicators_of(plan.task(code), planned.form)
                    if one.kind in YES
                ]
            if sources:
                yield Voice(task.code, via, indicator, tuple(sources))


def figures_of_report(
    plan: Plan,
    planned: PlannedForm,
    answers: Mapping[str, Value],
    unit: Mapping[str, Value],
    *,
    concerned: Callable[[str], bool],
    today: date,
) -> dict[str, Figure]:
    """What a report says, by indicator. `unit` are the unit's variables; `concerned` tells whether a task concerns the
    unit: it counts for no other."""
    said: dict[str, Figure] = {}
    for voice in voices(plan, planned):
        if not concerned(voice.task):
            continue
        one = voice.figure(planned.form, answers, unit, today=today)
        if one is not None:
            said[voice.indicator.code] = one
    return said


def told_by_a_whole(plan: Plan) -> frozenset[str]:
    """Codes of the counts of tasks from which a sum by group rolls up: its groups say the same, and a digest says it
    once."""
    return frozenset(
        indicator.code
        for task in plan.tasks
        if any(one.kind is IndicatorKind.SUM_BY_GROUP for one in task.indicators)
        for code in task.rolls_up_from
        for indicator in plan.task(code).indicators
        if indicator.kind in (IndicatorKind.COUNT, IndicatorKind.SUM)
    )


def _descendants(plan: Plan, code: str) -> set[str]:
    """All tasks that a task rolls up from, theirs included, itself not."""
    found: set[str] = set()
    waiting = list(plan.task(code).rolls_up_from)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += plan.task(one).rolls_up_from
    return found - {code}
