"""One step of one filling: what is asked for, and where it goes from here."""

from dataclasses import replace
from typing import Self, assert_never

from bot.core.forms import known
from bot.core.forms import scene as scenes
from bot.core.forms.answers import problems
from bot.core.forms.answers.outcome import Problem
from bot.core.forms.answers.problems import Code
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Question, Type
from bot.core.forms.outcomes import (
    CancelAsked,
    Doubted,
    Echo,
    Outcome,
    UnusualAsked,
    WhichAsked,
    Why,
)
from bot.core.forms.telling import GROWING, Telling

Step = tuple[Filling, Outcome]

AT_A_QUESTION = (Stand.QUESTION, Stand.CONFIRM, Stand.REASON, Stand.UNUSUAL)
"""Where the last message was about one question."""


class Sitting(Telling):
    """One step of one filling: what is asked for, and where it goes from here."""

    # --- what is asked for -------------------------------------------------------------------------------

    def standing(self, why: Why) -> Step:
        """What the filling asks for now. If its question is asked no longer, or the summary has a gap (a newer
        form, another day), it goes on to what is open."""
        stand, question = self.filling.stand, self.question
        if stand in AT_A_QUESTION and question is None:
            return self.onward(None)
        match stand:
            case Stand.QUESTION:
                assert question is not None
                return self.filling, self.asked(question, why)
            case Stand.CONFIRM:
                assert question is not None
                return self.filling, Doubted(question, self.filling.draft, problems.why(Code.TO_CONFIRM))
            case Stand.REASON:
                assert question is not None
                return self.filling, self.reason_asked(question)
            case Stand.UNUSUAL:
                assert question is not None
                return self.once_more(question)
            case Stand.HEARD:
                return self.filling, self.heard_asked()
            case Stand.SUMMARY:
                return self.onward(None)
            case Stand.WHICH:
                return self.filling, WhichAsked(self.lines())
            case Stand.CANCEL:
                return self.filling, CancelAsked(self.entered)
        assert_never(stand)

    def still_open(self) -> list[tuple[Question, Problem | None]]:
        """What has to be asked: never answered, or answered by what no longer fits the other answers."""
        return [
            (question, problems.why(Code.CONSTRAINT) if self._no_longer_fits(question) else None)
            for question in self.course.questions
            if not self._is_settled(question)
        ]

    def _no_longer_fits(self, question: Question) -> bool:
        """Whether its answer was good once: for what is not settled."""
        return question.name in self.filling.answers and question.name not in self.filling.early

    def _is_settled(self, question: Question) -> bool:
        if question.name in self.filling.early:
            return False
        if question.name in self.filling.answers:
            value = scenes.as_known(question, self.filling.answers[question.name], self.course, self.scene)
            if question.type is Type.RATIO and isinstance(value, list) and value[0] > value[1]:
                return False  # the whole became smaller since
            return scenes.fits(question, value, self.course, self.scene)
        return question.name in self.filling.skipped and not question.required

    # --- where it goes -----------------------------------------------------------------------------------

    def onward(self, echo: Echo | None, *, behind: Question | None = None) -> Step:
        """To the next question that is open, behind that one first; when none is left, to the summary. What the roster
        answers is not asked; what is far from the usual is asked once more first."""
        filled = known.with_defaults(self.filling, self.form, self.scene, self.course)
        if filled is not self.filling:
            return self.after(filled).onward(echo, behind=behind)
        if unusual := self.unusual():
            return self.once_more(unusual[0], echo=echo)
        still_open = self.still_open()
        if not still_open:
            filling = replace(self.filling, at=None, stand=Stand.SUMMARY, draft=None, heard=None)
            return filling, self.after(filling).summarised(echo)
        start = self.course.index(behind) if behind is not None else -1
        later = [one for one in still_open if self.course.index(one[0]) > start]
        question, problem = (later or still_open)[0]
        return self.to(question, Why.REFUSED if problem else Why.NEXT, echo=echo, problem=problem)

    def to(
        self, question: Question, why: Why, *, echo: Echo | None = None, problem: Problem | None = None
    ) -> Step:
        """To that question. A list that is there already can grow further."""
        draft = self.filling.answers.get(question.name) if question.type in GROWING else None
        filling = replace(
            self.filling, at=question.name, stand=Stand.QUESTION, draft=draft or None, heard=None
        )
        return filling, self.after(filling).asked(question, why, echo=echo, problem=problem)

    def unusual(self) -> list[Question]:
        """What was answered far from the usual, and nothing was said of it yet."""
        if not self.scene.last and not self.scene.near:
            return []
        return [
            question
            for question in self.course.questions
            if question.name in self.filling.answers
            and question.name not in self.filling.remarks
            and self._is_settled(question)
            and self.strange(question) is not None
        ]

    def once_more(
        self, question: Question, *, echo: Echo | None = None, problem: Problem | None = None
    ) -> Step:
        """Is that figure right? It is kept already, whatever is said now."""
        against = self.strange(question)
        if against is None or question.name not in self.filling.answers:  # another day, another scene
            return self.after(replace(self.filling, at=None, stand=Stand.QUESTION, draft=None)).onward(echo)
        filling = replace(self.filling, at=question.name, stand=Stand.UNUSUAL, draft=None, heard=None)
        value = self.filling.answers[question.name]
        return filling, UnusualAsked(question, value, against, echo, problem)

    def leave(self) -> Self:
        """Nothing that was entered is lost by going elsewhere: a list that still grows is kept as it is."""
        question, draft = self.question, self.filling.draft
        growing = question is not None and question.type in GROWING and self.filling.stand is Stand.QUESTION
        if not growing or not draft or question is None:
            return self
        if not scenes.fits(question, draft, self.course, self.scene):
            return self
        return self.after(self.filling.with_answer(question.name, draft))

    def back(self) -> Step:
        """To the question before; its answer and the later ones are kept until they are answered anew."""
        questions = self.course.questions
        if self.filling.stand is not Stand.QUESTION and self.question is not None:
            return self.to(self.question, Why.BACK)
        if self.question is None:
            return self.to(questions[-1], Why.BACK) if questions else self.standing(Why.HELP)
        before = questions[max(0, self.course.index(self.question) - 1)]
        return self.leave().to(before, Why.BACK)

    def again(self, why: Why, problem: Problem) -> Step:
        """The same question once more, with the reason; nothing that was entered is touched."""
        assert self.question is not None
        growing = self.filling.stand is Stand.QUESTION
        filling = replace(self.filling, stand=Stand.QUESTION, draft=self.filling.draft if growing else None)
        return filling, self.after(filling).asked(self.question, why, problem=problem)
