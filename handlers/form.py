"""Filling in a form: opening, answering, leaving. What is said is decided by the engine (`bot.core.forms.engine`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.core.buttons import Key, Verb, button, open_button
from bot.core.folding import natural
from bot.core.forms.engine import advance, begin, lines_so_far, standing
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Form, Type
from bot.core.forms.outcomes import Asked, Cancelled, Outcome, Submitted, Summarised
from bot.core.forms.said import Pressed, Said, Sent, Typed, Unreadable, Word
from bot.core.forms.scene import Scene, corrected
from bot.core.messages import Kind, Reply
from bot.core.reports import Report
from bot.db import assignments, contacts, fillings, reports
from bot.db.assignments import Owed
from bot.db.contacts import OpenFilling
from bot.db.units import load_unit
from bot.gather.merged_figures import unit_for
from bot.gather.past import past_of
from bot.gather.scenes import scene_of, stored_scene
from handlers import absent, behalf, newer, occasions, submitting, waits
from handlers.choices import find_choice
from handlers.turn import Turn
from locales.chat_words import means_no_change, means_nothing, means_send, read_form_word
from locales.phrases import form as phrases
from locales.phrases import form_echoes
from locales.phrases import help as help_phrases
from locales.phrases import reports as report_phrases
from locales.phrases import tasks as task_phrases
from locales.phrases.menus import below
from locales.phrases.periods import titled

TELLING = (Type.TEXT, Type.EVIDENCE)
"""Where "không" says that there is nothing to tell."""

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
    verb: Verb = Verb.FORM

    @property
    def prefix(self) -> str:
        """Begins the data of each of its buttons."""
        return button(self.verb, self.id)


def open_form(turn: Turn, key: Key) -> Sequence[Reply]:
    """Begin a form that the person owes, or go on with it where they left off. A form of what happens now and then is
    begun once more."""
    assert turn.person is not None
    if not behalf.may_report(turn, key[1]):
        return [task_phrases.not_yours(words=turn.words)]
    if asked := behalf.ask_teller(turn, key):
        return asked
    if occasions.is_another(key):
        made = occasions.begin(turn, key)
        if made is None:
            return [task_phrases.not_yours(words=turn.words)]
        key = made
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
            begun.news,
        )
        return _after_news(turn, row, lambda desk, row: _resumed(turn, desk, row))
    owed = assignments.find_owed(turn.connection, key)
    if owed is not None and owed.opens_on <= turn.today:
        return _begin(turn, owed, again=reports.latest(turn.connection, key) if owed.returned else None)
    report = reports.latest(turn.connection, key)
    if report is None:
        return [task_phrases.not_yours(words=turn.words)]
    promised = assignments.find_promised(turn.connection, key)
    if promised is not None:
        return _begin(turn, promised, again=report)
    at = turn.words.moment(report.submitted_at, turn.zone)
    return [task_phrases.reported_already(report.code, at, report.author, words=turn.words)]


def hear(turn: Turn, row: OpenFilling) -> Sequence[Reply]:
    """Whatever a person says while a form is open, once the commands were sorted out."""
    return _after_news(turn, row, lambda desk, row: _step(turn, desk, row, said(turn, desk)))


def press(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A button of a form: `f:<filling>.<place>.<what>`."""
    row = turn.chat.filling
    filling_id = natural(parts[0]) if len(parts) == 3 else None
    if filling_id is None:
        return [report_phrases.button_unknown(words=turn.words)]
    if row is None or row.id != filling_id:
        return _press_elsewhere(turn, filling_id)
    # The places of an older version's questions are not those of this one: a press of then answers nothing.
    pressed = Pressed(parts[1], parts[2])
    return _after_news(turn, row, lambda desk, row: _step(turn, desk, row, pressed), press=True)


def say_word(turn: Turn, row: OpenFilling, word: Word) -> Sequence[Reply]:
    """`/huy`, `/giup` while a form is open."""
    return _after_news(turn, row, lambda desk, row: _step(turn, desk, row, word))


def expects_words(turn: Turn, row: OpenFilling) -> bool:
    """Whether the open question takes words of one's own, which may begin like a command: "Báo cáo số 87-BC/BTG"."""
    desk = _desk(turn, row)
    at = desk.filling.at
    if desk.filling.stand is Stand.REASON:
        return True
    return at is not None and desk.form.question(at).type in (Type.TEXT, Type.DOCUMENT)


def _after_news(
    turn: Turn,
    row: OpenFilling,
    go_on: Callable[[Desk, OpenFilling], Sequence[Reply]],
    *,
    press: bool = False,
) -> Sequence[Reply]:
    """Go on with a form once the person has heard what changed about it. What was said counts only if what is asked for
    is what it was; a press also needs the version whose places it names."""
    settled = newer.settle(turn, row)
    if settled.row is None:
        return [Reply(settled.above)]
    desk = _desk(turn, settled.row)
    if not settled.above:
        return go_on(desk, settled.row)
    if not settled.again and not (press and settled.row.plan_version_id != row.plan_version_id):
        first, *rest = go_on(desk, settled.row)
    else:
        filling, outcome = standing(desk.filling, desk.form, desk.scene)
        fillings.save_state(turn.connection, desk.id, filling.to_json(), now=turn.now)
        first, rest = _words(turn, desk.form, desk.id, outcome), []
    before = newer.left_behind(turn, desk.key) if row.news == "merged" else []
    return [*before, *below(settled.above, first), *rest]


