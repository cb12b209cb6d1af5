"""What is wrong, missing or doubtful in a plan, before anybody is asked anything.

`examine` is the whole way from a file's rows: everything that reading and checking find, in the order of the
file. An ERROR stops an import.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.core.plan.check_codes import check_codes
from bot.core.plan.check_deadlines import check_deadlines
from bot.core.plan.check_document import check_document
from bot.core.plan.check_expressions import check_expressions
from bot.core.plan.check_indicators import check_indicators
from bot.core.plan.check_questions import check_questions
from bot.core.plan.check_reach import check_reach
from bot.core.plan.check_tasks import check_tasks
from bot.core.plan.desk import Desk
from bot.core.plan.model import Finding, Place, Plan
from bot.core.plan.placed import Places, Sheets
from bot.core.plan.read import Reading, read
from bot.core.units import UnitKind

_CHECKS = (
    check_document,
    check_codes,
    check_tasks,
    check_deadlines,
    check_indicators,
    check_questions,
    check_expressions,
    check_reach,
)


def check(plan: Plan, places: Places, *, kinds: Mapping[str, UnitKind]) -> tuple[Finding, ...]:
    """The findings of a plan that was read. `kinds` are the kinds of unit that there are."""
    desk = Desk(plan, places, kinds)
    for judge in _CHECKS:
        judge(desk)
    return tuple(desk.findings)


def examine(sheets: Sheets, *, kinds: Mapping[str, UnitKind]) -> Reading:
    """The reading of a plan file with the findings of its reader and its checks, from top to bottom."""
    reading = read(sheets)
    found = reading.findings + check(reading.plan, reading.places, kinds=kinds)
    return replace(reading, findings=tuple(sorted(found, key=lambda one: _from_the_top(one.place))))


def _from_the_top(place: Place) -> tuple[str, str, int, int, str]:
    column = (place.cell or "").rstrip("0123456789")
    row = (place.cell or "")[len(column) :]
    return place.file, place.sheet or "", place.line or int(row or 0), len(column), column
