"""Whether pyxform, ODK's own converter, takes a form: what it refuses is no XLSForm."""

import re
from collections.abc import Mapping

from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Place
from bot.papers.placed_workbook import PlacedSheet
from bot.papers.xlsform_words import OURS

_ROW = re.compile(r"\[row : (\d+)\]\s*")
_SHEET = re.compile(r"'(survey|choices|settings)' sheet")


def judged(sheets: Mapping[str, PlacedSheet], *, file: str) -> list[Finding]:
    """What pyxform says against the form, in its own English words: one finding, since it stops at the first."""
    from pyxform.errors import PyXFormError  # noqa: PLC0415 - slow to import, and only needed for XLSForm
    from pyxform.xls2xform import convert  # noqa: PLC0415

    book: dict[str, object] = {"sheet_names": list(sheets)}
    for name, sheet in sheets.items():
        book[name] = _rows(sheet)
        book[f"{name}_header"] = [{str(column.value): None for column in sheet.columns}]
    try:
        convert(book, form_name="data", validate=False)
    except PyXFormError as error:
        return [_finding(str(error), sheets, file)]
    except Exception as error:
        return [_finding(type(error).__name__, sheets, file)]
    return []


def _rows(sheet: PlacedSheet) -> list[dict[str, str]]:
    """The rows as pyxform takes them, the empty ones between them too, so that it counts as we do."""
    rows: list[dict[str, str]] = []
    for row in sheet.rows:
        number = _number(row.place)
        rows += [{} for _ in range(number - 2 - len(rows))]
        rows.append({name: _known(name, str(cell.value)) for name, cell in row.cells.items()})
    return rows


def _known(column: str, text: str) -> str:
    """Types of our own are texts to pyxform."""
    return "text" if text in OURS and column.casefold() in ("type", "command") else text


def _number(place: Place) -> int:
    return int((place.cell or "A2").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _finding(message: str, sheets: Mapping[str, PlacedSheet], file: str) -> Finding:
    row, named = _ROW.search(message), _SHEET.search(message)
    sheet = sheets.get(named[1] if named else "survey")
    title = sheet.title if sheet is not None else "survey"
    place = Place(file, sheet=title, cell=f"A{row[1]}" if row else None)
    why = " ".join(_ROW.sub("", message).split())
    return finding(Code.XLSFORM_INVALID, place, why=why[:300])
