"""A workbook (.xlsx) as rows that know their cells (bot.core.plan.placed): the first line of a sheet names its columns.

A file comes from anywhere: nothing in it is executed, and what would exhaust the memory is refused before it is
unpacked.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.core.folding import clean
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Place
from bot.core.plan.placed import Cell, Row
from bot.papers.workbook_text import text_of

MOST_ROWS = 5_000
MOST_COLUMNS = 80
LARGEST_FILE = 10_000_000
"""Bytes as they come, packed. A plan of 60 tasks has some 50,000."""
LARGEST_PART = 20_000_000
"""Bytes of one part once unpacked; of all together twice as many."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_HEADER = re.compile(r"\s*::\s*")


@dataclass(frozen=True, slots=True)
class PlacedSheet:
    """A sheet with its title, the columns that it names, and its rows: texts, the empty ones left out."""

    title: str
    hidden: bool
    columns: tuple[Cell, ...] = ()
    rows: tuple[Row, ...] = ()
    blank: bool = False


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin like an Excel file, of any kind."""
    return data.startswith((_ZIP, _OLE))


def read_workbook(
    data: bytes, *, file: str, wanted: Callable[[str], bool]
) -> tuple[tuple[PlacedSheet, ...] | None, list[Finding]]:
    """The sheets of a workbook, and what is wrong with it. None where nothing can be read. Never raises.

    Only sheets whose titles (clean, in small letters) are `wanted` are read; the others come without rows.
    """
    refused = _refused(data)
    if refused is not None:
        return None, [finding(refused, Place(file))]
    findings: list[Finding] = []
    if _has_macros(data):
        findings.append(finding(Code.WORKBOOK_MACROS, Place(file)))
    try:
        book = _opened(data, values=False)
    except Exception:
        return None, [*findings, finding(Code.WORKBOOK_BROKEN, Place(file))]
    results = lru_cache(lambda: _opened(data, values=True))  # what formulas gave: opened only if there is one
    sheets = []
    for sheet in book:
        hidden = sheet.sheet_state != "visible"
        if not wanted(clean(sheet.title).casefold()):
            blank = all(cell.value is None for cell in _cells(sheet))
            sheets.append(PlacedSheet(sheet.title, hidden, blank=blank))
            continue
        reader = _SheetReader(file, sheet, results, findings)
        columns, rows = reader.table()
        sheets.append(PlacedSheet(sheet.title, hidden, columns, rows))
    return tuple(sheets), findings


def _refused(data: bytes) -> Code | None:
    if data.startswith(_OLE):
        return Code.WORKBOOK_LOCKED
    if len(data) > LARGEST_FILE:
        return Code.WORKBOOK_LARGE
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = [part.file_size for part in archive.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return Code.WORKBOOK_BROKEN
    too_large = max(sizes, default=0) > LARGEST_PART or sum(sizes) > 2 * LARGEST_PART
    return Code.WORKBOOK_LARGE if too_large else None


def _has_macros(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(name.endswith("vbaProject.bin") for name in archive.namelist())


def _opened(data: bytes, *, values: bool) -> Any:
    import openpyxl  # noqa: PLC0415 - slow to import, and only needed for workbooks

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that it does not know: we read texts
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=values)
    for sheet in book.sheetnames:
        if not hasattr(book[sheet], "iter_rows"):  # a sheet that is all chart
            del book[sheet]
    return book


def _cells(sheet: Any) -> Iterator[Any]:
    """The cells of a sheet as far as it is read."""
    for line in sheet.iter_rows(
        max_row=min(sheet.max_row, MOST_ROWS), max_col=min(sheet.max_column, MOST_COLUMNS)
    ):
        yield from line


class _SheetReader:
    """One sheet: `cells` with their formulas; `results` opens what these gave when the file was last saved."""

    def __init__(self, file: str, cells: Any, results: Callable[[], Any], findings: list[Finding]) -> None:
        self._file = file
        self._cells = cells
        self._results = results
        self._findings = findings
        self._merges: dict[int, dict[int, Any]] = {}

    def table(self) -> tuple[tuple[Cell, ...], tuple[Row, ...]]:
        """The columns that have a name, and the rows."""
        self._check_size()
        columns: dict[int, Cell] = {}
        rows: list[Row] = []
        named: dict[str, Cell] = {}
        self._merges = self._spread()
        for line in self._lines():
            written = {cell.column: text for cell in line if (text := self._text(cell))}
            written |= {
                at: text for at in self._merges.get(line[0].row, ()) if (text := self._merged(line, at))
            }
            if not written:
                continue
            if not columns and len(written) == 1 and not self._single():
                (at, text), *_ = written.items()
                place = self._place(line[0].row, at)
                self._findings.append(finding(Code.ROW_ABOVE_COLUMNS, place, value=text[:40]))
                continue
            if not columns:
                for at, text in written.items():
                    name = Cell(self._place(line[0].row, at), _HEADER.sub("::", clean(text)))
                    self._note_twice(name, named)
                    columns[at] = name
                continue
            rows.append(self._row(line[0].row, written, columns))
        return tuple(columns.values()), tuple(rows)

    def _lines(self) -> Iterator[Any]:
        sheet = self._cells
        yield from sheet.iter_rows(
            max_row=min(sheet.max_row, MOST_ROWS), max_col=min(sheet.max_column, MOST_COLUMNS)
        )

    def _row(self, number: int, written: dict[int, str], columns: dict[int, Cell]) -> Row:
        cells: dict[str, Cell] = {}
        for at, text in sorted(written.items()):
            place = self._place(number, at)
            if at not in columns:
                self._findings.append(finding(Code.COLUMN_NAMELESS, place, value=text[:40]))
                continue
            cells.setdefault(str(columns[at].value), Cell(place, text))
        return Row(self._place(number, min(written)), cells)

    def _text(self, cell: Any) -> str:
        if cell.value is None:
            return ""
        if cell.data_type == "f":
            kept = self._results()[self._cells.title][cell.coordinate]
            if kept.value is None or kept.data_type == "e":
                place = self._place(cell.row, cell.column)
                self._findings.append(
                    finding(Code.FORMULA_WITHOUT_VALUE, place, formula=str(cell.value)[:40])
                )
                return ""
            return text_of(kept.value, number_format=kept.number_format)
        if cell.data_type == "e":
            place = self._place(cell.row, cell.column)
            self._findings.append(finding(Code.CELL_ERROR, place, value=str(cell.value)))
            return ""
        return text_of(cell.value, number_format=cell.number_format)

    def _spread(self) -> dict[int, dict[int, Any]]:
        """The cells that were merged with one above, by row and column: they say what it says."""
        found: dict[int, dict[int, Any]] = {}
        for area in self._cells.merged_cells.ranges:
            if area.max_row > MOST_ROWS:
                continue
            for row in range(area.min_row + 1, area.max_row + 1):
                found.setdefault(row, {})[area.min_col] = self._cells.cell(area.min_row, area.min_col)
        return found

    def _merged(self, line: Any, at: int) -> str:
        return self._text(self._merges[line[0].row][at])

    def _single(self) -> bool:
        """Whether the whole sheet has one column: then a line with one cell may name it."""
        return int(self._cells.max_column) == 1

    def _check_size(self) -> None:
        sheet = self._cells
        if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
            place = self._place(sheet.max_row, sheet.max_column)
            self._findings.append(
                finding(Code.SHEET_LARGE, place, rows=str(MOST_ROWS), columns=str(MOST_COLUMNS))
            )

    def _note_twice(self, name: Cell, named: dict[str, Cell]) -> None:
        first = named.setdefault(str(name.value), name)
        if first is not name:
            code = Code.KEY_DUPLICATE
            self._findings.append(finding(code, name.place, field=str(name.value), first=str(first.place)))

    def _place(self, row: int, column: int) -> Place:
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - slow to import

        return Place(self._file, sheet=self._cells.title, cell=f"{get_column_letter(column)}{row}")
