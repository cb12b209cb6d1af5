"""Filling in a form: one thing said in, the new state and what it comes to out.

    filling, outcome = advance(filling, said, form, scene)

The engine holds nothing: a filling is plain data, stored and read back between any two steps.
"""

from dataclasses import replace
from typing import assert_never

from bot.core.folding import natural
from bot.core.forms import known
from bot.core.forms import scene as scenes
from bot.core.forms.answers import evidence, problems
from bot.core.forms.answers.outcome import Unclear
from bot.core.forms.answers.problems import Code
from bot.core.forms.changing import read_changes
from bot.core.forms.expected import answerable
from bot.core.forms.filing import filed
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Form, Question, Type
from bot.core.forms.outcomes import (
    CancelAsked,
    Cancelled,
    Echo,
    Line,
    Stale,
    Standing,
    Submitted,
    WhichAsked,
    Why,
)
from bot.core.forms.pressing import buttons, pressed_value
from bot.core.forms.said import Edit, Pressed, Said, Sent, Typed, Unreadable, Word
from bot.core.forms.scene import Scene
from bot.core.forms.several import Several
from bot.core.forms.sitting import AT_A_QUESTION, Sitting, Step
from bot.core.forms.telling import GROWING


def begin(form: Form, scene: Scene) -> Step:
    """A new filling and its first question; of a unit that sent the form for an earlier period, what it said then."""
    filling = known.as_last_time(answerable(form), scene) if scene.last else Filling()
    return Sitting(filling, form, scene).onward(None)


def standing(filling: Filling, form: Form, scene: Scene, *, why: Why = Why.RESUMED) -> Step:
    """What the filling asks for now. The state changes only if its question is asked no longer
    (a newer version of the form, another figure of the unit)."""
    return Sitting(filling, form, scene).standing(why)


def lines_so_far(filling: Filling, form: Form, scene: Scene) -> tuple[Line, ...]:
    """The whole as it stands, numbered; what is open has no value."""
    return Sitting(filling, form, scene).lines()


def advance(filling: Filling, said: Said, form: Form, scene: Scene) -> Step:
    """What becomes of the filling by one thing said. Never raises, whatever is said."""
    return _Hearing(filling, form, scene).hear(said)


