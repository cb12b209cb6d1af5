"""Vietnamese typed while the keyboard's Telex or VNI was off: "roofi", "chuwa", "co1", "kho6ng".

For closed questions only: words that are known are compared by their keys, a text is never rewritten.
A key is the bare letters and the set of marks; where in the word a mark was typed does not matter.
"""

import re
import unicodedata

from bot.core.folding import fold

Key = tuple[str, frozenset[str]]

_TONES = {"s": "´", "f": "`", "r": "?", "x": "~", "j": "."}
_VNI = {"1": "´", "2": "`", "3": "?", "4": "~", "5": ".", "6": "^", "7": "w", "8": "w", "9": "-"}
_COMBINING = {
    "\u0301": "´",
    "\u0300": "`",
    "\u0309": "?",
    "\u0303": "~",
    "\u0323": ".",
    "\u0302": "^",
    "\u031b": "w",
    "\u0306": "w",
}
_VOWELS = frozenset("aeiouy")
_LONGEST = 12  # keys of one syllable: "nghieengs" has nine
_VNI_WORD = re.compile(r"[a-z]+[1-9][a-z1-9]*")


def typed(word: str) -> Key | None:
    """The key of a word as typed, None if it holds no Telex or VNI mark."""
    word = word.lower()
    if not word.isascii() or len(word) > _LONGEST:
        return None
    if word.isalpha():
        letters, marks = _telex(word)
    elif _VNI_WORD.fullmatch(word):
        marks = {_VNI[key] for key in word if key in _VNI}
        letters = "".join(key for key in word if key not in _VNI)
    else:
        return None
    return (letters, frozenset(marks)) if marks else None


def spelled(word: str) -> Key:
    """The key of a word as it is written: "rồi" -> ("roi", {"`", "^"})."""
    marks = {_COMBINING[mark] for mark in unicodedata.normalize("NFD", word.lower()) if mark in _COMBINING}
    if "đ" in word.lower():
        marks.add("-")
    return fold(word), frozenset(marks)


def _telex(word: str) -> tuple[str, set[str]]:
    letters: list[str] = []
    marks: set[str] = set()
    for key in word:
        after_vowel = any(letter in _VOWELS for letter in letters)
        if after_vowel and key in _TONES:
            marks.add(_TONES[key])
        elif key == "w":
            marks.add("w")
            if not after_vowel:
                letters.append("u")  # "tw" is tư
        elif key == "d" and letters[:1] == ["d"]:
            marks.add("-")
        elif key in "aeo" and key in letters:
            marks.add("^")
        else:
            letters.append(key)
    return "".join(letters), marks
