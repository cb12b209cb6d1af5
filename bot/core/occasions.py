"""What is reported each time that it happens: a class opens, a document is issued. Nothing is assigned beforehand; an
officer begins a report, and the assignment is made with it."""

from collections.abc import Iterator
from datetime import date

from bot.core import periods
from bot.core.assigning import Assignment
from bot.core.deadline_rules import Rule, read_rule
from bot.core.deadlines import last_day
from bot.core.office import Office
from bot.core.periods import PeriodKind
from bot.core.plan.audience import concerns
from bot.core.plan.model import Plan, PlannedForm
from bot.core.units import Unit


def forms_for(plan: Plan, unit: Unit, office: Office, *, today: date) -> Iterator[PlannedForm]:
    """The forms that a unit may begin on that day, as often as it likes, in the order of the plan.

    What happened in the last days of the plan may still be reported in the month after it.
    """
    if today < plan.starts_on or plan.is_over(today) or not unit.exists_on(today):
        return
    for planned in plan.forms:
        if _is_each(planned) and any(_tasks_for(plan, planned, unit, office)):
            yield planned


def begun(
    plan: Plan, planned: PlannedForm, unit: Unit, office: Office, *, number: int, today: date
) -> tuple[Assignment, ...]:
    """The assignments of a report that is begun now. The form's rule counts from today as from the end of a period
    ("+ 5 working days"); a last day that has passed already is today."""
    period = periods.occasion(number, today)
    due_on = due_of(plan, planned, office, begun_on=today)
    return tuple(
        Assignment(code, planned.form.code, unit.code, period.key, opens_on=today, due_on=due_on)
        for code in _tasks_for(plan, planned, unit, office)
    )


def due_of(plan: Plan, planned: PlannedForm, office: Office, *, begun_on: date) -> date:
    """The last day of a report that was begun on that day."""
    rule = read_rule(planned.schedule.deadline)
    assert isinstance(rule, Rule), "a plan with another deadline is not loaded"
    computed = last_day(
        rule,
        period=periods.occasion(1, begun_on),
        issued_on=plan.issued_on or plan.starts_on,
        calendar=office.calendar,
        when_day_off=office.when_day_off,
        school_year=office.school_year,
    )
    return max(computed.last_day, office.calendar.next_working(begun_on))


def still_asked(plan: Plan) -> frozenset[tuple[str, str]]:
    """(form, task) of everything that may be reported each time: what was begun of it stays when the plan's
    assignments are made anew."""
    return frozenset(
        (planned.form.code, task) for planned in plan.forms if _is_each(planned) for task in planned.tasks
    )


def _is_each(planned: PlannedForm) -> bool:
    return planned.schedule.period == PeriodKind.EACH


def _tasks_for(plan: Plan, planned: PlannedForm, unit: Unit, office: Office) -> Iterator[str]:
    if concerns(planned.audience, unit, kinds=office.kinds):
        for code in planned.tasks:
            if concerns(plan.task(code).audience, unit, kinds=office.kinds):
                yield code
