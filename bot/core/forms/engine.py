"""Filling in a form: one thing said in, the new state and what it comes to out.

    filling, outcome = advance(filling, said, form, scene)

The engine holds nothing: a filling is plain data, stored and read back between any two steps.
"""

from dataclasses import replace
from typing import assert_never

from bot.core import reasons
from bot.core.folding import natural
from bot.core.forms import scene as scenes
from bot.core.forms.answers import evidence, problems, understand
from bot.core.forms.answers.confirmation import confirmed
from bot.core.forms.answers.outcome import Doubtful, Problem, Refused, Unclear, Understanding, Understood
from bot.core.forms.answers.problems import Code
from bot.core.forms.changing import change
from bot.core.forms.filling import Correction, Filling, Stand
from bot.core.forms.model import Form, Question, Type, Value
from bot.core.forms.outcomes import (
    Asked,
    CancelAsked,
    Cancelled,
    Doubted,
    Echo,
    ReasonAsked,
    Stale,
    Submitted,
    Summarised,
    WhichAsked,
    Why,
)
from bot.core.forms.pressing import buttons, pressed_value
from bot.core.forms.said import Edit, Pressed, Said, Sent, Typed, Unreadable, Word
from bot.core.forms.scene import Scene
from bot.core.forms.sitting import AT_A_QUESTION, GROWING, Sitting, Step

_REASON = Question("reason", Type.TEXT, {}, required=True)


def begin(form: Form, scene: Scene) -> Step:
    """A new filling and its first question."""
    return Sitting(Filling(), form, scene).onward(None)


def standing(filling: Filling, form: Form, scene: Scene, *, why: Why = Why.RESUMED) -> Step:
    """What the filling asks for now. The state changes only if its question is asked no longer
    (a newer version of the form, another figure of the unit)."""
    return Sitting(filling, form, scene).standing(why)


def advance(filling: Filling, said: Said, form: Form, scene: Scene) -> Step:
    """What becomes of the filling by one thing said. Never raises, whatever is said."""
    return _Hearing(filling, form, scene).hear(said)


