"""What waits for what, gathered: for whoever opens a form, for reminders, for the Committee."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.plan.model import Plan
from bot.core.units import Unit
from bot.core.waiting import Wait, linked_tasks, waits
from bot.db.assignments import Owed
from bot.db.looks import look_again_at_waiting
from bot.db.progress import Asked, asked_for
from bot.db.session import Connection
from bot.db.units import load_unit, load_units, units_by_row
from bot.gather.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task of so many units that waits for another one. `missing` are the units that have not reported that."""

    task: str
    awaited: str
    units: int
    missing: tuple[str, ...]


def waits_of(
    connection: Connection, plan: Plan, plan_id: int, unit_id: int, tasks: Sequence[str]
) -> tuple[Wait, ...]:
    """What these tasks of a unit wait for still."""
    dependent = [task for task in tasks if plan.task(task).depends_on]
    if not dependent:
        return ()
    unit = load_unit(connection, unit_id)
    standing = _standing(asked_for(connection, plan_id, linked_tasks(plan)))
    return tuple(wait for task in dependent for wait in waits(plan, task, unit, standing))


def is_held_up(connection: Connection, plan: Plan, owed: Owed) -> bool:
    """Whether all that is open of a form waits for others. What was returned is not held up: it was reported once."""
    if not _may_be_held_up(plan, owed):
        return False
    held = {wait.task for wait in waits_of(connection, plan, owed.plan_id, owed.unit_id, owed.tasks)}
    return held == set(owed.tasks)


def held_up(
    connection: Connection, shelf: Shelf, owed: Collection[Owed]
) -> frozenset[tuple[int, int, str, str]]:
    """Those of these forms (their keys) that are held up. What was awaited is read once for each plan."""
    waiting: dict[tuple[int, int], list[Owed]] = {}
    for one in owed:
        if _may_be_held_up(shelf.plan(connection, one.plan_version_id), one):
            waiting.setdefault((one.plan_id, one.plan_version_id), []).append(one)
    found = set()
    for (plan_id, version_id), some in waiting.items():
        plan = shelf.plan(connection, version_id)
        awaited = {code for one in some for task in one.tasks for code in plan.task(task).depends_on}
        standing = _standing(asked_for(connection, plan_id, awaited))
        units = units_by_row(connection, sorted({one.unit_id for one in some}))
        found |= {
            one.key
            for one in some
            if all(waits(plan, task, units[one.unit_id], standing) for task in one.tasks)
        }
    return frozenset(found)


def look_at_those_who_waited(
    connection: Connection, plan: Plan, plan_id: int, reported: Collection[str]
) -> None:
    """A unit reported these tasks: what waited for them in other units may be held up no longer."""
    for code in sorted(reported):
        waiting = [task.code for task in plan.tasks if code in task.depends_on]
        look_again_at_waiting(connection, plan_id, awaited=(code,), waiting=waiting)


def _may_be_held_up(plan: Plan, owed: Owed) -> bool:
    return not owed.returned and all(plan.task(task).depends_on for task in owed.tasks)


def all_waiting(
    connection: Connection, plan: Plan, plan_id: int, committee_id: int, *, opened_by: date
) -> tuple[Waiting, ...]:
    """What waits in a whole plan, of what units may report by that day."""
    linked = linked_tasks(plan)
    if not linked:
        return ()
    rows = asked_for(connection, plan_id, linked)
    standing = _standing(rows)
    units = {unit.code: unit for unit in load_units(connection, committee_id).values()}
    found: dict[tuple[str, str], tuple[set[str], dict[str, None]]] = {}
    for row in rows:
        if row.state != "open" or row.opens_on > opened_by or row.unit not in units:
            continue
        for wait in waits(plan, row.task, units[row.unit], standing):
            who, missing = found.setdefault((wait.task, wait.awaited), (set(), {}))
            who.add(row.unit)
            missing.update(dict.fromkeys(wait.units))
    return tuple(
        Waiting(task, awaited, len(who), tuple(_short(units, code) for code in missing))
        for (task, awaited), (who, missing) in found.items()
    )


def short_names(connection: Connection, committee_id: int, codes: Sequence[str]) -> tuple[str, ...]:
    """What people call these units."""
    units = {unit.code: unit for unit in load_units(connection, committee_id).values()}
    return tuple(_short(units, code) for code in codes)


def _short(units: dict[str, Unit], code: str) -> str:
    unit = units.get(code)
    return code if unit is None else unit.short or unit.name


def _standing(rows: Sequence[Asked]) -> dict[str, dict[str, bool]]:
    """One done is enough where a unit was asked for several periods; "not applicable" is nothing to wait for."""
    standing: dict[str, dict[str, bool]] = {}
    for row in rows:
        done = row.state in ("reported", "accepted") and row.result in ("done", "na")
        of_task = standing.setdefault(row.task, {})
        of_task[row.unit] = of_task.get(row.unit, False) or done
    return standing
