"""From a plan and a roster to assignments: unit x task x period, each with its own last day."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.deadline_rules import Rule, read_rule
from bot.core.deadlines import last_day, late_start
from bot.core.office import Office
from bot.core.periods import Period, PeriodKind, periods_between
from bot.core.plan.audience import concerns
from bot.core.plan.model import Plan, PlannedForm
from bot.core.units import Unit

HORIZON = timedelta(days=400)
"""How far ahead assignments are made: the coming year is in view, the rest of the plan follows day by day."""


Asked = tuple[str, str, str, str]
"""What is asked of whom: (unit's code, form, period, task)."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One task of one unit for one period, asked by one form. `late_start`: its computed last day had passed when the
    plan was loaded, and staff should look at the one that it got instead."""

    task: str
    form: str
    unit: str
    period: str
    opens_on: date
    due_on: date
    late_start: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import of assignments did, or would do."""

    added: int
    moved: int
    dropped: int

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(self.added + other.added, self.moved + other.moved, self.dropped + other.dropped)


def assignments(
    plan: Plan,
    units: Mapping[str, Unit],
    office: Office,
    *,
    loaded_on: date,
    today: date,
    lives_on: Container[Asked] = frozenset(),
) -> Iterator[Assignment]:
    """Everything that the units owe under the plan and that falls due until `today + HORIZON`: form by form, period by
    period, task by task.

    A period whose report was due before the plan was loaded is not asked for; what is due only once gets a late start.
    `lives_on` is what units owe that end before it falls due: it stays until it passes to their successors.
    """
    for planned in plan.forms:
        rule = read_rule(planned.schedule.deadline)
        if not isinstance(rule, Rule):
            continue  # the checker names it; a form without a deadline is asked of nobody
        asked = _asked(plan, planned, units, office)
        for period in _periods(plan, planned):
            due = last_day(
                rule, period=period, issued_on=plan.issued_on or loaded_on, calendar=office.calendar
            ).last_day
            late = False
            if due < loaded_on:
                if period.kind is not PeriodKind.ONCE:
                    continue
                start = late_start(due, loaded_on=loaded_on, calendar=office.calendar)
                due, late = start.last_day, start.late
            if due > min(today + HORIZON, plan.ends_on):
                continue
            opens_on = due - timedelta(days=planned.schedule.opens_days_before)
            for task, concerned in asked:
                for unit in concerned:
                    there = unit.exists_on(due)
                    if there or (unit.code, planned.form.code, period.key, task) in lives_on:
                        yield Assignment(
                            task, planned.form.code, unit.code, period.key, opens_on, due, late_start=late
                        )


def _periods(plan: Plan, planned: PlannedForm) -> tuple[Period, ...]:
    return periods_between(PeriodKind(planned.schedule.period), plan.starts_on, plan.ends_on)


def _asked(
    plan: Plan, planned: PlannedForm, units: Mapping[str, Unit], office: Office
) -> list[tuple[str, list[Unit]]]:
    """The form's tasks, each with the units that it concerns: the same for every period."""
    reached = [unit for unit in units.values() if concerns(planned.audience, unit, kinds=office.kinds)]
    return [
        (code, [unit for unit in reached if concerns(plan.task(code).audience, unit, kinds=office.kinds)])
        for code in planned.tasks
    ]
