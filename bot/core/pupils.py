"""Finds a pupil named with a class: "Em Nguyễn Văn A lớp 9B", "lop 7A: hs Tran Thi B". Counts only may be stored."""

import re

from bot.core.folding import fold
from bot.core.wordlists import phrase_set, word_set

_SURNAMES = word_set(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng "
    "Mai Tô Hà Tạ Cao Châu Quách Thái Lưu Lương Triệu Kiều Nghiêm Chu Vi Lò Quàng Giàng Sùng Thào Hầu Nông Hứa Bế Ma "
    "Đàm Doãn Khổng Mạc Thạch Kim Sơn Lục Cù Tống Tôn Ninh Từ Văn Bạch Cấn Âu Vàng Cầm Đèo Quan"
)
# In small letters only these are names for sure: "lê", "đỗ", "hồ", "cao" are ordinary words as well.
_NAMES_ONLY = "nguyễn|nguyen|trần|tran|phạm|pham|huỳnh|huynh|đặng|bùi|bui|trịnh|phan"

_ANY_SURNAME = "|".join(
    sorted(
        {
            spelled
            for name in _SURNAMES
            for bare in (name, fold(name).title())
            for spelled in (bare, bare.upper())
        }
    )
)
_CAPITAL = r"[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2))) + r"][^\W\d_]*"
_SMALL = r"(?!lớp\b|lop\b|học\b|hoc\b)[^\W\d_]+"
_NAME = rf"(?:(?:{_ANY_SURNAME})(?:\s+{_CAPITAL}){{1,5}}|\b(?:{_NAMES_ONLY})(?:\s+{_SMALL}){{1,4}})"
_FULL_NAME = _NAME.replace("{1,5}", "{2,5}").replace("{1,4}", "{2,4}")  # "Hà Nội, lớp 9B" is a place

_CLASS = (
    r"(?i:\b(?:lớp|lop|class|khối|khoi)\s*:?\s*)(?:(?:1[0-2]|[1-9])(?:\s?[A-Za-zĐđ]\d{0,2})?(?!\w)|(?i:lá|chồi|mầm|la|choi|mam)\b)"
    r"|\(\s*(?:1[0-2]|[1-9])[A-Za-z]\d{0,2}\s*\)"
)
_BARE_CLASS = r"\b(?:1[0-2]|[1-9])[A-Za-e]\d{0,2}\b"
_WHO = r"(?i:\b(?:em|cháu|chau|học sinh|hoc sinh|hs|trò|bạn|pupil|student)\b)\s*[:,]?\s*"
# One name is enough behind "em", "bạn": capital and small letters, or a lone letter; no "Trường", no "CLB".
_GIVEN = (
    r"(?!(?:Trường|Truong|Lớp|Lop|Khối|Khoi|Toàn|Các|Cả|Giỏi|Tiên|Xuất|Khá|Đội|Chi|Nam|Nữ|Việt)\b)"
    rf"(?:{_CAPITAL[: _CAPITAL.index(']') + 1]}[a-zà-ỹđ]+|(?:[A-Z]\.){{1,3}}[A-Z]?\b|[A-Z]\b)"
)
_ADULT = re.compile(r"\b(?:chu nhiem|giao vien|gv|gvcn|day|phu trach|giang|bo mon|phu huynh)\b")
_TITLES = word_set(  # before a name these make it a place, an institution or an adult
    "truong thcs thpt hoc non th duong pho doi giai quy co thay vien gv gvcn nhiem chi ong ba anh bac ten van tich si "
    "hung me huynh guong trao trung d/c giao xa huyen"
)

_REMEMBERED = tuple(  # whom lessons and stories are about
    phrase_set(
        "ho chi minh|nguyen ai quoc|nguyen tat thanh|vo thi sau|tran quoc tuan|tran quoc toan|tran hung dao|"
        "ly thuong kiet|ngo quyen|le loi|quang trung|nguyen hue|nguyen trai|nguyen du|ly tu trong|"
        "nguyen van troi|ton duc thang|tran phu|vo nguyen giap|nguyen van cu|le hong phong|"
        "nguyen thi minh khai|truong chinh|le duan|pham van dong|dinh bo linh|hai ba trung|le quy don|"
        "nguyen binh khiem|chu van an|to vinh dien|be van dan|phan dinh giot"
    )
)
_PUPIL_THEN_CLASS = re.compile(rf"{_WHO}{_NAME}(?P<between>[^.;\n]{{0,40}}?)(?:{_CLASS}|{_BARE_CLASS})")
_CLASS_THEN_PUPIL = re.compile(rf"(?:{_CLASS})[^.;\n]{{0,25}}?{_WHO}{_NAME}")
_NAME_AND_CLASS = re.compile(
    rf"(?<!\w){_FULL_NAME}[\s,(–-]{{1,4}}(?:(?i:học sinh|hoc sinh|hs|học|hoc)\s+)?(?:{_CLASS}|{_BARE_CLASS})"
)
_CLASS_AND_NAME = re.compile(rf"(?:{_CLASS}|{_BARE_CLASS})\s*[:,–-]\s*(?:{_WHO})?{_FULL_NAME}")
_GIVEN_AND_CLASS = re.compile(
    rf"{_WHO}{_GIVEN}(?:\s+{_GIVEN}){{0,3}}[\s,(–-]{{1,4}}(?:(?i:học sinh|hoc sinh|hs|học|hoc)\s+)?"
    rf"(?:{_CLASS}|{_BARE_CLASS})"
)
_NAME_AND_BIRTH = re.compile(
    rf"(?<!\w){_FULL_NAME}[\s,(–-]{{1,4}}(?i:sinh năm|sinh nam|sn|ns)\s*:?\s*(?:19[3-9]|20\d)\d(?!\d)"
)


def names_pupil(text: str) -> bool:
    """Whether a clean text names one pupil and the class."""
    if any(not _ADULT.search(fold(match["between"])) for match in _PUPIL_THEN_CLASS.finditer(text)):
        return True
    if any(pattern.search(text) for pattern in (_CLASS_THEN_PUPIL, _CLASS_AND_NAME, _GIVEN_AND_CLASS)):
        return True
    return any(
        not _titled(text[: match.start()]) and not fold(match.group()).startswith(_REMEMBERED)
        for match in _NAME_AND_CLASS.finditer(text)
    )


def _titled(before: str) -> bool:
    words = fold(before[-40:]).split()
    return bool(words) and words[-1] in _TITLES


def tells_birth_year(text: str) -> bool:
    """Whether a clean text names a person and the year of birth; "trẻ sinh năm 2020: 45" names nobody."""
    return any(not _titled(text[: match.start()]) for match in _NAME_AND_BIRTH.finditer(text))


_PLACES = word_set("truong thcs thpt th mn ptdtbt ptdtnt duong pho giai cup den chua mang ten")
_SOMEBODY = re.compile(rf"(?<!\w){_FULL_NAME}")


def names_somebody(text: str) -> bool:
    """Whether a clean, short text has the full name of a person who is not remembered in lessons: "đám cưới Nguyễn Thị
    Hoa". "Trường THCS Nguyễn Du" and "Ngày sinh Chủ tịch Hồ Chí Minh" name nobody."""
    for match in _SOMEBODY.finditer(text):
        before = fold(text[: match.start()]).split()
        if fold(match.group()).startswith(_REMEMBERED) or (before and before[-1] in _PLACES):
            continue
        return True
    return False
