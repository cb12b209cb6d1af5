"""Which bells there are, and what each does: the one table for the running bot and for the rehearsal of a year."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.core.office import Office
from bot.db import bells
from bot.db.channels import switch_on
from bot.db.looks import look_everywhere
from bot.db.offices import load_office
from bot.db.session import Connection
from bot.gather.shelf import Shelf
from scheduler.data_requests import press_for_answers
from scheduler.digest_previews import send_previews
from scheduler.digests import send_digests
from scheduler.housekeeping import tidy
from scheduler.lost_chats import tell_of_lost_chats
from scheduler.periods import open_periods
from scheduler.reminders import remind

Work = Callable[[Connection, Office, datetime], bool]
"""Returns whether there is more to do, at once."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What a bell does, every `seconds`."""

    name: str
    seconds: int
    work: Work

    def do(self, connection: Connection, now: datetime) -> bool:
        """Some of it, in the transaction of `connection`; that it rang is noted with it. Returns whether there is more
        to do: so much work is divided, so that others get their turn in between."""
        office = load_office(connection)
        more = office is not None and self.work(connection, office, now)
        bells.note_ring(connection, self.name, now=now)
        return more


def wake_up(connection: Connection, channels: Collection[str] = (), *, now: datetime | None = None) -> None:
    """At a start: nobody knows what happened meanwhile, and what was missed is found by looking at everything once.
    `channels` are those that are on from `now`."""
    if channels and now is not None:
        switch_on(connection, channels, now=now)
    office = load_office(connection)
    if office is not None:
        look_everywhere(connection, office.id)


def duties(shelf: Shelf) -> tuple[Duty, ...]:
    """Every bell, in the order in which they ring at a start."""

    def periods(connection: Connection, office: Office, now: datetime) -> bool:
        rang_at = bells.last_rings(connection).get("periods")
        # Not "later than": a clock that was set back has the day before again, and it was done.
        if rang_at is None or office.today(rang_at) != office.today(now):
            open_periods(connection, office, shelf, now=now)
        return False

    def reminders(connection: Connection, office: Office, now: datetime) -> bool:
        rang_at = bells.last_rings(connection).get("reminders")
        if rang_at is not None and rang_at > now:  # a clock that was ahead put looks off until its own days
            look_everywhere(connection, office.id)
        more = remind(connection, office, shelf, now=now).more
        if not more:
            press_for_answers(connection, office, now=now)
        return more

    def digests(connection: Connection, office: Office, now: datetime) -> bool:
        send_digests(connection, office, shelf, now=now)
        send_previews(connection, office, shelf, now=now)
        tell_of_lost_chats(connection, office, now=now)
        return False

    def housekeeping(connection: Connection, office: Office, now: datetime) -> bool:
        tidy(connection, office, now=now)
        return False

    return (
        Duty("periods", 3600, periods),
        Duty("reminders", 60, reminders),
        Duty("digests", 60, digests),
        Duty("housekeeping", 3600, housekeeping),
    )


def moments(office: Office, day: date) -> tuple[datetime, ...]:
    """The instants of a working day at which something may become due because of the hour alone: a rehearsal looks only
    then. Whoever adds a bell that waits for an hour names that hour here."""
    midnight = datetime.combine(day, time(), tzinfo=office.zone)
    opens = (datetime.combine(day, window.opens, tzinfo=office.zone) for window in office.windows.on(day))
    said_at = (office.digest.at, office.digest.preview_at)
    hours = {*(midnight + timedelta(minutes=at) for at in said_at if at is not None), *opens}
    return tuple(sorted(hour.astimezone(UTC) for hour in hours))
