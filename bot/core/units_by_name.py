"""Finds the unit that a typed name means: with or without accents, old or new tone placement, short or in full."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from bot.core.folding import clean, fold, looks_misencoded, strip_courtesy
from bot.core.forms.answers import keystrokes
from bot.core.forms.answers.outcome import Doubtful, Problem, Unclear, Understanding, Understood
from bot.core.forms.answers.problems import Code, why
from bot.core.units import Unit

# Both spellings become one, in names and in what is typed; longer words first.
_ALIKE = {
    "thpt": "trung hoc pho thong|cap 3|c3",
    "thcs": "trung hoc co so|cap 2|cap ii|c2|ptcs|t h c s",
    "th": "tieu hoc|cap 1|cap i|c1",
    "mn": "mam non|mau giao|mg",
    "pgd": "phong giao duc va dao tao|phong giao duc|phong gd&dt|phong gddt|phong gd dt|phong gd",
    "gddt": "giao duc va dao tao|giao duc|gd&dt|gd dt",
    "ubnd": "uy ban nhan dan|uy ban",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc|mat tran",
    "tt": "thi tran",
    "ttct": "trung tam chinh tri|tt chinh tri",
    "btg": "ban tuyen giao|ban tg|tuyen giao",
    "ldld": "lien doan lao dong|cong doan",
    "hpn": "hoi lien hiep phu nu|hoi lhpn|hoi phu nu|phu nu|lhpn",
    "ccb": "hoi cuu chien binh|hoi ccb|cuu chien binh",
    "hnd": "hoi nong dan",
    "huyen doan": "doan thanh nien|dtn",
    "dang uy": "d u|du",
}
_SHORT = {long: short for short, longs in _ALIKE.items() for long in longs.split("|")}
_ALIKE_PATTERN = re.compile(
    r"\b(?:" + "|".join(re.escape(long) for long in sorted(_SHORT, key=len, reverse=True)) + r")(?!\w)"
)
_SILENT = frozenset(("truong", "tr", "trg", "va", "cua", "don", "vi", "so"))
_LEADING = frozenset(("em", "toi", "minh", "o", "la", "ben", "thuoc", "cho", "day", "day la"))
_ROMAN = {"i": "1", "ii": "2", "iii": "3"}
_CODE = re.compile(r"([a-z]+)[ -]?0*(\d+)")
_TYPO_FROM = 6  # letters of a name in which one wrong letter is forgiven
_FEWEST = 2  # letters that may stand for a name


Names = Mapping[str, Sequence[str]]
"""All the names of each code."""


def find(text: str, names: Names, places: Mapping[str, Sequence[str]] | None = None) -> Understanding:
    """The code of the unit. `names` gives all the names of each code, `places` those of the commune where it is
    ("Tiểu học Lê Lợi, xã Tây Lãng"); where several fit, all their codes are the problem's `candidates`: show them
    with their communes."""
    if looks_misencoded(clean(text)):
        return Unclear(why(Code.MISENCODED))
    for typed in dict.fromkeys((clean(text), strip_courtesy(clean(text)))):
        if found := _by_code(typed, names) or _fitting(_key(typed), typed, names):
            return found
    typed = strip_courtesy(clean(text))
    key = _without_lead(_key(typed))
    tries: tuple[Callable[[], Understanding | None], ...] = (
        lambda: _fitting(key, typed, names),
        lambda: _in_its_place(key, names, places or {}),
        lambda: _by_keystrokes(typed, names),
        lambda: _nearly(key, names),
    )
    return next((found for attempt in tries if (found := attempt())), Unclear(why(Code.NO_SUCH_UNIT)))


def holding(text: str, names: Names) -> list[str]:
    """The codes in whose names these very words stand, also such as tell no unit from another: "trường"."""
    typed = " ".join(fold(strip_courtesy(clean(text))).split())
    return _codes(names, lambda name: f" {typed} " in f" {fold(name)} ") if len(typed) >= _FEWEST else []


def names_of(units: Iterable[Unit]) -> dict[str, tuple[str, str, str]]:
    """Code, name and short name of each unit, as `find` takes them."""
    return {unit.code: (unit.code, unit.name, unit.short) for unit in units}


def places_of(units: Iterable[Unit]) -> dict[str, tuple[str, ...]]:
    """The names of the unit above each, in the State or in the Party: for a school its commune."""
    by_code = {unit.code: unit for unit in units}
    above = {
        unit.code: [by_code[code] for code in (unit.parent, unit.party_parent) if code in by_code]
        for unit in by_code.values()
    }
    return {
        code: tuple(name for unit in uppers for name in (unit.name, unit.short) if name)
        for code, uppers in above.items()
    }


def _by_code(typed: str, names: Names) -> Understanding | None:
    """ "T29", "t 29", "T29 - THCS Bắc Hòa"."""
    for code in names:
        if typed.upper() == code.upper():
            return Understood(code)
    head, _, tail = fold(typed).partition(" - ")
    match = _CODE.fullmatch(head)
    meant = [code for code in names if match and _same_code(code, match)]
    if match is None or not meant:
        return None
    sure = match[2] in meant[0] if not tail else any(_key(tail) == _key(name) for name in names[meant[0]])
    return Understood(meant[0]) if sure else Doubtful(meant[0], why(Code.UNIT_GUESSED, unit=meant[0]))


def _same_code(code: str, typed: re.Match[str]) -> bool:
    own = _CODE.fullmatch(code.lower())
    return own is not None and own.groups() == typed.groups()


def _fitting(key: str, typed: str, names: Names) -> Understanding | None:
    if len(key) < _FEWEST:
        return None
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
    return None


def _in_its_place(key: str, names: Names, places: Mapping[str, Sequence[str]]) -> Understanding | None:
    """ "th le loi xa tay lang": a name, and behind it the commune."""
    for place in sorted({_key(place) for all_of in places.values() for place in all_of if place}, key=len)[
        ::-1
    ]:
        if key.endswith(f" {place}"):
            there = {
                code: names[code]
                for code, all_of in places.items()
                if code in names and place in map(_key, all_of)
            }
            return _fitting(key.removesuffix(place).strip(), "", there)
    return None


def _by_keystrokes(typed: str, names: Names) -> Understanding | None:
    """Typed while the keyboard's Telex or VNI was off: the marks must be those of the name, where there are any."""
    words = [(word, keystrokes.typed(word)) for word in re.findall(r"[^\W_]+", typed.lower())]
    marked = [key for _, key in words if key and key[1]]
    if not marked:
        return None
    bare = " ".join(key[0] if key else word for word, key in words)
    for text in (bare, typed):
        found = _fitting(_key(text), typed, names)
        if isinstance(found, Understood | Doubtful):
            return Doubtful(found.value, why(Code.KEYSTROKES))
    return found


