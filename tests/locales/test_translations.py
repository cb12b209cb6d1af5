"""Sentences and their translations: complete, true to each other, and found by the tools that gather them."""

import ast
import string
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from locales.check import faults, placeholders, said
from locales.words import LANGUAGES, SOURCE, Words, catalogue

ROOT = Path(__file__).parents[2]
PHRASES = sorted((ROOT / "locales" / "phrases").glob("*.py"))
OTHER_ROOMS = ("bot", "handlers", "scheduler", "simulator")
SENTENCES = sorted({sentence for _, sentence in said()})


def calls(path: Path, name: str) -> Iterator[ast.Call]:
    """Every call of `....name(...)` in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name:
            yield node


def where(path: Path, node: ast.expr) -> str:
    return f"{path.name}:{node.lineno}"


def test_there_are_sentences_to_check() -> None:
    assert len(SENTENCES) > 300


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE])
def test_translation_is_complete_and_true_to_its_sentences(language: str) -> None:
    assert list(faults(language)) == []


def test_vietnamese_is_said_as_it_is_written() -> None:
    assert catalogue(SOURCE) == {}
    assert Words(SOURCE).say("Trân trọng.") == "Trân trọng."


@pytest.mark.parametrize("path", PHRASES, ids=lambda path: path.stem)
def test_sentence_is_written_where_it_is_said(path: Path) -> None:
    """Nothing but a literal can be gathered for translation, or be known not to hold what a person typed."""
    computed = [
        where(path, call)
        for call in calls(path, "say")
        if not (call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]
    assert computed == []


@pytest.mark.parametrize("path", PHRASES, ids=lambda path: path.stem)
def test_sentence_takes_its_values_by_name(path: Path) -> None:
    assert [where(path, call) for call in calls(path, "say") if len(call.args) > 1] == []


@pytest.mark.parametrize("path", PHRASES, ids=lambda path: path.stem)
def test_no_sentence_is_said_inside_an_f_string(path: Path) -> None:
    """Python 3.11's tokens do not show what stands inside one, so the sentence would never be gathered."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = [
        where(path, inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute) and inner.func.attr == "say"
    ]
    assert hidden == []


@pytest.mark.parametrize("path", PHRASES, ids=lambda path: path.stem)
def test_no_text_is_filled_in_but_by_say(path: Path) -> None:
    """What a person typed may hold braces and per cent signs: nothing may read it as a template."""
    filled = [where(path, call) for name in ("format", "format_map") for call in calls(path, name)]
    filled += [
        where(path, node)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Mod)
        and isinstance(node.left, ast.Constant | ast.JoinedStr)
    ]
    assert filled == []


def test_nobody_else_says_a_sentence() -> None:
    literal = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for room in OTHER_ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        for call in calls(path, "say")
        if call.args and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
    ]
    assert literal == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_placeholders_are_plain_names(sentence: str) -> None:
    """No formats, no attributes: numbers and dates are made by `Words` before they are filled in."""
    for _, name, form, conversion in string.Formatter().parse(sentence):
        assert name is None or name.isidentifier()
        assert not form
        assert conversion is None


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentence_is_in_one_unicode_form_and_polite(sentence: str) -> None:
    assert sentence == unicodedata.normalize("NFC", sentence)
    assert "bạn" not in sentence.casefold().split()


def test_placeholders_of_a_sentence_are_found() -> None:
    assert placeholders("{percent}% của {total} là {count}, {{không}}.") == {"percent", "total", "count"}
