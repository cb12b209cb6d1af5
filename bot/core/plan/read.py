"""From the rows of a plan file to a Plan. Reading goes on past every fault, so that one pass finds them all.

A Plan is always made: of what is wrong or missing it holds something harmless, and there is a finding. Nothing
may be imported from a reading with an error. What can only be seen by looking at several things together is
for `bot.core.plan.check`.
"""

from dataclasses import dataclass
from datetime import date

from bot.core.plan.fields import Fields, Notes
from bot.core.plan.figures import with_targets
from bot.core.plan.model import LOCK_DAYS, Finding, Plan, Status
from bot.core.plan.placed import Places, Sheets
from bot.core.plan.read_document import read_cites, read_decisions, read_figures
from bot.core.plan.read_forms import read_forms
from bot.core.plan.read_reminders import read_manners
from bot.core.plan.read_tasks import read_tasks


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan as far as it could be understood, where its things stand, and what is wrong."""

    plan: Plan
    places: Places
    findings: tuple[Finding, ...]


def read(sheets: Sheets) -> Reading:
    """The plan that the sheets describe."""
    notes = Notes()
    header = Fields(sheets.plan, ("plan",), notes)
    starts_on = header.day("starts_on", required=True)
    ends_on = header.day("ends_on", required=True)
    figures = read_figures(sheets.figures, notes)
    decisions = read_decisions(sheets.decisions, notes)
    tasks = read_tasks(sheets.tasks, sheets.indicators, notes)
    plan = Plan(
        code=header.code(),
        title=header.sentence("title", required=True),
        short=header.sentence("short"),
        number=header.text("number") or None,
        issued_on=header.day("issued_on"),
        issued_on_status=header.one_of("issued_on_status", Status, default=Status.ASSUMED),
        issuer=header.sentence("issuer", required=True),
        basis=header.sentence("basis"),
        monitor_kinds=header.words("monitor_kinds"),
        starts_on=starts_on or date.min,
        ends_on=ends_on or date.max,
        tasks=with_targets(tasks, figures, decisions),
        forms=read_forms(sheets.forms, sheets.survey, sheets.choices, notes),
        figures=figures,
        cites=read_cites(sheets.cites, notes),
        decisions=decisions,
        text=header.text("text"),
        annexes=header.words("annexes"),
        group_size=header.text("group_size"),
        lock_days=header.whole("lock_days", default=LOCK_DAYS),
        manners=read_manners(header, sheets.reminders, notes),
    )
    header.end()
    return Reading(plan, Places(sheets.file, notes.places), tuple(notes.findings))
