"""A form that is half answered when a newer version of it comes, or other figures of the unit.

It is carried over where nothing is lost: each answer that counted counts still, under the same name, with the same
meaning. Otherwise it stays as it was begun and is finished there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.core.forms import scene as scenes
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Form, Question, Type, Value
from bot.core.forms.scene import Course, Scene


@dataclass(frozen=True, slots=True)
class Carried:
    """Every answer is kept. `added` are the questions that the older version did not ask of this unit. `same` says that
    what is asked for right now is what was asked for before: what the person just said may be its answer."""

    filling: Filling
    added: tuple[Question, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Stays:
    """It cannot be carried over without losing these answers, by the names of their questions."""

    lost: tuple[str, ...]


def carry(filling: Filling, *, old: Form, new: Form, before: Scene, now: Scene) -> Carried | Stays:
    """What becomes of a filling of the form `old` under the form `new`."""
    old, new = answerable(old), answerable(new)
    if filling.heard is not None and answers_still(filling.heard.answers, old=old, new=new) != dict(
        filling.heard.answers
    ):  # what was heard and not kept yet answers other questions: it is said again
        stand = Stand.QUESTION if filling.at is not None else Stand.SUMMARY
        filling = replace(filling, heard=None, stand=stand)
    before, now = (scenes.corrected(one, filling.corrections) for one in (before, now))
    was = scenes.course(old, filling.answers, before, skipped=filling.skipped)
    will = scenes.course(new, filling.answers, now, skipped=filling.skipped)
    counted = {question.name: question for question in was.questions}
    asked = {question.name: question for question in will.questions}
    at = counted.get(filling.at or "")
    kept = {name: value for name, value in filling.answers.items() if name in counted}
    waiting = {at.name: filling.draft} if at is not None and filling.draft is not None else {}
    lost = [
        name
        for name, value in [*kept.items(), *waiting.items()]
        if name not in asked or not _keeps(counted[name], asked[name], value, was, will, before, now)
    ]
    if lost:
        return Stays(tuple(dict.fromkeys(lost)))
    added = tuple(
        question
        for question in will.questions
        if question.name not in counted and question.name not in filling.answers
    )
    # What did not count (its condition does not hold now) may count again: only if it is the same kind of answer.
    answers = {
        name: value
        for name, value in filling.answers.items()
        if name in kept or _is_answer(value, _find(old, name), _find(new, name))
    }
    at_it = filling.stand in (Stand.QUESTION, Stand.CONFIRM, Stand.REASON)
    same = at_it and at is not None and asked.get(at.name) == at
    return Carried(replace(filling, answers=answers), added, same)


def answers_anew(
    filling: Filling, *, form: Form, before: Scene, now: Scene
) -> tuple[Filling, Mapping[str, Value]]:
    """The filling once the unit has other figures: what was answered against another total of the roster is asked
    anew. Returns those answers as they were."""
    form = answerable(form)
    before = scenes.corrected(before, filling.corrections)
    filling = _with_corrections_of(filling, now)
    now = scenes.corrected(now, filling.corrections)
    was = scenes.course(form, filling.answers, before, skipped=filling.skipped)
    will = scenes.course(form, filling.answers, now, skipped=filling.skipped)
    anew = {
        question.name: filling.answers[question.name]
        for question in will.questions
        if question.name in filling.answers
        and question.type is Type.RATIO
        and filling.answers[question.name] != "na"
        and _total(question, was, before) != _total(question, will, now)
    }
    answers = {name: value for name, value in filling.answers.items() if name not in anew}
    if not anew:
        return filling, anew
    first = next(iter(anew))
    return replace(filling, answers=answers, at=first, stand=Stand.QUESTION, draft=None), anew


def answers_still(answers: Mapping[str, Value], *, old: Form, new: Form) -> dict[str, Value]:
    """Those answers to the form `old` that can be answers to the form `new`."""
    return {
        name: value
        for name, value in answers.items()
        if _is_answer(value, _find(old, name), _find(new, name))
    }


def _with_corrections_of(filling: Filling, now: Scene) -> Filling:
    """The filling with those corrections of the roster that are about figures as the roster has them now."""
    kept = {name: one for name, one in filling.corrections.items() if now.unit.get(name) == one.before}
    filling = replace(filling, heard=None)
    if filling.stand is Stand.REASON:  # of a total that is another one now
        filling = replace(filling, stand=Stand.QUESTION, draft=None)
    return replace(filling, corrections=kept)


def _keeps(
    old: Question, new: Question, value: Value, was: Course, will: Course, before: Scene, now: Scene
) -> bool:
    """Whether the answer means the same and is allowed still."""
    if not _is_answer(value, old, new):
        return False
    if new.type is Type.RATIO and value != "na" and _total(old, was, before) != _total(new, will, now):
        return False
    # What broke the older version's constraint already (another answer changed since) is asked again anyhow.
    return scenes.fits(new, value, will, now) or not scenes.fits(old, value, was, before)


def _is_answer(value: Value, old: Question | None, new: Question | None) -> bool:
    """Whether an answer to the one question can be an answer to the other."""
    if old is None or new is None or old.type is not new.type:
        return False
    names = {option.name for option in new.options}
    match new.type:
        case Type.SELECT_ONE:
            return value in names
        case Type.SELECT_MULTIPLE:
            return names.issuperset(value)
    return True


def _total(question: Question, course: Course, scene: Scene) -> int | None:
    return scenes.context(question, course, scene).total


def _find(form: Form, name: str) -> Question | None:
    return next((question for question in form.questions if question.name == name), None)
