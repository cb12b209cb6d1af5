"""Whom a unit's silence leads to: gathered from the reminders that were given and when anybody was last heard."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.office import Office
from bot.core.people import Role
from bot.core.recipients import Receives
from bot.core.reminders import Manners
from bot.core.silence import Step, silent_since, step_of, unit_silent_since
from bot.core.workdays import WorkCalendar
from bot.db.session import Connection
from bot.db.silence import reminded_since, unanswered


@dataclass(frozen=True, slots=True)
class Silences:
    """The days on which people were reminded: since they were last heard, and in this week."""

    unanswered: Mapping[int, tuple[date, ...]]
    this_week: Mapping[int, int]

    def is_silent(self, person_id: int, manners: Manners) -> bool:
        return self._since(person_id, manners) is not None

    def is_tired(self, person_id: int, manners: Manners) -> bool:
        """Whether the person had this week's reminders."""
        return self.this_week.get(person_id, 0) >= manners.weekly

    def step(
        self, people: Collection[Receives], manners: Manners, *, today: date, calendar: WorkCalendar
    ) -> Step:
        """Who is turned to about a unit of which these are the people."""
        officers = [one.person_id for one in people if one.role is Role.OFFICER and not one.below]
        heads = {one.person_id for one in people if one.role is Role.HEAD} - set(officers)
        return step_of(
            unit_silent_since(self._since(one, manners) for one in officers),
            today=today,
            grace=manners.grace,
            has_head=any(not self.is_silent(one, manners) for one in heads),
            calendar=calendar,
        )

    def _since(self, person_id: int, manners: Manners) -> date | None:
        return silent_since(self.unanswered.get(person_id, ()), after=manners.silent_after)


def gather_silences(
    connection: Connection, office: Office, person_ids: Collection[int], *, now: datetime
) -> Silences:
    """Of these people, as it stands at that moment."""
    today = office.today(now)
    monday = datetime.combine(today - timedelta(days=today.weekday()), time(), tzinfo=office.zone)
    return Silences(
        {
            person: tuple(at.astimezone(office.zone).date() for at in times)
            for person, times in unanswered(connection, person_ids).items()
        },
        {
            person: len(times)
            for person, times in reminded_since(connection, person_ids, since=monday).items()
        },
    )
