"""Both languages, and how to tell that a sentence was translated."""

import re

from locales.words import Words

VIETNAMESE, ENGLISH = Words("vi"), Words("en")

BOTH = (VIETNAMESE, ENGLISH)

KEPT = ("đồng", "Đảng")
"""Vietnamese words that English sentences keep."""

_VIETNAMESE_LETTER = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9áàãéèíìĩóòõúùũý]")


def is_english(text: str) -> bool:
    """Whether a text holds no letter that only Vietnamese has. (What is filled in must be plain.)"""
    for word in KEPT:
        text = text.replace(word, "")
    return _VIETNAMESE_LETTER.search(text) is None


def named(value: object) -> str:
    """The id of a test's parameter."""
    return value.language if isinstance(value, Words) else str(value)


def is_filled(text: str) -> bool:
    """Whether every placeholder was filled in."""
    return bool(text.strip()) and "{" not in text and "}" not in text
