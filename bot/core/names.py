"""A person's name as they type it themselves."""

import re

from bot.core.folding import clean, fold, strip_courtesy

LONGEST = 60
WORDS = range(2, 8)
_BEFORE = (
    "toi ten la",
    "ten toi la",
    "ten em la",
    "ho va ten",
    "ho ten",
    "my name is",
    "toi la",
    "em la",
    "minh la",
    "i am",
)
"""What is said before a name, folded."""

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")


def read_name(text: str) -> str | None:
    """The name in what was typed: two to seven words of letters, "tôi là" before it left out, capitals where all
    letters are small or large. None for what is no name."""
    plain = strip_courtesy(" ".join(clean(text).split()))
    for said in _BEFORE:
        if fold(plain).startswith(f"{said} ") or fold(plain).startswith(f"{said}:"):
            plain = " ".join(plain.split()[said.count(" ") + 1 :])
            break
    plain = plain.strip(" .,:;")
    words = plain.split()
    if len(words) not in WORDS or len(plain) > LONGEST:
        return None
    if not all(_WORD.fullmatch(word) for word in words):
        return None
    return " ".join(word.capitalize() for word in words) if plain in (plain.lower(), plain.upper()) else plain
