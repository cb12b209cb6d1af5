"""What the name of a file says: "KH_TOI_MAT.pdf", "CongVanMat.jpg", "tailieumat.docx"."""

import re

from bot.core.folding import clean, fold
from bot.core.guards import secrecy_marking
from bot.core.wordlists import word_set

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_JOINED = re.compile(r"[_\-.+]+")
_GLUED = (
    ("TUYỆT MẬT", re.compile(r"tuyetmat(?![a-z])")),
    ("LƯU HÀNH NỘI BỘ", re.compile(r"luuhanhnoibo")),
    ("TÀI LIỆU HỘI NGHỊ", re.compile(r"tailieuhoinghi")),
    ("TỐI MẬT", re.compile(r"\btoi ?mat\b")),
    (
        "MẬT",
        re.compile(r"(?:congvan|tailieu|vanban|\bkh|\bcv|\bvb|\bbc)mat(?![a-z])"),
    ),  # but not "tailieumatkhau"
)
_ORDINARY = word_set("bi bao than ong")
_PAPERS = word_set("kh cv vb bc tb hd nq qd ct kl trinh ban lieu van hoach cao so")
"""What "mat" in a file's name is a stamp beside, as a number is: but not "gap mat", "ra mat", "mat tran"."""


def words_of(name: str) -> str:
    """The name without its ending, with blanks where there was a sign or a capital inside a word."""
    stem = _JOINED.sub(" ", _ENDING.sub("", clean(name)))
    return "".join(
        f" {sign}" if sign.isupper() and before.islower() else sign
        for before, sign in zip(" " + stem, stem, strict=False)
    ).strip()


def marking_in(name: str) -> str | None:
    """The secrecy marking that the name carries, or None."""
    words = words_of(name)
    if marking := secrecy_marking(words):
        return marking
    if found := next((marking for marking, glued in _GLUED if glued.search(fold(words))), None):
        return found
    return "MẬT" if _is_stamped(words) else None


def _is_stamped(words: str) -> bool:
    """Whether a word "mật" stands alone in the name: with its accent, or beside a paper or a number."""
    said = words.lower().split()
    folded = ["", *map(fold, said), ""]
    for place, word in enumerate(said, start=1):
        before, after = folded[place - 1], folded[place + 1]
        ends = not after or after.isdigit()
        if folded[place] != "mat" or not ends or before in _ORDINARY:
            continue
        if word == "mật" or before in _PAPERS or before.isdigit():
            return True
    return False
