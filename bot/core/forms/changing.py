"""Lines of a summary that are changed in one message: "sửa 3: 45/45", "3: 45", "câu 3 là 45; 5: 20/11"."""

import re
from collections.abc import Sequence

from bot.core.folding import clean, fold

_VERB = r"(?:sua|doi|thay|edit|change)"
_LINE = r"(?:cau|dong|so|line|question|no)"
_BEFORE = re.compile(rf"\s*(?P<verb>{_VERB}\b)?\s*(?P<line>{_LINE}\b)?\s*(?P<number>\d{{1,3}})")
_BETWEEN = re.compile(r"\s*(?P<sign>[:=–]|->|→|\b(?:la|thanh|is|to|into)\b)\s*|[.)]\s+|\s+-\s+|\s+")
_NEXT = re.compile(rf"[;\n|]|,\s*(?=(?:{_VERB}\s+)?(?:{_LINE}\s+)?\d{{1,3}}\s*[:=])")

_CLEARLY = re.compile(rf"\s*(?:{_LINE}\b)?\s*\d{{1,3}}\s*[:=](?:\s+\S|(?!\d+(?:\s|$))\S)")
"""A line and its answer, not "43:45" and not "7:30"."""

Change = tuple[int, str]
"""A line's number and what was typed for it."""


def read_changes(text: str, *, verb_needed: bool = False) -> Sequence[Change] | None:
    """The changes that were typed; None where the text is anything else. A bare number is no change.

    A number alone does not say that it is a line: it needs a word ("sửa", "câu") or a colon, and with `verb_needed`,
    where a question is being asked, the word "sửa"."""
    text = clean(text)
    folded = _same_length(text)
    if folded is None:
        return None
    changes: list[Change] = []
    for begin, end in _pieces(folded):
        change = _read(text[begin:end], folded[begin:end], named=bool(changes), verb_needed=verb_needed)
        if change is None:
            return None
        changes.append(change)
    return changes or None


def read_lines(text: str, *, count: int) -> Sequence[Change] | None:
    """The changes that were typed while a question is asked: `1: chưa`, `2: 6/10; 4: 800`, with `sửa` or without.

    Without it the number must be one of the `count` lines, and what follows must not read as one number with it:
    "43:45" is a share and "7:30" is a time."""
    if changes := read_changes(text, verb_needed=True):
        return changes
    folded = _same_length(text := clean(text))
    if folded is None or not all(_CLEARLY.match(folded[begin:end]) for begin, end in _pieces(folded)):
        return None
    changes = read_changes(text)
    return changes if changes and all(1 <= number <= count for number, _ in changes) else None


def _read(text: str, folded: str, *, named: bool, verb_needed: bool) -> Change | None:
    found = _BEFORE.match(folded)
    if found is None or (verb_needed and not named and not found["verb"]):
        return None
    between = _BETWEEN.match(folded, found.end())
    if between is None or not (found["verb"] or found["line"] or (between["sign"] or "") in (":", "=")):
        return None
    value = text[between.end() :].strip()
    return (int(found["number"]), value) if value else None


def _pieces(folded: str) -> Sequence[tuple[int, int]]:
    """From where to where each change stands."""
    pieces, begin = [], 0
    for found in _NEXT.finditer(folded):
        pieces.append((begin, found.start()))
        begin = found.end()
    pieces.append((begin, len(folded)))
    return [(begin, end) for begin, end in pieces if folded[begin:end].strip()]


def _same_length(text: str) -> str | None:
    """The text folded letter by letter, so that places in it are places in the text."""
    folded = "".join(letter if letter.isspace() else (fold(letter) or letter)[:1] for letter in text)
    return folded if len(folded) == len(text) else None
