"""Plans that were read once. A version of a plan never changes, so that a copy in memory is always true."""

import threading
from collections import OrderedDict

from bot.core.plan.model import Plan
from bot.db.plans import load_source
from bot.db.session import Connection
from bot.papers.plan_files import read_plan

MOST = 8
"""Versions kept: those that are in force and those of forms that were begun before."""


class Shelf:
    """Reads a version of a plan at first use and keeps it. Safe for several threads."""

    def __init__(self) -> None:
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
        plan = read_plan(file, source.encode())
        with self._lock:
            self._plans[version_id] = plan
            while len(self._plans) > MOST:
                self._plans.popitem(last=False)
        return plan
