"""What dots, commas and spaces between digits mean: 1.234,5 here, 1,234.5 in English.

A library's parser cannot be used: `parse_decimal("1,234.5", locale="vi")` of Babel gives 1.2345 without
an error (domain notes 4.1).
"""

import re
from dataclasses import dataclass
from decimal import Decimal

# One space, not two: "45 312" is a number, two columns of a sheet are not.
NUMBER = r"\d+(?:[.,'’ ]\d+)*"
BEYOND = Decimal(10**18)  # stands for whatever is larger: nobody means it, and Decimal is exact up to here
_LONGEST = 15  # digits

_GROUPING = {"vi": ".", "en": ","}
_DECIMAL = {"vi": ",", "en": "."}


@dataclass(frozen=True, slots=True)
class Literal:
    """Digits as typed. `other` is the second reading of an ambiguous one ("1,234" is 1.234 or 1234).

    Not `sure`: written the way of the other language, or with zeros in front.
    """

    text: str
    amount: Decimal
    other: Decimal | None = None
    sure: bool = True


def read(text: str, *, language: str) -> Literal | None:
    """The number that the text (all of it matching `NUMBER`) writes; None if its separators make no sense."""
    digits = re.split(r"\D", text)
    if sum(map(len, digits)) > _LONGEST:
        return Literal(text, BEYOND)
    signs = re.findall(r"\D", text)
    if not signs:
        return Literal(text, Decimal(text), sure=len(text) <= 3 or text[0] != "0")
    last, before = signs[-1], set(signs[:-1])
    grouping, point = _GROUPING.get(language, "."), _DECIMAL.get(language, ",")
    whole = Decimal("".join(digits))
    fraction = Decimal("".join(digits[:-1]) + "." + digits[-1])
    if before <= {last}:
        grouped = _groups(digits)
        if last not in ".,":
            return Literal(text, whole, sure=last == " ") if grouped else None
        if len(signs) > 1:
            return Literal(text, whole, sure=last == grouping) if grouped else None
        if not grouped:
            if digits[-1] == "000":  # "1000.000": a dot too few is as likely as three idle zeros
                return Literal(text, fraction, other=whole, sure=False)
            return Literal(text, fraction)
        if last == grouping:
            return Literal(text, whole)
        if digits[-1] == "000":  # nobody writes three zeros behind a decimal sign
            return Literal(text, whole, sure=False)
        return Literal(text, fraction, other=whole, sure=False)
    if last in ".," and len(before) == 1 and _groups(digits[:-1]):
        return Literal(text, fraction, sure=last == point and before <= {grouping, " "})
    return None


def _groups(digits: list[str]) -> bool:
    """Whether digits are parted by thousands: 1 234 567."""
    head, *rest = digits
    return len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in rest)
