"""One of several options: "2", "fanpage", "hội nghị" (a part of the words), "hooij nghij"."""

from bot.core.folding import fold
from bot.core.forms.answers import choices, vocabulary
from bot.core.forms.answers.choices_several import several
from bot.core.forms.answers.number_digits import in_digits
from bot.core.forms.answers.outcome import Context, Doubtful, Unclear, Understanding, Understood
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Question


def understand(text: str, question: Question, *, context: Context) -> Understanding:  # noqa: ARG001 - same for all
    """The option's name."""
    found = min(
        (choices.match(typed, question.offered) for typed in choices.ways(text)),
        key=lambda match: (not match.options, match.doubt is not None),
    )
    names = [option.name for option in found.options]
    if len(names) > 1:
        return Unclear(why(Code.SEVERAL_CHOICES, candidates=names))
    if "?" in text:
        return Unclear(why(Code.UNSURE), *names)
    if not names:
        return _none(text, question)
    if found.doubt is None:
        return Understood(names[0])
    if found.doubt is Code.KEYSTROKES:
        return Doubtful(names[0], why(Code.KEYSTROKES))
    return Doubtful(names[0], why(Code.CHOICE_GUESSED, choices=names))


def _none(text: str, question: Question) -> Understanding:
    if vocabulary.not_known(fold(text)):
        return Unclear(why(Code.NOT_KNOWN))
    if several(text, question.offered).options:
        return Unclear(why(Code.ONLY_ONE_CHOICE))
    if (digits := in_digits(fold(text))).isdigit() and (
        found := choices.match(digits, question.offered).options
    ):
        return Doubtful(found[0].name, why(Code.CHOICE_GUESSED, choices=[found[0].name]))
    return Unclear(why(Code.NO_SUCH_CHOICE, count=len(question.offered)))
