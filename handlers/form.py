"""Filling in a form: opening, answering, leaving. What is said is decided by the engine (`bot.core.forms.engine`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.core.buttons import Key, Verb, button, open_button
from bot.core.folding import fold, natural
from bot.core.forms.engine import advance, begin, standing
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Form, Type
from bot.core.forms.outcomes import Cancelled, Outcome, Submitted
from bot.core.forms.said import Pressed, Said, Sent, Typed, Unreadable, Word
from bot.core.forms.scene import Scene, corrected
from bot.core.messages import Choice, Kind, Reply
from bot.core.people import Act
from bot.db import assignments, contacts, fillings, reports
from bot.db.contacts import OpenFilling
from bot.db.corrections import open_corrections
from bot.db.units import load_unit
from handlers import submitting
from handlers.scenes import scene_of, stored_scene
from handlers.turn import Turn
from locales.chat_words import read_form_word
from locales.phrases import form as phrases
from locales.phrases import reports as report_phrases
from locales.phrases import tasks as task_phrases

SILENCE = timedelta(hours=12)
"""After so long the person is told where they left off."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A filling with all that it takes to go on with it."""

    id: int
    key: Key
    plan_version_id: int
    filling: Filling
    form: Form
    scene: Scene

    @property
    def prefix(self) -> str:
        """Begins the data of each of its buttons."""
        return button(Verb.FORM, self.id)


def open_form(turn: Turn, key: Key) -> Sequence[Reply]:
    """Begin a form that the person owes, or go on with it where they left off."""
    assert turn.person is not None
    if not turn.may(Act.REPORT, unit_id=key[1]):
        return [task_phrases.not_yours(words=turn.words)]
    begun = next((one for one in fillings.begun_by(turn.connection, turn.person.id) if one.key == key), None)
    if begun is not None:
        contacts.save_filling(turn.connection, turn.chat.id, begun.id)
        row = OpenFilling(
            begun.id,
            key[1],
            key[0],
            begun.plan_version_id,
            key[2],
            key[3],
            begun.scene,
            begun.state,
            begun.touched_at,
        )
        return [_resumed(turn, _desk(turn, row), row)]
    owed = assignments.find_owed(turn.connection, key)
    if owed is None or owed.opens_on > turn.today:
        report = reports.latest(turn.connection, key)
        if report is None:
            return [task_phrases.not_yours(words=turn.words)]
        at = turn.words.moment(report.submitted_at, turn.office.zone)
        return [task_phrases.reported_already(report.code, at, report.author, words=turn.words)]
    return _begin(turn, key, owed.plan_version_id, returned=owed.returned)


def hear(turn: Turn, row: OpenFilling) -> Sequence[Reply]:
    """Whatever a person says while a form is open, once the commands were sorted out."""
    desk = _desk(turn, row)
    said = _said(turn, desk)
    return _step(turn, desk, row, said)


