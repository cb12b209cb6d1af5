"""Phrases around a number as a table: what makes it a bound, a guess or a question, and what it does not count."""

import re

_NOT = r"(?:không|khong|ko|k|kh|chưa|chua|chẳng|chang)"
_GUESS = "chắc là|chac la|chắc|chac|hình như|hinh nhu|có lẽ|co le|đâu đó|dau do|nghe nói|nghe noi|nghĩ|nghi|đoán|doan"
_SAID = (  # a pattern, and the plain word or sign that says the same
    (rf"\b{_NOT} (?:dưới|duoi|quá|qua|hơn|hon|kém|kem|đến|den|tới|toi|đầy|day|ít hơn|it hon)\b(?= )", "khoảng"),
    (r"\b(?:tối thiểu|toi thieu|ít nhất là|it nhat la|nhiều nhất là|nhieu nhat la)\b", "khoảng"),
    (rf"\b(?:{_GUESS})\b(?= .*\d)|(?<!mầm )(?<!mam )\b(?:non|già|suýt soát|suyt soat|đâu)\b(?= .*\d)", "khoảng"),
    (r"\b(?:trở lên|tro len|trở xuống|tro xuong|đổ lại|do lai)$", "khoảng"),
    (rf"[ ,]*\b(?:đúng|dung|phải|phai|có phải|co phai) {_NOT}\b[ ?.]*$|[ ,]*\b(?:nhỉ|hả|hử)[ ?.]*$", "?"),
)  # fmt: skip
_PLAIN = tuple((re.compile(pattern), plain) for pattern, plain in _SAID)
_KEYCAP = dict.fromkeys((0xFE0F, 0x20E3))

_CLASS_ALONE = re.compile(r"(?:1[0-2]|[1-9]) [A-E]\d?")
_GLUED = re.compile(r"(?<![^\W_])[^\W\d_o]\d|(?<![^\W_])\d{1,2}[abc]\d?(?![^\W_])")
"""A letter that may be a misread digit, or a class: l0, I5, 9A."""

_NUMBERED = (
    "lớp|lop|khối|khoi|tháng|thang|ngày|ngay|tuần|tuan|quý|quy|tổ|thôn|thon|lần|lan|đợt|dot|kỳ|ky|khóa|khoa|điểm|diem|"
    "phòng|phong|tiết|tiet|mục|muc|bài|chương|nhóm|nhom|khu|đội|quyển|trang|chi bộ|chi bo|bộ|câu|phần|trường số|"
    "truong so|class|grade"
)
_ORDINAL = re.compile(
    rf"(?<!số )(?<!so )\b(?P<noun>{_NUMBERED}) \d{{1,4}}(?!\d)(?! *(?:[a-zà-ỹđ]+ )*?(?:em|hs|học|hoc)\b)"
)

_PARTS = re.compile(
    r"(?P<whole>\D*\d[\d.]*[^\d(]*?)[\s,;:]*(?:\(|\b(?:trong đó|trong do|bao gồm|bao gom|gồm|gom)\b)(?P<parts>.*\d.*)"
)
_CLASS = re.compile(
    r"[\s,(]*\b(?:(?:của|cua|ở|o) )?(?:lớp|lop|khối|khoi) (?:1[0-2]|[1-9])[a-zđ]?\d?(?![^\W_])[):,]*"
)
_COUNT = re.compile(r"(?<![\d/.,])\d{1,9}(?![\d/%.,]\d)")


def plainly(text: str) -> str:
    """A small-letter text in which bounds, guesses and questions are said with one word or sign each."""
    text = text.translate(_KEYCAP)
    for pattern, plain in _PLAIN:
        text = pattern.sub(plain, text)
    return text


def other_digits(text: str) -> bool:
    """Whether it holds digits of another script, which look alike to nobody here."""
    return not text.isascii() and any(sign.isdecimal() and not sign.isascii() for sign in text)


def glued(text: str) -> bool:
    """Whether a letter sticks to the digits so that they may be another number, or a class ("9A", "9 A")."""
    return _GLUED.search(text.lower()) is not None or _CLASS_ALONE.fullmatch(text) is not None


def ordinal(text: str) -> str | None:
    """The noun that is numbered, not counted: "lớp" of "lớp 9"."""
    match = _ORDINAL.search(text)
    return match["noun"] if match else None


def count_and_rest(text: str) -> tuple[str, str] | None:
    """ "45, trong đó 20 nữ" and "45 em lớp 9" count 45; the rest tells of what. None if it is not so simple."""
    of_class = _CLASS.search(text)
    if of_class and any(map(str.isdigit, rest := text[: of_class.start()] + text[of_class.end() :])):
        return rest, of_class.group().strip(" ,():")
    match = _PARTS.fullmatch(text)
    if match is None or len(digits := re.findall(r"\d+", match["whole"].replace(".", ""))) != 1:
        return None
    parts = [int(part) for part in _COUNT.findall(match["parts"])]
    if not parts or sum(map(str.isdigit, match["parts"])) != sum(len(str(part)) for part in parts):
        return None
    fits = all(part < int(digits[0]) for part in parts)
    return (match["whole"], match["parts"].strip(" ().")) if fits else None
