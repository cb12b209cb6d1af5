"""What was understood of one thing said: kept, asked back, refused; and why a figure is another one."""

from dataclasses import replace
from typing import assert_never

from bot.core.folding import strip_courtesy
from bot.core.forms import scene as scenes
from bot.core.forms.answers import problems, understand
from bot.core.forms.answers.confirmation import confirmed
from bot.core.forms.answers.outcome import Doubtful, Problem, Refused, Unclear, Understanding, Understood
from bot.core.forms.answers.problems import Code
from bot.core.forms.filling import Correction, Stand
from bot.core.forms.model import Question, Type, Value
from bot.core.forms.outcomes import Doubted, Echo, Why
from bot.core.forms.sitting import Sitting, Step

LONGEST_REASON = 500
SHORTEST_REASON = 4
"""Letters: less explains nothing."""

_REASON = Question("reason", Type.TEXT, {}, required=True)

_FEW_WORDS = 3
"""Longer, "đúng, vì có lớp mới" is a reason, and "có hai lớp mới" is no number."""


class Weighing(Sitting):
    """What is understood, and what becomes of it."""

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
        reason = self.read_reason(question, text)
        if isinstance(reason, Problem):
            return self.filling, self.reason_asked(question, reason)
        assert isinstance(self.filling.draft, list)
        found = scenes.figure_behind(question, self.filling.draft[1], self.course, self.scene)
        return self.keep(self.filling.draft) if found is None else self.correct(*found, reason=reason)

    def correct(self, name: str, after: int, *, reason: str) -> Step:
        """The figure of the roster is another; then the answer that brought it up is kept."""
        before = int(self.roster.unit[name])
        filling = self.filling.with_correction(name, Correction(before, after, reason))
        return self.after(filling).keep(self.filling.draft)

    def read_reason(self, question: Question, text: str) -> str | Problem:
        """A reason in words, or why it is none."""
        reading = understand(text, _REASON, context=scenes.context(question, self.course, self.scene))
        if not isinstance(reading, Understood):
            return reading.why
        reason = str(reading.value).strip()[:LONGEST_REASON]
        enough = sum(sign.isalpha() for sign in reason) >= SHORTEST_REASON
        return reason if enough else problems.why(Code.REASON_NEEDED)

    def explain(self, question: Question, text: str) -> Step:
        """What is said of an answer that is far from the usual: that it is right, why, or another answer."""
        words = strip_courtesy(text).split()
        few = len(words) <= _FEW_WORDS
        meant = confirmed(text, today=self.scene.today, language=self.scene.language) if few else None
        if meant is not None:
            return self.stand_by(question) if meant else self.to(question, Why.EDIT)
        reading = understand(text, question, context=scenes.context(question, self.course, self.scene))
        if isinstance(reading, Understood) and reading.value == self.filling.answers.get(question.name):
            return self.stand_by(question)
        anew = isinstance(reading, Understood) or (few and isinstance(reading, Doubtful))
        if anew or text.strip()[:1].isdigit():
            return self.after(replace(self.filling, stand=Stand.QUESTION)).weigh(question, reading)
        reason = self.read_reason(question, text)
        if isinstance(reason, Problem):
            return self.once_more(question, problem=reason)
        return self.stand_by(question, reason)

    def stand_by(self, question: Question, reason: str = "") -> Step:
        """The answer is right, however far it is from the usual."""
        return self.after(self.filling.with_remark(question.name, reason)).onward(None, behind=question)

    def keep(self, value: Value) -> Step:
        """Note the answer and go on, if it fits the other answers."""
        question = self.question
        assert question is not None
        gone_by = question.follows and str(value) < self.scene.today.isoformat()
        if gone_by or not scenes.fits(question, value, self.course, self.scene):
            return self.again(Why.REFUSED, problems.why(Code.CONSTRAINT))
        kept = self.filling.with_answer(question.name, value)
        return self.after(kept).onward(Echo(question, value), behind=question)
