"""The calendar as it holds for each unit, and what a change of it does: all in one transaction."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.forms.model import Text
from bot.core.moved_days import DayChange, Move, Ways, day_changes, moves
from bot.core.occasions import due_of, still_asked
from bot.core.office import Office
from bot.core.own_days import Calendars, scopes_of
from bot.core.plan.model import Plan
from bot.core.units import Unit
from bot.core.workdays import SpecialDay, WorkCalendar
from bot.db import audit
from bot.db.calendar_days import above, has_own_days, load_own_days, scopes_of_units
from bot.db.moving import move_last_day, open_since
from bot.db.offices import load_office, lock_office
from bot.db.session import Connection
from bot.db.units import load_units
from bot.gather.calendar_given import moves_of_given
from bot.gather.calendar_news import News, tell_moved
from bot.gather.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Moved:
    """A last day that moved for some units; `open_by` are those of them that may report already."""

    plan_id: int
    form: Text
    move: Move
    units: tuple[int, ...]
    open_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change of the calendar did. `own` are the days that differ for a scope; `told` counts people who will hear
    that their last day moved."""

    days: tuple[DayChange, ...]
    own: Mapping[str, tuple[DayChange, ...]]
    moved: tuple[Moved, ...]
    told: int

    @property
    def lines(self) -> list[tuple[Text, Move, int]]:
        """Each last day that moves, once, for so many units: also those whose calendars differ elsewhere."""
        counted: dict[tuple[int, Move], tuple[Text, int]] = {}
        for one in self.moved:
            same = (one.plan_id, replace(one.move, units=None))
            form, units = counted.get(same, (one.form, 0))
            counted[same] = form, units + len(one.units)
        return [(form, move, units) for (_, move), (form, units) in counted.items()]

    @property
    def nothing(self) -> bool:
        return not self.days and not any(self.own.values()) and not self.moved


def calendars_of(
    connection: Connection, office: Office, unit_ids: Collection[int]
) -> Mapping[int, WorkCalendar]:
    """The calendars of those of these units that have days of their own; all others go by the office's."""
    if not has_own_days(connection, office.id):
        return {}
    calendars = Calendars(office.calendar, load_own_days(connection, office.id))
    chains = scopes_of_units(connection, office.id, unit_ids)
    found = {row: calendars.along(scopes) for row, scopes in chains.items()}
    return {row: calendar for row, calendar in found.items() if calendar is not office.calendar}


def office_of(connection: Connection, office: Office, unit_id: int) -> Office:
    """The office as it is for one unit: with the calendar by which that one works."""
    own = calendars_of(connection, office, [unit_id]).get(unit_id)
    return office if own is None else replace(office, calendar=own)


def own_calendars(
    connection: Connection, office: Office, units: Mapping[int, Unit]
) -> dict[str, WorkCalendar]:
    """The same for units that are at hand with all their superiors, by code."""
    if not has_own_days(connection, office.id):
        return {}
    calendars = Calendars(office.calendar, load_own_days(connection, office.id))
    superior = {unit.code: unit.parent or unit.party_parent for unit in units.values()}
    found = {
        unit.code: calendars.along(scopes_of(unit.code, unit.kind, above(superior[unit.code], superior)))
        for unit in units.values()
    }
    return {code: calendar for code, calendar in found.items() if calendar is not office.calendar}


def change_calendar(
    connection: Connection,
    office: Office,
    edit: Callable[[Connection], None],
    *,
    what: str,
    person_id: int | None,
    now: datetime,
    shelf: Shelf,
) -> Changed:
    """Let `edit` change days, hours or settings of the committee, and move the open work whose last day it moves.
    People who have it open already are told."""
    lock_office(connection, office.id)
    today = office.today(now)
    own_before = load_own_days(connection, office.id)
    units = load_units(connection, office.id) if own_before else {}
    before = Ways(office, own_calendars(connection, office, units))
    edit(connection)
    changed = load_office(connection, office.id)
    assert changed is not None, "it is there: we changed it"
    own_after = load_own_days(connection, office.id)
    units = units or (load_units(connection, office.id) if own_after else {})
    after = Ways(changed, own_calendars(connection, changed, units))
    moved: list[Moved] = []
    for stored, plan in shelf.running(connection, office.id, today=today):
        titles = {planned.form.code: planned.form.title for planned in plan.forms}
        apart = before.own.keys() | after.own.keys()
        scheduled = moves(plan, before, after, loaded_on=stored.loaded_on, today=today)
        begun = _moves_of_begun(connection, stored.id, plan, before, after, today)
        given = moves_of_given(connection, stored, plan, before, after, today=today)
        for move, more_time in (
            *((one, False) for one in (*scheduled, *begun)),
            *((one, True) for one in given),
        ):
            since = _move(
                connection, stored.id, plan, move, apart, changed.calendar, today, more_time=more_time
            )
            if since:
                open_by = tuple(unit for unit, day in since.items() if day <= today)
                moved.append(Moved(stored.id, titles[move.form], move, tuple(since), open_by))
    told = _tell(connection, changed, moved, now=now)
    days = day_changes(office.calendar, changed.calendar)
    own = _own_changes(own_before, own_after)
    audit.note_act(
        connection,
        "change_calendar",
        person_id=person_id,
        now=now,
        what=what,
        days=[change.day.isoformat() for change in days],
        moved=len(moved),
    )
    return Changed(days, own, tuple(moved), told)


def _moves_of_begun(
    connection: Connection, plan_id: int, plan: Plan, before: Ways, after: Ways, today: date
) -> Iterator[Move]:
    """The same for what officers began themselves, each counted from its own day."""
    forms = {form for form, _ in still_asked(plan)}
    for planned in plan.forms:
        if planned.form.code not in forms:
            continue
        for code, period, begun_on in open_since(connection, plan_id, planned.form.code, due_from=today):
            was, due = (
                due_of(plan, planned, replace(ways.office, calendar=ways.of(code)), begun_on=begun_on)
                for ways in (before, after)
            )
            if was != due and due > today:
                yield Move(planned.form.code, period, begun_on, was, due, frozenset({code}))


def _tell(connection: Connection, office: Office, moved: Sequence[Moved], *, now: datetime) -> int:
    open_ones = [one for one in moved if one.open_by]
    return tell_moved(
        connection,
        office,
        [News(f"{one.plan_id}/{one.move.form}", one.move, one.open_by) for one in open_ones],
        titles={f"{one.plan_id}/{one.move.form}": one.form for one in open_ones},
        now=now,
    )


def _move(
    connection: Connection,
    plan_id: int,
    plan: Plan,
    move: Move,
    apart: Collection[str],
    calendar: WorkCalendar,
    today: date,
    *,
    more_time: bool,
) -> dict[int, date]:
    """Move it for the units that it concerns. Reminders that would come again at once count as given."""
    carried = [rung.step for rung in plan.manners.ladder if rung.day(move.after, calendar) <= today]
    return move_last_day(
        connection,
        plan_id,
        move.form,
        move.period,
        before=move.before,
        after=move.after,
        opens_on=move.opens_on,
        concerns=lambda code: code in move.units if move.units is not None else code not in apart,
        carried=carried,
        given=more_time,
    )


def _own_changes(
    before: Mapping[str, tuple[SpecialDay, ...]], after: Mapping[str, tuple[SpecialDay, ...]]
) -> dict[str, tuple[DayChange, ...]]:
    found = {
        scope: day_changes(WorkCalendar.of(before.get(scope, ())), WorkCalendar.of(after.get(scope, ())))
        for scope in {**before, **after}
    }
    return {scope: changes for scope, changes in found.items() if changes}
