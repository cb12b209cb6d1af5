"""A report is sent: it is stored, its tasks are done, its figures are noted, its receipt is given."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date

from bot.core.buttons import Key
from bot.core.forms.filling import Correction
from bot.core.forms.model import Form, Type, Value
from bot.core.forms.scene import Scene
from bot.core.indicators import Figure, figure, indicators_of
from bot.core.messages import Reply
from bot.core.people import Act
from bot.core.plan.model import Plan, PlannedForm
from bot.db import assignments, audit, figures, fillings, reports
from bot.db.corrections import put_corrections
from bot.db.plans import plans_in_force
from bot.gather.totals import kept_true
from handlers import tasks
from handlers.turn import Turn
from locales.phrases import reports as phrases

Results = Mapping[str, tuple[str, date | None]]


def submit(
    turn: Turn,
    filling_id: int,
    key: Key,
    version_id: int,
    answers: dict[str, Value],
    *,
    corrections: Mapping[str, Correction],
    scene: Scene,
    roster_version: int | None,
) -> Sequence[Reply]:
    """Store the report once, however often it is sent, and hand out the receipt. The unit's own figures in `scene` are
    those of `roster_version`, when the form was begun."""
    assert turn.person is not None
    if not turn.may(Act.REPORT, unit_id=key[1]):
        return [phrases.not_your_unit(words=turn.words)]
    earlier = reports.latest(turn.connection, key)
    if not fillings.end_filling(turn.connection, filling_id, status="sent", now=turn.now):
        return _sent_before(turn, filling_id)
    plan = turn.shelf.plan(turn.connection, version_id)
    planned = plan.form(key[2])
    with totals_kept_true(turn, key):
        report_id, code = reports.put_report(
            turn.connection,
            filling_id=filling_id,
            key=key,
            plan_version_id=version_id,
            answers=answers,
            author_id=turn.person.id,
            channel=turn.incoming.address.channel,
            now=turn.now,
        )
        put_corrections(turn.connection, report_id, key, corrections)
        assignments.mark_reported(
            turn.connection, key, report_id, results=results_of(planned.form, answers), now=turn.now
        )
        figures.save_figures(
            turn.connection,
            key,
            report_id,
            figures_of(plan, planned, answers, scene),
            roster_version=roster_version,
            now=turn.now,
        )
    audit.note_act(turn.connection, "report", person_id=turn.person.id, now=turn.now, report=report_id)
    receipt = phrases.receipt(
        planned.form,
        code=code,
        at=turn.words.moment(turn.now, turn.office.zone),
        replaces=earlier.code if earlier else None,
        words=turn.words,
    )
    return [phrases.receipt_with_rest(receipt, tasks.owed_items(turn), today=turn.today, words=turn.words)]


def figures_of(
    plan: Plan, planned: PlannedForm, answers: Mapping[str, Value], scene: Scene
) -> Mapping[str, Figure]:
    """What the answers say about the indicators of the tasks that concern the unit."""
    said: dict[str, Figure] = {}
    for task in planned.tasks:
        if task not in scene.tasks:
            continue
        for indicator in indicators_of(plan.task(task), planned.form):
            one = figure(indicator, planned.form, answers, scene.unit, today=scene.today)
            if one is not None:
                said[indicator.code] = one
    return said


def totals_kept_true(turn: Turn, key: Key) -> AbstractContextManager[None]:
    """By the plan in force, whichever version the form was begun with."""
    plan_id, unit_id, form, period = key
    stored = next(one for one in plans_in_force(turn.connection, turn.office.id) if one.id == plan_id)
    plan = turn.shelf.plan(turn.connection, stored.version_id)
    return kept_true(
        turn.connection, plan_id, plan, committee_id=turn.office.id, units=[unit_id], of=(form, period)
    )


def results_of(form: Form, answers: Mapping[str, Value]) -> Results:
    """How each task stands by the unit's own word: a "chưa" to one of its yes-or-no questions means that it is not
    done yet, a date that may lie ahead is the day by which the unit expects it."""
    found: dict[str, tuple[str, date | None]] = {}
    for question in form.questions:
        if question.task is None or question.name not in answers:
            continue
        value = answers[question.name]
        result, expected_on = found.get(question.task, ("done", None))
        if question.type is Type.YES_NO and value == "not_yet":
            result = "not_yet"
        elif question.type is Type.YES_NO and value == "na" and result == "done":
            result = "na"
        elif question.type is Type.DATE and question.future:
            expected_on = date.fromisoformat(value)
        found[question.task] = (result, expected_on)
    return found


def _sent_before(turn: Turn, filling_id: int) -> Sequence[Reply]:
    report = reports.of_filling(turn.connection, filling_id)
    if report is None:
        return [phrases.form_gone(words=turn.words)]
    at = turn.words.moment(report.submitted_at, turn.office.zone)
    return [phrases.sent_before(report.code, at=at, words=turn.words)]
