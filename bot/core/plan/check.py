"""What is wrong, missing or doubtful in a plan, before anybody is asked anything.

`examine` is the whole way from a file's rows: everything that reading and checking find, in the order of the
file. An ERROR stops an import.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.core.plan.check_bodies import check_bodies
from bot.core.plan.check_cites import check_cites
from bot.core.plan.check_codes import check_codes
from bot.core.plan.check_deadlines import check_deadlines
from bot.core.plan.check_document import check_document
from bot.core.plan.check_expressions import check_expressions
from bot.core.plan.check_figures import check_figures
from bot.core.plan.check_indicators import check_indicators
from bot.core.plan.check_likeness import check_likeness
from bot.core.plan.check_possible import check_possible
from bot.core.plan.check_questions import check_questions
from bot.core.plan.check_reach import check_reach
from bot.core.plan.check_reminders import check_reminders
from bot.core.plan.check_targets import check_targets
from bot.core.plan.check_tasks import check_tasks
from bot.core.plan.deciding import with_decisions
from bot.core.plan.desk import Desk
from bot.core.plan.model import Finding, Place, Plan
from bot.core.plan.placed import Places, Sheets
from bot.core.plan.read import Reading, read
from bot.core.plan.reference import NOTHING_KNOWN, Reference
from bot.core.plan.text.check_text import check_text
from bot.core.plan.text.source_text import SourceText
from bot.core.units import UnitKind

_CHECKS = (
    check_document,
    check_figures,
    check_cites,
    check_codes,
    check_tasks,
    check_deadlines,
    check_reminders,
    check_indicators,
    check_targets,
    check_questions,
    check_expressions,
    check_possible,
    check_reach,
    check_likeness,
    check_bodies,
    check_text,
)


def check(
    plan: Plan,
    places: Places,
    *,
    kinds: Mapping[str, UnitKind],
    reference: Reference = NOTHING_KNOWN,
    text: SourceText | None = None,
) -> tuple[Finding, ...]:
    """The findings of a plan that was read, with what was decided about each. `kinds` are the kinds of unit that there
    are, `text` the document's own words."""
    desk = Desk(plan, places, kinds, reference, text)
    for judge in _CHECKS:
        judge(desk)
    whole = text is not None or not plan.text
    return with_decisions(desk.findings, plan.decisions, places, whole=whole)


def examine(
    sheets: Sheets,
    *,
    kinds: Mapping[str, UnitKind],
    reference: Reference = NOTHING_KNOWN,
    text: SourceText | None = None,
) -> Reading:
    """The reading of a plan file with the findings of its reader and its checks, from top to bottom; those of the
    document's text after those of the plan."""
    reading = read(sheets)
    found = reading.findings + check(
        reading.plan, reading.places, kinds=kinds, reference=reference, text=text
    )
    return replace(
        reading,
        findings=tuple(
            sorted(found, key=lambda one: (one.place.file != sheets.file, *_from_the_top(one.place)))
        ),
    )


def _from_the_top(place: Place) -> tuple[str, str, int, int, str]:
    column = (place.cell or "").rstrip("0123456789")
    row = (place.cell or "")[len(column) :]
    return place.file, place.sheet or "", place.line or int(row or 0), len(column), column
