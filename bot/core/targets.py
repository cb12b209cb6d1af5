"""An indicator as people look at it: now, in the period before, over the year; by commune, kind and level."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core import periods
from bot.core.indicators import Figure, Total
from bot.core.measures import over_a_year, year_of
from bot.core.plan.model import Indicator, Plan, Task
from bot.core.plan.vocabulary import LEVELS
from bot.core.speaking import voices
from bot.core.totals import EVERYBODY, NOTHING, Cell, Scope, ScopeKind, Share, added, total_of

EACH = "each"
"""The kind of period of what is reported each time that it happens: all its reports add up."""

Asking = tuple[str, str]
"""(form, period)."""


@dataclass(frozen=True, slots=True)
class Target:
    """`now` lists the (form, period) that `total` is about: of each form the latest. `before` is the total of the
    periods before those, `year` that of the year so far; None where there is none."""

    task: Task
    indicator: Indicator
    now: tuple[Asking, ...]
    total: Total
    before: tuple[str, Total] | None = None
    year: tuple[str, Total] | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What one unit said. `receipt` leads to the report."""

    unit: str
    figure: Figure
    receipt: str


@dataclass(frozen=True, slots=True)
class Card:
    """One target whole. `areas` are by the name of a superior unit, `kinds` and `levels` by code; `history` is by
    period, the latest last. `silent` units were asked and have not reported. `only_so`: other divisions are not told,
    since they would give small counts away."""

    target: Target
    areas: tuple[tuple[str, Total], ...]
    kinds: tuple[tuple[str, Total], ...]
    levels: tuple[tuple[str, Total], ...]
    history: tuple[tuple[str, Total], ...]
    silent: tuple[str, ...]
    said: tuple[Said, ...]
    only_so: bool = False


def in_plan_order(plan: Plan, targets: Sequence[Target]) -> list[Target]:
    """As the document has its tasks: the order in which people number them. Groups follow their whole."""
    places = {indicator.code: place for place, indicator in enumerate(_indicators(plan))}
    return sorted(targets, key=lambda one: places[one.indicator.part_of or one.indicator.code])


def _indicators(plan: Plan) -> Iterator[Indicator]:
    return (indicator for task in plan.tasks for indicator in task.indicators)


class Figures:
    """The totals of a plan and what to make of them. `rounds` are the (form, period) that were opened, in order."""

    def __init__(
        self, plan: Plan, rounds: Sequence[Asking], shares: Mapping[tuple[Cell, Scope], Share]
    ) -> None:
        self._plan = plan
        self._shares = shares
        self._opened: dict[str, list[str]] = {}
        for form, period in rounds:
            self._opened.setdefault(form, []).append(period)
        for planned in plan.forms:
            if planned.schedule.period == EACH:
                self._opened.setdefault(planned.form.code, [])

    def targets(self) -> tuple[Target, ...]:
        """Every indicator about which somebody was asked, in the order in which the forms were opened, then those of
        forms that are asked of nobody beforehand."""
        found: dict[str, tuple[Task, Indicator, list[str]]] = {}
        forms = {planned.form.code: planned for planned in self._plan.forms}
        for code in self._opened:
            if code not in forms:
                continue  # a newer version of the plan asks it no longer
            for voice in voices(self._plan, forms[code]):
                task = self._plan.task(voice.task)
                found.setdefault(voice.indicator.code, (task, voice.indicator, []))[2].append(code)
        return tuple(self._target(*one) for one in found.values())

    def total(self, indicator: Indicator, asked: Sequence[Asking], scope: Scope = EVERYBODY) -> Total:
        shares = [self._shares.get((Cell(indicator.code, *one), scope), NOTHING) for one in asked]
        return total_of(indicator, added(shares))

    def by(
        self, kind: ScopeKind, indicator: Indicator, asked: Sequence[Asking]
    ) -> tuple[tuple[str, Total], ...]:
        """(place, total) of every place of that kind in which somebody was asked."""
        cells = {Cell(indicator.code, *one) for one in asked}
        places = sorted(
            {scope.place for cell, scope in self._shares if scope.kind is kind and cell in cells},
            key=lambda place: (LEVELS.index(place) if place in LEVELS else len(LEVELS), place),
        )
        return tuple((place, self.total(indicator, asked, Scope(kind, place))) for place in places)

    def history(self, target: Target) -> tuple[tuple[str, Total], ...]:
        """(period, total) of each period of the forms that ask for it, in order."""
        forms = [form for form, _ in target.now]
        opened = [
            (period, form) for form in forms if not self._each(form) for period in self._opened.get(form, ())
        ]
        by_period: dict[str, list[Asking]] = {}
        for period, form in opened:
            by_period.setdefault(period, []).append((form, period))
        return tuple((period, self.total(target.indicator, asked)) for period, asked in by_period.items())

    def _target(self, task: Task, indicator: Indicator, forms: Sequence[str]) -> Target:
        now = tuple(
            (form, period)
            for form in forms
            for period in (self._opened[form] if self._each(form) else self._opened[form][-1:])
        )
        before = [
            (form, earlier.key)
            for form, period in now
            if (current := periods.parse(period)) is not None
            and (earlier := periods.previous(current)) is not None
            and earlier.key in self._opened[form]
        ]
        return Target(
            task,
            indicator,
            now,
            self.total(indicator, now),
            (before[-1][1], self.total(indicator, before)) if before else None,
            self._year(indicator, now),
        )

    def _year(self, indicator: Indicator, now: Sequence[Asking]) -> tuple[str, Total] | None:
        """Of an indicator that one form asks for, if the year has had more than one period."""
        if len(now) != 1 or (year := year_of(now[0][1])) is None:
            return None
        form = now[0][0]
        of_year = [period for period in self._opened[form] if year_of(period) == year]
        total = over_a_year(indicator, [self.total(indicator, [(form, period)]) for period in of_year])
        return (year, total) if total is not None and len(of_year) > 1 else None

    def _each(self, form: str) -> bool:
        return any(
            planned.form.code == form and planned.schedule.period == EACH for planned in self._plan.forms
        )
