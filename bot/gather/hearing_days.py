"""On which days a unit may hear of what it owes: working days, its own days off and its kind's quiet days left out."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from bot.core import periods
from bot.core.office import Office
from bot.core.quiet import Notice, QuietDays, quiet_days_around
from bot.core.workdays import DayKind, SpecialDay, WorkCalendar
from bot.db.assignments import Owed
from bot.db.calendar_days import load_own_days
from bot.db.session import Connection
from bot.gather.calendars import calendars_of

AROUND = timedelta(days=120)
"""So far around a last day quiet days are looked at: the ladder is shorter, with the longest quiet stretch in it."""


class HearingDays:
    """Answers for each thing owed. Units without days of their own share what is worked out once."""

    def __init__(self, office: Office, own: dict[int, WorkCalendar]) -> None:
        self._office = office
        self._own = own
        self._built: dict[tuple[int, str, str, int, int], WorkCalendar] = {}

    def of(self, one: Owed) -> WorkCalendar:
        """The calendar by which reminders of it are counted: a day that is quiet for them counts as a day off, so that
        a reminder before the last day comes before the quiet days."""
        own = self._own.get(one.unit_id)
        key = (id(own), one.unit_kind, one.period, one.due_on.year, one.due_on.month)
        known = self._built.get(key)
        if known is None:
            known = self._built[key] = _without_quiet_days(
                own or self._office.calendar,
                self._office.windows.quiet,
                one.unit_kind,
                _kind_of(one.period),
                one.due_on.replace(day=1),
            )
        return known

    def worked(self, unit_id: int) -> WorkCalendar:
        """The days that a unit works: its own, or the office's."""
        return self._own.get(unit_id, self._office.calendar)

    def hears(self, one: Owed, day: date, notice: Notice) -> bool:
        """Whether it may be said on that day."""
        calendar = self.worked(one.unit_id)
        if not calendar.is_working(day):
            return False
        period = _kind_of(one.period)
        return not self._office.windows.is_quiet(day, unit_kind=one.unit_kind, notice=notice, period=period)


def hearing_days(connection: Connection, office: Office, owed: Sequence[Owed]) -> HearingDays:
    """For what these units owe."""
    return HearingDays(office, dict(calendars_of(connection, office, {one.unit_id for one in owed})))


def nobody_hears(connection: Connection, office: Office, today: date) -> WorkCalendar:
    """A calendar that is off on every day from today on on which any unit is left alone: no unit's next day is later
    than that of this calendar."""
    kinds = {kind for each in office.windows.quiet for kind in each.unit_kinds}
    days = {
        day
        for kind in kinds
        for day in quiet_days_around(
            office.windows.quiet, today, today + AROUND, unit_kind=kind, notice=Notice.REMINDER
        )
    }
    own = load_own_days(connection, office.id).values()
    days |= {one.day for scope in own for one in scope if one.kind is DayKind.OFF and one.day >= today}
    return office.calendar.overlaid(SpecialDay(day, DayKind.OFF, "") for day in sorted(days))


@lru_cache(maxsize=256)
def _without_quiet_days(
    calendar: WorkCalendar, quiet: tuple[QuietDays, ...], unit_kind: str, period: str, month: date
) -> WorkCalendar:
    """The calendar around that month, on which days that are quiet for such units and periods are off."""
    if not any(each.hushes(Notice.REMINDER, unit_kind=unit_kind, period=period) for each in quiet):
        return calendar
    days = quiet_days_around(
        quiet, month - AROUND, month + AROUND, unit_kind=unit_kind, notice=Notice.REMINDER, period=period
    )
    return calendar.overlaid(SpecialDay(day, DayKind.OFF, "") for day in days)


@lru_cache(maxsize=512)
def _kind_of(key: str) -> str:
    period = periods.parse(key)
    return period.kind.value if period else ""
