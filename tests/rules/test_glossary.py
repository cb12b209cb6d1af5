"""The glossary is true: its names stand in code, its Vietnamese is what the bot says, no noun is missing."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name

import pytest

from bot.core.forms.model import Type
from bot.core.people import Role
from bot.db.tables import outbox
from bot.gather.builtin import PLANS
from locales.chat_words import SPELLINGS
from locales.check import said

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "glossary.md").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table. `spoken` are the words that the bot says, `unspoken` those in italics."""

    term: str
    spoken: tuple[str, ...]
    unspoken: tuple[str, ...]
    names: tuple[str, ...]
    meaning: str


def read_line(row: str) -> Line:
    term, vietnamese, names, meaning = (cell.strip() for cell in row.strip("|").split("|"))
    words = [word.strip() for word in vietnamese.split(",") if word.strip()]
    return Line(
        term,
        spoken=tuple(word for word in words if not word.startswith("*")),
        unspoken=tuple(word.strip("*") for word in words if word.startswith("*")),
        names=tuple(re.findall(r"`([^`]+)`", names)),
        meaning=meaning,
    )


LINES = [
    read_line(row)
    for row in PAGE.splitlines()
    if row.startswith("| ") and not row.startswith(("| En", "| -"))
]
NAMES = {name for line in LINES for name in line.names}
SAID = "\n".join(
    [
        *(sentence for _, sentence in said()),
        *(word for spelling in SPELLINGS.values() for word in spelling.vi),
        *(path.read_text(encoding="utf-8") for path in sorted(PLANS.rglob("*.yaml"))),
    ]
).casefold()

each_line = pytest.mark.parametrize("line", LINES, ids=lambda line: line.term)


def is_said(word: str) -> bool:
    """Whether it stands in a sentence, a chat word or a plan, as a word and not within one."""
    return re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", SAID) is not None


def test_every_row_of_a_table_is_read() -> None:
    assert len(LINES) == PAGE.count("\n| ") - 2 * PAGE.count("\n| English |")
    assert len(LINES) > 80


@each_line
def test_name_in_code_exists(line: Line) -> None:
    assert line.names
    for name in line.names:
        resolve_name(name)


@each_line
def test_vietnamese_word_is_said_unless_it_is_in_italics(line: Line) -> None:
    assert line.spoken or line.unspoken
    assert [word for word in line.spoken if not is_said(word)] == []
    assert [word for word in line.unspoken if is_said(word)] == []


@each_line
def test_meaning_is_one_sentence(line: Line) -> None:
    assert line.meaning.endswith(".")
    assert ". " not in line.meaning


def test_no_term_and_no_name_stands_twice() -> None:
    terms = Counter(line.term for line in LINES)
    names = Counter(name for line in LINES for name in line.names)

    assert [term for term, count in (terms + names).items() if count > 1] == []


def test_page_is_in_one_unicode_form() -> None:
    assert unicodedata.normalize("NFC", PAGE) == PAGE


def test_every_noun_of_the_concepts_is_a_term() -> None:
    concepts = (DOCS / "concepts.md").read_text(encoding="utf-8")
    nouns = {noun.lower() for noun in re.findall(r"\*\*([A-Za-z ]+)\.?\*\*", concepts)}

    assert len(nouns) > 15
    assert sorted(nouns - {line.term for line in LINES}) == []


def test_every_table_is_named() -> None:
    assert sorted({f"bot.db.tables.{table}" for table in outbox.metadata.tables} - NAMES) == []


def test_every_type_of_question_and_every_role_is_named() -> None:
    types = {f"bot.core.forms.model.Type.{kind.name}" for kind in Type}
    roles = {f"bot.core.people.Role.{role.name}" for role in Role}

    assert sorted((types | roles) - NAMES) == []
