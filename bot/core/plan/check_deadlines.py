"""Deadlines of tasks and forms: that the rule can be read, and whether the document stated it."""

from bot.core.deadline_rules import (
    BadRule,
    LastWorkingDay,
    OnDays,
    OnSchoolDay,
    Rule,
    needs_issue_date,
    period_needed,
    read_rule,
)
from bot.core.periods import CLOSED_ON_14TH
from bot.core.plan.desk import Desk
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Status

_IN_A_YEAR = {"week": 52, "month": 12, "quarter": 4, "half_year": 2, "semester": 2}
"""Periods a year: with fewer last days several of them would fall due together."""


def check_deadlines(desk: Desk) -> None:
    for index, task in enumerate(desk.plan.tasks):
        _check(desk, "task", index, task.deadline, task.deadline_status)
    for index, planned in enumerate(desk.plan.forms):
        _check(desk, "form", index, planned.schedule.deadline, planned.schedule.deadline_status)
        _check_period(desk, index, planned.schedule.deadline, planned.schedule.period)
    assumed = sum(task.deadline_status is Status.ASSUMED for task in desk.plan.tasks)
    if assumed:
        total = len(desk.plan.tasks)
        desk.note(Code.DEADLINES_UNSTATED, "plan", count=str(assumed), total=str(total))


def _check_period(desk: Desk, index: int, deadline: str, period: str) -> None:
    """ "Trong tuần" of a form that is asked every quarter: of which week? "15/6" of one asked every month: eleven
    of them would wait for it."""
    rule = read_rule(deadline)
    needed = None if isinstance(rule, BadRule) else period_needed(rule)
    if needed is not None and needed not in (period, _followed(period)):
        path = ("form", index, "deadline")
        desk.note(Code.DEADLINE_BAD, *path, deadline=deadline, why="needs_period", part=needed)
    in_a_year = _IN_A_YEAR.get(_followed(period), 1)
    if 0 < _days_in_a_year(rule) < in_a_year:
        path = ("form", index, "deadline")
        desk.note(Code.DEADLINE_BAD, *path, deadline=deadline, why="needs_days", part=str(in_a_year))


def _days_in_a_year(rule: Rule | BadRule) -> int:
    """On how many days a year something may be due by the rule; 0 where every period has its own."""
    match rule:
        case OnDays(days=days):
            return len(set(days))
        case OnSchoolDay():
            return 1
        case LastWorkingDay(of=of):
            return _days_in_a_year(of)
    return 0


def _followed(period: str) -> str:
    """The plain kind of a period of which the figures close on the 14th."""
    return next((str(plain) for kind, plain in CLOSED_ON_14TH.items() if kind == period), period)


def _check(desk: Desk, thing: str, index: int, deadline: str, status: Status) -> None:
    if not deadline:
        return  # the reader has said so
    path = (thing, index, "deadline")
    rule = read_rule(deadline)
    if isinstance(rule, BadRule):
        desk.note(Code.DEADLINE_BAD, *path, deadline=deadline, why=rule.code, part=rule.part)
    elif needs_issue_date(rule) and desk.plan.issued_on is None:
        desk.note(Code.DEADLINE_NEEDS_ISSUE_DATE, *path, deadline=deadline)
    elif status is Status.ASSUMED:
        desk.note(Code.DEADLINE_ASSUMED, *path, deadline=deadline)