class _Hearing(Sitting):
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
        return replace(self.filling, stand=Stand.CANCEL, draft=draft), CancelAsked(self.entered)

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
        filling = replace(left.filling, stand=Stand.WHICH, draft=None)
        return filling, WhichAsked(left.lines(), no_such=number is not None)

    def send(self) -> Step:
        if self.still_open():
            return self.onward(None)
        answers = scenes.answers_that_count(self.form, self.filling.answers, self.scene)
        return self.filling, Submitted(answers, self.filling.corrections)

    def press(self, pressed: Pressed) -> Step:
        """A button counts only while its question, or its summary, is what is asked for."""
        stand = self.filling.stand
        place = natural(pressed.place, digits=3)
        if place is not None:
            pressed_on = self.form.questions[place] if place < len(self.form.questions) else None
            question = self.question
            if pressed_on is None or question is None or question.name != pressed_on.name:
                return (change(self, pressed_on, pressed.what) if pressed_on else None) or self.stale(
                    pressed_on
                )
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
        assert isinstance(now, Asked | Summarised | Doubted | ReasonAsked | WhichAsked | CancelAsked)
        return filling, Stale(question, self.filling.answers.get(question.name) if question else None, now)

    def typed(self, text: str) -> Step:
        match self.filling.stand:
            case Stand.SUMMARY if (number := _line_number(text)) is not None:
                return self.edit(number)
            case Stand.SUMMARY:
                return self.filling, Summarised(self.lines(), misunderstood=True)
            case Stand.WHICH:
                return self.edit(_line_number(text) or 0)
            case Stand.CANCEL:
                return self.filling, CancelAsked(self.entered)
        question = self.question
        assert question is not None
        if self.filling.stand is Stand.REASON:
            return self.give_reason(question, text)
        if self.filling.stand is Stand.CONFIRM:
            # "đúng rồi", "ok", "không": an answer to what was just asked back. Anything else is a new answer.
            meant = confirmed(text, today=self.scene.today, language=self.scene.language)
            if meant is not None:
                return self.confirm(meant)
        reading = understand(text, question, context=scenes.context(question, self.course, self.scene))
        return self.weigh(question, reading)

    def sent(self, sent: Sent) -> Step:
        question = self.question
        if question is None or self.filling.stand is not Stand.QUESTION:
            return self.standing(Why.HELP)
        if question.type is not Type.EVIDENCE:
            return self.again(Why.REFUSED, problems.why(Code.TEXT_EXPECTED))
        so_far = self.filling.draft or ()
        reading = evidence.accept(so_far, sent.attachment, caption=sent.caption)
        if not isinstance(reading, Understood):
            return self.weigh(question, reading)
        filling = replace(self.filling, draft=reading.value)
        return filling, self.after(filling).asked(question, Why.MORE)

    def unreadable(self) -> Step:
        if self.question is None or self.filling.stand is not Stand.QUESTION:
            return self.standing(Why.HELP)
        return self.again(Why.REFUSED, problems.why(Code.UNREADABLE))

    # --- what it means --------------------------------------------------------------------------------------

    def weigh(self, question: Question, reading: Understanding) -> Step:
        match reading:
            case Understood():
                return self.keep(reading.value)
            case Doubtful():
                return self.doubt(question, reading.value, reading.why)
            case Unclear(why=reason, value=value) if value is not None and reason.code == Code.OTHER_TOTAL:
                return self.doubt(question, value, reason)  # either may be right: the person says which
            case Unclear():
                return self.again(Why.UNCLEAR, reading.why)
            case Refused():
                return self.again(Why.REFUSED, reading.why)
        assert_never(reading)

    def doubt(self, question: Question, value: Value, why: Problem) -> Step:
        """Echo and confirm, unless it could not be kept anyhow."""
        if not scenes.fits(question, value, self.course, self.scene):
            return self.again(Why.REFUSED, problems.why(Code.CONSTRAINT))
        return replace(self.filling, stand=Stand.CONFIRM, draft=value), Doubted(question, value, why)

    def confirm(self, meant: bool) -> Step:
        assert self.question is not None
        if meant:
            return self.keep_or_ask_why(self.question, self.filling.draft)
        filling = replace(self.filling, stand=Stand.QUESTION, draft=None)
        return filling, self.after(filling).asked(self.question, Why.BACK)

    def keep_or_ask_why(self, question: Question, value: Value) -> Step:
        """Another total than the roster's is kept with a reason only."""
        total = scenes.context(question, self.course, self.scene).total
        if question.type is not Type.RATIO or not isinstance(value, list) or total in (None, value[1]):
            return self.keep(value)
        found = scenes.figure_behind(question, value[1], self.course, self.scene)
        if found is None:
            return self.keep(value)
        name, after = found
        if self.roster.unit.get(name) == after:
            return self.correct(name, after, reason="")  # the roster was right after all
        filling = replace(self.filling, stand=Stand.REASON, draft=value)
        return filling, self.after(filling).reason_asked(question)

    def give_reason(self, question: Question, text: str) -> Step:
        """Why the roster is wrong: in words, which staff will read."""
        reading = understand(text, _REASON, context=scenes.context(question, self.course, self.scene))
        if not isinstance(reading, Understood):
            return self.filling, self.reason_asked(question, reading.why)
        reason = str(reading.value).strip()[: reasons.LONGEST]
        if not reasons.says_something(reason):
            return self.filling, self.reason_asked(question, problems.why(Code.REASON_NEEDED))
        assert isinstance(self.filling.draft, list)
        found = scenes.figure_behind(question, self.filling.draft[1], self.course, self.scene)
        return self.keep(self.filling.draft) if found is None else self.correct(*found, reason=reason)

    def correct(self, name: str, after: int, *, reason: str) -> Step:
        """The figure of the roster is another; then the answer that brought it up is kept."""
        before = int(self.roster.unit[name])
        filling = self.filling.with_correction(name, Correction(before, after, reason))
        return _Hearing(filling, self.form, self.roster).keep(self.filling.draft)

    def keep(self, value: Value) -> Step:
        """Note the answer and go on, if it fits the other answers."""
        question = self.question
        assert question is not None
        if not scenes.fits(question, value, self.course, self.scene):
            return self.again(Why.REFUSED, problems.why(Code.CONSTRAINT))
        kept = self.filling.with_answer(question.name, value)
        return self.after(kept).onward(Echo(question, value), behind=question)


def _line_number(text: str) -> int | None:
    """The line that a bare number means: `3`, `3.`."""
    return natural(text.strip().rstrip("."), digits=3)
