"""What a form that is begun is held against: the unit's last report, what others like it answered, who fills it in."""

from collections.abc import Mapping
from typing import Any

from bot.core import periods
from bot.core.forms.carrying import answers_still
from bot.core.forms.expected import answerable
from bot.core.forms.model import Value
from bot.core.forms.plausible import Near, are_alike, neighbours
from bot.core.periods import PeriodKind
from bot.core.plan.model import PlannedForm
from bot.core.units import Unit
from bot.db import past_reports
from bot.db.session import Connection
from bot.gather.shelf import Shelf

KEPT = ("last", "near", "practised")
"""What is fixed when a form is begun, whatever becomes of its plan."""

MOST = 200
"""Reports of other units that are looked at, the latest."""

SIZES = ("pupils", "party_members")
"""The figures by which units are of comparable size; the first that a unit has."""

Key = tuple[int, int, str, str]


def past_of(
    connection: Connection, shelf: Shelf, key: Key, planned: PlannedForm, unit: Unit, *, person_id: int
) -> dict[str, Any]:
    """The part of a stored scene that tells of reports sent before."""
    plan_id, _, form, _ = key
    last = _last(connection, shelf, key, planned)
    near = _near(connection, key, planned, unit)
    past: dict[str, Any] = {
        "practised": past_reports.has_sent(connection, person_id, plan_id=plan_id, form=form)
    }
    if last is not None:
        past["last"] = last
    if near:
        past["near"] = {name: [one.units, one.median] for name, one in near.items()}
    return past


def kept_past(stored: Mapping[str, Any]) -> dict[str, Any]:
    """That part of a stored scene."""
    return {name: stored[name] for name in KEPT if name in stored}


def near_of(stored: Mapping[str, Any]) -> dict[str, Near]:
    """What others answered, as it was stored."""
    return {name: Near(units, median) for name, (units, median) in stored.get("near", {}).items()}


def _last(connection: Connection, shelf: Shelf, key: Key, planned: PlannedForm) -> Mapping[str, Value] | None:
    """The answers of the report about the period before, under whatever version of the plan, that are answers still. Of
    what happens now and then each time is another thing: there is none."""
    now = periods.parse(key[3])
    if now is None or now.kind in (PeriodKind.EACH, PeriodKind.ONCE):
        return None
    earlier = [
        (period, version_id, answers)
        for period, version_id, answers in past_reports.of_other_periods(connection, key)
        if (then := periods.parse(period)) is not None and then.kind is now.kind and period < key[3]
    ]
    if not earlier:
        return None
    _, version_id, answers = max(earlier, key=lambda one: one[0])
    old = shelf.form(connection, version_id, key[2])
    if old is None:
        return None
    return answers_still(answers, old=answerable(old.form), new=answerable(planned.form))


def _near(connection: Connection, key: Key, planned: PlannedForm, unit: Unit) -> Mapping[str, Near]:
    """What units of the same kind, level and size answered about the same period."""
    period = periods.parse(key[3])
    if period is None or period.kind is PeriodKind.EACH:
        return {}
    rows = past_reports.of_like_units(connection, key, kind=unit.kind, level=unit.level, most=MOST)
    alike = [answers for figures, answers in rows if are_alike(_size(unit.figures), _size(figures))]
    return neighbours(planned.form.questions, alike)


def _size(figures: Mapping[str, int]) -> int | None:
    return next((figures[name] for name in SIZES if figures.get(name)), None)
