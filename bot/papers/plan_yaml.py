"""A plan file in YAML as the sheets that a workbook has: what is nested becomes columns.

plan:       one row
tasks:      rows; `indicators` inside a task become rows that name it
choices:    by name of the list, its options as rows
forms:      rows; `questions` inside a form become rows that name it
figures, cites, decisions: rows, if there are any
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Place
from bot.core.plan.placed import SHEETS, Cell, Row, Sheet, Sheets
from bot.papers.placed_yaml import read_placed

SECTIONS = tuple(sheet.name for sheet in SHEETS if not sheet.parent)


def read_plan_yaml(data: bytes, *, file: str) -> tuple[Sheets | None, list[Finding]]:
    """The sheets of a plan file and what is wrong with its shape. None where nothing can be read."""
    top, findings = read_placed(data, file=file)
    if top is None:
        return None, findings
    return _Outline(top, findings).sheets(), findings


class _Outline:
    def __init__(self, top: Row, findings: list[Finding]) -> None:
        self._top = top
        self._findings = findings

    def sheets(self) -> Sheets:
        for name, cell in self._top.cells.items():
            if name not in SECTIONS:
                nearest = "".join(get_close_matches(name, SECTIONS, n=1))
                self._note(Code.SECTION_UNKNOWN, cell.place, section=name, nearest=nearest)
        rows: dict[str, tuple[Row, ...]] = {}
        for sheet in SHEETS:
            if sheet.needed and sheet.name not in self._top.cells:
                self._note(Code.SECTION_MISSING, self._top.place, section=sheet.name)
            if sheet.name in ("plan", *rows):
                continue
            if sheet.column:
                rows[sheet.name] = tuple(self._by_value(sheet))
                continue
            children = [child for child in SHEETS if child.parent == sheet.name]
            rows |= self._family(sheet, children)
        return Sheets(self._top.place.file, self._plan(), **rows)

    def _plan(self) -> Row:
        cell = self._top.cells.get("plan")
        if cell is None:
            return Row(self._top.place, {})
        if isinstance(cell.value, Row):
            return Row(cell.place, cell.value.cells)
        self._note(Code.SHAPE_WRONG, cell.place, field="plan", wanted="row")
        return Row(cell.place, {})

    def _family(self, sheet: Sheet, children: Sequence[Sheet]) -> dict[str, tuple[Row, ...]]:
        """The rows of a section, and those that are nested in them, by their sheets."""
        parents: list[Row] = []
        rows: dict[str, list[Row]] = {child.name: [] for child in children}
        for parent in self._rows(self._top.cells.get(sheet.name), sheet.name):
            cells = dict(parent.cells)
            nested = {child: cells.pop(child.nested, None) for child in children}
            parents.append(Row(parent.place, cells))
            code = cells.get("code", Cell(parent.place, ""))
            for child, cell in nested.items():
                rows[child.name] += [
                    self._with(row, child.column, code) for row in self._rows(cell, child.nested)
                ]
        return {sheet.name: tuple(parents)} | {name: tuple(found) for name, found in rows.items()}

    def _by_value(self, sheet: Sheet) -> Iterator[Row]:
        """The rows of a section in which each key is the value of a column."""
        section = self._top.cells.get(sheet.name)
        if section is None or section.value == "":
            return
        if not isinstance(section.value, Row):
            self._note(Code.SHAPE_WRONG, section.place, field=sheet.name, wanted="row")
            return
        for name, listed in section.value.cells.items():
            for row in self._rows(listed, name):
                yield self._with(row, sheet.column, Cell(listed.place, name))

    def _rows(self, cell: Cell | None, field: str) -> Iterator[Row]:
        """The rows of a list. An empty cell has none; anything else is noted."""
        if cell is None or cell.value == "":
            return
        if not isinstance(cell.value, tuple):
            self._note(Code.SHAPE_WRONG, cell.place, field=field, wanted="rows")
            return
        for item in cell.value:
            if isinstance(item.value, Row):
                yield item.value
            else:
                self._note(Code.SHAPE_WRONG, item.place, field=field, wanted="row")

    def _with(self, row: Row, column: str, parent: Cell) -> Row:
        """The row with a column that names its parent. Written by hand, the column would say it twice."""
        cells: Mapping[str, Cell] = row.cells
        if column in cells:
            self._note(Code.FIELD_UNKNOWN, cells[column].place, field=column, nearest="")
        return Row(row.place, {**cells, column: parent})

    def _note(self, code: Code, place: Place, **values: str) -> None:
        self._findings.append(finding(code, place, **values))
