"""Matches typed text with the options of a choice list: by number, by words, by a part of the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.folding import clean, fold, strip_courtesy
from bot.core.forms.answers import keystrokes
from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Option

_NUMBERED = re.compile(
    r"(?:so |cau |dong |phuong an |y |muc |thu |lua chon |chon |option |no |number |#)*"
    r"(?P<number>\d{1,3}) ?[.):]?(?: (?P<label>\D.*))?"
)
_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 2  # letters of a part that may stand for a choice


_YES_AND_MORE = re.compile(r"(?:da )?co\b")
_YES = re.compile(r"(?:da )?co(?: roi)?")
_NO = frozenset(("khong", "ko", "k", "chua", "khong co", "ko co", "chua co", "no", "none", "not yet"))
_NEGATIVE = re.compile(r"chua\b|khong$|khong co\b|(?:no|none|none yet|not yet)$")
_ONLY = re.compile(r"^(?:chỉ(?: có)?|chi co|only) ", re.IGNORECASE)


def ways(text: str) -> tuple[str, ...]:
    """The text as typed, without courtesy, without "chỉ": what looks so may be a label ("ảnh", "Chỉ thị"), so the whole
    is tried first."""
    polite = strip_courtesy(text)
    return tuple(dict.fromkeys((text, polite, _ONLY.sub("", polite))))


@dataclass(frozen=True, slots=True)
class Match:
    """The options that fit. One and no `doubt`: certain. None: nothing fits; several: it must be asked."""

    options: tuple[Option, ...]
    doubt: Code | None = None


def match(text: str, options: Sequence[Option]) -> Match:
    """The options that a text fits best. A label that is itself a number goes before the number of a line."""
    text = clean(text).strip(' .,;:!"“”')
    folded = _plain(text)
    if not folded:
        return Match(())
    head, explained, _ = text.partition(":")
    if explained and (fitting := match(head, options)).options:  # "khác: họp phụ huynh"
        return Match(fitting.options, fitting.doubt or Code.CHOICE_GUESSED)
    exact = _unique(tuple(o for o in options if folded == _plain(o.name) or folded in _labels(o)), text)
    numbered = _NUMBERED.fullmatch(folded)
    if numbered is None or exact:
        return Match(_with_number(exact, numbered, options)) if exact else _by_part(folded, options)
    at = int(numbered["number"]) - 1
    if not 0 <= at < len(options):
        return Match(())
    if numbered["label"] is None:
        return Match((options[at],))
    named = match(numbered["label"], options).options
    if not named:
        return Match(())
    others = (option for option in named if option is not options[at])  # "2. Fanpage": none, if both agree
    return Match((options[at], *others))


def _with_number(
    exact: tuple[Option, ...], numbered: re.Match[str] | None, options: Sequence[Option]
) -> tuple[Option, ...]:
    """A bare number that is both a label and the number of another line means either."""
    if numbered is None or numbered["label"] is not None:
        return exact
    at = int(numbered["number"]) - 1
    return exact if not 0 <= at < len(options) or options[at] in exact else (*exact, options[at])


def _unique(fitting: tuple[Option, ...], text: str) -> tuple[Option, ...]:
    """Of labels that differ by accents only, the one that was typed with its own."""
    if len(fitting) < 2:
        return fitting
    key = _spelling(text)
    same = tuple(
        option for option in fitting if any(key == _spelling(label) for label in option.label.values())
    )
    return same if len(same) == 1 else fitting


def _by_part(folded: str, options: Sequence[Option]) -> Match:
    if len(folded) < _SHORTEST:
        return Match(())
    tests = (
        lambda label: label.startswith(folded),
        lambda label: f" {folded} " in f" {label} ",
        lambda label: all(word in label.split() for word in folded.split()),
    )
    labelled = [(option, _labels(option)) for option in options]
    for fits in tests:
        found = tuple(option for option, labels in labelled if any(fits(label) for label in labels))
        if found:
            return Match(tuple(_not_against(folded, found, options)), Code.CHOICE_GUESSED)
    negative = tuple(option for option in options if _is_negative(option))
    if folded in _NO and len(negative) == 1:
        return Match(negative, Code.CHOICE_GUESSED)
    return _by_keystrokes(folded, options)


def _by_keystrokes(folded: str, options: Sequence[Option]) -> Match:
    typed = [keystrokes.typed(word) or (word, frozenset[str]()) for word in _WORD.findall(folded)]
    if not any(marks for _, marks in typed):
        return Match(())
    found = tuple(o for o in options if any(typed == _spelling(label) for label in o.label.values()))
    return Match(found, Code.KEYSTROKES)


def _not_against(folded: str, found: tuple[Option, ...], options: Sequence[Option]) -> Iterator[Option]:
    """What fits, without "Chưa có" where "có" was typed: then any of the others may be meant."""
    if not _YES_AND_MORE.match(folded) or not any(_is_negative(option) for option in found):
        yield from found
        return
    left = [option for option in found if not _is_negative(option)]
    if left or not _YES.fullmatch(folded):
        yield from left
        return
    yield from (option for option in options if not _is_negative(option))


def _is_negative(option: Option) -> bool:
    return any(_NEGATIVE.match(label) for label in _labels(option))


def _labels(option: Option) -> list[str]:
    return [_plain(label) for label in option.label.values()]


@lru_cache(maxsize=4096)
def _plain(label: str) -> str:
    """A label as it is compared: punctuation apart from words says nothing."""
    return re.sub(r"[,;:.!?()\"]+(?=\s|$)|(?<=\s)[(\"]", "", fold(label)).strip()


def _spelling(label: str) -> list[keystrokes.Key]:
    return [keystrokes.spelled(word) for word in _WORD.findall(label)]
