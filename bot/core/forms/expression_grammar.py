"""The grammar of XLSForm expressions: XPath 1.0 without paths, read by elementpath's own parser.

Only the grammar is elementpath's. Its evaluator works in floats and on XML documents; ours works in decimals
and on answers (expression_values.py), about six times as fast. Nothing here is registered with
elementpath's own parser class: the symbols are copied, and the functions are those of
expression_functions.py, each with its number of arguments.
"""

from elementpath.tdop import Parser
from elementpath.xpath1 import XPath1Parser
from elementpath.xpath_tokens import XPathToken

from bot.core.forms.expression_functions import FUNCTIONS

_LITERALS = frozenset(f"({name})" for name in ("string", "integer", "decimal", "float", "name"))
_MARKS = frozenset(f"({name})" for name in ("start", "end", "invalid", "unknown"))
_OPERATORS = frozenset(("and", "or", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod"))
_SYMBOLS = _LITERALS | _MARKS | _OPERATORS | {"$", ".", "(", ")", ","}


class Grammar(XPath1Parser):
    """Reads one expression into a tree of tokens. A fault in the expression is a `SyntaxError`, a
    `TypeError` (function) or a `RecursionError`."""

    symbol_table = {  # noqa: RUF012 - elementpath's metaclass looks for exactly this attribute
        symbol: token for symbol, token in XPath1Parser.symbol_table.items() if symbol in _SYMBOLS
    }

    def parse(self, source: str) -> XPathToken:
        # Past XPath1Parser.parse, which evaluates what it has read to find errors of XPath's own types.
        return Parser.parse(self, source)


for _name, _function in FUNCTIONS.items():
    _most = _function.most
    Grammar.function(_name, nargs=_most if _most == _function.least else (_function.least, _most))
Grammar.build()
