"""Finding words in Vietnamese text, however capitals and the old place of a tone mark write them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.core.plan.text.source_text import Paragraph

_OLD_TO_ONE = {
    "uỷ": "ủy", "uý": "úy", "uỳ": "ùy", "uỹ": "ũy", "uỵ": "ụy",
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
}  # fmt: skip
TWO_SPELLINGS = re.compile(rf"(?<![qQ])(?:{'|'.join(_OLD_TO_ONE)}|{'|'.join(_OLD_TO_ONE.values())})(?!\w)")
_OLD = re.compile(rf"(?<![qQ])(?:{'|'.join(_OLD_TO_ONE)})(?!\w)")


def in_one_spelling(text: str) -> str:
    """Small letters, the tone where this program writes it ("Uỷ ban" -> "ủy ban"). As long as it was."""
    return _OLD.sub(lambda found: _OLD_TO_ONE[found[0]], text.lower())


def new_spelling(syllable: str) -> str:
    """The other way to write "uỷ": "ủy"."""
    return _OLD_TO_ONE.get(syllable, syllable)


@lru_cache(maxsize=512)
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these ways to write a thing, the longest first; "…" stands for up to 40 characters of one sentence."""
    ways = sorted((in_one_spelling(one) for one in words), key=len, reverse=True)
    made = (
        r"[^.;:]{0,40}?".join(re.escape(part.strip()).replace(r"\ ", r"\s+") for part in way.split("…"))
        for way in ways
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(made)})(?!\w)")


def mentions(paragraphs: Iterable[Paragraph], words: tuple[str, ...]) -> Iterator[tuple[Paragraph, int, str]]:
    """Where any of the words stand: the paragraph, the line, and how it is written there (in one spelling)."""
    pattern = pattern_of(words)
    for paragraph in paragraphs:
        for found in pattern.finditer(in_one_spelling(paragraph.text)):
            yield paragraph, paragraph.line_at(found.start()), found[0]
