"""One step of one filling: what is asked for, and where it goes from here."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Self, assert_never

from bot.core.forms import known
from bot.core.forms import scene as scenes
from bot.core.forms.answers import problems
from bot.core.forms.answers.outcome import Problem
from bot.core.forms.answers.problems import Code
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Form, Question, Type
from bot.core.forms.outcomes import (
    Asked,
    CancelAsked,
    Doubted,
    Echo,
    HeardAsked,
    Line,
    Outcome,
    ReasonAsked,
    Summarised,
    UnusualAsked,
    WhichAsked,
    Why,
)
from bot.core.forms.plausible import Strange, strange
from bot.core.forms.scene import Course, Scene

Step = tuple[Filling, Outcome]

AT_A_QUESTION = (Stand.QUESTION, Stand.CONFIRM, Stand.REASON, Stand.UNUSUAL)
"""Where the last message was about one question."""

NEEDS_HINT = (Why.HELP, Why.REFUSED, Why.UNCLEAR)
"""Why a hint is shown to people who know the form."""

GROWING = (Type.SELECT_MULTIPLE, Type.EVIDENCE)
"""Types whose value is built up by several messages or taps."""


class Sitting:
    """One step of one filling: the values that all its parts look at."""

    def __init__(self, filling: Filling, form: Form, scene: Scene, course: Course | None = None) -> None:
        self.filling = filling
        self.form = form = answerable(form)
        self.roster = scene
        self.scene = scenes.corrected(scene, filling.corrections)
        self.course = course or scenes.course(form, filling.answers, self.scene, skipped=filling.skipped)
        self.question: Question | None = next(
            (question for question in self.course.questions if question.name == filling.at), None
        )

    def after(self, filling: Filling) -> Self:
        """The sitting with that state. The course is the same as long as the answers are."""
        same = (
            filling.answers is self.filling.answers
            and filling.skipped is self.filling.skipped
            and filling.corrections is self.filling.corrections
        )
        return type(self)(filling, self.form, self.roster, self.course if same else None)

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

    @property
    def entered(self) -> int:
        """How many answers the person gave, a list that still grows among them."""
        growing = bool(self.filling.draft) and self.question is not None and self.question.type in GROWING
        at = self.question.name if self.question else None
        given = known.entered(self.filling, self.form, self.scene, self.course)
        return given + (growing and at not in self.filling.answers)

    def asked(
        self, question: Question, why: Why, *, echo: Echo | None = None, problem: Problem | None = None
    ) -> Asked:
        """Everything that is to be said about the question."""
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
            hinted=why in NEEDS_HINT or not self.scene.practised,
        )

    def reason_asked(self, question: Question, problem: Problem | None = None) -> ReasonAsked:
        total = scenes.context(question, self.course, self.scene).total
        return ReasonAsked(question, self.filling.draft, total or 0, problem)

    def lines(self) -> tuple[Line, ...]:
        """The whole, numbered."""
        return self.lines_of(self.course.questions)

    def lines_of(self, questions: Sequence[Question]) -> tuple[Line, ...]:
        """These questions with their answers and the numbers that they have in the whole."""
        answers, scene = self.filling.answers, self.scene
        lines = []
        for question in questions:
            value = scenes.as_known(question, answers.get(question.name), self.course, scene)
            changed = scene.last is not None and not known.is_as_last(question, value, scene)
            lines.append(Line(self.course.index(question) + 1, question, value, changed))
        return tuple(lines)

    def summarised(self, echo: Echo | None = None, *, misunderstood: bool = False) -> Summarised:
        """The whole, and what may be done with it."""
        if not self.scene.last:
            return Summarised(self.lines(), echo, misunderstood)
        beforehand = known.as_last_time(self.form, self.scene).answers
        untouched = all(self.filling.answers.get(name) == value for name, value in beforehand.items())
        return Summarised(self.lines(), echo, misunderstood, as_last=True, untouched=untouched)

    def heard_asked(self) -> HeardAsked:
        """What several answers in one message were taken for, as the lines that they will be."""
        heard = self.filling.heard
        assert heard is not None
        filling = replace(
            self.filling,
            answers={**self.filling.answers, **heard.answers},
            skipped=(self.filling.skipped | set(heard.skipped)) - set(heard.answers),
        )
        taken = self.after(filling)
        said = {*heard.answers, *heard.skipped}
        lines = taken.lines_of([one for one in taken.course.questions if one.name in said])
        unread = [
            (question, heard.unread[question.name])
            for question in self.form.questions
            if question.name in heard.unread
        ]
        return HeardAsked(lines, tuple(unread), tuple(heard.left))

    def still_open(self) -> list[tuple[Question, Problem | None]]:
        """What has to be asked: never answered, or answered by what no longer fits the other answers."""
        return [
            (question, problems.why(Code.CONSTRAINT) if question.name in self.filling.answers else None)
            for question in self.course.questions
            if not self._is_settled(question)
        ]

    def _is_settled(self, question: Question) -> bool:
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

    def strange(self, question: Question) -> Strange | None:
        value = scenes.as_known(question, self.filling.answers.get(question.name), self.course, self.scene)
        last = (self.scene.last or {}).get(question.name)
        return strange(question, value, last=last, near=self.scene.near.get(question.name))

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
