"""A form on the desk: a filling with all that it takes to go on with it, and what is said to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.buttons import Key, Verb, button
from bot.core.forms.engine import standing
from bot.core.forms.filling import Filling
from bot.core.forms.model import Form, Type
from bot.core.forms.outcomes import Asked, Summarised
from bot.core.forms.said import Pressed, Said, Sent, Typed, Unreadable, Word
from bot.core.forms.scene import Scene
from bot.core.messages import Choice, Kind
from handlers.choices import find_choice
from handlers.turn import Turn
from locales.answer_words import means_enough, means_no_change, means_none_yet, means_nothing, means_send
from locales.chat_words import read_form_word
from locales.phrases import form as phrases

TELLING = (Type.TEXT, Type.EVIDENCE)
"""Where "không" says that there is nothing to tell."""


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
    told: bool = False  # something new is said above what it asks for

    @property
    def prefix(self) -> str:
        """Begins the data of each of its buttons."""
        if self.verb is Verb.FORM:
            return prefix(self.id, self.plan_version_id)
        return button(self.verb, self.id)


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
    return _nothing_more(text, outcome, offered) if isinstance(outcome, Asked) else None


def _nothing_more(text: str, asked: Asked, offered: Sequence[Choice]) -> Said | None:
    """Words that go on without an answer: there is nothing to tell, or all of it is told."""
    type_, optional = asked.question.type, not asked.question.required
    if means_enough(text) and ((type_ is Type.EVIDENCE and asked.draft) or (type_ is Type.TEXT and optional)):
        for choice in offered:  # what is there already stays; nothing there is nothing to tell
            _, place, what = choice.data.rsplit(".", 2)
            if what in ("done", "keep", "skip"):
                return Pressed(place, what)
    if optional and type_ is Type.DOCUMENT:
        return Word.SKIP if means_none_yet(text) else None
    return Word.SKIP if optional and type_ in TELLING and means_nothing(text) else None


def _sends(text: str, summary: Summarised) -> bool:
    """Whether that sends what was summed up; "không thay đổi" does where all is as it was last time."""
    return means_send(text) or (summary.untouched and means_no_change(text))


def prefix(filling_id: int, version_id: int) -> str:
    """Of a button's data. It names the version of the plan: another one has other questions at the same places."""
    return button(Verb.FORM, f"{filling_id}-{version_id}")