def _nearly(key: str, names: Names) -> Understanding | None:
    """With one letter wrong, or the blanks left out."""
    joined = key.replace(" ", "")
    if len(joined) < _TYPO_FROM:
        return None
    codes = _codes(names, lambda name: _key(name).replace(" ", "") == joined) or _codes(
        names, lambda name: any(_one_off(joined, "".join(_key(name).split()[skip:])) for skip in (0, 1))
    )
    return _guessed(codes, why(Code.UNIT_GUESSED, unit=codes[0])) if codes else None


def _one_off(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes them the same."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return one == other
    at = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return any(one[at + x :] == other[at + y :] for x, y in ((1, 1), (1, 0), (0, 1)))


def _without_lead(key: str) -> str:
    """Without the words that only lead to a name: "em ở trường ..."."""
    words = key.split()
    while words and words[0] in _LEADING:
        words = words[1:]
    return " ".join(words)


def _guessed(codes: list[str], doubt: Problem) -> Understanding:
    return (
        Doubtful(codes[0], doubt) if len(codes) == 1 else Unclear(why(Code.SEVERAL_UNITS, candidates=codes))
    )


def _codes(names: Names, fits: Callable[[str], bool]) -> list[str]:
    return [code for code, all_names in names.items() if any(fits(name) for name in all_names)]


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """Folded, with abbreviations for what is abbreviated, without what says nothing ("Trường")."""
    folded = " ".join(re.sub(r"[^\w&\s]", " ", fold(name)).split())
    if folded.startswith("x "):
        folded = f"xa {folded[2:]}"
    short = _ALIKE_PATTERN.sub(lambda match: _SHORT[match.group()], folded)
    words = [word for word in short.split() if word not in _SILENT]
    if words and words[-1] in _ROMAN:
        words[-1] = _ROMAN[words[-1]]
    return " ".join(words)


def _spelling(name: str) -> list[keystrokes.Key]:
    """With accents, wherever the tone stands: "hoà" and "hòa" are the same."""
    return [keystrokes.spelled(word) for word in clean(name).split()]
