"""What is to be said at one step of one filling: a question with all that belongs to it, the lines of the whole."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from bot.core.forms import known
from bot.core.forms import scene as scenes
from bot.core.forms.answers.outcome import Problem
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Filling
from bot.core.forms.model import Form, Question, Type
from bot.core.forms.outcomes import Asked, Echo, HeardAsked, Line, ReasonAsked, Summarised, Why
from bot.core.forms.plausible import Strange, strange
from bot.core.forms.scene import Course, Scene

NEEDS_HINT = (Why.HELP, Why.REFUSED, Why.UNCLEAR)
"""Why a hint is shown to people who know the form."""

GROWING = (Type.SELECT_MULTIPLE, Type.EVIDENCE)
"""Types whose value is built up by several messages or taps."""


class Telling:
    """One step of one filling: the values that all its parts look at, and what they come to in an outcome."""

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
            changed = bool(scene.last) and not known.is_as_last(question, value, scene)
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

    def strange(self, question: Question) -> Strange | None:
        value = scenes.as_known(question, self.filling.answers.get(question.name), self.course, self.scene)
        last = (self.scene.last or {}).get(question.name)
        return strange(question, value, last=last, near=self.scene.near.get(question.name))
