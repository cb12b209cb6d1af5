"""Filling in a form: opening, answering, leaving. What is said is decided by the engine (`bot.core.forms.engine`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.buttons import Key, Verb, button, open_button
from bot.core.folding import natural
from bot.core.forms.engine import advance, begin, lines_so_far, standing
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Form, Type
from bot.core.forms.outcomes import Asked, CancelAsked, Cancelled, Outcome, Submitted, Summarised
from bot.core.forms.said import Pressed, Said, Word
from bot.core.forms.scene import corrected
from bot.core.messages import Reply
from bot.core.reports import Report
from bot.db import assignments, contacts, fillings, reports
from bot.db.assignments import Owed
from bot.db.fillings import Begun
from bot.db.plans import plans_in_force
from bot.db.units import load_unit
from bot.gather.merged_figures import unit_for
from bot.gather.past import past_of
from bot.gather.scenes import scene_of, stored_scene
from handlers import absent, behalf, elsewhere, newer, occasions, reasons, submitting, together, waits
from handlers.desk import Desk, prefix, said
from handlers.turn import Turn
from locales.phrases import form as phrases
from locales.phrases import form_echoes
from locales.phrases import help as help_phrases
from locales.phrases import history as history_phrases
from locales.phrases import reports as report_phrases
from locales.phrases import tasks as task_phrases
from locales.phrases import together as together_phrases
from locales.phrases.menus import below
from locales.phrases.periods import titled


def open_form(turn: Turn, key: Key, *, knowing: bool = False, above: str = "") -> Sequence[Reply]:
    """Begin a form that the person owes, or go on with it where they left off. A form of what happens now and then is
    begun once more. `knowing`: that a colleague has begun it as well. `above` is said instead of where they left
    off."""
    assert turn.person is not None
    if not behalf.may_report(turn, key[1]):
        return [task_phrases.not_yours(words=turn.words)]
    begun = _begun(turn, key)
    if begun is None and not knowing and (told := together.told_first(turn, key)):
        return told
    if begun is None and (asked := behalf.ask_teller(turn, key)):
        return asked
    if occasions.is_another(key):
        made = occasions.begin(turn, key)
        if made is None:
            return [task_phrases.not_yours(words=turn.words)]
        key, begun = made, _begun(turn, made)
    if begun is not None:
        contacts.save_filling(turn.connection, turn.chat.id, begun.id)
        return _after_news(
            turn, begun, lambda desk, row: _resumed(turn, desk, row, above=above), answered=False
        )
    owed = assignments.find_owed(turn.connection, key)
    if owed is not None and owed.opens_on <= turn.today:
        return _begin(turn, owed, again=reports.latest(turn.connection, key) if owed.returned else None)
    report = reports.latest(turn.connection, key)
    if report is None:
        return [task_phrases.not_yours(words=turn.words)]
    promised = assignments.find_promised(turn.connection, key)
    if promised is not None:
        return _begin(turn, promised, again=report)
    return [elsewhere.reported_already(turn, report)]


def _begun(turn: Turn, key: Key) -> Begun | None:
    assert turn.person is not None
    return next((one for one in fillings.begun_by(turn.connection, turn.person.id) if one.key == key), None)


def open_filling(turn: Turn, filling_id: int) -> Sequence[Reply]:
    """Go on with a form that the person has begun."""
    assert turn.person is not None
    begun = fillings.begun_by(turn.connection, turn.person.id)
    return open_form(turn, next(one.key for one in begun if one.id == filling_id))


def correct(turn: Turn, report: Report) -> Sequence[Reply]:
    """Open a report that was sent, to change some of it; it stands until the new one is sent."""
    stored = next(
        one for one in plans_in_force(turn.connection, turn.committee_id) if one.id == report.plan_id
    )
    form = together.form_of(turn, report.key, report.plan_version_id)
    above = history_phrases.correcting(form, report.code, words=turn.words)
    return _begin_again(turn, report, stored.version_id, above)


def hear(turn: Turn, row: Begun) -> Sequence[Reply]:
    """Whatever a person says while a form is open, once the commands were sorted out."""
    if row.shown_in not in (
        None,
        turn.chat.id,
    ):  # it went on on another device: this answers another question
        here = together_phrases.moved_here(words=turn.words)
        return _after_news(turn, row, lambda desk, row: _resumed(turn, desk, row, above=here))
    return _after_news(turn, row, lambda desk, row: _step(turn, desk, row, said(turn, desk)))


def press(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A button of a form: `f:<filling>.<place>.<what>`."""
    row = turn.chat.filling
    of, _, version = parts[0].partition("-")
    filling_id = natural(of) if len(parts) == 3 else None
    if filling_id is None:
        return [report_phrases.button_unknown(words=turn.words)]
    if row is None or row.id != filling_id:
        begun = fillings.begun_by(turn.connection, turn.person.id) if turn.person else ()
        key = next((one.key for one in begun if one.id == filling_id), None)
        return open_form(turn, key) if key is not None else elsewhere.old_button(turn, filling_id)
    # The places of an older version's questions are not those of this one: a press of then answers nothing.
    of_this = version in ("", str(row.plan_version_id))
    pressed = Pressed(parts[1], parts[2]) if of_this else Pressed("older", parts[2])
    return _after_news(turn, row, lambda desk, row: _step(turn, desk, row, pressed), press=True)


