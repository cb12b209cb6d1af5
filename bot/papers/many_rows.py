"""Rows by the ten thousand, written straight into a workbook: a cell object for each of two million cells takes a
minute and a gigabyte."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from bot.papers.workbook_text import encoded

SHEET = "xl/worksheets/sheet1.xml"
_END = "</sheetData>"
_DIMENSION = re.compile(r'<dimension ref="[^"]*" ?/>')

Cells = Sequence[str | int]


def with_rows(book: bytes, rows: Iterable[tuple[Cells, int]], *, first: int, style: int) -> bytes:
    """The workbook with these rows (cells, height in points) on its only sheet, from row `first` on, where nothing may
    be yet. Every cell has the style of that number; texts stay texts, whatever they begin with."""
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
                    sheet.write(_row(number, cells, height=height, style=style).encode())
                sheet.write((end + tail).encode())
    return made.getvalue()


def _row(number: int, cells: Cells, *, height: int, style: int) -> str:
    written = [
        _cell(f"{_letters(column)}{number}", value, style)
        for column, value in enumerate(cells)
        if value != ""
    ]
    return f'<row r="{number}" ht="{height}" customHeight="1">{"".join(written)}</row>'


def _cell(place: str, value: str | int, style: int) -> str:
    if isinstance(value, int):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    text = escape(encoded(value))
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _letters(column: int) -> str:
    """The name of a column, counted from 0: A, Z, AA."""
    tens, ones = divmod(column, 26)
    return (_letters(tens - 1) if tens else "") + chr(ord("A") + ones)
