"""Loading a plan, or a newer version of it: the version is kept, assignments follow it, people are told."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.assigning import Asked, Changes, Wanted, wanted_lists
from bot.core.occasions import still_asked
from bot.core.office import Office
from bot.core.owed_changes import Owing, owed_changes
from bot.core.plan.audience import concerns
from bot.core.plan.changes import PlanChanges, compare
from bot.core.plan.model import Plan
from bot.core.tally import Tally
from bot.core.units import Unit
from bot.db import audit, fillings, totals
from bot.db.assignments import any_assignments, bring_up_to_date
from bot.db.decisions import save_decisions
from bot.db.live_assignments import live_by_id, withdraw
from bot.db.offices import lock_office
from bot.db.plans import StoredPlan, plans_in_force, put_version
from bot.db.session import Connection
from bot.db.units import has_successors, load_units
from bot.gather.calendar_given import given_day
from bot.gather.calendars import own_calendars
from bot.gather.half_filled import NONE, HalfFilled, count_half_filled
from bot.gather.plan_news import tell
from bot.gather.shelf import Shelf
from bot.gather.totals import count_anew, tally_of

UNCHANGED = PlanChanges((), ())


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading did. `newer` is False when this very version was in force already. `late_starts` counts reports
    whose computed last day had passed: they got a later one, at which staff should look. `over` is the version that was
    in force before (None: the plan is new), `plan` what differs from it; `told` counts people who will hear of it.
    `ended_on`: the plan was over that day, and nobody is asked for anything."""

    number: int
    newer: bool
    changes: Changes
    late_starts: int
    ended_on: date | None = None
    over: int | None = None
    plan: PlanChanges = UNCHANGED
    half_filled: HalfFilled = NONE
    told: int = 0


def plan_in_force(connection: Connection, office: Office, code: str) -> StoredPlan | None:
    """The version of that plan that counts now. Nobody puts another one in force before this transaction ends."""
    lock_office(connection, office.id)
    return next((one for one in plans_in_force(connection, office.id) if one.code == code), None)


def load_plan(
    connection: Connection, office: Office, plan: Plan, *, file: str, source: bytes, by: str, now: datetime
) -> Loaded:
    """Put a plan in force. The same file twice changes nothing the second time. A newer version leaves alone what was
    sent; who has a form half filled in hears at the next turn what became of it, and everybody concerned gets one
    message."""
    sha256 = hashlib.sha256(source).hexdigest()
    ended_on = plan.ends_on if plan.is_over(office.today(now)) else None
    before = plan_in_force(connection, office, plan.code)
    if before is not None and before.sha256 == sha256:
        changes, late = assign(connection, office, plan, before, now=now)
        return Loaded(before.number, False, changes, late, ended_on, over=before.version_id)
    stored = put_version(
        connection,
        office.id,
        plan.code,
        file=file,
        source=source.decode(),
        sha256=sha256,
        by=by,
        today=office.today(now),
        now=now,
    )
    save_decisions(connection, stored.version_id, plan.decisions)
    audit.note_act(connection, "load_plan", person_id=None, now=now, plan=plan.code, number=stored.number)
    if before is None:
        changes, late = assign(connection, office, plan, stored, now=now)
        return Loaded(stored.number, True, changes, late, ended_on)
    return _change(connection, office, plan, before, stored, now=now)


def _change(
    connection: Connection,
    office: Office,
    plan: Plan,
    before: StoredPlan,
    stored: StoredPlan,
    *,
    now: datetime,
) -> Loaded:
    """The newer version comes into force."""
    shelf = Shelf()
    older = shelf.plan(connection, before.version_id)
    units = load_units(connection, office.id)
    owed = live_by_id(connection, stored.id)
    totals.lock(connection, stored.id)
    changes, late = _bring_up_to_date(connection, office, plan, stored, units, now=now)
    owes = live_by_id(connection, stored.id)
    gone = {row for row, one in owes.items() if not _asks(plan, one, units, office)}
    withdraw(connection, gone)
    _count_anew(connection, office, plan, stored)  # the plan itself may count otherwise than before
    fillings.mark_news(connection, stored.id, "version")
    return Loaded(
        stored.number,
        True,
        replace(changes, dropped=changes.dropped + len(gone)),
        late,
        over=before.version_id,
        plan=compare(older, plan),
        half_filled=count_half_filled(
            connection, office, shelf, stored, plan, units=units, today=office.today(now)
        ),
        told=tell(
            connection,
            office,
            stored,
            owed_changes(owed.values(), [one for row, one in owes.items() if row not in gone]),
            plan=plan,
            older=older,
            units=units,
            now=now,
        ),
    )