def _begin(turn: Turn, owed: Owed, *, again: Report | None) -> Sequence[Reply]:
    """Begin a form: with nothing, or with the answers of a report that is to be corrected or supplemented."""
    assert turn.person is not None
    note = ""
    key, version_id = owed.key, owed.plan_version_id
    plan = turn.shelf.plan(turn.connection, version_id)
    if again is None:
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
    else:
        reopened = newer.reopen(turn, key, again, version_id)
        version_id, stored = reopened.version_id, reopened.scene | {"practised": True}
        form = answerable(behalf.named(turn, titled(reopened.planned.form, key[3]), key[1]))
        scene = scene_of(stored, key[3], today=turn.today, language=turn.words.language)
        filling, outcome = standing(reopened.filling, form, scene)
        above = (
            report_phrases.reopened(form, again.note, words=turn.words)
            if owed.returned
            else report_phrases.supplemented(form, again.code, words=turn.words)
        )
        above = "\n".join(part for part in (above, reopened.above) if part)
    filling_id = fillings.put_filling(
        turn.connection,
        person_id=turn.person.id,
        key=key,
        plan_version_id=version_id,
        scene=stored,
        state=filling.to_json(),
        now=turn.now,
    )
    behalf.note(turn, filling_id, key)
    contacts.save_filling(turn.connection, turn.chat.id, filling_id)
    first = below(above, _words(turn, form, filling_id, outcome))
    noted = [Reply(note)] if note else []  # a message of its own: together they are too long for a phone
    return [*newer.left_behind(turn, key), *absent.entered(turn, key), *noted, *first]


def _resumed(turn: Turn, desk: Desk, row: OpenFilling) -> Sequence[Reply]:
    filling, outcome = standing(desk.filling, desk.form, desk.scene)
    fillings.save_state(turn.connection, desk.id, filling.to_json(), now=turn.now)
    return below(_above_resumed(turn, row), _words(turn, desk.form, desk.id, outcome))


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
                remarks=outcome.remarks,
                scene=corrected(desk.scene, outcome.corrections),
                roster_version=row.scene.get("roster_version"),
            )
        case Cancelled():
            fillings.end_filling(turn.connection, desk.id, status="cancelled", now=turn.now)
            again = occasions.give_up(turn, desk.key)
            return [report_phrases.cancelled(desk.form, again=open_button(again), words=turn.words)]
    fillings.save_state(turn.connection, desk.id, filling.to_json(), now=turn.now)
    reply = _words(turn, desk.form, desk.id, outcome)
    if said is Word.HELP:
        reply = help_phrases.above(reply, outcome, words=turn.words)
    if turn.now - row.touched_at > SILENCE:
        return below(_above_resumed(turn, row), reply)
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
        at = turn.words.moment(report.submitted_at, turn.zone)
        return [task_phrases.reported_already(report.code, at, report.author, words=turn.words)]
    return [report_phrases.form_gone(words=turn.words)]


def said(turn: Turn, desk: Desk) -> Said:
    """What the person says, in the engine's terms: a choice, one of the form's words, a file, or an answer."""
    incoming = turn.incoming
    if incoming.kind is Kind.FILE and incoming.attachment is not None:
        return Sent(incoming.files, incoming.text)
    if incoming.kind is not Kind.TEXT:
        return Unreadable()
    chosen = _chosen(turn, desk)
    return chosen or read_form_word(incoming.text) or Typed(incoming.text)


def _chosen(turn: Turn, desk: Desk) -> Said | None:
    """The choice whose number or label was typed, or other words that mean one."""
    text = turn.incoming.text
    _, outcome = standing(desk.filling, desk.form, desk.scene)
    offered, numbered = phrases.choices(outcome, desk.form, prefix=desk.prefix, words=turn.words)
    choice = find_choice(text, offered, numbered=numbered)
    if choice is None and isinstance(outcome, Summarised) and _sends(text, outcome):
        choice = offered[0]
    if choice is not None:
        _, place, what = choice.data.rsplit(".", 2)
        return Pressed(place, what)
    if isinstance(outcome, Asked) and outcome.question.type in TELLING and not outcome.question.required:
        return Word.SKIP if means_nothing(text) else None
    return None


def _sends(text: str, summary: Summarised) -> bool:
    """Whether that sends what was summed up; "không thay đổi" does where all is as it was last time."""
    return means_send(text) or (summary.untouched and means_no_change(text))


def _desk(turn: Turn, row: OpenFilling) -> Desk:
    form = answerable(behalf.named(turn, _titled(turn, row), row.unit_id))
    scene = scene_of(row.scene, row.period, today=turn.today, language=turn.words.language)
    key = (row.plan_id, row.unit_id, row.form, row.period)
    return Desk(row.id, key, row.plan_version_id, Filling.from_json(row.state), form, scene)


def _words(turn: Turn, form: Form, filling_id: int, outcome: Outcome) -> Reply:
    return phrases.say(outcome, form, prefix=button(Verb.FORM, filling_id), words=turn.words)


def _titled(turn: Turn, row: OpenFilling) -> Form:
    return titled(turn.shelf.plan(turn.connection, row.plan_version_id).form(row.form).form, row.period)


def _above_resumed(turn: Turn, row: OpenFilling) -> str:
    unit = load_unit(turn.connection, row.unit_id)
    since = turn.words.moment(row.touched_at, turn.zone)
    return phrases.resumed(_titled(turn, row), unit=unit.short or unit.name, since=since, words=turn.words)
