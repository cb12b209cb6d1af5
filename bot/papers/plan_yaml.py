"""A plan file in YAML as the sheets that a workbook has: what is nested becomes columns.

plan:       one row
tasks:      rows; `indicators` inside a task become rows that name it
choices:    by name of the list, its options as rows
forms:      rows; `questions` inside a form become rows that name it
figures, cites, decisions: rows, if there are any
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Place
from bot.core.plan.placed import Cell, Row, Sheets
from bot.papers.placed_yaml import read_placed

SECTIONS = ("plan", "figures", "cites", "tasks", "choices", "forms", "decisions")


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
        for name in ("plan", "tasks", "forms"):
            if name not in self._top.cells:
                self._note(Code.SECTION_MISSING, self._top.place, section=name)
        tasks, indicators = self._parents_and_children("tasks", children="indicators", column="task")
        forms, survey = self._parents_and_children("forms", children="questions", column="form")
        return Sheets(
            file=self._top.place.file,
            plan=self._plan(),
            tasks=tasks,
            indicators=indicators,
            forms=forms,
            survey=survey,
            choices=tuple(self._choices()),
            figures=self._section("figures"),
            cites=self._section("cites"),
            decisions=self._section("decisions"),
        )

    def _plan(self) -> Row:
        cell = self._top.cells.get("plan")
        if cell is None:
            return Row(self._top.place, {})
        if isinstance(cell.value, Row):
            return Row(cell.place, cell.value.cells)
        self._note(Code.SHAPE_WRONG, cell.place, field="plan", wanted="row")
        return Row(cell.place, {})

    def _section(self, name: str) -> tuple[Row, ...]:
        return tuple(self._rows(self._top.cells.get(name), name))

    def _parents_and_children(
        self, section: str, *, children: str, column: str
    ) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        parents, rows = [], []
        for parent in self._rows(self._top.cells.get(section), section):
            cells = dict(parent.cells)
            nested = cells.pop(children, None)
            parents.append(Row(parent.place, cells))
            code = cells.get("code", Cell(parent.place, ""))
            rows += [self._with(row, column, code) for row in self._rows(nested, children)]
        return tuple(parents), tuple(rows)

    def _choices(self) -> Iterator[Row]:
        section = self._top.cells.get("choices")
        if section is None or section.value == "":
            return
        if not isinstance(section.value, Row):
            self._note(Code.SHAPE_WRONG, section.place, field="choices", wanted="row")
            return
        for name, options in section.value.cells.items():
            for row in self._rows(options, name):
                yield self._with(row, "list_name", Cell(options.place, name))

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