def say_word(turn: Turn, row: Begun, word: Word) -> Sequence[Reply]:
    """`/huy`, `/giup` while a form is open."""
    return _after_news(turn, row, lambda desk, row: _step(turn, desk, row, word))


def send_again(turn: Turn, row: Begun, text: str) -> Sequence[Reply]:
    """Why the report is corrected was typed: send it, if that is a reason."""
    reason = reasons.read(turn, "explains", row.id, text)
    if isinstance(reason, Reply):
        return [reason]
    send = Pressed(Stand.SUMMARY, "send")
    return _after_news(turn, row, lambda desk, row: _step(turn, desk, row, send, reason=reason))


def send_as_it_is(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Vẫn gửi*: a returned report in which nothing was changed."""
    row = turn.chat.filling
    if row is None or row.id != natural(parts[0]):
        return [report_phrases.form_gone(words=turn.words)]
    send = Pressed(Stand.SUMMARY, "send")
    return _after_news(turn, row, lambda desk, row: _step(turn, desk, row, send, knowing=True))


def expects_words(turn: Turn, row: Begun) -> bool:
    """Whether the open question takes words of one's own, which may begin like a command: "Báo cáo số 87-BC/BTG"."""
    desk = _desk(turn, row)
    at = desk.filling.at
    if desk.filling.stand is Stand.REASON:
        return True
    return at is not None and desk.form.question(at).type in (Type.TEXT, Type.DOCUMENT)


def _after_news(
    turn: Turn,
    row: Begun,
    go_on: Callable[[Desk, Begun], Sequence[Reply]],
    *,
    press: bool = False,
    answered: bool = True,
) -> Sequence[Reply]:
    """Go on with a form once the person has heard what changed about it. What was said counts only if what is asked for
    is what it was; a press also needs the version whose places it names. `answered`: something was said at all."""
    if row.overtaken_by is not None and (report := reports.latest(turn.connection, row.key)) is not None:
        return together.overtaken(turn, row, report, answered=answered)
    settled = newer.settle(turn, row)
    if settled.row is None:
        return [Reply(settled.above)]
    desk = _desk(turn, settled.row)
    if not settled.above:
        return go_on(desk, settled.row)
    if not settled.again and not (press and settled.row.plan_version_id != row.plan_version_id):
        first, *rest = go_on(replace(desk, told=True), settled.row)
    else:
        filling, outcome = standing(desk.filling, desk.form, desk.scene)
        _save(turn, desk.id, filling)
        first, rest = _words(turn, desk.form, desk.prefix, outcome), []
    before = newer.left_behind(turn, desk.key) if row.news == "merged" else []
    return [*before, *below(settled.above, first), *rest]


def _begin(turn: Turn, owed: Owed, *, again: Report | None) -> Sequence[Reply]:
    """Begin a form: with nothing, or with the answers of a report that is to be mended or supplemented."""
    assert turn.person is not None
    key, version_id = owed.key, owed.plan_version_id
    if again is not None:
        form = together.form_of(turn, key, again.plan_version_id)
        above = (
            report_phrases.reopened(form, again.note, words=turn.words)
            if owed.returned
            else report_phrases.supplemented(form, again.code, words=turn.words)
        )
        return _begin_again(turn, again, version_id, above)
    plan = turn.shelf.plan(turn.connection, version_id)
    planned = plan.form(
        key[2]
    )  # what is owed anew is in the version in force: a newer one withdraws the rest
    form = answerable(behalf.named(turn, titled(planned.form, key[3]), key[1]))
    unit = unit_for(turn.connection, turn.committee_id, key, planned, kinds=turn.kinds)
    stored = stored_scene(plan, planned, unit, kinds=turn.kinds, roster_version=turn.roster_version)
    stored |= past_of(turn.connection, turn.shelf, key, planned, unit, person_id=turn.person.id)
    scene = scene_of(stored, key[3], today=turn.today, language=turn.words.language)
    filling, outcome = begin(form, scene)
    above = phrases.opened(
        titled(planned.form, key[3]),
        unit=unit.short or unit.name,
        due=turn.words.day(owed.due_on),
        practised=scene.practised,
        summed_up=isinstance(outcome, Summarised),
        words=turn.words,
    )
    above += behalf.above(turn, key[1])
    note = waits.under_the_title(turn, plan, key, stored["tasks"]).strip()
    if scene.last and isinstance(outcome, Asked):
        above += "\n\n" + form_echoes.taken_over(lines_so_far(filling, form, scene), words=turn.words)
    return _put(turn, key, version_id, stored, filling, _Opening(form, outcome, above, note))


def _begin_again(turn: Turn, report: Report, version_id: int, above: str) -> Sequence[Reply]:
    """Begin with the answers of a report; what is sent will replace that one."""
    key = report.key
    reopened = newer.reopen(turn, key, report, version_id)
    stored = reopened.scene | {"practised": True}
    form = answerable(behalf.named(turn, titled(reopened.planned.form, key[3]), key[1]))
    scene = scene_of(stored, key[3], today=turn.today, language=turn.words.language)
    filling, outcome = standing(reopened.filling, form, scene)
    above = "\n".join(part for part in (above, reopened.above) if part)
    opening = _Opening(form, outcome, above, base_id=report.id)
    return _put(turn, key, reopened.version_id, stored, filling, opening)


@dataclass(frozen=True, slots=True)
class _Opening:
    """What is said to a form that is begun, and the report that it would replace."""

    form: Form
    outcome: Outcome
    above: str
    note: str = ""  # a message of its own: together they are too long for a phone
    base_id: int | None = None


def _put(
    turn: Turn, key: Key, version_id: int, stored: dict[str, Any], filling: Filling, opening: _Opening
) -> Sequence[Reply]:
    assert turn.person is not None
    filling_id = fillings.put_filling(
        turn.connection,
        person_id=turn.person.id,
        key=key,
        plan_version_id=version_id,
        scene=stored,
        state=filling.to_json(),
        base_id=opening.base_id,
        shown_in=turn.chat.id,
        now=turn.now,
    )
    behalf.note(turn, filling_id, key)
    contacts.save_filling(turn.connection, turn.chat.id, filling_id)
    first = _words(turn, opening.form, prefix(filling_id, version_id), opening.outcome)
    noted = [Reply(opening.note)] if opening.note else []
    above = [*newer.left_behind(turn, key), *absent.entered(turn, key), *noted]
    return [*above, *below(opening.above, first)]


def _resumed(turn: Turn, desk: Desk, row: Begun, *, above: str = "") -> Sequence[Reply]:
    filling, outcome = standing(desk.filling, desk.form, desk.scene)
    _save(turn, desk.id, filling)
    return below(above or _above_resumed(turn, row), _words(turn, desk.form, desk.prefix, outcome, row=row))


def _step(
    turn: Turn, desk: Desk, row: Begun, said: Said, *, reason: str = "", knowing: bool = False
) -> Sequence[Reply]:
    """One step of the engine, and what follows from it."""
    filling, outcome = advance(desk.filling, said, desk.form, desk.scene)
    match outcome:
        case Submitted():
            return submitting.submit(
                turn,
                row,
                outcome.answers,
                corrections=outcome.corrections,
                remarks=outcome.remarks,
                scene=corrected(desk.scene, outcome.corrections),
                reason=reason,
                knowing=knowing,
            )
        case Cancelled():
            fillings.end_filling(turn.connection, desk.id, status="cancelled", now=turn.now)
            again = occasions.give_up(turn, desk.key)
            restore = (
                button(Verb.RESTORE, desk.id) if together.given(desk.filling, desk.form, desk.scene) else None
            )
            return [
                report_phrases.cancelled(
                    desk.form,
                    sent=_replaces(turn, row),
                    again=open_button(again),
                    restore=restore,
                    words=turn.words,
                )
            ]
    _save(turn, desk.id, filling)
    interrupted = elsewhere.interrupted(turn, row)
    if isinstance(outcome, Summarised) and (interrupted or desk.told):
        outcome = replace(outcome, apart=True)
    reply = _words(turn, desk.form, desk.prefix, outcome, row=row)
    if said is Word.HELP:
        reply = help_phrases.above(reply, outcome, words=turn.words)
    if interrupted:
        return below(_above_resumed(turn, row), reply)
    return [reply]


def _desk(turn: Turn, row: Begun) -> Desk:
    form = together.form_of(turn, row.key, row.plan_version_id)
    scene = scene_of(row.scene, row.period, today=turn.today, language=turn.words.language)
    return Desk(row.id, row.key, row.plan_version_id, Filling.from_json(row.state), form, scene)


def _save(turn: Turn, filling_id: int, filling: Filling) -> None:
    fillings.save_state(turn.connection, filling_id, filling.to_json(), shown_in=turn.chat.id, now=turn.now)


def _words(turn: Turn, form: Form, prefix: str, outcome: Outcome, *, row: Begun | None = None) -> Reply:
    reply = phrases.say(outcome, form, prefix=prefix, words=turn.words)
    if row is not None and isinstance(outcome, CancelAsked) and (sent := _replaces(turn, row)):
        return phrases.cancel_correction(reply, sent, words=turn.words)
    return reply


def _replaces(turn: Turn, row: Begun) -> str:
    """The code of the report that this one would replace; empty where there is none."""
    report = reports.load_report(turn.connection, row.base_id) if row.base_id is not None else None
    return report.code if report is not None else ""


def _above_resumed(turn: Turn, row: Begun) -> str:
    form = titled(turn.shelf.plan(turn.connection, row.plan_version_id).form(row.form).form, row.period)
    unit = load_unit(turn.connection, row.unit_id)
    since = turn.words.moment(row.touched_at, turn.zone)
    return phrases.resumed(form, unit=unit.short or unit.name, since=since, words=turn.words)
