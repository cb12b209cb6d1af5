"""Rows by the ten thousand, written straight into a workbook: a cell object for each of two million cells takes a
minute and a gigabyte."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from xml.sax.saxutils import escape

from bot.papers.workbook_text import encoded

SHEET = "xl/worksheets/sheet1.xml"
_END = "</sheetData>"
_DIMENSION = re.compile(r'<dimension ref="[^"]*" ?/>')

Cell = str | int | date | datetime
Cells = Sequence[Cell]

_DAY_ZERO = date(1899, 12, 30)
"""Days of a workbook are counted from here (for days after February 1900)."""

_SECONDS = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Styles:
    """The numbers of the workbook's styles for what is plain, for a day, for a moment."""

    plain: int
    day: int
    moment: int


def with_rows(book: bytes, rows: Iterable[tuple[Cells, int]], *, first: int, styles: Styles) -> bytes:
    """The workbook with these rows (cells, height in points) on its only sheet, from row `first` on, where nothing may
    be yet. Texts stay texts, whatever they begin with; days and moments without a zone are real dates, which sort and
    filter as such."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            if item.filename != SHEET:
                new.writestr(item, old.read(item), zipfile.ZIP_DEFLATED)
                continue
            head, end, tail = old.read(item).decode().partition(_END)
            with new.open(SHEET, "w") as sheet:
                sheet.write(_DIMENSION.sub("", head).encode())
                for number, (cells, height) in enumerate(rows, start=first):
                    sheet.write(_row(number, cells, height=height, styles=styles).encode())
                sheet.write((end + tail).encode())
    return made.getvalue()


def _row(number: int, cells: Cells, *, height: int, styles: Styles) -> str:
    written = [
        _cell(f"{_letters(column)}{number}", value, styles)
        for column, value in enumerate(cells)
        if value != ""
    ]
    return f'<row r="{number}" ht="{height}" customHeight="1">{"".join(written)}</row>'


def _cell(place: str, value: Cell, styles: Styles) -> str:
    if isinstance(value, datetime):
        day, clock = value.date(), value.time()
        return _number(place, f"{_days(day) + _part_of_day(clock):.10f}", styles.moment)
    if isinstance(value, date):
        return _number(place, str(_days(value)), styles.day)
    if isinstance(value, int):
        return _number(place, str(value), styles.plain)
    text = escape(encoded(value))
    return f'<c r="{place}" s="{styles.plain}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _number(place: str, value: str, style: int) -> str:
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def _days(day: date) -> int:
    return (day - _DAY_ZERO).days


def _part_of_day(clock: time) -> float:
    return (clock.hour * 3600 + clock.minute * 60 + clock.second) / _SECONDS


def _letters(column: int) -> str:
    """The name of a column, counted from 0: A, Z, AA."""
    tens, ones = divmod(column, 26)
    return (_letters(tens - 1) if tens else "") + chr(ord("A") + ones)
