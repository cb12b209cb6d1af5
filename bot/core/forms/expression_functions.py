"""The functions that an expression may call.

Those of XLSForm, with its names and meanings, and four of our own for answers that have two parts:

================  ==========================================  ==============================
done(ratio)       the first figure                            `done(${attended}) > 0`
total(ratio)      the second                                  `done(${a}) < total(${a})`
number-of(doc)    the number of a document                    `number-of(${plan}) != ''`
date-of(doc)      its date                                    `date-of(.) <= today()`
================  ==========================================  ==============================

All four give the empty string where nothing was answered or the answer is "na".
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from bot.core.forms import expression_values as values
from bot.core.forms.model import Value


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression is evaluated against. `this` is the answer that a constraint judges."""

    variables: Mapping[str, Value]
    this: Value
    today: date


Term = Callable[[Scope], Value]
"""A part of an expression, ready to be evaluated."""


class Misuse(Exception):  # noqa: N818 - not an error of ours: the compiler turns it into a Fault
    """Something that cannot work whatever the answers are. `code` and `near` are those of the fault."""

    def __init__(self, code: str, near: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.near = near


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal: the same in every scope."""

    value: Value

    def __call__(self, _: Scope) -> Value:
        return self.value


@dataclass(frozen=True, slots=True)
class Function:
    """How many arguments it takes (`most` None: any number), and what makes a term of them."""

    least: int
    most: int | None
    make: Callable[..., Term]


def _of_value(apply: Callable[[Value], Value]) -> Function:
    """A function of one argument's value."""
    return Function(1, 1, lambda one: lambda scope: apply(one(scope)))


def _of_values(apply: Callable[..., Value], *, least: int, most: int | None) -> Function:
    """A function that needs the values of all its arguments."""
    return Function(least, most, lambda *terms: lambda scope: apply(*(term(scope) for term in terms)))


def _if(condition: Term, then: Term, otherwise: Term) -> Term:
    return lambda scope: then(scope) if values.truth(condition(scope)) else otherwise(scope)


def _coalesce(*terms: Term) -> Term:
    def first(scope: Scope) -> Value:
        for term in terms:
            value = term(scope)
            if values.text(value) != "":
                return value
        return ""

    return first


def _regex(subject: Term, pattern: Term) -> Term:
    """The whole text must match, as in XLSForm. The pattern is a literal, so that it is compiled once."""
    if not isinstance(pattern, Constant) or not isinstance(pattern.value, str):
        raise Misuse("pattern_not_literal")
    try:
        matcher = re.compile(pattern.value)
    except (re.error, OverflowError, RecursionError):
        raise Misuse("pattern_broken", pattern.value) from None
    return lambda scope: matcher.fullmatch(values.text(subject(scope))) is not None


def _round(value: Value, places: Value = 0) -> Value:
    figure, digits = values.number(value), values.number(places)
    if figure is values.NAN or digits is values.NAN:
        return values.NAN
    return values.rounded(figure, max(-20, min(20, int(digits))))


def _selected(choice: Value, name: Value) -> bool:
    return values.text(name) in values.chosen(choice)


def _date(value: Value) -> Value:
    on = values.day(value)
    return "" if on is None else on.isoformat()


def _done(value: Value) -> Value:
    parts = values.pair(value)
    return "" if parts is None else parts[0]


def _total(value: Value) -> Value:
    parts = values.pair(value)
    return "" if parts is None else parts[1]


def _part_of_document(part: str) -> Callable[[Value], Value]:
    def read(value: Value) -> Value:
        kept = value.get(part) if isinstance(value, dict) else None
        return kept if isinstance(kept, str) else ""

    return read


def _extreme(choose: Callable[..., Value]) -> Callable[..., Value]:
    """The smallest or greatest of those that are numbers; NAN if none is."""

    def find(*given: Value) -> Value:
        figures = [figure for figure in map(values.number, given) if figure is not values.NAN]
        return choose(figures) if figures else values.NAN

    return find


Spread = Callable[[Scope], list[Value]]
"""The answers to a question in all rounds of a repeat; one for a question that is in none."""


def _gathered(apply: Callable[[list[Value]], Value]) -> Callable[[Iterable[Spread]], Term]:
    """A function over all rounds of a repeat. What was not answered does not count."""

    def make(spreads: Iterable[Spread]) -> Term:
        parts = tuple(spreads)
        return lambda scope: apply(
            [value for part in parts for value in part(scope) if values.text(value) != ""]
        )

    return make


def _sum(given: list[Value]) -> Value:
    total = Decimal(0)
    for value in given:
        total = values.finite(values.EXACT.add(total, values.number(value)))
    return total


OVER_ROUNDS: Mapping[str, Callable[[Iterable[Spread]], Term]] = MappingProxyType(
    {
        "sum": _gathered(_sum),
        "count": _gathered(len),
        "min": _gathered(lambda given: _extreme(min)(*given)),
        "max": _gathered(lambda given: _extreme(max)(*given)),
    }
)
"""Functions that see a question in every round of a repeat: `sum(${learners})`, `count(${classes})`."""

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "sum": Function(1, 1, OVER_ROUNDS["sum"]),
        "count": Function(1, 1, OVER_ROUNDS["count"]),
        "true": Function(0, 0, lambda: Constant(True)),
        "false": Function(0, 0, lambda: Constant(False)),
        "not": _of_value(lambda value: not values.truth(value)),
        "boolean": _of_value(values.truth),
        "if": Function(3, 3, _if),
        "coalesce": Function(1, None, _coalesce),
        "number": _of_value(values.number),
        "int": _of_value(lambda value: values.truncated(values.number(value))),
        "round": _of_values(_round, least=1, most=2),
        "min": Function(1, None, OVER_ROUNDS["min"]),
        "max": Function(1, None, OVER_ROUNDS["max"]),
        "string": _of_value(values.text),
        "string-length": _of_value(lambda value: len(values.text(value))),
        "normalize-space": _of_value(lambda value: " ".join(values.text(value).split())),
        "concat": _of_values(lambda *parts: "".join(map(values.text, parts)), least=1, most=None),
        "contains": _of_values(lambda a, b: values.text(b) in values.text(a), least=2, most=2),
        "ends-with": _of_values(lambda a, b: values.text(a).endswith(values.text(b)), least=2, most=2),
        "starts-with": _of_values(lambda a, b: values.text(a).startswith(values.text(b)), least=2, most=2),
        "regex": Function(2, 2, _regex),
        "selected": _of_values(_selected, least=2, most=2),
        "count-selected": _of_value(lambda value: len(values.chosen(value))),
        "today": Function(0, 0, lambda: lambda scope: scope.today),
        "date": _of_value(_date),
        "done": _of_value(_done),
        "total": _of_value(_total),
        "number-of": _of_value(_part_of_document("number")),
        "date-of": _of_value(_part_of_document("date")),
    }
)
