"""Documents that a text cites: "Quy định số 208-QĐ/TW, ngày 08 tháng 11 năm 2019 của Ban Bí thư về ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.plan.text.source_text import Paragraph

_KIND = (
    r"(?:Chỉ thị|Nghị quyết|Quyết định|Quy định|Kết luận|Hướng dẫn|Kế hoạch|Thông tri|Công văn|Nghị định|Thông tư"
    r"|Chương trình)"
)
_NUMBER = r"\d+\s*[-–]\s*[A-ZĐ]{2,}(?:/[A-ZĐ]+)?|\d+/(?:\d{4}/)?[A-ZĐ]+-[A-ZĐ]+"
_DATE = r"ngày\s+(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<year>\d{4})"
_CITATION = re.compile(
    rf"{_KIND}\s+(?:số:?\s+)?(?P<number>{_NUMBER})(?:,?\s+{_DATE})?(?P<joined>,\s+(?={_KIND}\s))?"
)
_ISSUER = re.compile(r"\s+của\s+(?P<issuer>[A-ZĐ][^,;.()]*?)(?=\s+(?:về|năm|tại|ngày)\s|[,;.()]|$)")


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention. `date` and `issuer` are what stands beside the number, None and "" where nothing does."""

    number: str
    date: date | None
    issuer: str
    line: int
    section: str


def citations(paragraphs: Sequence[Paragraph]) -> list[Citation]:
    """All mentions in their order. In "Hướng dẫn số 63, …, Kế hoạch số 106, … của Ban X" both are of Ban X."""
    return [one for paragraph in paragraphs for one in _in(paragraph)]


def _in(paragraph: Paragraph) -> Iterator[Citation]:
    text = paragraph.text
    waiting: list[Citation] = []
    for found in _CITATION.finditer(text):
        issuer = _ISSUER.match(text, found.end())
        name = issuer["issuer"].strip() if issuer else ""
        waiting.append(
            Citation(
                number=re.sub(r"\s*[-–]\s*", "-", found["number"]),
                date=_day(found),
                issuer=name,
                line=paragraph.line_at(found.start()),
                section=paragraph.section,
            )
        )
        if not found["joined"]:
            yield from (replace(one, issuer=name) for one in waiting)
            waiting = []
    yield from waiting


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])) if found["year"] else None
    except ValueError:  # 31 February: as good as no date
        return None
