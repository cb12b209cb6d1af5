"""From the tree of an expression to one Python function: the work of reading is done once, not per answer."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from elementpath.xpath_tokens import XPathToken

from bot.core.forms import expression_values as values
from bot.core.forms.expression_functions import FUNCTIONS, Constant, Misuse, Scope, Term
from bot.core.forms.model import Value

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


def term_of(token: XPathToken) -> tuple[Term, tuple[Use, ...]]:
    """The term that a tree means and the answers that it reads. Raises Misuse."""
    uses: list[Use] = []
    return _term(token, beside=None, uses=uses, depth=0), tuple(uses)


def _term(token: XPathToken, *, beside: XPathToken | None, uses: list[Use], depth: int) -> Term:
    if depth > DEEPEST:
        raise Misuse("too_deep")
    depth += 1
    symbol = token.symbol
    if symbol == "$":
        name = str(token[0].value)
        uses.append(_use(name, beside))
        return lambda scope: scope.variables.get(name)
    if symbol == ".":
        uses.append(_use(".", beside))
        return lambda scope: scope.this
    if symbol in ("(string)", "(integer)", "(decimal)", "(float)"):
        return Constant(token.value if symbol == "(string)" else values.number(token.value))
    if symbol == "(":
        return _term(token[0], beside=beside, uses=uses, depth=depth)
    if symbol in FUNCTIONS:
        return FUNCTIONS[symbol].make(*(_term(part, beside=token, uses=uses, depth=depth) for part in token))
    if symbol == "(name)":  # a path step in XPath; here a word that lost its ${ } or its quotes
        raise Misuse("bare_word", str(token.value))
    parts = [_term(part, beside=token, uses=uses, depth=depth) for part in token]
    if not parts:  # a lone "*", which is a path as well
        raise Misuse("bare_word", symbol)
    if len(parts) == 1:
        return _negated(parts[0]) if symbol == "-" else _figure(parts[0])
    return _OPERATORS[symbol](parts[0], parts[1])


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
