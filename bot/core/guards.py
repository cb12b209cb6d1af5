"""What must never be stored: secrecy markings, and data that point at one person (domain notes 6.2, items 4 and 5).

Used on free text, captions and file names. A false alarm costs an officer one message, a miss may cost a career;
but ordinary words must pass: bí mật nhà nước (a subject of training), mật độ, mật khẩu, phát sinh ngày 20/11.
"""

import re

from bot.core.folding import clean, fold
from bot.core.pupils import names_pupil, tells_birth_year
from bot.core.wordlists import word_set

# --- secrecy ---------------------------------------------------------------------------------------------------

_PAPERS = (
    r"văn\s+bản|tài\s+liệu|công\s+văn|kế\s+hoạch|báo\s+cáo|chỉ\s+thị|nghị\s+quyết|quyết\s+định|thông\s+báo|kết\s+luận|"
    r"hướng\s+dẫn|hồ\s+sơ|thông\s+tin|nội\s+dung|tờ\s+trình|công\s+điện|điện|giấy\s+tờ|bản|tin|vb|cv|file|tệp|dấu|độ"
)
_OF_KIND = r"(?:thuộc\s+)?(?:loại|dạng|mức|độ|đóng\s+dấu|có\s+dấu)"
_NO_COMPOUND = r"(?!\s+(?i:độ|khẩu|thiết|ong|mã|vụ|thư|danh|ngữ|đàm)\b)"  # mật độ, mật khẩu, mật thiết ...
_NO_COMPOUND_BARE = r"(?!\s+(?i:do|khau|thiet|ong|ma|vu|thu|danh|nhieu|thoi|cong|tien)\b)"
_ACCENTED = (
    ("TUYỆT MẬT", re.compile(r"\btuyệt[\s-]+mật\b", re.IGNORECASE)),
    ("TỐI MẬT", re.compile(r"\btối[\s-]+mật\b", re.IGNORECASE)),
    # the stamp: in capitals, and no part of BÍ MẬT, BẢO MẬT, THÂN MẬT, MẬT ONG
    (
        "MẬT",
        re.compile(rf"(?<!(?i:bí)\s)(?<!(?i:bảo)\s)(?<!(?i:thân)\s)(?<!(?i:ong)\s)\bMẬT\b{_NO_COMPOUND}"),
    ),
    (
        "MẬT",
        re.compile(rf"\b(?:{_PAPERS})(?:\s+|\s*:\s*)(?:{_OF_KIND}\s+)?mật\b{_NO_COMPOUND}", re.IGNORECASE),
    ),
    ("MẬT", re.compile(r"[(\[“\"'‘]\s*mật\s*[)\]”\"'’]|^\W*mật\W*$", re.IGNORECASE | re.MULTILINE)),
    ("KHÔNG PHỔ BIẾN", re.compile(r"\bKHÔNG\s+(?:ĐƯỢC\s+)?PHỔ\s+BIẾN\b")),
)
_BARE = (  # typed without accents; "toi mat" in small letters is "tôi mất" as often
    ("TUYỆT MẬT", re.compile(r"\btuyet[\s-]+mat\b", re.IGNORECASE)),
    ("TỐI MẬT", re.compile(r"\bTOI\s+MAT\b")),
    (
        "MẬT",
        re.compile(
            rf"\b(?:van\s+ban|tai\s+lieu|cong\s+van|vb|dong\s+dau)\s+mat\b{_NO_COMPOUND_BARE}|[(\[\"'“]\s*mat\s*[)\]\"'”]|"
            r"\b(?:ke\s+hoach|bao\s+cao|nghi\s+quyet|quyet\s+dinh|chi\s+thi|cv|file|tep|ho\s+so|thong\s+tin)\s+mat\b"
            r"(?=\s*(?:$|[\d.,;:)]|so\b|thang\b|ngay\b|nam\b))|^\W*mat\W*$",
            re.IGNORECASE,
        ),
    ),
    ("MẬT", re.compile(rf"[a-z].*(?<!(?i:bi)\s)(?<!(?i:bao)\s)\bMAT\b{_NO_COMPOUND_BARE}", re.DOTALL)),
    ("MẬT", re.compile(rf"(?<!(?i:bi)\s)(?<!(?i:bao)\s)\bMAT\b{_NO_COMPOUND_BARE}.*[a-z]", re.DOTALL)),
)
_FOLDED = (
    ("LƯU HÀNH NỘI BỘ", re.compile(r"\bluu hanh noi bo\b")),
    ("TÀI LIỆU HỘI NGHỊ", re.compile(r"\btai lieu hoi nghi\b")),
    # as a label; "hình thức này không phổ biến" only says that it is not common
    (
        "KHÔNG PHỔ BIẾN",
        re.compile(
            r"^\W*khong (?:duoc )?pho bien\W*$|[(\[]\s*khong (?:duoc )?pho bien\s*[)\]]|"
            r"\b(?:van ban|tai lieu|cong van|vb|file|tep)(?: nay| mat)?\W{1,3}khong (?:duoc )?pho bien\b"
        ),
    ),
)
_SPREAD = re.compile(r"\bM[\s.]+Ậ[\s.]+T\b")
_HINT = re.compile(r"\bmat\b|noi bo|tai lieu hoi nghi|pho bien")


