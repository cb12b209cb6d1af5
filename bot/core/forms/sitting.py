"""One step of one filling: what is asked for, and where it goes from here."""

from dataclasses import replace
from typing import assert_never

from bot.core.forms import scene as scenes
from bot.core.forms.answers import problems
from bot.core.forms.answers.outcome import Problem
from bot.core.forms.answers.problems import Code
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Form, Question
from bot.core.forms.outcomes import (
    Asked,
    CancelAsked,
    Doubted,
    Echo,
    Line,
    Outcome,
    Summarised,
    WhichAsked,
    Why,
)
from bot.core.forms.scene import Course, Scene

Step = tuple[Filling, Outcome]


class Sitting:
    """One step of one filling: the values that all its parts look at."""

    def __init__(self, filling: Filling, form: Form, scene: Scene, course: Course | None = None) -> None:
        self.filling = filling
        self.form = form
        self.scene = scene
        self.course = course or scenes.course(form, filling.answers, scene, skipped=filling.skipped)
        self.question: Question | None = next(
            (question for question in self.course.questions if question.name == filling.at), None
        )

    def after(self, filling: Filling) -> "Sitting":
        """The sitting with that state. The course is the same as long as the answers are."""
        same = filling.answers is self.filling.answers and filling.skipped is self.filling.skipped
        return Sitting(filling, self.form, self.scene, self.course if same else None)

    # --- what is asked for -------------------------------------------------------------------------------

    def standing(self, why: Why) -> Step:
        stand, question = self.filling.stand, self.question
        if stand in (Stand.QUESTION, Stand.CONFIRM) and question is None:
            return self.onward(None)
        match stand:
            case Stand.QUESTION:
                assert question is not None
                return self.filling, self.asked(question, why)
            case Stand.CONFIRM:
                assert question is not None
                return self.filling, Doubted(question, self.filling.draft, problems.why(Code.TO_CONFIRM))
            case Stand.SUMMARY:
                return self.filling, Summarised(self.lines())
            case Stand.WHICH:
                return self.filling, WhichAsked(self.lines())
            case Stand.CANCEL:
                return self.filling, CancelAsked(len(self.filling.answers))
        assert_never(stand)

    def asked(
        self, question: Question, why: Why, *, echo: Echo | None = None, problem: Problem | None = None
    ) -> Asked:
        return Asked(
            question=question,
            place=self.course.place(question),
            why=why,
            echo=echo,
            problem=problem,
            total=scenes.context(question, self.course, self.scene).total,
            draft=self.filling.draft,
            known=self.filling.answers.get(question.name),
            notes=tuple(scenes.notes_before(self.form, question, self.course, self.scene)),
        )

    def lines(self) -> tuple[Line, ...]:
        return tuple(
            Line(number, question, self.filling.answers.get(question.name))
            for number, question in enumerate(self.course.questions, start=1)
        )

    # --- where it goes -----------------------------------------------------------------------------------

    def onward(self, echo: Echo | None, *, behind: Question | None = None) -> Step:
        """To the next question without an answer, behind that one first; when none is left, to the summary."""
        open_ = [
            question
            for question in self.course.questions
            if question.name not in self.filling.answers and question.name not in self.filling.skipped
        ]
        if not open_:
            filling = replace(self.filling, at=None, stand=Stand.SUMMARY, draft=None)
            return filling, Summarised(self.after(filling).lines(), echo)
        start = self.course.questions.index(behind) if behind in self.course.questions else -1
        later = [question for question in open_ if self.course.questions.index(question) > start]
        return self.to((later or open_)[0], Why.NEXT, echo=echo)

    def to(self, question: Question, why: Why, *, echo: Echo | None = None) -> Step:
        filling = replace(self.filling, at=question.name, stand=Stand.QUESTION, draft=None)
        return filling, self.after(filling).asked(question, why, echo=echo)

    def back(self) -> Step:
        """To the question before; its answer and the later ones are kept until they are answered anew."""
        questions = self.course.questions
        if self.filling.stand is Stand.CONFIRM and self.question is not None:
            return self.to(self.question, Why.BACK)
        if self.question is None:
            return self.to(questions[-1], Why.BACK) if questions else self.standing(Why.HELP)
        place = questions.index(self.question)
        return self.to(questions[max(0, place - 1)], Why.BACK)

    def again(self, why: Why, problem: Problem) -> Step:
        """The same question once more, with the reason; nothing that was entered is touched."""
        assert self.question is not None
        growing = self.filling.stand is Stand.QUESTION
        filling = replace(self.filling, stand=Stand.QUESTION, draft=self.filling.draft if growing else None)
        return filling, self.after(filling).asked(self.question, why, problem=problem)
