"""Writes a plan as a workbook that is pleasant to fill in: a sheet for each kind of thing, columns that explain
themselves, lists to choose from, and a first sheet that says how it works."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.plan.placed import SHEETS
from bot.papers.plan_columns import Offer, columns_of, offer_of, width_of
from bot.papers.plan_values import Values
from bot.papers.workbook_text import LONGEST, encoded, joined
from locales.phrases import plan_columns as phrases
from locales.words import Words

SPARE_ROWS = 200
"""Rows below the last one that offer their lists as well."""


class TooLongError(ValueError):
    """A text that no cell can hold; `length` in characters."""

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


def write_plan_workbook(values: Mapping[str, Sequence[Values]], *, words: Words) -> bytes:
    """The workbook (.xlsx) of a plan's values (bot.papers.plan_values). `words` explain it. Raises TooLongError."""
    import openpyxl  # noqa: PLC0415 - slow to import, and only needed for workbooks

    book = openpyxl.Workbook()
    guide = book.active
    layout = {
        sheet.name: columns_of(sheet.name, [name for row in values[sheet.name] for name in row])
        for sheet in SHEETS
    }
    _write_guide(guide, layout, words)
    for sheet in SHEETS:
        page = book.create_sheet(sheet.name)
        _write_sheet(page, layout[sheet.name], values[sheet.name], words)
        for at, column in enumerate(layout[sheet.name], start=1):
            offer = offer_of(sheet.name, column)
            if offer is not None:
                _add_list(page, at, offer, layout, rows=len(values[sheet.name]) + SPARE_ROWS)
    book.active = book.sheetnames.index("plan")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _write_sheet(page: Any, columns: Sequence[str], rows: Sequence[Values], words: Words) -> None:
    from openpyxl.comments import Comment  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for at, column in enumerate(columns, start=1):
        head = page.cell(1, at)
        _put(head, column)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="DDE8F5")
        head.alignment = Alignment(vertical="top")
        explained = phrases.column(column, words=words)
        if explained:
            head.comment = Comment(explained, "nhacviec", width=320, height=120)
        dimension = page.column_dimensions[get_column_letter(at)]
        dimension.width = width_of(column)
        dimension.number_format = "@"  # "15/6" stays a text while it is typed
    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, start=2):
        for at, column in enumerate(columns, start=1):
            value = row.get(column, "")
            cell = page.cell(number, at)
            cell.number_format = "@"
            cell.alignment = wrapped
            if value:
                _put(cell, value if isinstance(value, str) else joined(value))
    page.freeze_panes = "A2" if len(columns) < 3 else "C2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(2, len(rows) + 1)}"


def _put(cell: Any, text: str) -> None:
    """The text as a text: never a formula, a figure or an error code."""
    written = encoded(text)
    if len(written) > LONGEST:
        raise TooLongError(len(written))
    cell.value = written
    cell.data_type = "s"


def _add_list(page: Any, at: int, offer: Offer, layout: Mapping[str, Sequence[str]], *, rows: int) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - slow to import
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    if offer.sheet:
        code = get_column_letter(layout[offer.sheet].index("code") + 1)
        source = f"{offer.sheet}!${code}$2:${code}$1000"
    else:
        source = '"' + ",".join(offer.words) + '"'
    rule = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=offer.closed)
    letter = get_column_letter(at)
    rule.add(f"{letter}2:{letter}{rows + 1}")
    page.add_data_validation(rule)


def _write_guide(page: Any, layout: Mapping[str, Sequence[str]], words: Words) -> None:
    """The sheet that explains the others. It is not read."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - slow to import

    page.title = phrases.guide_title(words=words)
    lines: list[tuple[str, ...]] = [(line,) for line in phrases.guide(words=words)]
    lines += [(), phrases.guide_columns(words=words)]
    bold = {len(lines)}
    for name, columns in layout.items():
        lines.append((name, "", phrases.sheet(name, words=words)))
        bold.add(len(lines))
        for column in columns:
            offer = offer_of(name, column)
            choices = ", ".join(offer.words) if offer else ""
            lines.append((name, column, phrases.column(column, words=words), choices))
    for number, line in enumerate(lines, start=1):
        for at, text in enumerate(line, start=1):
            cell = page.cell(number, at)
            _put(cell, text)
            cell.font = Font(bold=number in bold or number == 1)
            cell.alignment = Alignment(wrap_text=len(line) > 1, vertical="top")
    for letter, width in (("A", 14), ("B", 26), ("C", 80), ("D", 60)):
        page.column_dimensions[letter].width = width
