"""Lists of words as data: written as one text, so that the eye reads words and not quotation marks."""


def word_set(text: str) -> frozenset[str]:
    """Single words, parted by spaces."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """Words that belong together, parted by |."""
    return frozenset(text.split("|"))


SPEAKER = "tôi"
"""Folded it would be "tối", the evening."""
