"""Which last days move when the calendar changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.core.assigning import Due, dues_of
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.core.workdays import SpecialDay, WorkCalendar


@dataclass(frozen=True, slots=True)
class Ways:
    """How days are counted at one time: the office, and the calendars of units that have days of their own, by code."""

    office: Office
    own: Mapping[str, WorkCalendar] = field(default_factory=dict)

    def of(self, unit: str) -> WorkCalendar:
        return self.own.get(unit, self.office.calendar)


@dataclass(frozen=True, slots=True)
class Move:
    """One form in one period is due on another day. `units` are codes; None: all that have no days of their own."""

    form: str
    period: str
    opens_on: date
    before: date
    after: date
    units: frozenset[str] | None

    @property
    def earlier(self) -> bool:
        return self.after < self.before


@dataclass(frozen=True, slots=True)
class DayChange:
    """What one day was and is. None: a day like any other of its weekday."""

    day: date
    before: SpecialDay | None
    after: SpecialDay | None


def day_changes(before: WorkCalendar, after: WorkCalendar) -> tuple[DayChange, ...]:
    """The days that differ, in order."""
    days = sorted({special.day for special in (*before.special, *after.special)})
    changes = (DayChange(day, before.special_day(day), after.special_day(day)) for day in days)
    return tuple(change for change in changes if change.before != change.after)


def moves(plan: Plan, before: Ways, after: Ways, *, loaded_on: date, today: date) -> Iterator[Move]:
    """The last days under a plan that move, form by form. Nobody's moves to today or into the past."""
    for units, old, new in _pairs(before, after):
        for planned in plan.forms:
            were, are = (
                {
                    due.period.key: due
                    for due in dues_of(plan, planned, office, loaded_on=loaded_on, today=today)
                }
                for office in (old, new)
            )
            for period, due in are.items():
                was = were.get(period)
                if was is not None and _moves(was, due, today):
                    yield Move(planned.form.code, period, due.opens_on, was.due_on, due.due_on, units)


def _moves(was: Due, due: Due, today: date) -> bool:
    return was.due_on != due.due_on and was.due_on >= today and due.due_on > today


def _pairs(before: Ways, after: Ways) -> Iterator[tuple[frozenset[str] | None, Office, Office]]:
    """Each way that changes, with the units of which it is."""
    if before.office != after.office:
        yield None, before.office, after.office
    together: dict[tuple[WorkCalendar, WorkCalendar], set[str]] = {}
    for unit in {**before.own, **after.own}:
        together.setdefault((before.of(unit), after.of(unit)), set()).add(unit)
    for (old, new), units in together.items():
        if before.office != after.office or old != new:
            yield (
                frozenset(units),
                replace(before.office, calendar=old),
                replace(after.office, calendar=new),
            )
