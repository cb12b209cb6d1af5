"""From a plan and a roster to assignments: unit x task x period, each with its own last day."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core.deadline_rules import Rule, read_rule
from bot.core.deadlines import last_day, late_start
from bot.core.office import Office
from bot.core.periods import Period, PeriodKind, periods_between
from bot.core.plan.audience import concerns
from bot.core.plan.model import Audience, Plan, PlannedForm
from bot.core.units import Unit
from bot.core.workdays import WorkCalendar

HORIZON = timedelta(days=400)
"""How far ahead assignments are made: the coming year is in view, the rest of the plan follows day by day."""

NOBODYS_OWN: Mapping[str, WorkCalendar] = {}

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
class Wanted:
    """One task of one form in one period, over all units: {(opens on, due on): their codes}. `late_units` have a late
    start (see `Assignment`)."""

    form: str
    period: str
    task: str
    units: Mapping[tuple[date, date], tuple[str, ...]]
    late_units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import of assignments did, or would do."""

    added: int
    moved: int
    dropped: int

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(self.added + other.added, self.moved + other.moved, self.dropped + other.dropped)


@dataclass(frozen=True, slots=True)
class Due:
    """When one form is due for one period. `late_start`: see `Assignment`."""

    planned: PlannedForm
    period: Period
    opens_on: date
    due_on: date
    late_start: bool


def assignments(
    plan: Plan,
    units: Mapping[str, Unit],
    office: Office,
    *,
    loaded_on: date,
    today: date,
    lives_on: Container[Asked] = frozenset(),
    calendars: Mapping[str, WorkCalendar] = NOBODYS_OWN,
) -> Iterator[Assignment]:
    """Everything that the units owe under the plan and that falls due until `today + HORIZON`, one by one: see
    `wanted_lists`."""
    lists = wanted_lists(
        plan, units, office, loaded_on=loaded_on, today=today, lives_on=lives_on, calendars=calendars
    )
    for of in lists:
        for (opens_on, due_on), codes in of.units.items():
            for code in codes:
                late = code in of.late_units
                yield Assignment(of.task, of.form, code, of.period, opens_on, due_on, late_start=late)


def wanted_lists(
    plan: Plan,
    units: Mapping[str, Unit],
    office: Office,
    *,
    loaded_on: date,
    today: date,
    lives_on: Container[Asked] = frozenset(),
    calendars: Mapping[str, WorkCalendar] = NOBODYS_OWN,
) -> Iterator[Wanted]:
    """Everything that the units owe under the plan and that falls due until `today + HORIZON`: form by form, period by
    period, task by task.

    `lives_on` is what units owe that end before it falls due: it stays until it passes to their successors.
    `calendars` are those of units that have days of their own, by code.
    """
    own = {id(calendar): calendar for calendar in calendars.values()}
    for planned in plan.forms:
        asked = _asked(plan, planned, units, office)
        common = _by_period(dues_of(plan, planned, office, loaded_on=loaded_on, today=today))
        others = {
            name: _by_period(
                dues_of(plan, planned, replace(office, calendar=calendar), loaded_on=loaded_on, today=today)
            )
            for name, calendar in own.items()
        }
        for period in _in_order(common, *others.values()):
            usual = common.get(period)
            for task, concerned in asked:
                found: dict[tuple[date, date], list[str]] = {}
                late: set[str] = set()
                for unit in concerned:
                    mine = calendars.get(unit.code)
                    due = usual if mine is None else others[id(mine)].get(period)
                    if due is None:
                        continue
                    there = unit.exists_on(due.due_on)
                    if there or (unit.code, planned.form.code, period, task) in lives_on:
                        found.setdefault((due.opens_on, due.due_on), []).append(unit.code)
                        if due.late_start:
                            late.add(unit.code)
                by_days = {days: tuple(codes) for days, codes in found.items()}
                yield Wanted(planned.form.code, period, task, by_days, frozenset(late))


def dues_of(
    plan: Plan, planned: PlannedForm, office: Office, *, loaded_on: date, today: date
) -> Iterator[Due]:
    """When a form is due, period by period, for those who work by the office's calendar.

    A period whose report was due before the plan was loaded is not asked for; what is due only once gets a late start.
    The last period of a plan is asked for after the plan's end, if it was over by then.
    """
    rule = read_rule(planned.schedule.deadline)
    if not isinstance(rule, Rule):
        return  # the checker names it; a form without a deadline is asked of nobody
    kind = PeriodKind(planned.schedule.period)
    for period in periods_between(kind, plan.starts_on, plan.ends_on, school_year=office.school_year):
        due = last_day(
            rule,
            period=period,
            issued_on=plan.issued_on or loaded_on,
            calendar=office.calendar,
            when_day_off=office.when_day_off,
            school_year=office.school_year,
        ).last_day
        late = False
        if due < loaded_on:
            if period.kind is not PeriodKind.ONCE:
                continue
            start = late_start(due, loaded_on=loaded_on, calendar=office.calendar)
            due, late = start.last_day, start.late
        if due <= min(today + HORIZON, plan.last_day_for(period)):
            opens_on = due - timedelta(days=planned.schedule.opens_days_before)
            yield Due(planned, period, opens_on, due, late)


def _by_period(dues: Iterable[Due]) -> dict[str, Due]:
    return {due.period.key: due for due in dues}


def _in_order(common: dict[str, Due], *others: dict[str, Due]) -> Iterable[str]:
    """All periods. Near the horizon a unit of its own ways may owe one more."""
    return dict.fromkeys(key for dues in (common, *others) for key in dues)


def _asked(
    plan: Plan, planned: PlannedForm, units: Mapping[str, Unit], office: Office
) -> list[tuple[str, list[Unit]]]:
    """The form's tasks, each with the units that it concerns: the same for every period."""
    reached = [unit for unit in units.values() if concerns(planned.audience, unit, kinds=office.kinds)]
    found: dict[Audience, list[Unit]] = {}  # most tasks concern the same units
    for code in planned.tasks:
        audience = plan.task(code).audience
        if audience not in found:
            found[audience] = [unit for unit in reached if concerns(audience, unit, kinds=office.kinds)]
    return [(code, found[plan.task(code).audience]) for code in planned.tasks]
