"""What is known before anybody asks: by the roster (`default`), and by the unit's last report."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.core.forms import expressions
from bot.core.forms import scene as scenes
from bot.core.forms.filling import Filling
from bot.core.forms.model import Form, Question, Type, Value
from bot.core.forms.scene import Course, Scene

_YES_NO = ("yes", "not_yet", "no", "na")


def as_last_time(form: Form, scene: Scene) -> Filling:
    """A report that says what the last one said, as far as that can be said again. The rest is open and is asked:
    a day outside the new period, what no longer fits, all persons of a total that is another one now, evidence that
    must be given. What need not be answered and was not, stays empty."""
    last = scene.last or {}
    filling, open_ = Filling(), set[str]()
    while True:
        course = scenes.course(form, filling.answers, scene, skipped=filling.skipped)
        answers, skipped = dict(filling.answers), set(filling.skipped)
        for question in course.questions:
            name = question.name
            if name in answers or name in skipped or name in open_:
                continue
            value = _again(question, last.get(name), course, scene)
            if value is not None:
                answers[name] = value
            elif not question.required and (name not in last or question.type is Type.EVIDENCE):
                skipped.add(name)
            else:
                open_.add(name)
        if len(answers) + len(skipped) > len(filling.answers) + len(filling.skipped):
            filling = Filling(answers, frozenset(skipped))
            continue
        unfit = [
            question.name
            for question in course.questions
            if question.name in answers and not scenes.fits(question, answers[question.name], course, scene)
        ]
        if not unfit:
            return filling
        open_.update(unfit)
        filling = Filling({name: one for name, one in answers.items() if name not in unfit}, filling.skipped)


def is_as_last(question: Question, value: Value | None, scene: Scene) -> bool:
    """Whether that is what the last report said; over a total that is another one now, the same count."""
    last = (scene.last or {}).get(question.name)
    if question.type is Type.EVIDENCE:
        return value is None
    if question.type is Type.RATIO and isinstance(value, list) and isinstance(last, list):
        return bool(value[0] == last[0])
    return bool(value == last)


def with_defaults(filling: Filling, form: Form, scene: Scene, course: Course) -> Filling:
    """The filling with those answers that the questions' `default` gives, where nothing was said yet."""
    if not any(question.default for question in course.questions):
        return filling
    while True:
        found = next(
            (
                (question, value)
                for question in course.questions
                if question.default
                and question.name not in filling.answers
                and question.name not in filling.skipped
                and (value := default_of(question, course, scene)) is not None
            ),
            None,
        )
        if found is None:
            return filling
        answers = {**filling.answers, found[0].name: found[1]}
        filling = replace(filling, answers=answers)
        course = scenes.course(form, answers, scene, skipped=filling.skipped)


def default_of(question: Question, course: Course, scene: Scene) -> Value | None:
    """What the question's `default` answers. None where it has none, or one that cannot be an answer."""
    if not question.default:
        return None
    expression = expressions.compile(question.default)
    if any(course.variables.get(name, "") == "" for name in expression.names):
        return None  # the roster lacks the figure
    value = _as_answer(question, expression.text(course.variables, today=scene.today), course, scene)
    if value is None or not scenes.fits(question, value, course, scene):
        return None
    return value


def _as_answer(question: Question, text: str, course: Course, scene: Scene) -> Value | None:
    match question.type:
        case Type.INTEGER | Type.RATIO:
            count = _whole(text)
            if question.type is Type.INTEGER or count is None:
                return count
            total = scenes.context(question, course, scene).total
            return [count, total] if total is not None and count <= total else None
        case Type.DECIMAL | Type.MONEY_MILLION:
            return text if _is_number(text) else None
        case Type.YES_NO:
            return text if text in _YES_NO else None
        case Type.SELECT_ONE:
            return text if text in [option.name for option in question.offered] else None
        case Type.DATE:
            return text if _is_day(text) else None
        case Type.TEXT:
            return text or None
    return None


def _again(question: Question, value: Value | None, course: Course, scene: Scene) -> Value | None:
    """The last answer as one of this report. None where it must be asked."""
    if value is None or question.type is Type.EVIDENCE:
        return None
    if question.type is Type.DATE and not _may_be_said_again(question, value, scene):
        return None
    if question.type is Type.RATIO and isinstance(value, list):
        total = scenes.context(question, course, scene).total
        if total is not None and total != value[1]:
            if value[0] == value[1] or value[0] > total:
                return None  # "all of them" was said of another whole
            return [value[0], total]
    return value


def _may_be_said_again(question: Question, value: Value, scene: Scene) -> bool:
    """A day that something was held belongs to this period; a day ahead lies ahead still."""
    if not isinstance(value, str) or not _is_day(value):
        return False
    day = date.fromisoformat(value)
    if question.future:
        return day >= scene.today
    starts_on, ends_on = scene.starts_on or date.max, scene.ends_on or date.min
    return starts_on <= day <= min(ends_on, scene.today)


def _whole(text: str) -> int | None:
    if not _is_number(text):
        return None
    figure = Decimal(text)
    return int(figure) if figure == int(figure) and figure >= 0 else None


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except ArithmeticError:
        return False


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def entered(filling: Filling, form: Form, scene: Scene, course: Course) -> int:
    """How many answers the person gave: not those that were there beforehand."""
    beforehand: Mapping[str, Value] = as_last_time(form, scene).answers if scene.last is not None else {}
    return sum(
        beforehand.get(name) != value and not _is_default(name, value, course, scene)
        for name, value in filling.answers.items()
    )


def _is_default(name: str, value: Value, course: Course, scene: Scene) -> bool:
    question = next((one for one in course.questions if one.name == name), None)
    return question is not None and question.default != "" and default_of(question, course, scene) == value
