"""The words of deadlines, Vietnamese and English, brought to the few that the rules know.

"Trước ngày 15 tháng 6 hằng năm." becomes "before 15/6".
"""

import re
from collections.abc import Callable

from bot.core.folding import fold

_MONTHS = {
    "mười hai|chạp": 12,
    "mười một": 11,
    "mười": 10,
    "giêng|một": 1,
    "hai": 2,
    "ba": 3,
    "tư|bốn": 4,
    r"năm(?! *(?:học|\d{4}))": 5,  # "6 tháng năm 2027" are six months
    "sáu": 6,
    "bảy|bẩy": 7,
    "tám": 8,
    "chín": 9,
}
"""Months by their names. Without its accent the sixth is the next one, and the fifth is a year."""

_ACCENTED = (
    (re.compile(r"\bsáu tháng\b"), "6 tháng"),  # without its accent it is "after": "sau tháng 6"
    (re.compile(r"\bchín tháng\b"), "9 tháng"),
    *((re.compile(rf"\btháng (?:{name})\b"), f"tháng {month}") for name, month in _MONTHS.items()),
)
_WITHOUT_ACCENTS = (
    *((re.compile(rf"\bthang (?:{fold(name)})\b"), f"thang {month}")
      for name, month in _MONTHS.items() if month not in (5, 6)),
    (re.compile(r"\bthang sau\b"), "thang ?"),
)  # fmt: skip

_ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
_ENGLISH_DAY = re.compile(
    rf"(?:\b(\d\d?)(?:st|nd|rd|th)? )?\b({'|'.join(_ENGLISH)})\b(?: (\d\d?)(?:st|nd|rd|th)?\b)?(?:,? (2\d{{3}})\b)?"
)

_NO_DAY = "(?<!ngay )(?<!mung )(?<!mong )(?<!/)"  # "ngày 6 tháng cuối" is a day

_WORDS = tuple(
    (re.compile(rf"\b(?:{words})\b"), meaning)
    for words, meaning in (
        ("ngay ban hanh|ngay ky(?: ban hanh)?|date of (?:issue|signing)", "p0"),
        ("truoc khi(?: ket thuc| het)|before the end of", "by"),
        ("ngay lam viec cuoi(?: cung)?|last working day", "lastworkday"),
        ("ngay lam viec|working days?", "workday"),
        (rf"{_NO_DAY}0?6 thang dau nam|nua dau nam|first half(?: of the)? year", "half1"),
        (rf"{_NO_DAY}0?6 thang cuoi nam|nua cuoi nam|second half(?: of the)? year", "half2"),
        (rf"{_NO_DAY}0?9 thang(?! ?\d)(?: dau nam)?|(?:first )?9 months", "ninemonths"),
        (rf"{_NO_DAY}0?6 thang(?! ?\d)|6 months|half year", "half"),
        ("thang cuoi|hang thang|moi thang|last month|each month|every month", "lastmonth"),
        ("thang sau|thang tiep theo|(?:following|next) month", "nextmonth"),
        ("nam sau|nam tiep theo|(?:following|next) year", "nextyear"),
        ("(?:ngay )?khai giang|ngay dau nam hoc|(?:school )?opening day", "opening"),
        ("nam hoc|school year", "schoolyear"),
        ("hoc ky|semester", "semester"),
        ("thuong tuan", "10 decade"),
        ("trung tuan", "20 decade"),
        ("ha tuan", "31 decade"),
        ("hang tuan|moi tuan|each week|every week", "weekly"),
        ("chu nhat|sunday", "weekday7"),
        ("thu (?:hai|2)|monday", "weekday1"),
        ("thu (?:ba|3)|tuesday", "weekday2"),
        ("thu (?:tu|4)|wednesday", "weekday3"),
        ("thu (?:nam|5)|thursday", "weekday4"),
        ("thu (?:sau|6)|friday", "weekday5"),
        ("thu (?:bay|7)|saturday", "weekday6"),
        ("hang nam|moi nam|(?:each|every) year", ""),
        ("ky bao cao|reporting period", "period"),
        ("ket thuc", "by"),
        ("khong (?:qua|sau|muon hon)|(?:no|not) later than|not after|(?:cham|muon) nhat", "by"),
        ("han(?: chot| cuoi)?|thoi han|cuoi cung|trong vong|within", "by"),
        (
            "(?:hoan thanh|xong|gui|nop|bao cao)(?= (?:truoc|cham|muon|khong|by|het|den|ngay|trong|bao cao))",
            "by",
        ),
        ("(?:ngay )?(?:mung|mong)", "day"),
        ("ngay|days?", "day"),
        ("thang", "month"),
        ("tuan|week", "week"),
        ("quy", "quarter"),
        ("nam", "year"),
        ("ky", "period"),
        ("va|and", ","),
        ("truoc", "before"),
        ("la|vao|den|het|trong|cuoi|until|in|end", "by"),
        ("cua|of|the", ""),
    )
)
"""Every word that a rule may hold, in plain letters, and the few that the patterns of the rules know."""

