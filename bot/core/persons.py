"""Words that count persons, by which figures about few of them are told from figures about things."""

import re

from bot.core.folding import fold
from bot.core.forms.model import Question

PERSONS = frozenset(
    (
        *("nguoi", "em", "chau", "thay co", "thay giao", "co giao", "nha giao", "dong chi", "ca nhan"),
        *(
            "hoc sinh",
            "hoc vien",
            "sinh vien",
            "thanh nien",
            "thieu nien",
            "thieu nhi",
            "dang vien",
            "doan vien",
        ),
        *(
            "doi vien",
            "hoi vien",
            "uy vien",
            "giao vien",
            "giang vien",
            "bao cao vien",
            "nhan vien",
            "can bo",
        ),
        *("quan chung", "cong chuc", "vien chuc", "lanh dao", "hieu truong", "phu huynh", "nhan dan"),
        *("person", "persons", "people", "pupil", "pupils", "learner", "learners", "student", "students"),
        *("teacher", "teachers", "lecturer", "lecturers", "member", "members", "official", "officials"),
        *("cadre", "cadres", "manager", "managers", "staff", "parents"),
    )
)
"""Persons, folded: counted once in a period, however often they came."""

_ATTENDANCES = frozenset(("luot nguoi", "attendance", "attendances"))
"""Persons as often as they came: these add up."""

_THINGS = frozenset(
    (
        *(
            "lop",
            "buoi",
            "dot",
            "cuoc",
            "hoi nghi",
            "hoi thao",
            "tiet",
            "bai",
            "tin",
            "van ban",
            "ke hoach",
            "bao cao",
        ),
        *(
            "chi bo",
            "to chuc",
            "truong",
            "don vi",
            "xa",
            "cau lac bo",
            "hoat dong",
            "phong trao",
            "mo hinh",
            "phieu",
        ),
        *(
            "y kien",
            "de tai",
            "sang kien",
            "giao an",
            "chuyen de",
            "chuong trinh",
            "hoc lieu",
            "san pham",
            "tieu chi",
        ),
        *("nghi quyet", "chinh sach", "de xuat", "chuyen", "de an", "gio", "trieu dong", "dong"),
        *(
            "class",
            "classes",
            "session",
            "sessions",
            "meeting",
            "meetings",
            "conference",
            "conferences",
            "lesson",
        ),
        *(
            "lessons",
            "item",
            "items",
            "document",
            "documents",
            "cell",
            "cells",
            "school",
            "schools",
            "unit",
            "units",
        ),
        *("club", "clubs", "activity", "activities", "round", "rounds", "check", "checks", "visit", "visits"),
        *("form", "forms", "comment", "comments", "study", "studies", "theme", "themes", "plan", "plans"),
    )
)
"""What is counted besides: "bao nhiêu lớp cho giáo viên" counts classes."""

_ASKS = re.compile(r"\b(?:bao nhieu|may|so luong|tong so|so|how many|number of)\b")
_NOUN = re.compile(rf"\b(?:{'|'.join(sorted((*PERSONS, *_ATTENDANCES, *_THINGS), key=len, reverse=True))})\b")


def is_of_persons(unit: str) -> bool:
    """Whether a unit of measure counts persons, or their attendances."""
    return fold(unit).strip() in PERSONS | _ATTENDANCES


def asks_for_persons(question: Question) -> bool:
    """Whether a question asks how many persons, by its words, since it has no unit: what is named first after "bao
    nhiêu" is what is counted. A thing that nobody listed does not hide the persons behind it: in doubt it does."""
    said = question.label.get("vi")
    return any(_counts_persons(fold(text)) for text in ([said] if said else question.label.values()))


def _counts_persons(said: str) -> bool:
    asked = _ASKS.search(said)
    noun = _NOUN.search(said, asked.end() if asked else 0)
    return noun is not None and noun[0] not in _THINGS
