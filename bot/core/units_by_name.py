"""Finds the unit that a typed name means: with or without accents, old or new tone placement, short or in full."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from bot.core.folding import clean, fold, looks_misencoded, strip_courtesy
from bot.core.forms.answers import keystrokes
from bot.core.forms.answers.outcome import Doubtful, Problem, Unclear, Understanding, Understood
from bot.core.forms.answers.problems import Code, why

# Both spellings become one, in names and in what is typed; longer words first.
_ALIKE = {
    "thpt": "trung hoc pho thong|cap 3|c3",
    "thcs": "trung hoc co so|cap 2|c2",
    "th": "tieu hoc|cap 1|c1",
    "mn": "mam non|mau giao",
    "pgd": "phong giao duc va dao tao|phong giao duc|phong gd&dt|phong gddt|phong gd",
    "gddt": "giao duc va dao tao|giao duc|gd&dt",
    "ubnd": "uy ban nhan dan|uy ban",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc|mat tran",
    "tt": "thi tran",
    "btg": "ban tuyen giao",
    "ldld": "lien doan lao dong",
}
_SHORT = {long: short for short, longs in _ALIKE.items() for long in longs.split("|")}
_ALIKE_PATTERN = re.compile(
    r"\b(?:" + "|".join(re.escape(long) for long in sorted(_SHORT, key=len, reverse=True)) + r")(?!\w)"
)
_SILENT = frozenset(("truong", "va", "cua", "don", "vi"))
_FEWEST = 2  # letters that may stand for a name


def find(text: str, names: Mapping[str, Sequence[str]]) -> Understanding:
    """The code of the unit. `names` gives all the names of each code; where several fit, all their codes are
    the problem's `candidates`: show them with their communes."""
    if looks_misencoded(clean(text)):
        return Unclear(why(Code.MISENCODED))
    for typed in dict.fromkeys((clean(text), strip_courtesy(clean(text)))):
        key = _key(typed)
        for code in names:
            if typed.upper() == code.upper():
                return Understood(code)
        if len(key) >= _FEWEST and (found := _fitting(key, typed, names)):
            return found
    return Unclear(why(Code.NO_SUCH_UNIT))


def _fitting(key: str, typed: str, names: Mapping[str, Sequence[str]]) -> Understanding | None:
    codes = _codes(names, lambda name: _key(name) == key)
    if len(codes) == 1:
        return Understood(codes[0])
    if len(codes) > 1:
        own = [code for code in codes if any(_spelling(name) == _spelling(typed) for name in names[code])]
        return Understood(own[0]) if len(own) == 1 else Unclear(why(Code.SEVERAL_UNITS, candidates=codes))
    words = key.split()
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: _key(name).startswith(f"{key} "),
        lambda name: f" {key} " in f" {_key(name)} ",
        lambda name: all(word in _key(name).split() for word in words),
    )
    for fits in tests:
        if codes := _codes(names, fits):
            return _guessed(codes, why(Code.UNIT_GUESSED, unit=codes[0]))
    keys = [keystrokes.typed(word) or (word, frozenset[str]()) for word in typed.lower().split()]
    if any(marks for _, marks in keys) and (codes := _codes(names, lambda name: _spelling(name) == keys)):
        return _guessed(codes, why(Code.KEYSTROKES))
    return None


def _guessed(codes: list[str], doubt: Problem) -> Understanding:
    return (
        Doubtful(codes[0], doubt) if len(codes) == 1 else Unclear(why(Code.SEVERAL_UNITS, candidates=codes))
    )


def _codes(names: Mapping[str, Sequence[str]], fits: Callable[[str], bool]) -> list[str]:
    return [code for code, all_names in names.items() if any(fits(name) for name in all_names)]


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """Folded, with abbreviations for what is abbreviated, without what says nothing ("Trường")."""
    folded = re.sub(r"[^\w&\s]", " ", fold(name))
    short = _ALIKE_PATTERN.sub(lambda match: _SHORT[match.group()], " ".join(folded.split()))
    return " ".join(word for word in short.split() if word not in _SILENT)


def _spelling(name: str) -> list[keystrokes.Key]:
    """With accents, wherever the tone stands: "hoà" and "hòa" are the same."""
    return [keystrokes.spelled(word) for word in clean(name).split()]
