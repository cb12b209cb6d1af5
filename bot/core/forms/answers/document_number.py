"""Finds a document number: 15-KH/ĐU of the Party, 15/KH-UBND and 30/2020/NĐ-CP of the government (domain notes 3.2).

Both are kept as they are written, without the spaces that old texts have around the hyphen.
"""

import re
from dataclasses import dataclass, replace

from bot.core.folding import fold
from bot.core.wordlists import word_set

_L = r"[^\W\d_]"
_PART = rf"{_L}(?:[^\W_]|[&.](?=[^\W_]))*"
_KIND = (
    r"kế hoạch|ke hoach|nghị quyết|nghi quyet|chỉ thị|chi thi|quyết định|quyet dinh|báo cáo|bao cao|công văn|cong van|"
    r"thông báo|thong bao|hướng dẫn|huong dan|kết luận|ket luan|chương trình|chuong trinh|quy định|quy dinh|tờ trình|"
    r"to trinh|biên bản|bien ban|nghị định|nghi dinh|thông tư|thong tu|văn bản|van ban|luật|luat|đề án|de an|vb|plan|"
    r"resolution|directive|decision|report|document"
)
_INTRODUCTION = re.compile(
    rf"^(?:(?:đã|da|có|co|là|la|theo|ban hành|ban hanh)\s+)*(?:(?:{_KIND})\b\s*)?"
    r"(?:(?:số|sô|so|no|number|ký hiệu|ky hieu)(?:\b|(?=\d))\.?\s*:?\s*)*",
    re.IGNORECASE,
)
_STYLE = str.maketrans(
    {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ", "—": "-", "–": "-", "―": "-", "\u2212": "-", "\\": "/"}
)
_EMOJI = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
_DAY_FIRST = re.compile(
    r"^(?:ngày|ngay)?\s*(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|"
    r"\d{1,2} (?:tháng|thang) \d{1,2} (?:năm|nam) \d{4})[\s,;:-]+"
    r"(?P<number>\D{0,30}\d.*)$",
    re.IGNORECASE,
)
_UNJOINED = re.compile(r"^(?P<count>\d{1,5}) (?P<kind>[^\W\d_]{2,3}) (?P<organ>[^\W\d_]{2,6})$")
_LOOSE = re.compile(r"(?<=\d)[._](?=[^\W\d_]{2,4}[/-])")
_JOINTS = re.compile(r"\s*([-/])\s*")
_NUMBER = re.compile(
    rf"(?<![\w/-])(?<!\d[.,])(?P<count>\d{{1,5}}{_L}?(?:/\d{{4}})?)(?P<first>[-/ ]|(?={_L}{{2}}))"
    rf"(?P<symbol>{_PART}(?:[-/]{_PART})*)(?![\w/-])"
)
_KIND_FIRST = re.compile(
    rf"^(?P<kind>{_L}{{2,4}}) ?(?:số |so )?(?P<count>\d{{1,5}})[-/](?P<organ>{_PART})$", re.IGNORECASE
)
_ONLY_COUNT = re.compile(rf"^(?:{_L}{{1,4}} ?)?\d{{1,5}}(?:/\d{{4}})?$")

_PARTY_ORGANS = word_set("ĐU CB HU TW BTG BTGHU BTGTU TU BCH ĐTN TTCT UBKT MTTQ")
_STATE_ORGANS = word_set("UBND HĐND PGD PGDĐT SGDĐT BGDĐT THCS THPT TH MN")
_KINDS = word_set("KH NQ CT QĐ BC CV TB HD KL CTR QC TTR TT BB QĐ")
_WRITTEN = word_set("CTr TTr ĐU QĐ ĐTN HĐND BGDĐT SGDĐT PGDĐT GDĐT LĐLĐ ĐUK")
_SYMBOLS = {key: symbol for symbol in _WRITTEN for key in (symbol.upper(), fold(symbol).upper())}


@dataclass(frozen=True, slots=True)
class Found:
    """A number. Not `sure`: signs or letters were completed, or the symbol lacks a part. `beside`: other words."""

    number: str
    sure: bool = True
    complete: bool = True
    beside: str = ""


def find(text: str) -> list[Found]:
    """The numbers in a text, as they are to be written."""
    text = _INTRODUCTION.sub("", _JOINTS.sub(r"\1", " ".join(text.replace("–", "-").split()))).strip(" .,;:")
    if found := _unjoined(text):
        return [found]
    text, loose = _LOOSE.subn("-", text)
    if match := _KIND_FIRST.match(text):  # "NQ 29/TW"
        kind, organ = _written(match["kind"]), _written(match["organ"])
        if organ.split("-")[0] != kind:
            return [Found(f"{match['count']}-{kind}/{organ}", sure=False)]
    found_all = [_found(match, text) for match in _NUMBER.finditer(text) if _is_number(match)]
    return [replace(found, sure=False) for found in found_all] if loose else found_all


def one_style(text: str) -> str:
    """With one kind of hyphen, slash and Đ (U+00D0 looks like it), without emoji."""
    return _EMOJI.sub(" ", text.translate(_STYLE))


def day_first(text: str) -> tuple[str, str] | None:
    """The day and the rest of "ngày 20/11/2026 số 15-KH/ĐU"."""
    match = _DAY_FIRST.match(text)
    return (match["day"], match["number"]) if match else None


def _unjoined(text: str) -> Found | None:
    """ "15 kh ubnd": joined in the style of its organ."""
    match = _UNJOINED.match(text)
    if match is None:
        return None
    kind, organ = _written(match["kind"]), _written(match["organ"])
    if kind.upper() not in _KINDS or organ not in _PARTY_ORGANS | _STATE_ORGANS:
        return None
    first, second = ("-", "/") if organ in _PARTY_ORGANS else ("/", "-")
    return Found(f"{match['count']}{first}{kind}{second}{organ}", sure=False)


def only_count(text: str) -> bool:
    """Whether the text is a number without its symbol: "15", "NQ 29"."""
    return _ONLY_COUNT.match(_INTRODUCTION.sub("", text).strip()) is not None


def _is_number(match: re.Match[str]) -> bool:
    """ "15 KH/ĐU" is one, "15 trường" is not."""
    return match["first"] in ("-", "/") or any(joint in match["symbol"] for joint in "-/")


def _found(match: re.Match[str], text: str) -> Found:
    count, first, symbol = match["count"], match["first"], match["symbol"]
    parts = [_written(part) for part in re.split(r"[-/]", symbol)]
    joints = re.findall(r"[-/]", symbol)
    sure = all(
        part.upper() == typed.upper() for part, typed in zip(parts, re.split(r"[-/]", symbol), strict=True)
    )
    if parts[-2:] == ["ND", "CP"]:
        parts[-2], sure = "NĐ", False
    if first in ("", " "):
        first, sure = ("/" if joints[:1] == ["-"] else "-"), False
    if any(len(part) == 1 for part in parts):
        sure = False
    if len(parts) == 2 and joints == [first]:  # 15/KH/ĐU, 15-KH-ĐU: neither style
        sure = False
    number = (
        count
        + first
        + parts[0]
        + "".join(joint + part for joint, part in zip(joints, parts[1:], strict=True))
    )
    before, after = text[: match.start()].split(), text[match.end() :].split()
    before = [word for word in before if fold(word).strip(":.") != "so"]
    if before and before[-1].upper() == parts[0].upper():  # "NQ số 29-NQ/TW"
        before = before[:-1]
    return Found(number, sure, len(parts) > 1 or "/" in count, " ".join(before + after).strip(" .,;:()"))


def _written(part: str) -> str:
    """A part of the symbol as it is written: "kh" -> "KH", "ctr" -> "CTr", "du" -> "ĐU"; "GDTrH" stays."""
    if symbol := _SYMBOLS.get(part.upper()):
        return symbol
    return part if sum(letter.isupper() for letter in part) > 1 else part.upper()
