"""The words of days as data, folded: hôm qua, thứ sáu vừa rồi, mùng, đầu tháng, November."""

import re

from bot.core.wordlists import word_set

# Days from today; a phrase that ends in "?" is confirmed.
_DAYS = {
    0: "hom nay|ngay hom nay|trong hom nay|sang nay|trua nay|chieu nay|toi nay|bua nay|vua xong?|moi xong?|"
    "hoi sang?|ban sang?|luc nay?|vua nay?|hoi nay?|ngay nay?|nay?|hn?|"
    "hnay?|hum nay?|today|tonight|this morning|this afternoon",
    -1: "hom qua|ngay hom qua|sang hom qua|trua hom qua|chieu hom qua|toi hom qua|sang qua|chieu qua|toi qua|dem qua|"
    "bua qua|hom wa?|hum qua?|qua?|hq?|hqua?|hwa?|yesterday|last night",
    -2: "hom kia|bua kia|hkia?|the day before yesterday|day before yesterday",
    1: "ngay mai|mai|sang mai|chieu mai|toi mai|tomorrow",
    2: "ngay kia|ngay mot|the day after tomorrow|day after tomorrow",
}
RELATIVE: dict[str, tuple[int, bool]] = {
    phrase.rstrip("?"): (days, not phrase.endswith("?"))
    for days, phrases in _DAYS.items()
    for phrase in phrases.split("|")
}
RELATIVE_INSIDE = re.compile(  # within other words only those that cannot be part of something else
    r"\b(?:"
    + "|".join(
        sorted(
            (p for p in RELATIVE if " " in p or p in ("today", "yesterday", "tomorrow", "hqua", "hnay")),
            key=len,
        )[::-1]
    )
    + r")\b"
)

_WEEKDAYS = {
    name: weekday
    for weekday, names in enumerate(
        [
            "2 hai mon monday",
            "3 ba tue tuesday",
            "4 tu wed wednesday",
            "5 nam thurs thursday",
            "6 sau fri friday",
            "7 bay sat saturday",
            "cn chu_nhat sunday",
        ]
    )
    for name in names.split()
}
LAST, NEXT = "last", "next"
_WEEKS: dict[str, int | str] = {
    **dict.fromkeys(("tuan truoc", "tuan vua roi", "tuan vua qua", "tuan qua", "tuan roi"), -1),
    **dict.fromkeys(("tuan nay", "nay"), 0),
    **dict.fromkeys(("tuan sau", "tuan toi"), 1),
    **dict.fromkeys(("vua roi", "vua qua", "roi", "qua", "truoc", "last"), LAST),
    **dict.fromkeys(("toi", "sap toi", "sau", "next"), NEXT),
}
WEEKDAY = re.compile(
    r"\b(?:(?P<which>last|this|next) )?(?:(?:thu ?|th ?|"
    r"t)(?P<name>hai|ba|tu|nam|sau|bay|[2-7])|(?P<sunday>chu nhat|cn)|"
    r"(?P<english>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thurs|fri|sat))(?![\w]|[/.-]\d)"
    r"(?: (?:cua )?(?P<week>(?:tuan )?(?:truoc|vua roi|vua qua|roi|qua|nay|sau|toi|sap toi))\b)?"
)


def weekday(match: re.Match[str]) -> int:
    """The day of the week of a `WEEKDAY` match, Monday is 0."""
    name: str = match["name"] or match["sunday"] or match["english"]
    return _WEEKDAYS[name.replace(" ", "_")]


def week(match: re.Match[str]) -> int | str | None:
    """Weeks from this one, `LAST`, `NEXT`, or None where nothing is said."""
    return _WEEKS.get(match["week"] or match["which"] or "", 0 if match["which"] else None)


_ENGLISH = (
    "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|oct october|"
    "nov november|dec december"
)
_VIETNAMESE = "gieng mot|hai|ba|tu bon|nam|sau|bay|tam|chin|muoi|muoi_mot|muoi_hai"
MONTHS = {
    name.replace("_", " "): month
    for line in (_VIETNAMESE, _ENGLISH)
    for month, names in enumerate(line.split("|"), start=1)
    for name in names.split()
}
MONTH_WORD = "muoi mot|muoi hai|muoi|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin"
SPOKEN_MONTHS = frozenset(MONTH_WORD.split("|"))
ENGLISH_MONTH = _ENGLISH.replace(" ", "|")

LUNAR = re.compile(r"\b(?:am lich|lunar|al|am|mung|mong|ram|gieng|thang chap|chap|tet)\b")

# A stretch of time, or only a part of a date.
PARTIAL = re.compile(
    r"\b(?:dau|giua|cuoi|het|early|mid|late|end of|beginning of) (?:thang|nam|tuan|quy|ky|he|month|year)\b|"
    r"\b(?:tuan|thang|nam|quy|ky|dot|hom|bua|ngay|buoi) (?:truoc|nay|no|roi|vua roi|vua qua|qua|ngoai|sau|toi)\b|"
    r"\b(?:last|this|next) (?:week|month|year)\b|\b(?:moi day|gan day|vua roi|lau roi|he|nghi he|recently)\b|"
    rf"\b(?:thang|thg|quy|nam|hoc ky|hk) ?(?:\d+|i{{1,3}}|iv|{MONTH_WORD})\b|^t ?(?:1|8|9|1[0-2])$|"
    rf"^(?:{ENGLISH_MONTH})(?: \d{{4}})?$|^(?:ngay |hom )?\d{{1,2}}$|^\d{{1,2}} ?[/.-] ?\d{{4}}$|^\d{{4}}$"
)

# Beside a day these make it a bound or a guess.
ABOUT = re.compile(
    r"\b(?:khoang|tam|chung|gan|truoc|sau|tu|den|cham nhat|som nhat|muon nhat|han|around|about|before|after|"
    r"since|until|by|from|hoac|hay|or|khong|chua|ko|not|hinh nhu|co le|nua|maybe|probably)\b|[~<>≈]"
)
FILLERS = word_set(
    "ngay vao hom luc da duoc to chuc hop lam xong roi la buoi sang chieu toi trua dem dien ra mo bat dau khai mac thu "
    "nam nay trong co nha truong don vi chi bo ban hanh ky gui cuoc hoi nghi quan triet hoc tap cua ta minh qua thuc "
    "hien trien khai ve tai o hoi phong xa phuong thi tran on at the held duong lich tay "
    " it was is we did done date dated of this th st nd rd noon"
)
YEAR = re.compile(r"\bnam (?P<which>nay|ngoai|truoc|kia|sau|toi)\b")
YEARS_AWAY = {"nay": 0, "ngoai": -1, "truoc": -1, "kia": -2, "sau": 1, "toi": 1}
PLANNED = re.compile(r"\b(?:du kien|ke hoach|se|sap|planned)\b")
NOT_HELD = re.compile(
    r"(?:da |hien |van )*(?:khong|ko|k|chua|no|not)"
    r"(?: (?:co|ngay|to chuc|lam|hop|ban hanh|thuc hien|trien khai|duoc|xong|yet|held|done))*"
)
