"""Last days that staff have granted, when the calendar changes: they follow its rule for days off as all others do."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from bot.core.assigning import dues_of
from bot.core.deadlines import counted_day
from bot.core.moved_days import Move, Ways
from bot.core.occasions import due_of
from bot.core.office import Office
from bot.core.periods import number_of
from bot.core.plan.model import Plan, PlannedForm
from bot.core.workdays import WorkCalendar
from bot.db.moving import Given, given_time
from bot.db.plans import StoredPlan
from bot.db.session import Connection


def given_day(until: date, office: Office, calendar: WorkCalendar | None = None) -> date:
    """The last day that counts where more time was given until that one."""
    return counted_day(until, calendar=calendar or office.calendar, when_day_off=office.when_day_off)


def moves_of_given(
    connection: Connection, stored: StoredPlan, plan: Plan, before: Ways, after: Ways, *, today: date
) -> Iterator[Move]:
    """The moves of what has more time. The later of the day that was given and the one of the plan counts, before and
    after; on the day that staff named it is due again as soon as that one is worked again."""
    forms = {planned.form.code: planned for planned in plan.forms}
    computed: dict[tuple[str, bool, int], Mapping[str, date]] = {}

    def due(one: Given, ways: Ways) -> date:
        office = replace(ways.office, calendar=ways.of(one.unit))
        given = given_day(one.until, office)
        planned = forms.get(one.form)
        if planned is None:
            return given
        if number_of(one.period) is not None:
            return max(given, due_of(plan, planned, office, begun_on=one.opens_on))
        known = one.form, ways is before, id(office.calendar)
        if known not in computed:
            computed[known] = _dues(plan, planned, office, stored.loaded_on, today)
        return max(given, computed[known].get(one.period, given))

    together: dict[Move, set[str]] = {}
    for one in given_time(connection, stored.id, due_from=today):
        was, will_be = due(one, before), due(one, after)
        if was != will_be and one.due_on == was and will_be > today:
            move = Move(one.form, one.period, one.opens_on, was, will_be, None)
            together.setdefault(move, set()).add(one.unit)
    for move, units in together.items():
        yield replace(move, units=frozenset(units))


def _dues(
    plan: Plan, planned: PlannedForm, office: Office, loaded_on: date, today: date
) -> Mapping[str, date]:
    return {
        one.period.key: one.due_on for one in dues_of(plan, planned, office, loaded_on=loaded_on, today=today)
    }
