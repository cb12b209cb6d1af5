"""What a form is answered against: the unit, the day, and what follows for its questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.core.forms import expressions
from bot.core.forms.answers.outcome import Context
from bot.core.forms.filling import Correction
from bot.core.forms.model import Form, Question, Type, Value
from bot.core.forms.plausible import Near


@dataclass(frozen=True, slots=True)
class Scene:
    """`unit` are the variables of the unit (`unit_pupils`, `unit_level`). `tasks` are the codes of the tasks that
    concern the unit; a question of another task is not asked. Days are the office's.

    `last` are the answers of the unit's report of the period before, None where there is none; `near` tells what other
    units of its kind and size answered. `practised` says that the person sent a report of this form before."""

    unit: Mapping[str, Value]
    tasks: frozenset[str]
    today: date
    starts_on: date | None = None
    ends_on: date | None = None
    language: str = "vi"
    last: Mapping[str, Value] | None = None
    near: Mapping[str, Near] = field(default_factory=dict)
    practised: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """A form's course with given answers: the questions that are asked, in order, and all variables. `possible` more
    may follow, depending on answers that are not there yet."""

    questions: tuple[Question, ...]
    variables: Mapping[str, Value] = field(repr=False)
    possible: int = 0
    _places: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._places.update((question.name, place) for place, question in enumerate(self.questions))

    def place(self, question: Question) -> tuple[int, int]:
        """The question's place as people count: (3, 7). The count grows while they answer only by the days expected."""
        return self.index(question) + 1, len(self.questions) + self.possible

    def index(self, question: Question) -> int:
        """Its place from 0; -1 if it is not asked."""
        return self._places.get(question.name, -1)


def course(
    form: Form, answers: Mapping[str, Value], scene: Scene, *, skipped: frozenset[str] = frozenset()
) -> Course:
    """Which questions are asked, given these answers: of the unit's tasks, with a `relevant` that holds.

    The answer to a question that is not asked (any more) counts as none, so that a later condition does not see it.
    """
    variables: dict[str, Any] = {question.name: "" for question in form.questions}
    variables.update(scene.unit)
    asked: list[Question] = []
    undecided: set[str] = set()
    possible = 0
    closed: set[str] = set()  # why rounds of a repeat are not asked: all their questions would say the same
    for question in form.questions:
        if question.round > 1 and not closed.isdisjoint(question.within):
            continue
        if question.task is not None and question.task not in scene.tasks:
            continue
        failing = _failing(question, variables, scene) if question.relevant or question.within else None
        if failing is not None:
            if question.asked and not undecided.isdisjoint(expressions.compile(failing).names):
                # another round is counted once it is wanted, the day expected once something is not done
                possible += question.round < 2 and not question.follows
                undecided.add(question.name)
            if question.round > 1 and failing in question.within:
                closed.add(failing)
            continue
        if question.type is Type.CALCULATE:
            calculated = expressions.compile(question.calculation)
            variables[question.name] = calculated.text(variables, today=scene.today)
            if not undecided.isdisjoint(calculated.names):
                undecided.add(question.name)
        elif question.asked:
            question = _filtered(question, variables, scene)
            if question.withheld and not question.offered:  # nothing fits the other answers: nothing to ask
                keeps = expressions.compile(question.choice_filter, of_option=True)
                if not undecided.isdisjoint(keeps.names):
                    possible += question.round < 2
                    undecided.add(question.name)
                continue
            asked.append(question)
            variables[question.name] = answers.get(question.name, "")
            if question.name not in answers and question.name not in skipped:
                undecided.add(question.name)
    return Course(tuple(asked), variables, possible)


def context(question: Question, course_: Course, scene: Scene) -> Context:
    """What the answer to that question is read against."""
    total = None
    if question.total:
        figure = expressions.compile(question.total).number(course_.variables, today=scene.today)
        total = int(figure) if figure is not None and figure == int(figure) else None
    return Context(scene.today, total, scene.starts_on, scene.ends_on, scene.language)


