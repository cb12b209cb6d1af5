"""What an answer means inside an expression: as a number, as text, as true or false.

Nothing here raises, whatever the value. A figure is a `Decimal` of 28 digits, never a float. Where there is
no number (an empty answer, a word, a division by zero, something beyond 10^60) there is `NAN`, which equals
nothing and is neither below nor above anything. A date counts as days since 1970-01-01, as in XLSForm, so
that dates are compared and shifted (`. <= today() + 30`).
"""

import re
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

from bot.core.forms.model import Value

NAN = Decimal("NaN")
"""The only NaN that leaves this module, so that `is NAN` asks for it."""

EXACT = Context(prec=28, rounding=ROUND_HALF_UP, Emin=-60, Emax=60, traps=[])

_EPOCH = date(1970, 1, 1).toordinal()
_NUMBER = re.compile(r"\s*[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def finite(figure: Decimal) -> Decimal:
    """The figure itself, or NAN where it is none (infinite, not a number)."""
    return figure if figure.is_finite() else NAN


def day(value: Value) -> date | None:
    """The day that a date or an ISO string such as "2026-11-20" names."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:  # 2026-02-30
        return None


def number(value: Value) -> Decimal:
    """A finite figure, or NAN."""
    if isinstance(value, Decimal):
        return value if value is NAN else finite(value)
    if isinstance(value, int):
        return finite(EXACT.create_decimal(int(value)))
    if isinstance(value, str):
        if _NUMBER.fullmatch(value):
            return finite(EXACT.create_decimal(value.strip()))
    elif isinstance(value, float):
        return finite(EXACT.create_decimal(repr(value)))
    on = day(value)
    return NAN if on is None else Decimal(on.toordinal() - _EPOCH)


def text(value: Value) -> str:
    """The value as it would be typed: a ratio "43/45", choices "fanpage zalo", a document its number."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return canonical(number(value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return _string(value.get("number"))
    parts = pair(value)
    if parts is not None:
        return f"{text(parts[0])}/{text(parts[1])}"
    if isinstance(value, list | tuple):
        return " ".join(_string(item.get("unique") if isinstance(item, dict) else item) for item in value)
    return ""


def truth(value: Value) -> bool:
    """Whether it counts as yes in a condition: a number that is not 0, a text that is not empty."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float | Decimal):
        figure = number(value)
        return figure is not NAN and figure != 0
    return text(value) != ""


def equal(left: Value, right: Value) -> bool:
    """XPath's `=`: as truths if one is a truth, as numbers if one is a number, else as texts."""
    if isinstance(left, bool) or isinstance(right, bool):
        return truth(left) == truth(right)
    if isinstance(left, int | float | Decimal) or isinstance(right, int | float | Decimal):
        figure = number(left)
        return figure is not NAN and figure == number(right)
    return text(left) == text(right)


def below(left: Value, right: Value) -> bool:
    """XPath's `<`, always between numbers."""
    low, high = number(left), number(right)
    return low is not NAN and high is not NAN and low < high


def not_above(left: Value, right: Value) -> bool:
    """XPath's `<=`."""
    low, high = number(left), number(right)
    return low is not NAN and high is not NAN and low <= high


def pair(value: Value) -> tuple[int, int] | None:
    """(done, total) of a ratio; None for anything else, also for "na"."""
    if isinstance(value, list | tuple) and len(value) == 2:
        done, total = value
        if isinstance(done, int) and isinstance(total, int):
            return done, total
    return None


def chosen(value: Value) -> list[str]:
    """The options of a choice: one name, several, or a string of names divided by spaces."""
    if isinstance(value, list | tuple):
        return [text(item) if isinstance(item, dict | str) else "" for item in value]
    return text(value).split()


def canonical(figure: Decimal) -> str:
    """A decimal number without exponent and without needless zeros: "1234.5", "0"; "" for NAN."""
    if figure is NAN or not figure.is_finite():
        return ""
    plain = format(figure, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain


def rounded(figure: Decimal, places: int) -> Decimal:
    """Half up, away from zero: 2.5 becomes 3 and -2.5 becomes -3."""
    return finite(EXACT.quantize(figure, Decimal(1).scaleb(-places)))


def truncated(figure: Decimal) -> Decimal:
    """Without what stands behind the point."""
    return figure if figure is NAN else figure.to_integral_value(rounding=ROUND_DOWN)


def _string(value: Value) -> str:
    return value if isinstance(value, str) else ""
