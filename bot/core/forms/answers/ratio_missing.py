"""How many of how many, told by who was missing: "thiếu 2", "43 có mặt, 2 vắng", "tổng 45, còn 2", "tất cả trừ 2".

Each word has a part, and the table says what the parts in their order make; whatever is read is confirmed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.core.folding import fold
from bot.core.forms.answers.number_digits import in_digits
from bot.core.wordlists import word_set


@dataclass(frozen=True, slots=True)
class Told:
    """What the words make. `total` is None where only the roster knows it. `loose`: "45, vắng 2" may as well be the
    total and who was missing of it."""

    done: int
    total: int | None
    missing: int
    loose: bool = False


_PHRASES = {  # in this order; what stands for them is a word of the table below, or nothing
    "khong co mat|khong tham gia|khong tham du|khong hoc|chua hoc|chua xong|chua hoan thanh|chua tham gia|"
    "chua to chuc|chua lam|chua thuc hien|chua co|not yet|vang mat|con lai|con thieu|con chua|nghi om|bi om|om|"
    "di vang": "vang",
    "co mat|tham gia|tham du|du hoc|da hoc|da xong|hoan thanh|co ten|present|attended|done": "xong",
    "tong so|si so|quan so|danh sach|bien che|trieu tap|total|all together": "tong",
    "co phep|khong phep|co ly do|khong ly do|xin phep|dong chi|di hoc|di cong tac|cong tac|thai san": "",
    r"(?:khong|ko|k|kh) (?:co )?(?:(?:ai|nguoi nao|truong nao|nao) )?(?=(?:vang|thieu|con|nghi|sot)\b)": "0 ",
}
_WORDS = {
    "A": word_set("vang thieu con chua tru nghi sot ngoai but except missing without absent minus"),
    "P": word_set("xong da roi"),
    "T": word_set("tong"),
    "L": word_set("tat toan het all du everyone"),
}
_BLOCKERS = word_set(
    "hoac hay or khoang gan hon duoi uoc chung tam nhung neu khong ko k no about nearly phan %"
)
_OF = re.compile(r"(?<=\d) ?(?:/|(?:tren|trong)(?: tong)?(?: so)?) ?(?=\d)")
_GROUPED = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_TOKEN = re.compile(r"\d+/\d+|\d+|[^\W\d_]+|[,;()%/?~+.:-]")
_NUMBERS = frozenset("NF")
_PAUSES = frozenset(",;.()")

Make = Callable[[list[int]], Told | None]


def _missing(numbers: list[int]) -> Told:
    return Told(0, None, numbers[0])


def _both(numbers: list[int]) -> Told:
    """Present and missing."""
    return Told(numbers[0], numbers[0] + numbers[1], numbers[1])


def _loosely_both(numbers: list[int]) -> Told:
    return replace(_both(numbers), loose=True)


def _both_turned(numbers: list[int]) -> Told:
    return _both(numbers[::-1])


def _of_total(numbers: list[int]) -> Told | None:
    """The total, and how many of it were missing."""
    return Told(numbers[0] - numbers[1], numbers[0], numbers[1]) if numbers[1] <= numbers[0] else None


def _done_of_total(numbers: list[int]) -> Told | None:
    """The total, and how many of it were there."""
    return Told(numbers[1], numbers[0], numbers[0] - numbers[1]) if numbers[1] <= numbers[0] else None


def _done_of_total_turned(numbers: list[int]) -> Told | None:
    return _done_of_total(numbers[::-1])


def _all_three(numbers: list[int]) -> Told | None:
    """ "43/45, vắng 2": only if it adds up."""
    done, total, missing = numbers
    return Told(done, total, missing) if done + missing == total else None


def _total_done_missing(numbers: list[int]) -> Told | None:
    total, done, missing = numbers
    return _all_three([done, total, missing])


def _total_missing_done(numbers: list[int]) -> Told | None:
    total, missing, done = numbers
    return _all_three([done, total, missing])


_MEANINGS: Mapping[str, Make] = {
    **dict.fromkeys(("AN", "NA", "ANA", "ANP", "NAP", "LAN", "LNA", "PNA", "PAN"), _missing),
    **dict.fromkeys(("NPAN", "PNAN", "NPNA", "PNNA", "NP,AN", "PN,AN", "NP,NA", "PN,NA"), _both),
    **dict.fromkeys(("N,NA", "N,AN", "N,ANA"), _loosely_both),
    **dict.fromkeys(("NP,ANA", "PN,ANA", "PNANA"), _both),
    **dict.fromkeys(("ANNP", "NANP", "ANPN", "NAPN", "NA,N", "NA,NP", "AN,NP", "NA,PN", "AN,PN"), _both_turned),
    **dict.fromkeys(("TNAN", "TNNA", "TN,AN", "TN,NA", "NAN", "NT,AN"), _of_total),
    **dict.fromkeys(("TNPN", "TNNP", "TN,PN", "TN,NP", "TN,N"), _done_of_total),
    **dict.fromkeys(("N,NP", "N,PN", "NT,N", "NT,NP", "NT,PN"), _done_of_total),
    **dict.fromkeys(("PNTN", "NPTN", "PN,TN", "NP,TN", "N,TN"), _done_of_total_turned),
    **dict.fromkeys(("TN,PN,AN", "TN,NP,NA", "TN,N,AN", "TN,N,NA", "TNPNAN"), _total_done_missing),
    **dict.fromkeys(("TN,AN,PN", "TN,NA,NP", "TNANPN"), _total_missing_done),
    "AF": lambda n: _of_total([n[1], n[0]]),
    **dict.fromkeys(("F,AN", "F,NA", "FAN", "FNA", "PF,AN", "PF,NA", "PFAN", "FPAN", "FP,AN", "FP,NA"), _all_three),
}  # fmt: skip


def told(text: str) -> Told | None:
    """What a small-letter text tells by what is missing; None if it tells nothing of the kind."""
    plain = _OF.sub("/", _without_phrases(fold(in_digits(_GROUPED.sub("", text)))))
    shape: list[str] = []
    numbers: list[int] = []
    for piece in _TOKEN.findall(plain):
        part = _part(piece)
        if part is None:
            return None
        if not part:
            continue
        if part in _NUMBERS:
            numbers += (int(number) for number in piece.split("/"))
        if part in _NUMBERS or not shape or shape[-1] != part:  # words of one part in a row are one
            shape.append(part)
    if any(number > 10**6 for number in numbers):
        return None
    make = _MEANINGS.get("".join(shape).strip(","))
    return make(numbers) if make else None


def _without_phrases(folded: str) -> str:
    for pattern, instead in _PATTERNS:
        folded = pattern.sub(instead, folded)
    return folded


def _part(piece: str) -> str | None:
    """The part of a word or sign; "" for one that says nothing, None for one that changes everything."""
    if piece[0].isdigit():
        return "F" if "/" in piece else "N"
    if piece in _PAUSES:
        return ","
    if piece in _BLOCKERS or not piece[0].isalpha():
        return "" if piece == ":" else None
    return next((part for part, words in _WORDS.items() if piece in words), "")


_PATTERNS = tuple(
    (re.compile(r"\b(?:" + phrases + r")(?:(?<= )|(?!\w))"), instead) for phrases, instead in _PHRASES.items()
)