def corrected(scene: Scene, corrections: Mapping[str, Correction]) -> Scene:
    """The scene with the unit's own figures as the unit says they are."""
    if not corrections:
        return scene
    return replace(scene, unit={**scene.unit, **{name: one.after for name, one in corrections.items()}})


def figure_behind(question: Question, given: int, course_: Course, scene: Scene) -> tuple[str, int] | None:
    """The figure of the roster that is wrong if the question's total is `given`, and what it should be:
    ("unit_teachers", 47). Where the total is a sum of several, the largest of them; None where no one figure would
    explain it."""
    if not question.total:
        return None
    expression = expressions.compile(question.total)
    total = expression.number(course_.variables, today=scene.today)
    figures = {
        name: value for name, value in scene.unit.items() if name in expression.names and type(value) is int
    }
    for name in sorted(figures, key=lambda one: (-figures[one], one)):
        after = figures[name] + given - int(total or 0)
        if after >= 0 and expression.number({**course_.variables, name: after}, today=scene.today) == given:
            return name, after
    return None


def as_known(question: Question, value: Value, course_: Course, scene: Scene) -> Value:
    """A ratio over the roster's total as it stands now: a figure that was corrected later counts for all."""
    if question.type is not Type.RATIO or not question.total or not isinstance(value, list):
        return value
    total = context(question, course_, scene).total
    if total is None or total == value[1] or figure_behind(question, value[1], course_, scene) is None:
        return value
    return [value[0], total]


def fits(question: Question, value: Value, course_: Course, scene: Scene) -> bool:
    """Whether the value keeps the question's constraint, and is among the options that are offered now."""
    if question.withheld and not question.withheld.isdisjoint(value if isinstance(value, list) else [value]):
        return False
    if not question.constraint or value == "na":
        return True
    constraint = expressions.compile(question.constraint)
    return constraint.truth(course_.variables, this=value, today=scene.today)


def answers_that_count(form: Form, answers: Mapping[str, Value], scene: Scene) -> dict[str, Value]:
    """The answers as a report holds them: of the questions that were asked, and the calculated ones."""
    on_course = course(form, answers, scene)
    kept = {
        question.name: as_known(question, answers[question.name], on_course, scene)
        for question in on_course.questions
        if question.name in answers
    }
    calculated = [question.name for question in form.questions if question.type is Type.CALCULATE]
    return kept | {name: on_course.variables[name] for name in calculated if on_course.variables[name] != ""}


def notes_before(form: Form, question: Question, course_: Course, scene: Scene) -> Sequence[Question]:
    """The notes that stand right before a question and are to be read with it."""
    notes: list[Question] = []
    for other in form.questions:
        if other.name == question.name:
            break
        if other.type is not Type.NOTE:
            notes = notes if course_.index(other) < 0 else []
        elif (other.task is None or other.task in scene.tasks) and (
            _failing(other, course_.variables, scene) is None
        ):
            notes.append(other)
    return [note for note in notes if note.label and (not note.heads or question.name in note.heads)]


def _failing(question: Question, variables: Mapping[str, Value], scene: Scene) -> str | None:
    """The first of its conditions that does not hold."""
    return next((one for one in question.conditions if not _truth(one, variables, scene)), None)


def _filtered(question: Question, variables: Mapping[str, Value], scene: Scene) -> Question:
    """The question without the options that its `choice_filter` leaves out."""
    if not question.choice_filter:
        return question
    keeps = expressions.compile(question.choice_filter, of_option=True)
    withheld = {
        option.name
        for option in question.options
        if not keeps.truth(variables, this={**option.columns, "name": option.name}, today=scene.today)
    }
    return replace(question, withheld=frozenset(withheld))


def _truth(expression: str, variables: Mapping[str, Value], scene: Scene) -> bool:
    return expressions.compile(expression).truth(variables, today=scene.today)
