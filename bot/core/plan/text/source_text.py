"""A document's own words, read line by line: paragraphs whole again, each with the section where it stands."""

import re
from dataclasses import dataclass

from bot.core.folding import clean
from bot.core.plan.model import Place

_ROMAN = re.compile(r"(?P<number>[IVX]+)\s*[.\-–]\s*(?P<title>\S.*)")
_SUBSECTION = re.compile(r"(?P<number>\d+(?:\.\d+)*)\.?\s+\S")
_END_OF_SENTENCE = re.compile(r"[.;:!?…)”\"*_-]$")
_TAIL = re.compile(r"nơi nhận\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something: clean, with single spaces. Numbers count from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, for a page break may cut a sentence. `section` is "II.2.3", "" before the first."""

    section: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    def line_at(self, offset: int) -> int:
        """The number of the line in which a character of `text` stands."""
        for line in self.lines:
            if offset <= len(line.text):
                return line.number
            offset -= len(line.text) + 1
        return self.lines[-1].number


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document's text. `raw` is as it was written; `body` are the paragraphs before the list of recipients; `titles`
    the titles of the Roman sections."""

    file: str
    raw: str
    body: tuple[Paragraph, ...]
    titles: dict[str, str]

    def place(self, line: int) -> Place:
        return Place(self.file, line)

    def section(self, root: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a Roman section."""
        return tuple(one for one in self.body if one.section.partition(".")[0] == root)

    @property
    def head(self) -> tuple[Paragraph, ...]:
        """What stands before the first section."""
        return self.section("")


def read_text(raw: str, *, file: str) -> SourceText:
    """The text of a document as paragraphs."""
    body: list[Paragraph] = []
    titles: dict[str, str] = {}
    roman = sub = ""
    for line in _lines(raw):
        if _TAIL.match(line.text):
            break
        if found := _ROMAN.match(line.text):
            roman, sub = found["number"], ""
            titles[roman] = found["title"]
        elif roman and (found := _SUBSECTION.match(line.text)):
            sub = found["number"]
        elif body and is_cut(body[-1].lines[-1].text, line.text):
            body[-1] = Paragraph(body[-1].section, (*body[-1].lines, line))
            continue
        body.append(Paragraph(".".join(filter(None, (roman, sub))), (line,)))
    return SourceText(file, raw, tuple(body), titles)


def is_cut(before: str, after: str) -> bool:
    """Whether a sentence goes on in the next line: it has no end, and the next line begins with a small letter. Below
    a heading in capitals it does not."""
    return after[:1].islower() and not _END_OF_SENTENCE.search(before) and not before.isupper()


def sentences(text: str) -> list[tuple[int, str]]:
    """Each sentence with the offset at which it starts. "2.1." and "T/M." end none."""
    starts = [
        0,
        *(
            found.end()
            for found in re.finditer(r"[.!?…]\s+(?=[^\W\d_])", text)
            if text[found.end()].isupper()
        ),
    ]
    return [
        (start, text[start:end].strip()) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]


def quote(text: str, words: int = 9) -> str:
    """The first words of a sentence, to be recognised by."""
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def _lines(raw: str) -> list[Line]:
    return [
        Line(number, text)
        for number, line in enumerate(raw.splitlines(), start=1)
        if (text := " ".join(clean(line).split()))
    ]
