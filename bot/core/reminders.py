"""The ladder of reminders (domain notes 4.4): who is due what today. Decides; says nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.deadlines import overdue_on, remind_on
from bot.core.people import Role
from bot.core.quiet import Notice
from bot.core.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: so many days before the last day, or after it. They are calendar days before and working
    days after it, unless `working` says otherwise."""

    step: str
    days: int
    after: bool
    to: frozenset[Role]
    working: bool | None = None

    @property
    def notice(self) -> Notice:
        """What it is, on quiet days."""
        return Notice.OVERDUE if self.after else Notice.REMINDER

    @property
    def counts_working_days(self) -> bool:
        return self.after if self.working is None else self.working

    def day(self, due_on: date, calendar: WorkCalendar) -> date:
        """The day on which it is taken: always a working day, behind the last day if the step is `after` it."""
        if self.after:
            if self.counts_working_days:
                return calendar.next_working(
                    overdue_on(due_on, working_days_after=self.days, calendar=calendar)
                )
            return calendar.next_working(due_on + timedelta(days=self.days))
        if self.counts_working_days:
            return calendar.add(calendar.previous_working(due_on), working_days=-self.days)
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


@dataclass(frozen=True, slots=True)
class Manners:
    """How a plan reminds. `weekly` are the reminder messages that a person gets in a week at most, overdue duties and
    last days aside. After `silent_after` messages without any answer the next step is taken: each has `grace` working
    days. `extension_days`: so far a last day may be moved at the request of a unit. `stated`: the plan says so itself,
    else it is assumed."""

    ladder: tuple[Rung, ...] = LADDER
    weekly: int = 3
    silent_after: int = 3
    grace: int = 2
    extension_days: int = 30
    stated: bool = False


USUAL_MANNERS = Manners()


def reaches_to(ladders: Iterable[Sequence[Rung]], *, today: date, calendar: WorkCalendar) -> date:
    """The latest last day of which a rung may be reached today. `calendar` is off on every day on which anybody is."""
    free_until = calendar.next_working(today + timedelta(days=1)) - timedelta(days=1)
    latest = today
    for ladder in ladders:
        for rung in ladder:
            if rung.after:
                continue
            day = free_until
            if rung.counts_working_days:
                day = calendar.add(free_until, working_days=rung.days + 1)
            else:
                day += timedelta(days=rung.days)
            latest = max(latest, day)
    return latest


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


def next_step_on(
    opens_on: date, due_on: date, *, today: date, calendar: WorkCalendar, ladder: Sequence[Rung] = LADDER
) -> date | None:
    """The next day after today on which a rung is reached, of something that is asked from `opens_on` on; None after
    the last one."""
    days = (max(rung.day(due_on, calendar), opens_on) for rung in ladder)
    return min((day for day in days if day > today), default=None)
