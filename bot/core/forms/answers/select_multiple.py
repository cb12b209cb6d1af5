"""Several of several options: "1,3", "1 và 3", "zalo, fanpage", "tất cả", "không có"."""

import re

from bot.core.folding import fold, strip_courtesy
from bot.core.forms.answers import vocabulary
from bot.core.forms.answers.choices import ways
from bot.core.forms.answers.choices_several import several
from bot.core.forms.answers.number_digits import in_digits
from bot.core.forms.answers.outcome import Context, Doubtful, Unclear, Understanding, Understood
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Question

_ALL_OF = re.compile(
    r"(?:chon |lay )?(?:ca|all|du) ?(?P<count>hai|ba|bon|nam|sau|[2-9]|two|three|four)?(?: [a-z ]+)?|both"
)
_ALL_EXCEPT = re.compile(r"(?:tat ca|ca|toan bo|het|du|all) (?:tru|ngoai|ngoai tru|but|except) (?P<those>.+)")
_COUNTS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "two": 2, "three": 3, "four": 4}


def understand(text: str, question: Question, *, context: Context) -> Understanding:  # noqa: ARG001 - same for all
    """The options' names, in the order of the options; none of them is []."""
    found = min(
        (several(typed, question.offered) for typed in ways(text)),
        key=lambda match: (not match.options, match.doubt is not None),
    )
    names = [option.name for option in question.offered if option in found.options]
    if found.doubt is Code.SEVERAL_CHOICES:
        return Unclear(why(Code.SEVERAL_CHOICES, candidates=names))
    if "?" in text:
        return Unclear(why(Code.UNSURE), names or None)
    if not names:
        return _all_or_none(fold(strip_courtesy(text)).strip(" .,;:!"), question)
    if found.doubt is None:
        return Understood(names)
    if found.doubt is Code.KEYSTROKES:
        return Doubtful(names, why(Code.KEYSTROKES))
    return Doubtful(names, why(Code.CHOICE_GUESSED, choices=names))


def _all_or_none(folded: str, question: Question) -> Understanding:
    count = len(question.offered)
    if vocabulary.not_known(folded):
        return Unclear(why(Code.NOT_KNOWN))
    match = _ALL_OF.fullmatch(folded)
    said = (
        2
        if folded == "both"
        else match and match["count"] and (_COUNTS.get(match["count"]) or int(match["count"]))
    )
    if said == count or (not said and vocabulary.means_all(folded)):
        return Doubtful([option.name for option in question.offered], why(Code.ALL_CHOICES))
    if (excepted := _ALL_EXCEPT.fullmatch(folded)) and (
        left := several(excepted["those"], question.offered)
    ).options:
        names = [option.name for option in question.offered if option not in left.options]
        return Doubtful(names, why(Code.CHOICE_GUESSED, choices=names))
    if (digits := in_digits(folded)) != folded and (found := several(digits, question.offered)).options:
        names = [option.name for option in question.offered if option in found.options]
        return Doubtful(names, why(Code.CHOICE_GUESSED, choices=names))
    if vocabulary.means_nothing(folded):
        return Doubtful([], why(Code.NO_CHOICES))
    return Unclear(why(Code.NO_SUCH_CHOICE, count=count))
