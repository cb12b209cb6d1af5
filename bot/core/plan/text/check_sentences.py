"""Sentences that promise, demand or count without saying enough."""

import re
from collections.abc import Iterator

from bot.core.plan.desk import Desk, where
from bot.core.plan.finding_codes import Code
from bot.core.plan.text.source_text import Paragraph, SourceText, quote, sentences

MOST_PERCENTAGES = 2
"""In one sentence. More are several targets in one."""

_PERCENT = re.compile(r"\d+(?:,\d+)?\s*%")
_BASE = re.compile(r"tổng số|\d+\s*/\s*\d+(?!/)\b|trong số \d+|trên \d+", re.IGNORECASE)
_EVERY_YEAR = re.compile(r"^(?:Hàng|Hằng) (?:năm|quý|tháng)\b")
_REGULARLY = re.compile(r"\bđịnh kỳ\b", re.IGNORECASE)
_PERIOD = re.compile(r"\b(?:tuần|tháng|quý|năm|học kỳ)\b", re.IGNORECASE)
_KEY = re.compile(r"\b(?:nhiệm vụ trọng tâm|tiêu chí (?:để )?đánh giá|nhiệm vụ hàng đầu)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d+\s*%|\b\d{1,4}\s+(?:đảng viên|học sinh|người|lớp|đồng chí|quần chúng)\b")
_ANNEX = re.compile(r"[^.;(]*\b(?:kèm theo|phụ lục)\b[^.;)]*", re.IGNORECASE)
_BODY = (
    r"(?:Huyện ủy|Thị ủy|Thành ủy|Tỉnh ủy|Đảng ủy|(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)"
    r"(?: huyện| thị xã| thành phố| tỉnh| xã| phường)?|Sở [A-ZĐ]\w+)"
)
_PLAN_OF = re.compile(rf"\bkế hoạch của (?P<body>{_BODY})", re.IGNORECASE)


def check_sentences(desk: Desk, text: SourceText) -> None:
    without_base: list[int] = []
    for paragraph, line, sentence in _sentences(text):
        percentages = len(_PERCENT.findall(sentence))
        if percentages and not _BASE.search(sentence):
            without_base += [line] * percentages
        if percentages > MOST_PERCENTAGES:
            adverb = _EVERY_YEAR.match(sentence)
            desk.note_at(
                Code.SENTENCE_COMPOUND,
                text.place(line),
                count=str(percentages),
                clauses=str(sentence.count(";") + 1),
                adverb=adverb[0] if adverb else "",
            )
        if _REGULARLY.search(sentence) and not _PERIOD.search(sentence):
            desk.note_at(Code.PERIOD_VAGUE, text.place(line), quote=_around(_REGULARLY, sentence))
        if paragraph.section and _KEY.search(sentence) and not _FIGURE.search(sentence):
            desk.note_at(Code.KEY_WITHOUT_FIGURE, text.place(line), quote=quote(sentence))
    if without_base:
        desk.note_at(
            Code.PERCENT_WITHOUT_BASE,
            text.place(without_base[0]),
            count=str(len(without_base)),
            places=where(text.file, without_base),
        )
    _check_annexes(desk, text)
    _check_plans_followed(desk, text)


def _sentences(text: SourceText) -> Iterator[tuple[Paragraph, int, str]]:
    """Each sentence of the body with the line where it starts. A section's number is no part of it."""
    for paragraph in text.body:
        for offset, sentence in sentences(paragraph.text):
            yield paragraph, paragraph.line_at(offset), re.sub(r"^[\d.]+\s+", "", sentence)


def _around(pattern: re.Pattern[str], sentence: str) -> str:
    found = pattern.search(sentence)
    return quote(sentence[found.start() :], 8) if found else quote(sentence)


def _check_annexes(desk: Desk, text: SourceText) -> None:
    """What is said to be enclosed is at hand, or named in `annexes`."""
    if desk.plan.annexes:
        return
    for paragraph in text.body:
        found = _ANNEX.search(paragraph.text)
        if found:
            line = paragraph.line_at(found.start())
            desk.note_at(Code.ANNEX_ABSENT, text.place(line), quote=found[0].strip())


def _check_plans_followed(desk: Desk, text: SourceText) -> None:
    """Who carries out another body's plan waits for it: a task of that section depends on one that makes that plan."""
    followed = [
        (paragraph, paragraph.line_at(found.start()), found["body"])
        for paragraph in text.body
        for found in _PLAN_OF.finditer(paragraph.text)
    ]
    bodies = [body for _, _, body in followed]
    usual = max(bodies, key=bodies.count, default="")
    for paragraph, line, body in followed:
        if body == usual or bodies.count(body) == bodies.count(usual):
            continue
        waits = any(
            task.depends_on
            for task in desk.plan.tasks
            if task.source == paragraph.section
            or task.source.startswith((f"{paragraph.section},", f"{paragraph.section} "))
        )
        if not waits:
            desk.note_at(
                Code.OTHER_PLAN_FOLLOWED, text.place(line), section=paragraph.section, body=body, other=usual
            )
