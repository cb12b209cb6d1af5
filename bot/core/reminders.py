"""The ladder of reminders (domain notes 4.4): who is due what today. Decides; says nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.deadlines import overdue_on, remind_on
from bot.core.people import Role
from bot.core.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder. `days` are calendar days before the last day, or working days after it."""

    step: str
    days: int
    after: bool
    to: frozenset[Role]

    def day(self, due_on: date, calendar: WorkCalendar) -> date:
        """The day on which it is taken: always a working day."""
        if self.after:
            return overdue_on(due_on, working_days_after=self.days, calendar=calendar)
        return remind_on(due_on, days_before=self.days, calendar=calendar)


_OFFICER = frozenset({Role.OFFICER})

LADDER: tuple[Rung, ...] = (
    Rung("R1", 7, after=False, to=_OFFICER),
    Rung("R2", 3, after=False, to=_OFFICER),
    Rung("R3", 0, after=False, to=_OFFICER),
    Rung("R4", 1, after=True, to=_OFFICER),
    Rung("R5", 3, after=True, to=frozenset({Role.OFFICER, Role.HEAD})),
)
"""Seven and three days before, on the day, one and three working days after; the last one goes to the head of the unit,
too. What comes later is the weekly digest's."""


def rung_due(
    due_on: date,
    *,
    today: date,
    taken: Collection[str],
    calendar: WorkCalendar,
    ladder: Sequence[Rung] = LADDER,
) -> Rung | None:
    """The rung that is due: the latest one reached, unless it was taken.

    Earlier ones that were missed (the system was down, the task came late) are passed over: one reminder says what
    is true now, and no flood makes up for the past.
    """
    reached = [rung for rung in ladder if rung.day(due_on, calendar) <= today]
    if not reached or reached[-1].step in taken:
        return None
    return reached[-1]
