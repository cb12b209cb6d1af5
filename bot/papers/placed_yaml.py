"""YAML as rows that know their lines (bot.core.plan.placed).

Every scalar stays the text that was written, in NFC: whether `2026-11-02` is a date or `no` a word is for the
reader of the field to say. Built from libyaml's events and not from composed nodes, so that a hostile file
can neither exhaust the stack nor multiply itself by aliases, and a repeated key is seen.
"""

import re
import unicodedata
from collections.abc import Iterator

import yaml
from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Place
from bot.core.plan.placed import Cell, Row

DEEPEST = 12
"""Levels of nesting. A plan needs seven; libyaml slows down quadratically on thousands."""

_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_NOTHING = ""


def read_placed(data: bytes, *, file: str) -> tuple[Row | None, list[Finding]]:
    """The top row of a file, and what is wrong with it. After a syntax error nothing more can be read: None."""
    reader = _Reader(data, file)
    try:
        return reader.document(), reader.findings
    except _Stop:
        return None, reader.findings
    except yaml.reader.ReaderError as error:
        line = data.count(b"\n", 0, error.position) + 1
        return None, [*reader.findings, finding(Code.NOT_TEXT, Place(file, line))]
    except yaml.MarkedYAMLError as error:
        return None, [*reader.findings, _syntax_error(error, data, file)]


class _Stop(Exception):  # noqa: N818 - not an error: the finding is already noted
    """Nothing that follows can be trusted."""


class _Reader:
    """Takes the events of one file one by one."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self._events: Iterator[yaml.Event] = yaml.parse(data, Loader=yaml.CSafeLoader)

    def document(self) -> Row | None:
        next(self._events)  # the stream starts
        if isinstance(next(self._events), yaml.StreamEndEvent):
            self._note(Code.FILE_EMPTY, 1)
            return None
        top = self._value(next(self._events), depth=0, line=1)
        next(self._events)  # the document ends
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            self._note(Code.YAML_SEVERAL, _line(following))
        if isinstance(top, Row):
            return top
        self._note(Code.SHAPE_WRONG, 1, field=self.file, wanted="row")
        return None

    def _value(self, event: yaml.Event, *, depth: int, line: int) -> str | tuple[Cell, ...] | Row:
        if depth > DEEPEST:
            self._note(Code.YAML_TOO_DEEP, _line(event))
            raise _Stop
        match event:
            case ScalarEvent():
                plain = event.implicit[0] and event.value in _EMPTY
                return _NOTHING if plain else unicodedata.normalize("NFC", event.value)
            case SequenceStartEvent():
                return tuple(self._items(depth))
            case MappingStartEvent():
                return Row(Place(self.file, line), self._cells(depth))
            case AliasEvent():
                self._note(Code.YAML_ALIAS, _line(event), name=event.anchor or _NOTHING)
                return _NOTHING
            case _:  # pragma: no cover - libyaml promises that a value starts here
                raise AssertionError(event)

    def _items(self, depth: int) -> Iterator[Cell]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            line = _line(event)
            yield Cell(Place(self.file, line), self._value(event, depth=depth + 1, line=line))

    def _cells(self, depth: int) -> dict[str, Cell]:
        cells: dict[str, Cell] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            place = Place(self.file, _line(event))
            key = self._value(event, depth=depth + 1, line=_line(event))
            value = next(self._events)
            cell = Cell(place, self._value(value, depth=depth + 1, line=_line(event)))
            if not isinstance(key, str):
                self.findings.append(finding(Code.KEY_NOT_TEXT, place))
            elif key in cells:
                first = str(cells[key].place)
                self.findings.append(finding(Code.KEY_DUPLICATE, place, field=key, first=first))
            else:
                cells[key] = cell
        return cells

    def _note(self, code: Code, line: int, **values: str) -> None:
        self.findings.append(finding(code, Place(self.file, line), **values))


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return 1 if mark is None else mark.line + 1


def _syntax_error(error: yaml.MarkedYAMLError, data: bytes, file: str) -> Finding:
    """libyaml's own words are for programmers: the line itself says more to its author."""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark is not None else 1
    lines = data.decode("utf-8", errors="replace").splitlines()
    near = lines[line - 1] if line <= len(lines) else ""
    if re.match(r" *\t", near):
        return finding(Code.YAML_TAB, Place(file, line))
    return finding(Code.YAML_SYNTAX, Place(file, line), near=near.strip()[:80])
