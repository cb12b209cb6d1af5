"""Telephone numbers of offices as a roster has them: kept as they are written, as long as they are numbers."""

import re

from bot.core.folding import fold

LONGEST = 40
"""Characters: two numbers, or one with an extension."""

_SHAPE = re.compile(r"[\d\s.,;/()+-]+(?:(?:may le|ext\.?)\s*\d{1,5})?")
_PARTS = re.compile(r"[/;,]|may le|ext")
_MOBILE = re.compile(r"0[35789]\d{8}")


def read_phone(text: str) -> str | None:
    """`024 3822 1234`, `(0240) 3855.123 máy lẻ 12`; with the zero that spreadsheets drop from a number. "" for an empty
    cell, None for what is no telephone number."""
    if not text:
        return ""
    digits = sum(letter.isdigit() for letter in text)
    if len(text) > LONGEST or digits < 8 or not _SHAPE.fullmatch(fold(text)):
        return None
    dropped = text.isdigit() and (len(text) == 9 or (len(text) == 10 and text.startswith("2")))
    return f"0{text}" if dropped else text


def may_be_a_persons(phone: str) -> bool:
    """Whether one of the numbers is of a mobile telephone, which mostly belongs to a person."""
    numbers = (re.sub(r"^84(?=\d{9}$)", "0", re.sub(r"\D", "", part)) for part in _PARTS.split(fold(phone)))
    return any(_MOBILE.fullmatch(number) for number in numbers)
