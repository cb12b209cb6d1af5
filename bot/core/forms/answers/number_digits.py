"""Number words in a text, each run of them as digits: "vắng hai, có mặt bốn mươi ba" -> "vắng 2, có mặt 43"."""

import re

from bot.core.forms.answers import number_words
from bot.core.forms.answers.number_words import Part

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 24  # words of one number
_NEVER_ALONE = frozenset((Part.LITERAL, Part.SCALE, Part.POINT, Part.HALF))


def in_digits(text: str) -> str:
    """The small-letter text with its whole numbers in digits. Words that make no number stay."""
    words = text.split()
    written: list[str] = []
    at = 0
    while at < len(words):
        for last in range(min(len(words), at + _LONGEST), at, -1):
            if (digits := _digits(words[at:last])) is not None:
                break
        else:
            written.append(words[at])
            at += 1
            continue
        written.append(digits)
        at = last
    return " ".join(written)


def _digits(words: list[str]) -> str | None:
    """The number that all the words make; a sign behind the last one stays."""
    match = _WORD.match(words[-1])
    if match is None or any(word not in number_words.WORDS for word in words[:-1]):
        return None
    last, behind = match.group(), words[-1][match.end() :]
    if last not in number_words.WORDS or behind.strip(",.;:!?)%/"):
        return None
    parts = [number_words.WORDS[word] for word in (*words[:-1], last)]
    if len(parts) == 1 and (parts[0].part in _NEVER_ALONE or not parts[0].amount):  # "không" is no more often
        return None
    amount = number_words.amount(parts)
    return f"{int(amount)}{behind}" if amount is not None and amount % 1 == 0 else None
