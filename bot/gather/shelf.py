"""Plans that were read once. A version of a plan never changes, so that a copy in memory is always true."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import date

from bot.core.plan.model import Plan, PlannedForm
from bot.db.plans import StoredPlan, load_source, plans_in_force, versions_before
from bot.db.session import Connection
from bot.papers.plan_files import read_plan

MOST = 8
"""Versions kept: those that are in force and those of forms that were begun before."""


class Shelf:
    """Reads a version of a plan at first use and keeps it. Safe for several threads."""

    def __init__(self, read: Callable[[str, bytes], Plan] = read_plan) -> None:
        self._read = read
        self._plans: OrderedDict[int, Plan] = OrderedDict()
        self._lock = threading.Lock()

    def plan(self, connection: Connection, version_id: int) -> Plan:
        """The plan of that version."""
        with self._lock:
            plan = self._plans.get(version_id)
            if plan is not None:
                self._plans.move_to_end(version_id)
                return plan
        file, source = load_source(connection, version_id)
        plan = self._read(file, source.encode())
        with self._lock:
            self._plans[version_id] = plan
            while len(self._plans) > MOST:
                self._plans.popitem(last=False)
        return plan

    def all(self, connection: Connection, committee_id: int) -> tuple[tuple[StoredPlan, Plan], ...]:
        """The plans that a committee has in force."""
        return tuple(
            (stored, self.plan(connection, stored.version_id))
            for stored in plans_in_force(connection, committee_id)
        )

    def running(
        self, connection: Connection, committee_id: int, *, today: date
    ) -> tuple[tuple[StoredPlan, Plan], ...]:
        """Those of them that are not over: of the others nobody is asked, reminded or told anything."""
        return tuple(one for one in self.all(connection, committee_id) if not one[1].is_over(today))

    def form(self, connection: Connection, version_id: int, code: str) -> PlannedForm | None:
        """The form of that code in a version; where that one has dropped it, as the newest earlier version had it: its
        reports are shown and mended still. None if no version had it."""
        found = _find(self.plan(connection, version_id), code)
        if found is None:
            earlier = versions_before(connection, version_id)
            found = next((one for row in earlier if (one := _find(self.plan(connection, row), code))), None)
        return found


def _find(plan: Plan, code: str) -> PlannedForm | None:
    return next((planned for planned in plan.forms if planned.form.code == code), None)
