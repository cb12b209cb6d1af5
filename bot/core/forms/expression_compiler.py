"""From the tree of an expression to one Python function: the work of reading is done once, not per answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from elementpath.xpath_tokens import XPathToken

from bot.core.forms import expression_values as values
from bot.core.forms.expression_functions import FUNCTIONS, OVER_ROUNDS, Constant, Misuse, Scope, Spread, Term
from bot.core.forms.model import MOST_ROUNDS, Value

DEEPEST = 200
"""Levels of an expression: far beyond what a person writes, far within what Python's stack can hold."""


@dataclass(frozen=True, slots=True)
class Use:
    """That an expression reads the answer `name` ("." for its own), as an operand of `by`: an operator or a
    function, "" where the answer stands alone. `against` are the texts that are the other operands.

    A checker sees from it that `done()` was forgotten, or that a choice has no option of that name.
    """

    name: str
    by: str
    against: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reads:
    """What an expression reads. `columns` is None where bare words mean nothing."""

    uses: list[Use] = field(default_factory=list)
    columns: set[str] | None = None


def term_of(token: XPathToken, *, of_option: bool) -> tuple[Term, tuple[Use, ...], frozenset[str]]:
    """The term that a tree means, the answers and the columns that it reads. Raises Misuse."""
    reads = _Reads(columns=set() if of_option else None)
    term = _term(token, beside=None, reads=reads, depth=0)
    return term, tuple(reads.uses), frozenset(reads.columns or ())


def _term(token: XPathToken, *, beside: XPathToken | None, reads: _Reads, depth: int) -> Term:
    if depth > DEEPEST:
        raise Misuse("too_deep")
    depth += 1
    symbol = token.symbol
    if symbol == "$":
        name = str(token[0].value)
        reads.uses.append(_use(name, beside))
        return lambda scope: scope.variables.get(name)
    if symbol == ".":
        reads.uses.append(_use(".", beside))
        return lambda scope: scope.this
    if symbol in ("(string)", "(integer)", "(decimal)", "(float)"):
        return Constant(token.value if symbol == "(string)" else values.number(token.value))
    if symbol == "(":
        return _term(token[0], beside=beside, reads=reads, depth=depth)
    if symbol in OVER_ROUNDS:
        return OVER_ROUNDS[symbol](_each(part, token, reads, depth) for part in token)
    if symbol in FUNCTIONS:
        return FUNCTIONS[symbol].make(
            *(_term(part, beside=token, reads=reads, depth=depth) for part in token)
        )
    if symbol == "(name)" and reads.columns is not None:
        column = str(token.value)
        reads.columns.add(column)
        return lambda scope: scope.this.get(column, "") if isinstance(scope.this, dict) else ""
    if symbol == "(name)":  # a path step in XPath; here a word that lost its ${ } or its quotes
        raise Misuse("bare_word", str(token.value))
    parts = [_term(part, beside=token, reads=reads, depth=depth) for part in token]
    if not parts:  # a lone "*", which is a path as well
        raise Misuse("bare_word", symbol)
    if len(parts) == 1:
        return _negated(parts[0]) if symbol == "-" else _figure(parts[0])
    return _OPERATORS[symbol](parts[0], parts[1])


def _each(token: XPathToken, beside: XPathToken, reads: _Reads, depth: int) -> Spread:
    """An argument of a function over all rounds of a repeat: the answers of each, or the one value."""
    if token.symbol == "$":
        name = str(token[0].value)
        reads.uses.append(_use(name, beside))
        names = [name, *(f"{name}.{round_}" for round_ in range(2, MOST_ROUNDS + 1))]
        return lambda scope: [scope.variables[one] for one in names if one in scope.variables]
    term = _term(token, beside=beside, reads=reads, depth=depth)
    return lambda scope: [term(scope)]


def _use(name: str, beside: XPathToken | None) -> Use:
    if beside is None:
        return Use(name, "")
    return Use(name, beside.symbol, tuple(str(part.value) for part in beside if part.symbol == "(string)"))


def _negated(one: Term) -> Term:
    return lambda scope: values.finite(-values.number(one(scope)))


def _figure(one: Term) -> Term:
    return lambda scope: values.number(one(scope))


def _or(left: Term, right: Term) -> Term:
    return lambda scope: values.truth(left(scope)) or values.truth(right(scope))


def _and(left: Term, right: Term) -> Term:
    return lambda scope: values.truth(left(scope)) and values.truth(right(scope))


def _compared(holds: Callable[[Value, Value], bool]) -> Callable[[Term, Term], Term]:
    return lambda left, right: lambda scope: holds(left(scope), right(scope))


def _computed(compute: Callable[[Decimal, Decimal], Decimal]) -> Callable[[Term, Term], Term]:
    def make(left: Term, right: Term) -> Term:
        def figure(scope: Scope) -> Decimal:
            return values.finite(compute(values.number(left(scope)), values.number(right(scope))))

        return figure

    return make


_OPERATORS: dict[str, Callable[[Term, Term], Term]] = {
    "or": _or,
    "and": _and,
    "=": _compared(values.equal),
    "!=": _compared(lambda left, right: not values.equal(left, right)),
    "<": _compared(values.below),
    "<=": _compared(values.not_above),
    ">": _compared(lambda left, right: values.below(right, left)),
    ">=": _compared(lambda left, right: values.not_above(right, left)),
    "+": _computed(values.EXACT.add),
    "-": _computed(values.EXACT.subtract),
    "*": _computed(values.EXACT.multiply),
    "div": _computed(values.EXACT.divide),
    "mod": _computed(values.EXACT.remainder),
}
