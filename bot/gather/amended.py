"""Reports that were corrected, each against the version that it replaced."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.behalf import Behalf
from bot.core.digest import Amended
from bot.core.forms.differences import differences
from bot.core.forms.expected import answerable
from bot.core.forms.model import Form
from bot.core.reports import Report
from bot.db import reports
from bot.db.session import Connection
from bot.gather.shelf import Shelf


def gather_amended(
    connection: Connection,
    plan_id: int,
    shelf: Shelf,
    *,
    since: datetime,
    until: datetime,
    units: Collection[int] | None = None,
) -> Sequence[Amended]:
    """What was corrected after `since` and until `until`, by unit; of these units alone where they are given. Versions
    of reports never change, so that it is the same whenever it is gathered for these instants."""
    found = []
    for later in reports.corrected_between(connection, plan_id, since=since, until=until):
        earlier = reports.before(connection, later)
        if earlier is None or (units is not None and later.unit_id not in units):
            continue
        form = _form_of(connection, shelf, later)
        changes = differences(earlier.answers, later.answers, [form, _form_of(connection, shelf, earlier)])
        behalf = _unnamed(later.behalf)
        found.append(Amended(later.unit_name, form.title, later.period, later.reason, changes, behalf))
    return found


def _unnamed(behalf: Behalf | None) -> Behalf | None:
    """A digest tells from which unit it was typed, and is kept for good: who was away and who told is not in it."""
    return None if behalf is None else replace(behalf, absent_id=None, absent="", told_by="")


def _form_of(connection: Connection, shelf: Shelf, report: Report) -> Form:
    return answerable(shelf.plan(connection, report.plan_version_id).form(report.form).form)
