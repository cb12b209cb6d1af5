"""What waits for what, gathered: for whoever opens a form, for reminders, for the Committee."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.plan.model import Plan
from bot.core.units import Unit
from bot.core.waiting import Wait, linked_tasks, waits
from bot.db.assignments import Owed
from bot.db.progress import Asked, asked_for
from bot.db.session import Connection
from bot.db.units import load_unit, load_units


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
    if owed.returned or not all(plan.task(task).depends_on for task in owed.tasks):
        return False
    held = {wait.task for wait in waits_of(connection, plan, owed.plan_id, owed.unit_id, owed.tasks)}
    return held == set(owed.tasks)


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