class _Hearing(Several):
    """What is said, and what it means."""

    # --- what is said --------------------------------------------------------------------------------------

    def hear(self, said: Said) -> Step:
        if self.filling.stand in AT_A_QUESTION and self.question is None:
            return self.onward(None)  # its question is asked no longer: nothing can be an answer to it
        match said:
            case Word.BACK:
                return self.back()
            case Word.SKIP:
                return self.skip()
            case Word.HELP:
                return self.standing(Why.HELP)
            case Word.RESUME:
                return self.resume()
            case Word.CANCEL:
                return self.cancel()
            case Edit():
                return self.edit(said.number)
            case Pressed():
                return self.press(said)
            case Typed():
                return self.typed(said.text)
            case Sent():
                return self.sent(said)
            case Unreadable():
                return self.unreadable()
        assert_never(said)

    def skip(self) -> Step:
        if self.question is None or self.filling.stand not in (Stand.QUESTION, Stand.CONFIRM):
            return self.standing(Why.HELP)
        if self.filling.draft and self.question.type in GROWING and self.filling.stand is Stand.QUESTION:
            return self.keep(self.filling.draft)  # part of it is there: skipping means that it is all
        if self.question.required:
            return self.again(Why.REFUSED, problems.why(Code.REQUIRED))
        skipped = self.filling.without_answer(self.question.name)
        return self.after(skipped).onward(Echo(self.question, None), behind=self.question)

    def cancel(self) -> Step:
        if not self.entered:
            return self.filling, Cancelled()
        draft = None if self.filling.stand in (Stand.CONFIRM, Stand.REASON) else self.filling.draft
        filling = replace(self.filling, stand=Stand.CANCEL, draft=draft, heard=None)
        return filling, CancelAsked(self.entered)

    def resume(self) -> Step:
        """Back to what was asked for before "which line?" or "really cancel?"."""
        if self.filling.stand not in (Stand.CANCEL, Stand.WHICH):
            return self.standing(Why.RESUMED)
        stand = Stand.QUESTION if self.question is not None else Stand.SUMMARY
        return self.after(replace(self.filling, stand=stand)).standing(Why.RESUMED)

    def edit(self, number: int | None) -> Step:
        left = self.leave()
        questions = left.course.questions
        if number is not None and 1 <= number <= len(questions):
            return left.to(questions[number - 1], Why.EDIT)
        filling = replace(left.filling, stand=Stand.WHICH, draft=None, heard=None)
        return filling, WhichAsked(left.lines(), no_such=number is not None)

    def send(self) -> Step:
        if self.still_open() or self.unusual():
            return self.onward(None)
        answers = scenes.answers_that_count(self.form, self.filling.answers, self.scene)
        remarks = {name: said for name, said in self.filling.remarks.items() if name in answers}
        return self.filling, Submitted(answers, self.filling.corrections, remarks)

    def press(self, pressed: Pressed) -> Step:
        """A button counts only while its question, or its summary, is what is asked for."""
        stand = self.filling.stand
        place = natural(pressed.place, digits=3)
        if place is not None:
            pressed_on = self.form.at_place(place)
            question = self.question
            if pressed_on is None or question is None or question.name != pressed_on.name:
                return self.stale(pressed_on)
            if stand is Stand.UNUSUAL and pressed.what in ("yes", "no"):
                return self.stand_by(question) if pressed.what == "yes" else self.to(question, Why.EDIT)
            if stand not in (Stand.QUESTION, Stand.CONFIRM):
                return self.stale(question)
            if stand is Stand.CONFIRM and pressed.what in ("yes", "no"):
                return self.confirm(pressed.what == "yes")
            if stand is Stand.CONFIRM:
                return self.stale(question)
            return self.press_answer(question, pressed.what)
        match pressed.place, pressed.what:
            case Stand.SUMMARY, "send" if stand is Stand.SUMMARY:
                return self.send()
            case Stand.SUMMARY, "edit" if stand is Stand.SUMMARY:
                return self.edit(None)
            case Stand.SUMMARY, "cancel" if stand is Stand.SUMMARY:
                return self.cancel()
            case Stand.HEARD, ("yes" | "no") if stand is Stand.HEARD:
                return self.confirm_heard(pressed.what == "yes")
            case Stand.CANCEL, "yes" if stand is Stand.CANCEL:
                return self.filling, Cancelled()
            case Stand.CANCEL, "no" if stand is Stand.CANCEL:
                return self.resume()
        return self.stale(None)

    def press_answer(self, question: Question, what: str) -> Step:
        if what == "skip":
            return self.skip()
        if what == "keep" and question.name in self.filling.answers:
            return self.keep(self.filling.answers[question.name])
        if what == "done":
            return self.keep(self.filling.draft) if self.filling.draft else self.skip()
        if what == "anew" and question.type is Type.EVIDENCE:
            filling = replace(
                self.filling.without_answer(question.name), draft=None, skipped=self.filling.skipped
            )
            return self.after(filling).to(question, Why.EDIT)
        if question.type is Type.SELECT_MULTIPLE:
            return self.toggle(question, what)
        value = pressed_value(question, what, scenes.context(question, self.course, self.scene))
        return self.stale(question) if value is None else self.keep(value)

    def toggle(self, question: Question, what: str) -> Step:
        """A tap on one option of several: it joins the list, or leaves it."""
        place = natural(what, digits=3)
        if place is None or str(place) not in buttons(question, total=None):
            return self.stale(question)
        chosen = set(self.filling.draft or ()) ^ {question.options[place].name}
        draft = [option.name for option in question.options if option.name in chosen]
        filling = replace(self.filling, draft=draft or None)
        return filling, self.after(filling).asked(question, Why.MORE)

    def stale(self, question: Question | None) -> Step:
        filling, now = self.standing(Why.RESUMED)
        assert isinstance(now, Standing)
        return filling, Stale(question, self.filling.answers.get(question.name) if question else None, now)

    def typed(self, text: str) -> Step:
        match self.filling.stand:
            case Stand.SUMMARY | Stand.WHICH if changes := read_changes(text):
                return self.change(changes)
            case Stand.SUMMARY if (number := _line_number(text)) is not None:
                return self.edit(number)
            case Stand.SUMMARY:
                return self.filling, self.summarised(misunderstood=True)
            case Stand.WHICH:
                return self.edit(_line_number(text) or 0)
            case Stand.CANCEL:
                return self.filling, CancelAsked(self.entered)
            case Stand.HEARD:
                return self.typed_to_heard(text)
        return self.typed_at_question(text)

    def sent(self, sent: Sent) -> Step:
        question = self.question
        at_a_question = question is not None and self.filling.stand is Stand.QUESTION
        if question is None or not at_a_question or question.type is not Type.EVIDENCE:
            nowhere = self.again(Why.REFUSED, problems.why(Code.TEXT_EXPECTED)) if at_a_question else None
            return filed(self, sent) or nowhere or self.standing(Why.HELP)
        kept, refusal = evidence.accept_all(self.filling.draft or (), sent.attachments, caption=sent.caption)
        filling = replace(self.filling, draft=kept or None)
        if refusal is not None:
            why = Why.UNCLEAR if isinstance(refusal, Unclear) else Why.REFUSED
            return self.after(filling).again(why, refusal.why)
        return filling, self.after(filling).asked(question, Why.MORE)

    def unreadable(self) -> Step:
        if self.question is None or self.filling.stand is not Stand.QUESTION:
            return self.standing(Why.HELP)
        return self.again(Why.REFUSED, problems.why(Code.UNREADABLE))


def _line_number(text: str) -> int | None:
    """The line that a bare number means: `3`, `3.`."""
    return natural(text.strip().rstrip("."), digits=3)
