"""A report is sent: it is stored, its tasks are done, its figures are noted, its receipt is given."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date

from bot.core.buttons import Key, Verb, button, open_button
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Correction
from bot.core.forms.model import Form, Type, Value
from bot.core.forms.scene import Scene
from bot.core.indicators import Figure
from bot.core.messages import Reply
from bot.core.plan.audience import concerns
from bot.core.plan.model import Plan, PlannedForm
from bot.core.reports import Report
from bot.core.speaking import figures_of_report
from bot.db import assignments, audit, colleagues, figures, fillings, reports
from bot.db.corrections import open_corrections, put_corrections
from bot.db.fillings import Begun
from bot.db.plans import plans_in_force
from bot.db.units import load_unit
from bot.gather.totals import kept_true
from bot.gather.waiting import look_at_those_who_waited
from handlers import behalf, following, locking, occasions, reasons, together
from handlers.turn import Turn
from locales.phrases import behalf as behalf_phrases
from locales.phrases import history as history_phrases
from locales.phrases import reports as phrases
from locales.phrases.periods import titled

Results = Mapping[str, tuple[str, date | None]]


def submit(
    turn: Turn,
    row: Begun,
    answers: dict[str, Value],
    *,
    corrections: Mapping[str, Correction],
    remarks: Mapping[str, str],
    scene: Scene,
    reason: str = "",
    knowing: bool = False,
) -> Sequence[Reply]:
    """Store the report once, however often it is sent, and hand out the receipt; it replaces the version against which
    it was begun, and no other. The unit's own figures in `scene` are those of when the form was begun. `reason` says
    why a report is corrected: where it is missing it is asked for, and nothing is sent. `knowing`: that nothing of a
    returned report was changed."""
    assert turn.person is not None
    filling_id, version_id = row.id, row.plan_version_id
    key = row.key
    if not behalf.may_report(turn, key[1]):
        return [phrases.not_your_unit(words=turn.words)]
    earlier = reports.latest(turn.connection, key)
    if earlier is not None and earlier.filling_id == filling_id:
        return _sent_before(turn, filling_id)
    if earlier is not None and earlier.id != row.base_id:
        return together.overtaken(turn, row, earlier)
    if earlier is not None and earlier.state != "returned":
        held_up = _correction(turn, row, earlier, answers, corrections, reason)
        if held_up:
            return held_up
    if earlier is not None and earlier.state == "returned" and not knowing:
        as_it_is = button(Verb.AS_IT_IS, filling_id)
        if not _typed_again(turn, as_it_is) and _unchanged(turn, row, earlier, answers, corrections):
            return [phrases.sent_unchanged(send=as_it_is, mend=open_button(key), words=turn.words)]
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
            reason=reason,
            now=turn.now,
        )
        colleagues.overtake(turn.connection, key, report_id)
        put_corrections(turn.connection, report_id, key, corrections)
        assignments.mark_reported(turn.connection, key, report_id, results=results, now=turn.now)
        look_at_those_who_waited(turn.connection, plan, key[0], planned.tasks)
        said = _figures_of(turn, plan, planned, key[1], answers, scene)
        figures.save_figures(
            turn.connection,
            key,
            report_id,
            said,
            roster_version=row.scene.get("roster_version"),
            now=turn.now,
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


def _correction(
    turn: Turn,
    row: Begun,
    earlier: Report,
    answers: Mapping[str, Value],
    corrections: Mapping[str, Correction],
    reason: str,
) -> Sequence[Reply]:
    """What is said instead of sending a correction: that nothing changed, that the period is locked, or the question
    for the reason. Nothing where it may be sent. What only adds what was not done yet needs no reason."""
    found = together.changed(turn, earlier, answers, row.plan_version_id)
    if _unchanged(turn, row, earlier, answers, corrections):
        fillings.end_filling(turn.connection, row.id, status="closed", now=turn.now)
        return [history_phrases.unchanged(earlier.code, words=turn.words)]
    promised = assignments.find_promised(turn.connection, earlier.key) is not None
    if reason or (promised and all(one.supplements for one in found)):
        return ()
    since = locking.locked(turn, earlier.key)
    if since is not None:
        return [history_phrases.locked(since, turn.words.of(turn.office.name), words=turn.words)]
    return reasons.ask(turn, "explains", row.id, history_phrases.why_corrected(found, words=turn.words))


def _typed_again(turn: Turn, as_it_is: str) -> bool:
    """Whether `gửi` answers the question that offers that button; a second press of *Gửi* does not."""
    offered = [data for _, data in turn.focus.get("choices", ())]
    return turn.incoming.press is None and as_it_is in offered


def _unchanged(
    turn: Turn,
    row: Begun,
    earlier: Report,
    answers: Mapping[str, Value],
    corrections: Mapping[str, Correction],
) -> bool:
    found = together.changed(turn, earlier, answers, row.plan_version_id)
    return not found and dict(corrections) == dict(open_corrections(turn.connection, earlier.id))


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