def press(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A button of a form: `f:<filling>.<place>.<what>`."""
    row = turn.chat.filling
    filling_id = natural(parts[0]) if len(parts) == 3 else None
    if filling_id is None:
        return [report_phrases.button_unknown(words=turn.words)]
    if row is None or row.id != filling_id:
        return _press_elsewhere(turn, filling_id)
    return _step(turn, _desk(turn, row), row, Pressed(parts[1], parts[2]))


def say_word(turn: Turn, row: OpenFilling, word: Word) -> Sequence[Reply]:
    """`/huy`, `/giup` while a form is open."""
    return _step(turn, _desk(turn, row), row, word)


def expects_text(turn: Turn, row: OpenFilling) -> bool:
    """Whether the open question takes free text, so that a bare "việc" may be an answer and no command."""
    desk = _desk(turn, row)
    at = desk.filling.at
    if desk.filling.stand is Stand.REASON:
        return True
    return at is not None and desk.form.question(at).type is Type.TEXT


def _begin(turn: Turn, key: Key, version_id: int, *, returned: bool) -> Sequence[Reply]:
    assert turn.person is not None
    plan = turn.shelf.plan(turn.connection, version_id)
    planned = plan.form(key[2])
    unit = load_unit(turn.connection, key[1])
    stored = stored_scene(plan, planned, unit, turn.office)
    scene = scene_of(stored, key[3], today=turn.today, language=turn.words.language)
    owed = assignments.find_owed(turn.connection, key)
    assert owed is not None
    report = reports.latest(turn.connection, key) if returned else None
    if report is None:
        filling, outcome = begin(planned.form, scene)
        above = phrases.opened(
            planned.form,
            unit=unit.short or unit.name,
            due=turn.words.day(owed.due_on),
            words=turn.words,
        )
    else:
        # What was returned is corrected, not typed again.
        left_out = (
            frozenset(one.name for one in planned.form.questions if not one.required) - report.answers.keys()
        )
        corrections = open_corrections(turn.connection, report.id)
        filling, outcome = standing(
            Filling(report.answers, left_out, corrections=corrections), planned.form, scene
        )
        above = report_phrases.reopened(planned.form, report.note, words=turn.words)
    filling_id = fillings.put_filling(
        turn.connection,
        person_id=turn.person.id,
        key=key,
        plan_version_id=version_id,
        scene=stored,
        state=filling.to_json(),
        now=turn.now,
    )
    contacts.save_filling(turn.connection, turn.chat.id, filling_id)
    return [_under(above, _words(turn, planned.form, filling_id, outcome))]


def _resumed(turn: Turn, desk: Desk, row: OpenFilling) -> Reply:
    filling, outcome = standing(desk.filling, desk.form, desk.scene)
    fillings.save_state(turn.connection, desk.id, filling.to_json(), now=turn.now)
    return _under(_above_resumed(turn, desk, row), _words(turn, desk.form, desk.id, outcome))


def _step(turn: Turn, desk: Desk, row: OpenFilling, said: Said) -> Sequence[Reply]:
    """One step of the engine, and what follows from it."""
    filling, outcome = advance(desk.filling, said, desk.form, desk.scene)
    match outcome:
        case Submitted():
            return submitting.submit(
                turn,
                desk.id,
                desk.key,
                desk.plan_version_id,
                outcome.answers,
                corrections=outcome.corrections,
                scene=corrected(desk.scene, outcome.corrections),
                roster_version=row.scene.get("roster_version"),
            )
        case Cancelled():
            fillings.end_filling(turn.connection, desk.id, status="cancelled", now=turn.now)
            return [report_phrases.cancelled(desk.form, again=open_button(desk.key), words=turn.words)]
    fillings.save_state(turn.connection, desk.id, filling.to_json(), now=turn.now)
    if turn.chat.focus is not None:
        contacts.save_focus(turn.connection, turn.chat.id, None)
    reply = _words(turn, desk.form, desk.id, outcome)
    if turn.now - row.touched_at > SILENCE:
        reply = _under(_above_resumed(turn, desk, row), reply)
    return [reply]


def _press_elsewhere(turn: Turn, filling_id: int) -> Sequence[Reply]:
    """A button of a form that is not the one being filled in: sent, cancelled, set aside, or somebody else's."""
    assert turn.person is not None
    begun = next(
        (one for one in fillings.begun_by(turn.connection, turn.person.id) if one.id == filling_id), None
    )
    if begun is not None:
        return open_form(turn, begun.key)
    report = reports.of_filling(turn.connection, filling_id)
    if report is not None and report.unit_id in turn.person.units:
        at = turn.words.moment(report.submitted_at, turn.office.zone)
        return [task_phrases.reported_already(report.code, at, report.author, words=turn.words)]
    return [report_phrases.form_gone(words=turn.words)]


def _said(turn: Turn, desk: Desk) -> Said:
    """What the person says, in the engine's terms: a choice, one of the form's words, a file, or an answer."""
    incoming = turn.incoming
    if incoming.kind is Kind.FILE and incoming.attachment is not None:
        return Sent(incoming.attachment, incoming.text)
    if incoming.kind is not Kind.TEXT:
        return Unreadable()
    chosen = _chosen(turn, desk)
    return chosen or read_form_word(incoming.text) or Typed(incoming.text)


def _chosen(turn: Turn, desk: Desk) -> Pressed | None:
    """The choice whose number or label was typed."""
    _, outcome = standing(desk.filling, desk.form, desk.scene)
    offered, numbered = phrases.choices(outcome, desk.form, prefix=desk.prefix, words=turn.words)
    choice = find_choice(turn.incoming.text, offered, numbered=numbered)
    if choice is None:
        return None
    _, place, what = choice.data.rsplit(".", 2)
    return Pressed(place, what)


def find_choice(text: str, offered: Sequence[Choice], *, numbered: bool) -> Choice | None:
    """The choice of which the number (where they are numbered) or the label was typed, accents or not."""
    folded = fold(text)
    number = natural(folded.rstrip(".)"), digits=3) if numbered else None
    if number is not None and 1 <= number <= len(offered):
        return offered[number - 1]
    return next((choice for choice in offered if fold(choice.label) == folded), None)


def _desk(turn: Turn, row: OpenFilling) -> Desk:
    form = turn.shelf.plan(turn.connection, row.plan_version_id).form(row.form).form
    scene = scene_of(row.scene, row.period, today=turn.today, language=turn.words.language)
    key = (row.plan_id, row.unit_id, row.form, row.period)
    return Desk(row.id, key, row.plan_version_id, Filling.from_json(row.state), form, scene)


def _words(turn: Turn, form: Form, filling_id: int, outcome: Outcome) -> Reply:
    return phrases.say(outcome, form, prefix=button(Verb.FORM, filling_id), words=turn.words)


def _above_resumed(turn: Turn, desk: Desk, row: OpenFilling) -> str:
    unit = load_unit(turn.connection, row.unit_id)
    since = turn.words.moment(row.touched_at, turn.office.zone)
    return phrases.resumed(desk.form, unit=unit.short or unit.name, since=since, words=turn.words)


def _under(above: str, reply: Reply) -> Reply:
    return Reply(f"{above}\n\n{reply.text}", reply.choices, reply.columns)
