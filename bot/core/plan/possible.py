"""Whether a condition can hold at all: reasoning about one answer at a time, never wrong when it says no.

An expression is taken apart into ways in which it may hold, each a set of claims on single answers ("x > 5").
A way whose claims on one answer contradict each other cannot be. What is not understood claims nothing, so that it can
always be.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import product

from elementpath.xpath_tokens import XPathToken

from bot.core.forms import expressions

MOST_WAYS = 200
"""Of one condition. Beyond that nothing is claimed about it."""

_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


@dataclass(frozen=True, slots=True)
class Claim:
    """On the answer to `name` ("." for its own; "done(x)" for a part): that it is above a number, equal to a text…"""

    name: str
    by: str
    value: Decimal | str

    @property
    def needs_an_answer(self) -> bool:
        """Whether it can hold only of something that was answered."""
        return self.by != "!=" and self.value != ""


Way = frozenset[Claim]
ANYTHING: tuple[Way, ...] = (frozenset(),)


@dataclass(frozen=True, slots=True)
class Range:
    """What an answer can be: `whole` numbers only, from `least` on; one of a few words (None: any)."""

    whole: bool = False
    least: Decimal | None = None
    words: frozenset[str] | None = None


@dataclass(slots=True)
class _Bounds:
    low: Decimal | None = None
    low_out: bool = False
    high: Decimal | None = None
    high_out: bool = False
    is_text: set[str] = field(default_factory=set)
    is_not: set[str] = field(default_factory=set)
    numeric: bool = False


def ways_of(source: str) -> tuple[Way, ...]:
    """The ways in which an expression can be true. An empty one always is."""
    token = expressions.tree(source) if source else None
    return ANYTHING if token is None else _ways(token, holds=True)


def both(one: Iterable[Way], other: Iterable[Way]) -> tuple[Way, ...]:
    """The ways in which two conditions hold together."""
    ways = tuple(dict.fromkeys(left | right for left, right in product(one, other)))
    return ways if len(ways) <= MOST_WAYS else ANYTHING


def can_be(ways: Iterable[Way], ranges: Mapping[str, Range]) -> bool:
    """Whether one of the ways contradicts itself in nothing, nor the ranges of the answers."""
    return any(_is_possible(way, ranges) for way in ways)


def _ways(token: XPathToken, *, holds: bool) -> tuple[Way, ...]:
    symbol = token.symbol
    if symbol == "(":
        return _ways(token[0], holds=holds)
    if symbol == "not" and len(token) == 1:
        return _ways(token[0], holds=not holds)
    if symbol in ("and", "or"):
        parts = [_ways(part, holds=holds) for part in token]
        if (symbol == "and") == holds:
            return both(*parts)
        ways = tuple(dict.fromkeys(way for part in parts for way in part))
        return ways if len(ways) <= MOST_WAYS else ANYTHING
    claim = _claim(token, holds=holds)
    return ANYTHING if claim is None else (frozenset((claim,)),)


def _claim(token: XPathToken, *, holds: bool) -> Claim | None:
    if token.symbol not in _TURNED or len(token) != 2:
        return None
    left, right = token[0], token[1]
    name, value, by = _name(left), _constant(right), token.symbol
    if name is None or value is None:
        name, value, by = _name(right), _constant(left), _TURNED[token.symbol]
    if name is None or value is None:
        return None
    if isinstance(value, Decimal):
        # "x > 5" is false of no answer as well: that it does not hold says nothing of x.
        return Claim(name, by, value) if holds and by != "!=" else None
    if by not in ("=", "!="):
        return None
    return Claim(name, by if holds else {"=": "!=", "!=": "="}[by], value)


def _name(token: XPathToken) -> str | None:
    if token.symbol == "(":
        return _name(token[0])
    if token.symbol == "$":
        return str(token[0].value)
    if token.symbol == ".":
        return "."
    if token.symbol in ("done", "total") and len(token) == 1:
        inner = _name(token[0])
        return None if inner is None else f"{token.symbol}({inner})"
    return None


def _constant(token: XPathToken) -> Decimal | str | None:
    if token.symbol == "(":
        return _constant(token[0])
    if token.symbol == "-" and len(token) == 1:
        inner = _constant(token[0])
        return -inner if isinstance(inner, Decimal) else None
    if token.symbol in ("(integer)", "(decimal)"):
        return Decimal(str(token.value))
    if token.symbol == "(string)":
        text = str(token.value)
        return None if _reads_as_number(text) else text
    return None


def _reads_as_number(text: str) -> bool:
    try:
        Decimal(text.strip())
    except InvalidOperation:
        return False
    return True


def _is_possible(way: Way, ranges: Mapping[str, Range]) -> bool:
    claims: dict[str, list[Claim]] = {}
    for claim in way:
        claims.setdefault(claim.name, []).append(claim)
    return all(_one_is_possible(several, ranges.get(name, Range())) for name, several in claims.items())


def _one_is_possible(claims: list[Claim], range_: Range) -> bool:
    bounds = _Bounds()
    for claim in claims:
        if isinstance(claim.value, Decimal):
            _narrow(bounds, claim.by, claim.value)
        elif claim.by == "=":
            bounds.is_text.add(claim.value)
        else:
            bounds.is_not.add(claim.value)
    return _words_are_possible(bounds, range_) and (not bounds.numeric or _number_is_possible(bounds, range_))


def _narrow(bounds: _Bounds, by: str, value: Decimal) -> None:
    bounds.numeric = True
    if by in (">", ">=", "=") and (
        bounds.low is None or value > bounds.low or (value == bounds.low and by == ">")
    ):
        bounds.low, bounds.low_out = value, by == ">"
    if by in ("<", "<=", "=") and (
        bounds.high is None or value < bounds.high or (value == bounds.high and by == "<")
    ):
        bounds.high, bounds.high_out = value, by == "<"


def _words_are_possible(bounds: _Bounds, range_: Range) -> bool:
    if len(bounds.is_text) > 1 or bounds.is_text & bounds.is_not:
        return False
    if "" in bounds.is_text:
        return not bounds.numeric
    if range_.words is not None and bounds.is_text:
        return bounds.is_text <= range_.words
    return True


def _number_is_possible(bounds: _Bounds, range_: Range) -> bool:
    if bounds.is_text:
        return False  # a text that is no number is neither above nor below one
    low, low_out, high, high_out = bounds.low, bounds.low_out, bounds.high, bounds.high_out
    if range_.least is not None and (low is None or low < range_.least):
        low, low_out = range_.least, False
    if range_.whole and low is not None:
        low, low_out = (low // 1 + 1 if low_out or low % 1 else low), False
    if low is None or high is None:
        return True
    return low < high or (low == high and not low_out and not high_out)