def _asks(plan: Plan, owing: Owing, units: Mapping[int, Unit], office: Office) -> bool:
    """Whether the plan asks such a thing of such a unit at all, whenever it was due: nobody is chased for what a newer
    version has dropped."""
    unit = units[owing.unit_id]
    planned = next((one for one in plan.forms if one.form.code == owing.form), None)
    return (
        planned is not None
        and owing.task in planned.tasks
        and concerns(planned.audience, unit, kinds=office.kinds)
        and concerns(plan.task(owing.task).audience, unit, kinds=office.kinds)
    )


def assign(
    connection: Connection, office: Office, plan: Plan, stored: StoredPlan, *, now: datetime
) -> tuple[Changes, int]:
    """Bring the assignments of a plan up to date, and its totals. Returns what changed and how many reports start
    late."""
    totals.lock(connection, stored.id)
    units = load_units(connection, office.id)
    begun = any_assignments(connection, stored.id)
    counted = not begun or totals.has_totals(connection, stored.id)
    # Where units take others in, what one is asked for hangs on what others are: no difference tells that.
    tally = None
    if counted and not has_successors(connection, office.id):
        tally = tally_of(connection, office.id, stored.id, plan, units)
    changes, late = _bring_up_to_date(connection, office, plan, stored, units, now=now, tally=tally)
    if tally is not None:
        totals.add(connection, stored.id, tally.sums())
    elif not counted or changes != Changes(0, 0, 0):
        _count_anew(connection, office, plan, stored)
    return changes, late


def _count_anew(connection: Connection, office: Office, plan: Plan, stored: StoredPlan) -> None:
    sums = count_anew(connection, stored.id, plan, committee_id=office.id)
    totals.replace_all(connection, stored.id, sums)


def _bring_up_to_date(
    connection: Connection,
    office: Office,
    plan: Plan,
    stored: StoredPlan,
    units: Mapping[int, Unit],
    *,
    now: datetime,
    tally: Tally | None = None,
) -> tuple[Changes, int]:
    """The assignments alone; what is asked anew and no longer goes into the tally."""
    today = office.today(now)
    own = own_calendars(connection, office, units)
    wanted = wanted_lists(
        plan,
        {unit.code: unit for unit in units.values()},
        office,
        loaded_on=stored.loaded_on,
        today=today,
        lives_on=_lives_on(connection, stored, units),
        calendars=own,
    )
    late: set[tuple[str, str, str]] = set()
    changes = bring_up_to_date(
        connection,
        stored.id,
        _noting_late(wanted, late),
        units={unit.code: row for row, unit in units.items()},
        today=today,
        now=now,
        tally=tally,
        each=still_asked(plan),
        given_day=lambda unit, until: given_day(until, office, own.get(unit)),
    )
    return changes, len(late)


def _noting_late(wanted: Iterable[Wanted], late: set[tuple[str, str, str]]) -> Iterator[Wanted]:
    for one in wanted:
        late.update((code, one.form, one.period) for code in one.late_units)
        yield one


def _lives_on(connection: Connection, stored: StoredPlan, units: Mapping[int, Unit]) -> frozenset[Asked]:
    """What units that hand over to another one owe: beyond their end it follows the plan until it has passed (see
    bot.gather.succession). Nothing new is asked of them."""
    ending = {row: unit.code for row, unit in units.items() if unit.valid_to and unit.successor}
    if not ending:
        return frozenset()
    live = live_by_id(connection, stored.id, ending.keys()).values()
    return frozenset((ending[one.unit_id], one.form, one.period, one.task) for one in live)
