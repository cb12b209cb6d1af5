"""Constraints that no answer can satisfy, and questions that nobody is ever asked."""

from collections.abc import Mapping
from decimal import Decimal

from bot.core.forms.model import Question, Type
from bot.core.plan.desk import Desk
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Audience, PlannedForm
from bot.core.plan.possible import ANYTHING, MOST_WAYS, Range, Way, both, can_be, ways_of


def check_possible(desk: Desk) -> None:
    for form, planned in enumerate(desk.plan.forms):
        questions = {question.name: question for question in planned.form.questions}
        ranges = {name: _range(question) for name, question in questions.items()}
        asked_when: dict[str, tuple[Way, ...]] = {}
        for index, question in enumerate(planned.form.questions):
            path = ("form", form, "question", index)
            if question.constraint:
                own = {**ranges, ".": _range(question)}
                if not can_be(ways_of(question.constraint), own):
                    desk.note(Code.NEVER_HOLDS, *path, "constraint", name=question.name)
            asked_when[question.name] = _asked_when(question, asked_when)
            if question.relevant:
                known = {**ranges, **_unit_ranges(desk, planned, question)}
                if not can_be(asked_when[question.name], known):
                    desk.note(Code.NEVER_ASKED, *path, "relevant", name=question.name)


def _asked_when(question: Question, earlier: Mapping[str, tuple[Way, ...]]) -> tuple[Way, ...]:
    """The ways in which a question is asked. What it needs an answer of must have been asked itself."""
    ways: tuple[Way, ...] = ()
    for way in ways_of(question.relevant):
        together: tuple[Way, ...] = (way,)
        for name in sorted({claim.name for claim in way if claim.needs_an_answer}):
            together = both(together, earlier.get(name, ANYTHING))
        ways += together
    return ways if len(ways) <= MOST_WAYS else ANYTHING


def _range(question: Question) -> Range:
    if question.type is Type.INTEGER:
        return Range(whole=True, least=Decimal(0))
    return Range()


def _unit_ranges(desk: Desk, planned: PlannedForm, question: Question) -> Mapping[str, Range]:
    """The levels that the units of the form and of the question's task can have."""
    audiences: list[Audience] = [planned.audience]
    audiences += [task.audience for task in desk.plan.tasks if task.code == question.task]
    given = [set(audience.levels) for audience in audiences if audience.levels]
    return {"unit_level": Range(words=frozenset(set.intersection(*given)))} if given else {}
