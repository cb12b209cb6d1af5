"""XLSForm expressions: `${attended} <= ${total}`, `. >= 0`, `selected(${kinds}, 'zalo')`.

    expressions.compile("done(${staff}) < total(${staff})").truth({"staff": [43, 45]}, today=today)

As in XLSForm, `${name}` is the answer to a question and `.` the answer that a constraint judges. What was
not answered is the empty string: equal to '' and to nothing else, above and below nothing. What is not a
number counts as none (NaN): no comparison with it holds but `!=`. Answers that have two parts are read with
`done`, `total`, `number-of` and `date-of` (expression_functions.py). Beside the questions, the unit's own
figures are variables: `${unit_pupils}` and the like (bot.core.plan.variables).

Evaluating never raises, whatever the answers are. A compiled expression is kept and shared.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

from elementpath.xpath_tokens import XPathToken

from bot.core.forms import expression_values as values
from bot.core.forms.expression_compiler import Use, term_of
from bot.core.forms.expression_functions import Constant, Misuse, Scope, Term
from bot.core.forms.expression_grammar import Grammar
from bot.core.forms.model import Value

Result = bool | Decimal | str

LONGEST = 2_000
"""Characters of an expression. A longer one is a mistake, and would be slow to read."""

_PARTS = re.compile(r"""('(?:[^']|'')*'|"(?:[^"]|"")*")|\$\{\s*([A-Za-z_][\w.-]*)\s*\}""")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text is no expression. `near` is the part of it where the trouble starts.

    Codes: empty, too_long, too_deep, syntax, unknown_function, arguments, bare_word, pattern_not_literal,
    pattern_broken.
    """

    code: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression. With a `fault` it evaluates to the empty string: false, no number.

    `names` are the `${name}` it reads, `uses` what each is used for, `judges` whether it reads `.`. `columns` are the
    columns of an option that a `choice_filter` reads.
    """

    source: str
    names: frozenset[str] = frozenset()
    uses: tuple[Use, ...] = ()
    judges: bool = False
    columns: frozenset[str] = frozenset()
    fault: Fault | None = None
    _term: Term = field(default=Constant(""), repr=False, compare=False)

    def evaluate(self, variables: Mapping[str, Value], *, this: Value = None, today: date) -> Result:
        """A truth, a number (perhaps NaN) or a text; a date is its ISO text."""
        value = self._term(Scope(variables, this, today))
        if isinstance(value, bool | str):
            return value
        if isinstance(value, int | float | Decimal):
            return values.number(value)
        return values.text(value)

    def truth(self, variables: Mapping[str, Value], *, this: Value = None, today: date) -> bool:
        """Whether a condition holds. The word 'no' is a text, hence true: write `${held} = 'yes'`."""
        return values.truth(self._term(Scope(variables, this, today)))

    def number(self, variables: Mapping[str, Value], *, this: Value = None, today: date) -> Decimal | None:
        """A finite figure, or None. A truth counts 1 or 0."""
        figure = values.number(self._term(Scope(variables, this, today)))
        return None if figure is values.NAN else figure

    def text(self, variables: Mapping[str, Value], *, this: Value = None, today: date) -> str:
        """What a `calculate` keeps: a canonical decimal number ("1234.5") or text; "" for no number."""
        return values.text(self._term(Scope(variables, this, today)))


@lru_cache(maxsize=4_096)
def compile(source: str, *, of_option: bool = False) -> Expression:  # noqa: A001 - read as expressions.compile
    """The expression that a text means. A text that means none gives an Expression with a `fault`.

    In one `of_option` bare words are the columns of an option, which is what it judges (`this`: a dict of texts).
    """
    if not source.strip():
        return Expression(source, fault=Fault("empty"))
    if len(source) > LONGEST:
        return Expression(source, fault=Fault("too_long", source[:20]))
    astray = _PARTS.sub(lambda found: " " * len(found[0]), source).find("$")
    if astray >= 0:  # "$name" and "${a b}" are not XLSForm's
        return Expression(source, fault=Fault("syntax", source[astray : astray + 20]))
    try:
        term, uses, columns = term_of(_tree(source), of_option=of_option)
    except Misuse as misuse:
        return Expression(source, fault=Fault(misuse.code, misuse.near))
    except (SyntaxError, TypeError, ValueError, RecursionError) as error:
        return Expression(source, fault=_fault(error, source))
    return Expression(
        source=source,
        names=frozenset(use.name for use in uses if use.name != "."),
        uses=uses,
        judges=any(use.name == "." for use in uses),
        columns=columns,
        _term=term,
    )


def tree(source: str) -> XPathToken | None:
    """The tree of an expression, for who reasons about it without evaluating; None where it means nothing."""
    return None if compile(source).fault is not None else _tree(source)


def _tree(source: str) -> XPathToken:
    # "${name}" becomes " $name ", XPath's own way to write a variable: as long, so that places stay.
    written = _PARTS.sub(lambda found: found[1] or f" ${found[2]}".ljust(len(found[0])), source)
    return Grammar().parse(written)


def _fault(error: Exception, source: str) -> Fault:
    """elementpath tells the kind by the error's type and the place by the token that it blames."""
    token = getattr(error, "token", None)
    start, end = token.span if token is not None else (0, 0)
    if isinstance(error, TypeError):
        unknown = token is not None and token.symbol == "(name)"
        return Fault("unknown_function" if unknown else "arguments", source[start:end])
    return Fault("syntax", source[start : start + 20] if token is not None else source[:20])
