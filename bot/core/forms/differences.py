"""What differs between two versions of a report, or between what two people entered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.forms.model import Form, Question, Value


@dataclass(frozen=True, slots=True)
class Difference:
    """One question that was answered otherwise. `before` and `after` are None where it was not answered."""

    question: Question
    before: Value | None
    after: Value | None

    @property
    def supplements(self) -> bool:
        """Whether it only adds what was missing: something that was not yet done, or not yet said, or the day by which
        that is expected, which goes with it."""
        return self.before in (None, "not_yet") or self.question.follows != ""


def differences(
    before: Mapping[str, Value], after: Mapping[str, Value], forms: Sequence[Form]
) -> tuple[Difference, ...]:
    """The answers that differ, in the order of the forms. What is calculated follows from the rest and is left out.
    A question is shown as the first of the `forms` that has it asks for it: the newer version stands first."""
    questions: dict[str, Question] = {}
    for form in forms:
        for question in form.questions:
            if question.asked:
                questions.setdefault(question.name, question)
    return tuple(
        Difference(question, before.get(name), after.get(name))
        for name, question in questions.items()
        if before.get(name) != after.get(name)
    )
