"""The sheet `reminders`, and the limits of reminding in the plan's own row."""

from collections.abc import Sequence
from enum import StrEnum

from bot.core.people import Role
from bot.core.plan.fields import Fields, Notes, nearest
from bot.core.plan.finding_codes import Code
from bot.core.plan.placed import Row
from bot.core.reminders import USUAL_MANNERS, Manners, Rung


class When(StrEnum):
    BEFORE = "before"
    AFTER = "after"


TO = (Role.OFFICER.value, Role.HEAD.value)
"""Whom a reminder may be for."""


def read_manners(header: Fields, rows: Sequence[Row], notes: Notes) -> Manners:
    """The ladder in its order; without any row the usual one."""
    usual = USUAL_MANNERS
    return Manners(
        ladder=tuple(_rung(row, index, notes) for index, row in enumerate(rows)) or usual.ladder,
        weekly=header.whole("reminders_a_week", default=usual.weekly),
        silent_after=header.whole("silent_after", default=usual.silent_after),
        grace=header.whole("grace_days", default=usual.grace),
        extension_days=header.whole("extension_days", default=usual.extension_days),
        stated=bool(rows),
    )


def _rung(row: Row, index: int, notes: Notes) -> Rung:
    fields = Fields(row, ("reminder", index), notes)
    known = [word for word in fields.words("to") if _is_role(fields, word)]
    rung = Rung(
        step=fields.text("step", required=True),
        days=fields.whole("days", default=0),
        after=fields.one_of("when", When, default=When.BEFORE) is When.AFTER,
        to=frozenset(Role(word) for word in known),
        working=fields.truth("working_days") if fields.text("working_days") else None,
    )
    fields.end()
    return rung


def _is_role(fields: Fields, word: str) -> bool:
    if word in TO:
        return True
    fields.note(Code.VALUE_UNKNOWN, "to", field="to", value=word, nearest=nearest(word, TO))
    return False
