"""A report is sent: it is stored, its tasks are done, its figures are noted, its receipt is given."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date

from bot.core.buttons import Key
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Correction
from bot.core.forms.model import Form, Type, Value
from bot.core.forms.scene import Scene
from bot.core.indicators import Figure
from bot.core.messages import Reply
from bot.core.plan.audience import concerns
from bot.core.plan.model import Plan, PlannedForm
from bot.core.speaking import figures_of_report
from bot.db import assignments, audit, figures, fillings, reports
from bot.db.corrections import put_corrections
from bot.db.plans import plans_in_force
from bot.db.units import load_unit
from bot.gather.totals import kept_true
from handlers import behalf, following, occasions
from handlers.turn import Turn
from locales.phrases import behalf as behalf_phrases
from locales.phrases import reports as phrases
from locales.phrases.periods import titled

Results = Mapping[str, tuple[str, date | None]]


def submit(
    turn: Turn,
    filling_id: int,
    key: Key,
    version_id: int,
    answers: dict[str, Value],
    *,
    corrections: Mapping[str, Correction],
    remarks: Mapping[str, str],
    scene: Scene,
    roster_version: int | None,
) -> Sequence[Reply]:
    """Store the report once, however often it is sent, and hand out the receipt. The unit's own figures in `scene` are
    those of `roster_version`, when the form was begun."""
    assert turn.person is not None
    if not behalf.may_report(turn, key[1]):
        return [phrases.not_your_unit(words=turn.words)]
    earlier = reports.latest(turn.connection, key)
    if not fillings.end_filling(turn.connection, filling_id, status="sent", now=turn.now):
        return _sent_before(turn, filling_id)
    plan = turn.shelf.plan(turn.connection, version_id)
    planned = plan.form(key[2])
    results = results_of(planned.form, answers)
    with totals_kept_true(turn, key):
        report_id, code = reports.put_report(
            turn.connection,
            filling_id=filling_id,
            key=key,
            plan_version_id=version_id,
            answers=answers,
            author_id=turn.person.id,
            channel=turn.incoming.address.channel,
            remarks=remarks,
            now=turn.now,
        )
        put_corrections(turn.connection, report_id, key, corrections)
        assignments.mark_reported(turn.connection, key, report_id, results=results, now=turn.now)
        said = _figures_of(turn, plan, planned, key[1], answers, scene)
        figures.save_figures(
            turn.connection, key, report_id, said, roster_version=roster_version, now=turn.now
        )
    sent_for = behalf.settle(turn, filling_id, key)
    if sent_for is not None:
        behalf.tell_unit(turn, sent_for, planned.form, key, report_id=report_id, code=code)
    audit.note_act(turn.connection, "report", person_id=turn.person.id, now=turn.now, report=report_id)
    receipt = phrases.receipt(
        titled(planned.form, key[3]),
        code=code,
        at=turn.words.moment(turn.now, turn.zone),
        replaces=earlier.code if earlier else None,
        words=turn.words,
    )
    if sent_for is not None or turn.person.units != (key[1],):
        unit = load_unit(turn.connection, key[1])
        receipt += "\n" + behalf_phrases.in_receipt(unit.short or unit.name, sent_for, words=turn.words)
    not_yet = any(result == "not_yet" for result, _ in results.values())
    owed = following.in_order(turn, key, sent_for)
    offered = occasions.offered(turn) if not owed or occasions.is_one(key) else []
    return [
        phrases.receipt_with_rest(receipt, owed, offered, not_yet=not_yet, today=turn.today, words=turn.words)
    ]


def _figures_of(
    turn: Turn, plan: Plan, planned: PlannedForm, unit_id: int, answers: Mapping[str, Value], scene: Scene
) -> Mapping[str, Figure]:
    """What the answers say about the indicators of the tasks that concern the unit."""
    whose = load_unit(turn.connection, unit_id)

    def concerned(task: str) -> bool:
        if task in planned.tasks:
            return task in scene.tasks
        return concerns(plan.task(task).audience, whose, kinds=turn.kinds)

    return figures_of_report(plan, planned, answers, scene.unit, concerned=concerned, today=turn.today)


def totals_kept_true(turn: Turn, key: Key) -> AbstractContextManager[None]:
    """By the plan in force, whichever version the form was begun with."""
    plan_id, unit_id, form, period = key
    stored = next(one for one in plans_in_force(turn.connection, turn.committee_id) if one.id == plan_id)
    plan = turn.shelf.plan(turn.connection, stored.version_id)
    return kept_true(
        turn.connection, plan_id, plan, committee_id=turn.committee_id, units=[unit_id], of=(form, period)
    )


def results_of(form: Form, answers: Mapping[str, Value]) -> Results:
    """How each task stands by the unit's own word: a "chưa" to one of its yes-or-no questions means that it is not
    done yet, a date that may lie ahead is the day by which the unit expects it."""
    found: dict[str, tuple[str, date | None]] = {}
    for question in answerable(form).questions:
        if question.task is None or question.name not in answers:
            continue
        value = answers[question.name]
        result, expected_on = found.get(question.task, ("done", None))
        if question.type is Type.YES_NO and value == "not_yet":
            result = "not_yet"
        elif question.type is Type.YES_NO and value == "na" and result == "done":
            result = "na"
        elif question.type is Type.DATE and question.future:
            day = date.fromisoformat(value)
            expected_on = max(expected_on or day, day)  # all of it is done on the latest of them
        found[question.task] = (result, expected_on)
    return found


def _sent_before(turn: Turn, filling_id: int) -> Sequence[Reply]:
    report = reports.of_filling(turn.connection, filling_id)
    if report is None:
        return [phrases.form_gone(words=turn.words)]
    at = turn.words.moment(report.submitted_at, turn.zone)
    return [phrases.sent_before(report.code, at=at, words=turn.words)]
