"""The ladder of reminders: that each step can be taken, once, and in the order of time."""

import re

from bot.core.plan.desk import Desk
from bot.core.plan.finding_codes import Code
from bot.core.reminders import Rung

NAME = re.compile(r"R[A-Za-z0-9]{1,7}")
"""Of a step. Others are ours: what staff chase, what was put off, what goes to the head of a silent unit."""


def check_reminders(desk: Desk) -> None:
    if not desk.plan.manners.stated:
        return
    ladder = desk.plan.manners.ladder
    first: dict[str, int] = {}
    for index, rung in enumerate(ladder):
        path = ("reminder", index)
        if rung.step and not NAME.fullmatch(rung.step):
            desk.note(Code.REMINDER_NAME_BAD, *path, "step", step=rung.step)
        if rung.step in first:
            place = desk.place("reminder", first[rung.step])
            desk.note(Code.REMINDER_TWICE, *path, "step", step=rung.step, first=place)
        first.setdefault(rung.step, index)
        if rung.after and not rung.days:
            desk.note(Code.REMINDER_ON_LAST_DAY, *path, "days", step=rung.step)
        if not rung.to:
            desk.note(Code.REMINDER_TO_NOBODY, *path, "to", step=rung.step)
        if index and _about(rung) <= _about(ladder[index - 1]):
            desk.note(Code.REMINDER_ORDER, *path, step=rung.step, before=ladder[index - 1].step)
        _check_opening(desk, rung, index)


def _check_opening(desk: Desk, rung: Rung, index: int) -> None:
    """A form is not owed before it opens."""
    for planned in desk.plan.forms:
        days = planned.schedule.opens_days_before
        if not rung.after and rung.days > days:
            desk.note(
                Code.REMINDER_BEFORE_OPEN,
                *("reminder", index, "days"),
                step=rung.step,
                form=planned.form.code,
                days=str(days),
            )
            return


def _about(rung: Rung) -> float:
    """Calendar days behind the last day, roughly: five working days are seven."""
    days = rung.days * 1.4 if rung.counts_working_days else float(rung.days)
    return days if rung.after else -days
