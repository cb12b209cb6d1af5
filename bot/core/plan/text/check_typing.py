"""How the text is typed: spellings, hyphens, spaces, cut and unfinished lines. Notes only; nothing here is decided."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.core.plan.desk import MOST_PLACES, Desk, where
from bot.core.plan.finding_codes import Code
from bot.core.plan.text.matching import TWO_SPELLINGS, new_spelling, pattern_of
from bot.core.plan.text.source_text import SourceText, quote

NO_BREAK = "\u00a0"
_ELLIPSIS = re.compile(r"\.{3,}|…")
_SPACED = re.compile(r"\b\d+(?:\s+[-–]\s*|[-–]\s+)[A-ZĐ]{2,}(?:/[A-ZĐ]+)?")
_TWICE = re.compile(r"(?<![\w-])([^\W\d_]{2,}) \1(?![\w-])", re.IGNORECASE)
_REDUPLICATED = frozenset(
    (
        "luôn",
        "đời",
        "ngày",
        "đêm",
        "năm",
        "tháng",
        "người",
        "nhà",
        "ai",
        "đâu",
        "dần",
        "thường",
        "xa",
        "gần",
        "từ",
        "mãi",
        "cùng",
        "ào",
        "rất",
        "nơi",
        "ngành",
        "hằng",
        "đều",
    )
)
_STOPPED = re.compile(r"(?<!\w)[^\W\d_]*[ăâêôơư](?:ch|[cpt])(?!\w)", re.IGNORECASE)
"""A syllable that ends in c, ch, p or t always bears a rising or falling tone: "kêt" is none."""


def check_typing(desk: Desk, text: SourceText) -> None:
    _check_spellings(desk, text)
    _check_cut_sentences(desk, text)
    _check_open_lists(desk, text)
    _check_hyphens(desk, text)
    spaces = text.raw.count(NO_BREAK)
    if spaces:
        desk.note_at(Code.SPACE_NO_BREAK, text.place(1), count=str(spaces))
    _check_misspelt(desk, text)


def _check_spellings(desk: Desk, text: SourceText) -> None:
    """ "ủy" and "uỷ" in one text."""
    counts = Counter(found[0].lower() for found in TWO_SPELLINGS.finditer(text.raw))
    mixed = [(new, old) for old in counts if (new := new_spelling(old)) != old and counts[new]]
    if mixed:
        spelled = ", ".join(f"“{new}” {counts[new]}, “{old}” {counts[old]}" for new, old in mixed)
        desk.note_at(Code.SPELLING_MIXED, text.place(1), spellings=spelled)


def _check_cut_sentences(desk: Desk, text: SourceText) -> None:
    cuts = [
        (before.number, f"{' '.join(before.text.split()[-2:])} / {' '.join(after.text.split()[:2])}")
        for paragraph in text.body
        for before, after in zip(paragraph.lines, paragraph.lines[1:], strict=False)
    ]
    if cuts:
        _note_many(desk, text, Code.SENTENCE_CUT, cuts)


def _check_open_lists(desk: Desk, text: SourceText) -> None:
    lines = [
        paragraph.line_at(found.start())
        for paragraph in text.body
        for found in _ELLIPSIS.finditer(paragraph.text)
    ]
    if lines:
        desk.note_at(
            Code.LIST_OPEN, text.place(lines[0]), count=str(len(lines)), places=where(text.file, lines)
        )


def _check_hyphens(desk: Desk, text: SourceText) -> None:
    spaced = [
        (paragraph.line_at(found.start()), found[0])
        for paragraph in text.body
        for found in _SPACED.finditer(paragraph.text)
    ]
    if spaced:
        _note_many(desk, text, Code.HYPHEN_SPACED, spaced)


def _check_misspelt(desk: Desk, text: SourceText) -> None:
    known = dict(desk.reference.misspelt)
    found = sorted(_misspelt(text, known))
    if found:
        proposals = ", ".join(dict.fromkeys(right for _, _, right in found if right))
        _note_many(
            desk, text, Code.MISSPELT, [(line, written) for line, written, _ in found], proposal=proposals
        )


def _misspelt(text: SourceText, known: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    """(line, what is written, what is probably meant) of each slip: one word twice, a known misspelling, a syllable
    that cannot be."""
    for paragraph in text.body:
        words = paragraph.text
        seen: set[str] = set()
        for found in _TWICE.finditer(words):
            if found[1].lower() not in _REDUPLICATED:
                yield paragraph.line_at(found.start()), found[0], found[1]
        if known:
            for found in pattern_of(tuple(known)).finditer(words.lower()):
                seen.add(found[0])
                yield (
                    paragraph.line_at(found.start()),
                    words[found.start() : found.end()],
                    known.get(found[0], ""),
                )
        for found in _STOPPED.finditer(words):
            if not any(found[0].lower() in one for one in seen):
                yield paragraph.line_at(found.start()), found[0], ""


def _note_many(desk: Desk, text: SourceText, code: Code, found: list[tuple[int, str]], **values: str) -> None:
    """One note for all, with the first of them as they are written."""
    quotes = "; ".join(f"“{quote(one)}”" for _, one in found[:MOST_PLACES])
    desk.note_at(
        code,
        text.place(found[0][0]),
        count=str(len(found)),
        places=where(text.file, [line for line, _ in found]),
        quotes=quotes,
        **values,
    )
