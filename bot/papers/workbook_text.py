"""Texts in the cells of a workbook: what is written there, and what was meant.

A plan is made of texts ("15/6", "007", "2026-11-02"). A spreadsheet likes to make dates and figures of them; here
they become texts again, as a person would have typed them into a YAML file.
"""

import csv
import io
import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal

LONGEST = 32_767
"""Characters that a cell can hold."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x0d\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_NEEDS_QUOTES = re.compile(r'[",\n\r]|^\s|\s$|^$')


def encoded(text: str) -> str:
    """The text as the file format writes it: signs that XML has not are `_x0007_`."""
    return _UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def text_of(value: object, *, number_format: str = "General") -> str:
    """What a cell says: a date is 2026-11-02, a whole number has no ".0", 0.5 shown as a percentage is "50%"."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case int() | float():
            return _figure(value, number_format)
    text = _ESCAPED.sub(_decoded, str(value))
    return unicodedata.normalize("NFC", text) if text.strip() else ""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a cell that holds several: "THPT, GDTX". A word with a comma stands in quotes."""
    lines = csv.reader(io.StringIO(text, newline=""), skipinitialspace=True)
    return tuple(word for line in lines for part in line if (word := part.strip()))


def joined(words: tuple[str, ...]) -> str:
    """What `words_of` reads."""
    return ", ".join(
        '"' + word.replace('"', '""') + '"' if _NEEDS_QUOTES.search(word) else word for word in words
    )


def _figure(value: int | float, number_format: str) -> str:
    figure = Decimal(repr(value))
    if not figure.is_finite():
        return ""
    percent = "%" in number_format
    plain = format((figure * 100 if percent else figure).normalize(), "f")
    return f"{plain}%" if percent else plain


def _decoded(found: re.Match[str]) -> str:
    sign = chr(int(found[1], 16))
    return found[0] if "\ud800" <= sign <= "\udfff" else sign
