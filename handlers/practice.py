"""`/thu`: a practice form. The same engine asks it as a real one; it leaves no trace but its place in the chat."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.core.buttons import Verb
from bot.core.folding import natural
from bot.core.forms.engine import advance, begin
from bot.core.forms.filling import Filling
from bot.core.forms.model import Type
from bot.core.forms.outcomes import CancelAsked, Cancelled, Outcome, Submitted
from bot.core.forms.said import Pressed, Said, Word
from bot.core.forms.scene import Scene
from bot.core.messages import Reply
from bot.db import contacts
from bot.gather.practice import practice_form
from handlers.desk import Desk, said
from handlers.turn import Turn
from locales.phrases import form as form_phrases
from locales.phrases import help as help_phrases
from locales.phrases import practice as phrases

LASTS = timedelta(hours=12)
"""A practice form that was left alone for so long is over: nobody means it any more."""

NO_KEY = (0, 0, "", "once")
"""It is nobody's duty."""


def begin_anew(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """The first question, whatever was practised before."""
    practised, unit = practice_form()
    filling, outcome = begin(practised, _scene(turn))
    desk = _desk_of(turn, int(turn.now.timestamp()), filling)
    _keep(turn, desk, filling)
    above = phrases.opened(turn.words.of(unit), words=turn.words)
    return [phrases.marked(_words(turn, desk, outcome), above=above, words=turn.words)]


def is_open(turn: Turn) -> bool:
    """Whether what is typed in this chat is said to a practice form."""
    kept = turn.chat.practice
    return kept is not None and turn.now - datetime.fromisoformat(kept["at"]) < LASTS


def hear(turn: Turn) -> Sequence[Reply]:
    """Whatever a person says while they practise, once the commands were sorted out."""
    desk = _desk(turn)
    return _step(turn, desk, said(turn, desk))


def say_word(turn: Turn, word: Word) -> Sequence[Reply]:
    """`/huy`, `/giup` while practising."""
    return _step(turn, _desk(turn), word)


def press(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A button of a practice form: `try:<run>.<place>.<what>`. One of a run that is over changes nothing."""
    run = natural(parts[0], digits=12) if len(parts) == 3 else None
    if run is None or not is_open(turn) or (turn.chat.practice or {}).get("run") != run:
        return [phrases.over(form_open=turn.chat.filling is not None, words=turn.words)]
    return _step(turn, _desk(turn), Pressed(parts[1], parts[2]))


def expects_words(turn: Turn) -> bool:
    """Whether the open question takes words of one's own, which may begin like a command."""
    desk = _desk(turn)
    at = desk.filling.at
    return at is not None and desk.form.question(at).type is Type.TEXT


def set_aside(turn: Turn) -> None:
    """The person goes on with a real form."""
    if turn.chat.practice is not None:
        contacts.save_practice(turn.connection, turn.chat.id, None)


def _step(turn: Turn, desk: Desk, said: Said) -> Sequence[Reply]:
    """One step of the engine. It may be left without being asked twice: there is nothing to lose."""
    filling, outcome = advance(desk.filling, said, desk.form, desk.scene)
    form_open = turn.chat.filling is not None
    match outcome:
        case Submitted():
            set_aside(turn)
            at = turn.words.moment(turn.now, turn.zone)
            return [phrases.receipt(at, form_open=form_open, words=turn.words)]
        case Cancelled() | CancelAsked():
            set_aside(turn)
            return [phrases.left(form_open=form_open, words=turn.words)]
    _keep(turn, desk, filling)
    reply = _words(turn, desk, outcome)
    if said is Word.HELP:
        reply = help_phrases.above(reply, outcome, words=turn.words)
    return [phrases.marked(reply, words=turn.words)]


def _words(turn: Turn, desk: Desk, outcome: Outcome) -> Reply:
    return form_phrases.say(outcome, desk.form, prefix=desk.prefix, words=turn.words)


def _keep(turn: Turn, desk: Desk, filling: Filling) -> None:
    kept = {"run": desk.id, "at": turn.now.isoformat(), "filling": filling.to_json()}
    contacts.save_practice(turn.connection, turn.chat.id, kept)


def _desk(turn: Turn) -> Desk:
    kept = turn.chat.practice
    assert kept is not None, "somebody practises"
    return _desk_of(turn, kept["run"], Filling.from_json(kept["filling"]))


def _desk_of(turn: Turn, run: int, filling: Filling) -> Desk:
    practised, _ = practice_form()
    return Desk(run, NO_KEY, 0, filling, practised, _scene(turn), Verb.PRACTICE)


def _scene(turn: Turn) -> Scene:
    return Scene(unit={}, tasks=frozenset(), today=turn.today, language=turn.words.language)
