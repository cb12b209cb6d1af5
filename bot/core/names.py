"""A person's name as they type it themselves."""

import re

from bot.core.folding import clean, strip_courtesy

LONGEST = 60
WORDS = range(2, 8)
_BEFORE = re.compile(
    r"^(?:(?:tôi|em|mình|toi|minh)\s+(?:tên\s+)?(?:là|la)\s+|(?:họ\s+(?:và\s+)?tên|tên(?:\s+tôi|\s+em)?|ten toi)\s*"
    r"(?:là|la|:)?\s+|i am\s+|my name is\s+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")


def read_name(text: str) -> str | None:
    """The name in what was typed: two to seven words of letters, "tôi là" before it left out, capitals where all
    letters are small or large. None for what is no name."""
    plain = strip_courtesy(" ".join(clean(text).split()))
    plain = _BEFORE.sub("", plain).strip(" .,:;")
    words = plain.split()
    if len(words) not in WORDS or len(plain) > LONGEST:
        return None
    if not all(_WORD.fullmatch(word) for word in words):
        return None
    return " ".join(word.capitalize() for word in words) if plain in (plain.lower(), plain.upper()) else plain
