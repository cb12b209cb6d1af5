"""Whom a day of the calendar concerns, as it was typed behind the day: "T14", "cho T14 và T15", "trường hoa sen",
"các trường"; all else is the day's name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.folding import fold
from bot.core.forms.answers.outcome import Doubtful, Understood
from bot.core.own_days import of_kind, of_unit
from bot.core.units import Unit, UnitKind
from bot.core.units_by_name import find, names_of, places_of


@dataclass(frozen=True, slots=True)
class Concerns:
    """These scopes; none: everybody. `name` is what is left of the words: the name of the day."""

    scopes: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Which:
    """Whom it concerns must be asked: `codes` are the units that it may be, none if there is no such unit. `named`: the
    words may as well be the name of a day for everybody."""

    text: str
    codes: tuple[str, ...] = ()
    named: bool = False


_FOR = re.compile(
    r"(?:(?:chi )?(?:cho|rieng|danh cho)(?: (?:cho|rieng))?|tai|o|only|for|at)\b (?!\d|ngay\b|thu\b)"
)
_FOR_MARKED = frozenset(("chỉ", "riêng", "dành", "tại", "ở"))
"""With their marks: "tài liệu" is no "tại"."""

_EVERYBODY = re.compile(
    r"(?:tat ca|toan|ca|moi) (?:(?:cac |moi )?don vi|huyen|he thong|nganh)|tat ca|everybody|all units"
)
_ALL_OF = re.compile(r"(?:(?:tat ca|toan bo)(?: cac)?|cac|moi|khoi|nhung|all(?: the)?|every|the) ")
_BEGINS = re.compile(
    r"(?:truong|xa|thi tran|phuong|dang uy|uy ban|ubnd|hdnd|don vi|phong|"
    r"mam non|tieu hoc|thcs|thpt|mn|school|commune|unit)\b"
)
_AND = re.compile(r"\s*(?:,|;|\+|&|\b(?:va|and)\b)\s*|\s+")
_CODE = re.compile(r"[\w-]+")
_KINDS_SAID = {
    "SCHOOL": ("truong", "truong hoc", "cac truong", "nha truong", "schools", "school"),
    "PARTY_COMMUNE": ("xa", "dang uy xa", "cap xa", "cac xa", "communes"),
}
_ENDS = " :,;.–-()"


def read_whose(text: str, units: Iterable[Unit], kinds: Mapping[str, UnitKind]) -> Concerns | Which:
    """Whom the words behind a day concern. Words that only look like a unit are asked about, never taken for the name
    of a day that everybody has off."""
    known = {unit.code: unit for unit in units}
    plain = fold(text)
    if len(plain) != len(text):
        text = plain
    told = _FOR.match(plain)
    if told is not None and not all(
        word.isascii() or word in _FOR_MARKED for word in text[: told.end()].lower().split()
    ):
        told = None
    said, plain = (text[told.end() :], plain[told.end() :]) if told else (text, plain)
    if not said.strip(_ENDS):
        return Concerns()
    if everybody := _EVERYBODY.match(plain):
        return Concerns(name=said[everybody.end() :].strip(_ENDS))
    if (kind := _kind(plain.strip(_ENDS), kinds, told=told is not None)) is not None:
        return Concerns((of_kind(kind),))
    if listed := _listed(said, known):
        return listed
    if told or _BEGINS.match(plain):
        return _begins(said, known)
    return _alone(said, known)


def _is_marked_so(typed: str) -> bool:
    return all(word.isascii() or word in _FOR_MARKED for word in typed.lower().split())


def _kind(plain: str, kinds: Mapping[str, UnitKind], *, told: bool) -> str | None:
    """A whole kind of unit: "các trường", "cho các xã", "khối trường học"."""
    all_of = _ALL_OF.match(plain)
    if not told and all_of is None:
        return None
    said = plain[all_of.end() :] if all_of else plain
    for code, kind in kinds.items():
        names = {fold(name) for name in kind.name.values()} | {code.lower(), *_KINDS_SAID.get(code, ())}
        if said in names and kind.played_by is None:
            return code
    return None


def _listed(said: str, known: Mapping[str, Unit]) -> Concerns | None:
    """Codes as they stand in the roster, one after another, and perhaps a name behind them."""
    by_code = {code.lower(): code for code in known}
    found: list[str] = []
    at = 0
    plain = fold(said)
    while (word := _CODE.match(plain, at)) is not None and word.group() in by_code:
        found.append(of_unit(by_code[word.group()]))
        at = word.end()
        joined = _AND.match(plain, at)
        ahead = joined.end() if joined else at
        following = _CODE.match(plain, ahead)
        if following is None or following.group() not in by_code:
            break
        at = ahead
    return Concerns(tuple(dict.fromkeys(found)), said[at:].strip(_ENDS)) if found else None


def _begins(said: str, known: Mapping[str, Unit]) -> Concerns | Which:
    """The longest beginning of the words that is one unit; what stands behind it is the name."""
    names, places = names_of(known.values()), places_of(known.values())
    words = said.split()
    several: tuple[str, ...] = ()
    for end in range(len(words), 0, -1):
        unit = " ".join(words[:end]).strip(_ENDS)
        match find(unit, names, places):
            case Understood(code) | Doubtful(code):
                return Concerns((of_unit(code),), " ".join(words[end:]).strip(_ENDS))
            case other:
                several = several or tuple(other.why.values.get("candidates", ()))
    return Which(said, several)


def _alone(said: str, known: Mapping[str, Unit]) -> Concerns | Which:
    """Nothing tells a unit from a name: what could be a unit is asked about."""
    match find(said, names_of(known.values()), places_of(known.values())):
        case Understood(code) | Doubtful(code):
            return Which(said, (code,), named=True)
        case other:
            candidates: Sequence[str] = other.why.values.get("candidates", ())
            return Which(said, tuple(candidates), named=True) if candidates else Concerns(name=said)