_Shape = str | Callable[[re.Match[str]], str]

_SHAPES: tuple[tuple[re.Pattern[str], _Shape], ...] = (
    (re.compile(r"[()]"), " "),
    (
        re.compile(r"(\d+) week(?= (?:ke tu|tinh tu|tu|sau|after|from) )"),
        lambda found: f"{int(found[1]) * 7} day",
    ),
    (re.compile(r" ?/ ?"), "/"),
    (re.compile(r"(?<![\d/.+-])(\d\d?)([.-])(\d\d?)(?:\2(2\d{3}))?(?![\d/.-])"), r"\1/\3/\4"),  # 15.6.2027
    (re.compile(r"(\d/\d\d?)/(?!\d)"), r"\1"),
    (re.compile(r" ?([+-]) ?"), r" \1"),  # P0+30 days
    (re.compile(r"(\d+) (day|workday),? (?:ke tu|tinh tu|tu|sau|after|from) p0"), r"p0 +\1 \2"),
    (
        re.compile(
            r"(\d+) (day|workday),? (?:ke tu|tu|sau|after)(?: khi)? (?:by |day )*"
            r"(period|week|month|quarter|half|year|semester|schoolyear)$"
        ),
        r"endof \3 +\1 \2",
    ),
    (re.compile(r"(\d) month (\d+)"), r"\1/\2"),  # ngày 15 tháng 6
    (re.compile(r"(\d) year (2\d{3})"), r"\1/\2"),
    (re.compile(r"\b(iv|i{1,3}|half[12]|ninemonths|year) (?:year )?(2\d{3})"), r"\1/\2"),
    (re.compile(r"day (\d+/)"), r"\1"),
    (re.compile(r"day by "), "by "),
    (re.compile(r" ?[,;] ?"), ","),
    (re.compile(r" +"), " "),
)

_HOUR = re.compile(r"\b(?:\d\d? ?(?:gio|h)(?: ?\d\d)?|\d\d?:\d\d)\b")
_VAGUE = re.compile(
    r"\b(?:tuan (?:dau|thu|cuoi)|(?:dau|giua) (?:thang|quy|nam|ky|tuan)|start of the school year|first week|last week|"
    r"som|kip thoi|thuong xuyen|asap)\b"
)
_NEXT_OR_SIXTH = re.compile(r"\bthang sau\b")


def in_plain_words(text: str) -> str:
    """The text in the words of the rules."""
    text = text.lower()
    for month, meaning in _WITHOUT_ACCENTS if text.isascii() else _ACCENTED:
        text = month.sub(meaning, text)
    plain = _ENGLISH_DAY.sub(_in_numbers, fold(text).removesuffix("."))
    for pattern, meaning in _WORDS:
        plain = pattern.sub(meaning, plain)
    plain = " ".join(plain.split())
    for pattern, shape in _SHAPES:
        plain = pattern.sub(shape, plain)
    return plain.strip()


def _in_numbers(found: re.Match[str]) -> str:
    """June 15, 15th June 2027, June."""
    before, name, behind, year = found.groups()
    day = before or behind
    month = _ENGLISH.index(name) + 1
    return (f"{day}/{month}" if day else f"month {month}") + (f"/{year}" if year else "")


def hour_in(text: str) -> str | None:
    """An hour of the day that the text names: "17 giờ", "17h00", "17:00"."""
    found = _HOUR.search(fold(text))
    return found[0] if found else None


def vague_part(text: str) -> str | None:
    """Words that everybody reads as another day: "tuần đầu tháng 9", "giữa năm"; "đầu năm học" is the opening day to
    some and the end of October to others (domain notes 1)."""
    found = _VAGUE.search(fold(text)) or (_NEXT_OR_SIXTH.search(text.lower()) if text.isascii() else None)
    return found[0] if found else None
