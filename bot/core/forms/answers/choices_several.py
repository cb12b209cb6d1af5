"""Finds all the options that a text names: "1,3", "1 và 3", "zalo, fanpage", "zalo fanpage"."""

import re
from collections.abc import Sequence

from bot.core.folding import fold
from bot.core.forms.answers.choices import Match, match
from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Option

_NUMBERS = re.compile(r"(?:so |cau |muc |y )?\d{1,3}(?:(?: ?[,;.+&] ?| va | and | )\d{1,3})+")
_SPAN = re.compile(r"(?:tu |from )?(?P<first>\d{1,3}) ?(?:-|den|to) ?(?P<last>\d{1,3})")
_BETWEEN = re.compile(
    r"\s*[,;\n+&]\s*(?:(?:và|va|and)\s+)?|(?<=[^\W\d])\s*/\s*(?=[^\W\d])|\s+(?:và|va|and|lẫn|lan|với|voi|with)\s+",
    re.IGNORECASE,
)
_JOINED = 4  # pieces that one label with commas may be parted into
_LONGEST = 12  # words of a label


def several(text: str, options: Sequence[Option]) -> Match:
    """All the options that a text names. `doubt` SEVERAL_CHOICES: a part of it fits more than one."""
    whole = match(text, options)
    if len(whole.options) == 1 and whole.doubt is None:
        return whole
    folded = fold(text).strip(" .,;:!")
    if _NUMBERS.fullmatch(folded):
        return _lines([int(number) for number in re.findall(r"\d+", folded)], options, sure="." not in folded)
    if span := _SPAN.fullmatch(folded):
        return _lines(list(range(int(span["first"]), int(span["last"]) + 1)), options, sure=False)
    pieces = _pieces(text, options)
    if pieces.options or len(whole.options) == 0:
        return pieces if pieces.options else _run_together(text, options)
    return whole if len(whole.options) == 1 else Match(whole.options, Code.SEVERAL_CHOICES)


def _lines(numbers: Sequence[int], options: Sequence[Option], *, sure: bool) -> Match:
    if not numbers or not all(1 <= number <= len(options) for number in numbers):
        return Match(())
    return Match(tuple(options[number - 1] for number in numbers), None if sure else Code.CHOICE_GUESSED)


def _pieces(text: str, options: Sequence[Option]) -> Match:
    """Between commas and "và". A label may hold a comma itself, so the longest stretch that is a label goes first."""
    ends = [*_BETWEEN.finditer(text)]
    starts, stops = [0, *(end.end() for end in ends)], [*(end.start() for end in ends), len(text)]
    found: list[Option] = []
    doubt: Code | None = None
    at = 0
    while at < len(starts):
        whole = 1 if at == 0 else 0  # has been tried
        for last in range(min(len(stops) - whole, at + _JOINED) - 1, at - 1, -1):
            fitting = match(text[starts[at] : stops[last]], options)
            if fitting.options and (last == at or fitting.doubt is None):
                break
        else:
            return Match(())
        if len(fitting.options) > 1:
            return Match(fitting.options, Code.SEVERAL_CHOICES)
        found += fitting.options
        doubt = doubt or fitting.doubt
        at = last + 1
    return Match(tuple(found), doubt)


def _run_together(text: str, options: Sequence[Option]) -> Match:
    """ "zalo fanpage": labels one after another, and nothing else."""
    words = text.split()
    found: list[Option] = []
    at = 0
    while at < len(words):
        for last in range(min(len(words), at + _LONGEST), at, -1):
            fitting = match(" ".join(words[at:last]), options)
            if len(fitting.options) == 1 and fitting.doubt is None:
                break
        else:
            return Match(())
        found += fitting.options
        at = last
    return Match(tuple(found), Code.CHOICE_GUESSED)
