"""A plan as a workbook: one sheet for each of bot.core.plan.placed.SHEETS, the same rows as in a YAML file."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from bot.core.folding import clean
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Place
from bot.core.plan.placed import LISTS, SHEETS, Cell, Row, Sheets
from bot.papers.placed_workbook import PlacedSheet, read_workbook
from bot.papers.workbook_text import words_of
from locales.phrases import plan_columns as phrases

NAMES = tuple(sheet.name for sheet in SHEETS)


def read_plan_workbook(data: bytes, *, file: str) -> tuple[Sheets | None, list[Finding]]:
    """The sheets of a plan and what is wrong with the workbook. None where nothing can be read."""
    placed, findings = read_workbook(data, file=file, wanted=lambda title: title in NAMES)
    if placed is None:
        return None, findings
    known = _known(placed, file, findings)
    for sheet in SHEETS:
        if sheet.needed and sheet.name not in known:
            findings.append(finding(Code.SECTION_MISSING, Place(file), section=sheet.name))
    head = known.pop("plan", ())
    findings += [finding(Code.ROW_TOO_MANY, row.place, sheet="plan") for row in head[1:]]
    plan = head[0] if head else Row(Place(file), {})
    return Sheets(file, plan, **known), findings


def _known(placed: Sequence[PlacedSheet], file: str, findings: list[Finding]) -> dict[str, tuple[Row, ...]]:
    """The rows of the sheets that belong to a plan. Every other sheet with something in it is noted."""
    known: dict[str, tuple[Row, ...]] = {}
    for sheet in placed:
        name = clean(sheet.title).casefold()
        place = Place(file, sheet=sheet.title)
        if name not in NAMES:
            if not sheet.blank and sheet.title not in phrases.GUIDE_TITLES:
                near = "".join(get_close_matches(name, NAMES, n=1))
                findings.append(finding(Code.SHEET_UNREAD, place, sheet=sheet.title, nearest=near))
            continue
        if name in known:
            findings.append(finding(Code.SHEET_TWICE, place, sheet=name))
            continue
        if sheet.hidden:
            findings.append(finding(Code.SHEET_HIDDEN, place, sheet=sheet.title))
        known[name] = tuple(Row(row.place, _cells(row.cells)) for row in sheet.rows)
    return known


def _cells(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells of a row; the columns that hold several words as lists."""
    return {
        name: Cell(cell.place, tuple(Cell(cell.place, word) for word in words_of(cell.value)))
        if name in LISTS and isinstance(cell.value, str)
        else cell
        for name, cell in cells.items()
    }