def secrecy_marking(text: str) -> str | None:
    """The marking that the text carries, as on a stamp ("MẬT", "TỐI MẬT", "LƯU HÀNH NỘI BỘ" ...), or None."""
    text = _SPREAD.sub("MẬT", clean(text).replace("_", " "))
    if not _HINT.search(fold(text)):
        return None
    for marking, pattern in _ACCENTED + _BARE:
        if pattern.search(text):
            return marking
    for line in text.splitlines():
        folded = fold(line)
        for marking, pattern in _FOLDED:
            if pattern.search(folded):
                return marking
    return None


# --- personal data ---------------------------------------------------------------------------------------------

_IDENTITY = re.compile(
    r"(?<![\d.,/-])(?:\d{12}|\d{3} \d{3} \d{3} \d{3})(?![\d/]|[.,]\d| ?(?:d|dong|vnd)\b)|"
    r"(?<![\d.,/-])0(?:[ .-]?\d){11}(?![\d/]|[.,-]\d)|"
    r"\b(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh)\b\D{0,25}\d(?:[ .-]?\d){8,11}(?!\d)"
)
_PHONE = re.compile(
    r"(?<![\d.,/-])(?:(?:\+|00)?84[ .-]?|0[ .-]?)(?:[35789](?:[ .-]?\d){8}|2\d{1,2}(?:[ .-]?\d){7,8})(?![\d/]|[.,-]\d)"
)
_BRACKETS = str.maketrans("", "", "()")
_BIRTH = re.compile(
    r"(?:(?P<before>[a-z]+) )?\b"
    r"(?P<born>sinh(?: ngay(?: thang(?: nam)?)?)?|(?:ngay|ngay thang nam) sinh|sn|ns|born(?: on)?|dob)"
    r" ?[:=]? ?(?:la |ngay )*\d{1,2}(?: ?[/.-] ?| thang )\d{1,2}(?: ?[/.-] ?| nam |, ?| )(?P<year>\d{4}|\d{2})\b"
)
# "học sinh ngày 20/11", "phát sinh ngày ...", "vệ sinh ngày ..." tell when, not who was born
_SINH_OF = word_set("hoc phat ve thi giao tan tuyen san ky hy dan sac tai nuoi khai trieu nam nu")
_CLASS = re.compile(r"lớp|lop", re.IGNORECASE)
_COMMEMORATED = 1930  # an earlier birthday is a leader's


def personal_data(text: str) -> str | None:
    """The kind of personal data in the text: "identity_number", "phone", "birth_date", "pupil"; or None."""
    text = clean(text).replace("_", " ")
    if not any(sign.isdigit() for sign in text) and not _CLASS.search(text):
        return None
    folded = fold(text)
    digits = folded.translate(_BRACKETS)
    if _IDENTITY.search(folded):
        return "identity_number"
    if _PHONE.search(digits):
        return "phone"
    if any(_tells_birth(match) for match in _BIRTH.finditer(folded)) or tells_birth_year(text):
        return "birth_date"
    return "pupil" if names_pupil(text) else None


def _tells_birth(match: re.Match[str]) -> bool:
    if match["born"].startswith("sinh") and match["before"] in _SINH_OF:
        return False
    return len(match["year"]) == 2 or int(match["year"]) >= _COMMEMORATED
