"""What the name of a file says: "KH_TOI_MAT.pdf", "CongVanMat.jpg", "tailieumat.docx"."""

import re

from bot.core.folding import clean, fold
from bot.core.guards import secrecy_marking

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_JOINED = re.compile(r"[_\-.+]+")
_GLUED = (
    ("TUYỆT MẬT", re.compile(r"tuyetmat(?![a-z])")),
    ("LƯU HÀNH NỘI BỘ", re.compile(r"luuhanhnoibo")),
    ("TÀI LIỆU HỘI NGHỊ", re.compile(r"tailieuhoinghi")),
    ("MẬT", re.compile(r"(?:congvan|tailieu|vanban)mat(?![a-z])")),  # but not "tailieumatkhau"
)


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
    return next((marking for marking, glued in _GLUED if glued.search(fold(words))), None)
