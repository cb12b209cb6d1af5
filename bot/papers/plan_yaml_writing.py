"""Writes a plan as YAML that people read and change: block style, a key to each line, quotes only where needed.

Each scalar is written in the plainest style from which our own reader (placed_yaml.py) reads the same text back.
"""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.core.plan.placed import SHEETS, Sheet
from bot.papers.placed_yaml import read_placed
from bot.papers.plan_values import Values
from locales.phrases import plan_columns as phrases
from locales.words import Words

WIDTH = 118
_RULE = "# " + "-" * 108
_UNPRINTABLE = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

Tree = Mapping[str, Sequence[Values]]


class OrphanError(ValueError):
    """A row, counted from 0, whose parent there is not: it has no place in a nested file."""

    def __init__(self, sheet: Sheet, code: str, at: int) -> None:
        super().__init__(sheet.name, code, at)
        self.sheet = sheet
        self.code = code
        self.at = at


def write_plan_yaml(values: Tree, *, words: Words) -> str:
    """The YAML of a plan's values (bot.papers.plan_values), with comments in `words`. Raises OrphanError."""
    lines = [f"# {line}".rstrip() for line in phrases.about_yaml(words=words)]
    for sheet in SHEETS:
        if sheet.parent or not (values[sheet.name] or sheet.needed):
            continue
        lines += ["", _RULE, f"# {phrases.sheet(sheet.name, words=words)}", f"{sheet.name}:"]
        lines += _section(sheet, values)
    return "\n".join(lines) + "\n"


def _section(sheet: Sheet, values: Tree) -> Iterator[str]:
    rows = values[sheet.name]
    if sheet.name == "plan":
        for row in rows:
            yield from _fields(row, 2)
        return
    if sheet.column:
        for number, key in enumerate(dict.fromkeys(str(row.get(sheet.column, "")) for row in rows)):
            yield from [""] * (number > 0)
            yield f"  {_key(key)}:"
            for row in rows:
                if row.get(sheet.column, "") == key:
                    yield from _item(_without(row, sheet.column), 4)
        return
    children = [child for child in SHEETS if child.parent == sheet.name]
    nested = {child: _nested(child, rows, values) for child in children}
    first: set[str] = set()
    for number, row in enumerate(rows):
        yield from [""] * (number > 0)
        yield from _item(row, 2)
        code = str(row.get("code", ""))
        for child, by_code in nested.items():
            if code in first or code not in by_code:
                continue
            yield f"    {child.nested}:"
            for one in by_code[code]:
                yield from _item(one, 6)
        first.add(code)


def _nested(child: Sheet, parents: Sequence[Values], values: Tree) -> dict[str, list[Values]]:
    """The rows of a sheet by the code of their parent, without it."""
    codes = {str(parent["code"]) for parent in parents if "code" in parent}
    found: dict[str, list[Values]] = {}
    for at, row in enumerate(values[child.name]):
        code = str(row.get(child.column, ""))
        if code not in codes:
            raise OrphanError(child, code, at)
        found.setdefault(code, []).append(_without(row, child.column))
    return found


def _without(row: Values, column: str) -> Values:
    return {name: value for name, value in row.items() if name != column}


def _item(row: Values, indent: int) -> Iterator[str]:
    """A row of a list."""
    lines = list(_fields(row, indent + 2)) or [" " * (indent + 2) + "{}"]
    yield " " * indent + "- " + lines[0][indent + 2 :]
    yield from lines[1:]


def _fields(row: Values, indent: int) -> Iterator[str]:
    for name, value in row.items():
        key = " " * indent + _key(name)
        if isinstance(value, tuple):
            yield f"{key}: {_words(value)}"
            continue
        yield f"{key}: {_scalar(value, indent, len(key))}"


@lru_cache(maxsize=4_096)
def _key(name: str) -> str:
    return name if _says(f"{name}: x\n", name, "x") else _quoted(name)


@lru_cache(maxsize=4_096)
def _words(value: tuple[str, ...]) -> str:
    return "[" + ", ".join(word if _is_word(word) else _quoted(word) for word in value) + "]"


@lru_cache(maxsize=4_096)
def _is_word(word: str) -> bool:
    """Whether a word may stand in a list as it is."""
    row, findings = read_placed(f"k: [{word}, {word}]\n".encode(errors="replace"), file="")
    cell = row.cells.get("k") if row and not findings and len(row.cells) == 1 else None
    return (
        cell is not None and isinstance(cell.value, tuple) and [one.value for one in cell.value] == [word] * 2
    )


def _scalar(text: str, indent: int, key: int) -> str:
    """The plainest way to write a text behind its key."""
    inner = " " * (indent + 2)
    if "\n" in text:
        block = "|-\n" + "\n".join(inner + line if line else "" for line in text.split("\n"))
        return block if _says(f"{' ' * indent}k: {block}\n", "k", text) else _quoted(text)
    if key + 2 + len(text) > WIDTH and text.count(" ") > 3:
        folded = textwrap.wrap(
            text,
            WIDTH - len(inner),
            break_long_words=False,
            break_on_hyphens=False,
            drop_whitespace=True,
        )
        block = ">-\n" + "\n".join(inner + line for line in folded)
        if _says(f"{' ' * indent}k: {block}\n", "k", text):
            return block
    return text if _says(f"k: {text}\n", "k", text) else _quoted(text)


def _says(written: str, key: str, text: str) -> bool:
    """Whether our reader reads one key with that text, and nothing else."""
    row, findings = read_placed(written.encode(errors="replace"), file="")
    if row is None or findings or list(row.cells) != [key]:
        return False
    return row.cells[key].value == text


def _quoted(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)
