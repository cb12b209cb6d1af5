"""The register as a workbook: headings that stay in sight, a filter on each column; texts, never formulas;
days that are dates."""

import io
import math
from collections.abc import Sequence

from bot.papers.many_rows import Cell, Styles, with_rows

WIDTHS = (11, 34, 24, 22, 34, 18, 12, 20, 17, 9, 14, 9, 14, 22)
"""Of the columns, in characters."""

DAY, MOMENT = "dd/mm/yyyy", "hh:mm dd/mm/yyyy"
"""As the documents write them; the cells are real dates."""

LINE = 15
"""Points of a row of one line: no program computes the height of wrapped rows that it did not write."""

_HEAD = 3
"""The row of the headings."""


def write_register(title: str, sheet: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """The .xlsx. What begins with "=" is text as everything else."""
    import openpyxl  # noqa: PLC0415 - slow to import, and only needed for workbooks
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    page.cell(1, 1, title).font = Font(bold=True, size=13)
    for column, text in enumerate(headings, start=1):
        head = page.cell(_HEAD, column, text)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="DDE8F2")
        head.alignment = Alignment(wrap_text=True, vertical="center")
        page.column_dimensions[get_column_letter(column)].width = WIDTHS[column - 1]
    page.row_dimensions[_HEAD].height = 2 * LINE
    numbers = []
    for column, shown in enumerate(("General", DAY, MOMENT), start=1):
        pattern = page.cell(_HEAD + 1, column)
        pattern.alignment = Alignment(wrap_text=True, vertical="top")
        pattern.number_format = shown
        numbers.append(pattern.style_id)
    page.delete_rows(_HEAD + 1)
    page.freeze_panes = f"C{_HEAD + 1}"
    page.auto_filter.ref = f"A{_HEAD}:{get_column_letter(len(headings))}{_HEAD + len(rows)}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_options.gridLines = True
    page.print_title_rows = f"{_HEAD}:{_HEAD}"
    data = io.BytesIO()
    book.save(data)
    lines = ((row, _height(row)) for row in rows)
    return with_rows(data.getvalue(), lines, first=_HEAD + 1, styles=Styles(*numbers))


def _height(row: Sequence[Cell]) -> int:
    """Points, as high as its longest text wraps."""
    texts = ((value, width) for value, width in zip(row, WIDTHS, strict=False) if isinstance(value, str))
    return LINE * max((math.ceil(len(value) / width) for value, width in texts), default=1) or LINE
