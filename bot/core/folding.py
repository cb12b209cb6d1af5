"""Vietnamese text as it is typed: made clean for keeping, folded for comparing.

Source: domain notes 4.2 (input parsing) and 4.3 (Unicode). Fold only to compare, never to store.
"""

import re
import unicodedata

from bot.core.wordlists import phrase_set

_SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_LINES = "\r\v\f\x85\u2028\u2029"
_INVISIBLE = (
    *range(0x09),  # controls: PostgreSQL refuses NUL, and nobody can see the others
    *range(0x0E, 0x20),
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    0xAD,  # soft hyphen
    0x34F,
    0x180E,
    *range(0x200B, 0x2010),  # zero-width space, joiners, direction marks
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xD800, 0xE000),  # lone surrogates: no encoding can write them
    0xFEFF,
)
_WIDE = "０１２３４５６７８９／．，－％：＋（）"  # digits and the signs that stand between them
_CLEAN: dict[int, str | None] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _LINES), "\n"),
    **{ord(wide): chr(ord(wide) - 0xFEE0) for wide in _WIDE},
    **dict.fromkeys((0x2044, 0x2215), "/"),  # fraction and division slash
}

# U+00D0 (Eth) and U+0189 look like Đ and stand for it in old documents; none of the four decomposes.
_D = dict.fromkeys(map(ord, "đĐðÐɖƉ"), "d")


def _bases() -> dict[int, str | None]:
    """Each Vietnamese letter with a mark -> its bare small letter; each combining mark -> nothing."""
    table: dict[int, str | None] = dict(_D)
    for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)):
        letters = unicodedata.normalize("NFD", chr(code))
        base, marks = letters[0], letters[1:]
        if base.isascii() and all(unicodedata.combining(mark) for mark in marks):
            table[code] = base.lower()
    return table | dict.fromkeys((*range(0x300, 0x370), 0x20E3, 0xFE0E, 0xFE0F))


_BARE = _bases()

# Before and after what is meant. Compared as spelled: "cô" is courtesy, "co" may be "có" and stays; so does "da".
_OPENING = phrase_set(
    "dạ|vâng|dạ vâng|da vang|vâng ạ|vang a|dạ thưa|da thua|thưa|thua|à|ờ|báo cáo|bao cao|em báo cáo|em bao cao|"
    "em xin báo cáo|em xin bao cao|xin báo cáo|xin bao cao|kính gửi|kinh gui|kính thưa|kinh thua|đồng chí|dong chi|"
    "đ/c|d/c|các đồng chí|cac dong chi|thầy|thay|cô|thầy cô|thay co|anh|chị|chi|em|ơi|oi|thưa thầy|thưa cô|"
    "please|well|hi|hello|dear sir"
)
_CLOSING = phrase_set(
    "ạ|a|ah|ak|ạk|nhé|nhe|nhá|nha|nhé ạ|nhe a|ạ nhé|đ/c|d/c|đồng chí|dong chi|thầy|thay|cô|thầy cô|thay co|"
    "anh|chị|chi|em|anh chị|anh chi|anh ạ|bác|chú|sếp|sep|ơi|oi|dạ|vâng|vang|vâng ạ|vang a|cảm ơn|cam on|"
    "xin cảm ơn|xin cam on|trân trọng|tran trong|please|thanks|thank you|sir"
)
_LONGEST = 4  # words in a courtesy
_PAUSES = ",.;:!… "

# TCVN3 (ABC) and VNI write Vietnamese with the Latin-1 letters and signs that Vietnamese does not use.
_SIGN_IN_WORD = re.compile(
    "[a-zA-Z][¡¢£¤¥¦§¨©ª«¬®µ¶¸¹»¼½¾×÷][a-zA-Z]|[a-z][¨©ª¬µ¶¸¹¼¾]|®[a-zµ¸¶·¹Êåèæçéêíëìîïóñòôõøöù]|"
    "§[a-zµ-ú]|[a-zA-Z]\xad[µ-ÿ]|[a-z]\xad(?=\\W|$)"
)
_STRANGE_LETTER = re.compile(
    "[a-zA-ZÐ][ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ]|[ñöÑÖ][a-zA-Zöô]|[a-z][ÊÈÉÌÒÕÓÔÝ]|"
    "[aAeE][áàâãéèêùúõÁÀÂÃÉÈÊÙÚÕ]|[oO][âõÂÕ]"
)
_REAL_VIETNAMESE = re.compile("[ăĂđĐơƠưƯ\u1ea0-\u1ef9]")


def clean(text: str) -> str:
    """As it may be kept: NFC, plain spaces, ASCII digits, nothing invisible, no blank ends. Lines and tabs stay."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").translate(_CLEAN)
    return unicodedata.normalize("NFC", text).strip()


def fold(text: str) -> str:
    """The key for comparing: clean, small letters, no marks, đ as d, single spaces. "Uỷ ban" -> "uy ban"."""
    text = clean(text)
    if not text.isascii():
        text = text.translate(_BARE)
        if not text.isascii():
            letters = unicodedata.normalize("NFD", text.lower())
            text = "".join(letter for letter in letters if unicodedata.category(letter)[0] != "M").translate(
                _D
            )
    return " ".join(text.lower().split())


def natural(text: str, *, digits: int = 15) -> int | None:
    """The number that plain digits spell; None for anything else, and for more digits than that."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None


def strip_courtesy(text: str) -> str:
    """Without polite words at both ends ("dạ ... ạ"), never empty: a lone "dạ" stays, for it is an answer."""
    words = text.split()
    spelled = [word.strip(_PAUSES) for word in text.lower().split()]
    first, last = 0, len(words)
    if last < 2 or len(spelled) != last:
        return text
    while size := _courtesy(spelled, first, last, _CLOSING, at_end=True):
        last -= size
    while size := _courtesy(spelled, first, last, _OPENING, at_end=False):
        first += size
    if last - first == len(words):
        return text
    return " ".join(words[first:last]).strip(_PAUSES)


def _courtesy(spelled: list[str], first: int, last: int, known: frozenset[str], *, at_end: bool) -> int:
    """How many words at that end are courtesy, leaving at least one."""
    for size in range(min(_LONGEST, last - first - 1), 0, -1):
        words = spelled[last - size : last] if at_end else spelled[first : first + size]
        if " ".join(words) in known:
            return size
    return 0


def looks_misencoded(text: str) -> bool:
    """Whether it was pasted in TCVN3 or VNI ("Uû ban nh©n d©n", "UÛy ban nhaân daân"): ask, never guess.

    Such text holds no letter above U+00FF, so beside real Vietnamese letters one odd letter proves nothing
    (a foreign name), three do.
    """
    if text.isascii():
        return False
    odd = len(_SIGN_IN_WORD.findall(text)) + len(_STRANGE_LETTER.findall(text))
    return odd >= (3 if _REAL_VIETNAMESE.search(text) else 1)
