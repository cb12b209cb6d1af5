"""The head of a document: its number, its date, who issued it, and whom its title is about."""

import re
from collections.abc import Sequence

from bot.core.plan.desk import Desk
from bot.core.plan.finding_codes import Code
from bot.core.plan.text.source_text import Line, SourceText

_NUMBER = re.compile(r"số\s*:?\s*\d+\s*[-–/]", re.IGNORECASE)
_DATE = re.compile(r"\bngày\s+\d{1,2}(?:\s+tháng\s+|/)\d{1,2}(?:\s+năm\s+|/)\d{4}", re.IGNORECASE)
_ISSUER = re.compile(r"\b(?:ỦY|UỶ|BAN|TRUNG TÂM|ĐẢNG BỘ|TRƯỜNG|SỞ|PHÒNG|HỘI|ĐOÀN|CHI BỘ)\b")
_BASIS = re.compile(
    r"\s*(?:Thực hiện|Căn cứ|Thi hành|Triển khai)\s+(?:Chỉ thị|Nghị quyết|Hướng dẫn|Kế hoạch|Quy|Kết luận)"
)
_ABOUT = re.compile(r"đối với\s+(?P<nouns>[^;.()]+?)(?=\s+(?:trên địa bàn|đến năm|năm|của|tại|ở)\s|[;.()]|$)")


def check_head(desk: Desk, text: SourceText) -> None:
    lines = _head_lines(text)
    missing = [
        name
        for name, known in (
            ("number", any(_NUMBER.match(line.text) for line in lines)),
            ("date", any(_DATE.search(line.text) for line in lines)),
            ("issuer", any(_ISSUER.search(line.text) and not _is_lower(line.text) for line in lines)),
        )
        if not known
    ]
    if missing:
        desk.note_at(Code.TEXT_HEAD_INCOMPLETE, text.place(1), missing=", ".join(missing))
    _check_scope(desk, text)


def _head_lines(text: SourceText) -> Sequence[Line]:
    """The lines before the title goes on to what the plan is based on."""
    lines: list[Line] = []
    for paragraph in text.head:
        for line in paragraph.lines:
            if _BASIS.match(line.text):
                return lines
            lines.append(line)
    return lines


def _is_lower(line: str) -> bool:
    return not any(word.isupper() and len(word) > 1 for word in line.split())


def _check_scope(desk: Desk, text: SourceText) -> None:
    """Each noun that the title says it is about returns in the body, beyond quoting the title."""
    title = next((_ABOUT.search(one.text) for one in text.head if _ABOUT.search(one.text)), None)
    if title is None:
        return
    quoted = title[0]
    nouns = [noun.strip() for noun in re.split(r",| và ", title["nouns"]) if noun.strip()]
    body = " ".join(one.text for one in text.body if one.section).replace(quoted, " ").lower()
    absent = [noun for noun in nouns if noun.lower() not in body]
    if absent and len(absent) < len(nouns):
        present = ", ".join(noun for noun in nouns if noun not in absent)
        for noun in absent:
            line = next(one.line_at(one.text.index(quoted)) for one in text.head if quoted in one.text)
            desk.note_at(Code.SCOPE_DIFFERS, text.place(line), noun=noun, others=present)
