"""A form made in ODK's or Kobo's tools (XLSForm, .xlsx) as the questions and choices of a plan.

pyxform, ODK's own converter, says whether it is a sound XLSForm; here its rows are put into the words of a plan, each
cell keeping its place. What a chat cannot do is a finding at its cell, never dropped in silence (docs/xlsform.md).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core.folding import clean
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Place
from bot.core.plan.placed import Cell, Row
from bot.papers.placed_workbook import PlacedSheet, is_workbook, read_workbook
from bot.papers.xlsform_judged import judged
from bot.papers.xlsform_words import (
    CHANGING,
    KEPT,
    MEDIA,
    SPOKEN,
    Fate,
    Kind,
    column_of,
    kind_of,
    language_of,
)
from locales.phrases import xlsform as phrases
from locales.words import LANGUAGES, in_language

SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")
_READ = ("survey", "choices", "settings")
_PARAMETER = re.compile(r"(start|end|step)\s*=\s*(-?[0-9]+(?:\.[0-9]+)?)")
_TRUTHS = {"true()": "true", "false()": "false"}


@dataclass(frozen=True, slots=True)
class ReadForm:
    """The questions and choices of an XLSForm as rows of a plan that name no form yet."""

    survey: tuple[Row, ...]
    choices: tuple[Row, ...]


def read_xlsform(data: bytes, *, file: str) -> tuple[ReadForm | None, list[Finding]]:
    """The form and all that was found. None where nothing can be read. Never raises."""
    if not is_workbook(data):
        return None, [finding(Code.WORKBOOK_BROKEN, Place(file))]
    placed, findings = read_workbook(data, file=file, wanted=lambda title: title in SHEETS)
    if placed is None:
        return None, findings
    sheets = {clean(sheet.title).casefold(): sheet for sheet in placed}
    if "survey" not in sheets:
        return None, [*findings, finding(Code.SECTION_MISSING, Place(file), section="survey")]
    for name, sheet in sheets.items():
        if name not in _READ and not sheet.blank and (sheet.rows or name not in SHEETS):
            place = Place(file, sheet=sheet.title)
            findings.append(finding(Code.SHEET_UNREAD, place, sheet=sheet.title, nearest=""))
    refused = judged({name: sheet for name, sheet in sheets.items() if name in _READ}, file=file)
    findings += refused
    return _Reader(sheets, findings).form(), findings


class _Reader:
    def __init__(self, sheets: Mapping[str, PlacedSheet], findings: list[Finding]) -> None:
        self._sheets = sheets
        self._findings = findings
        self._default = _default_language(sheets.get("settings"))
        self._made: list[Row] = []  # lists that the form implies: the one of acknowledge, those with "other"
        self._others: dict[str, str] = {}

    def form(self) -> ReadForm:
        survey = self._renamed(self._sheets["survey"], survey=True)
        choices = self._renamed(self._sheets["choices"], survey=False) if "choices" in self._sheets else []
        questions = [one for row in survey for one in self._question(row)]
        for name, original in self._others.items():
            self._made += [
                _with(row, list_name=name) for row in choices if _said(row, "list_name") == original
            ]
            self._made.append(
                _row(choices[0].place if choices else survey[0].place, name, "other", phrases.other)
            )
        return ReadForm(tuple(questions), (*choices, *self._made))

    # --- columns -----------------------------------------------------------------------------------------

    def _renamed(self, sheet: PlacedSheet, *, survey: bool) -> list[Row]:
        """The rows with our names for the columns. A column that means nothing to a chat is noted once, at its head."""
        names: dict[str, str] = {}
        for cell in sheet.columns:
            header = str(cell.value)
            name = column_of(header, default=self._default)
            if not survey:
                name = "list_name" if name in ("list_name", "list name") else name
            base = name.partition("::")[0]
            if base in MEDIA:
                self._note(Code.XLSFORM_MEDIA, cell.place, column=header)
            elif not survey or base in KEPT or base in CHANGING:
                names[header] = name
            else:
                self._note(Code.XLSFORM_COLUMN_IGNORED, cell.place, column=header)
        return [
            Row(row.place, {names[head]: cell for head, cell in row.cells.items() if head in names})
            for row in sheet.rows
        ]

    # --- questions ---------------------------------------------------------------------------------------

    def _question(self, row: Row) -> Iterator[Row]:
        written = _said(row, "type")
        if not written:
            if row.cells:
                self._note(Code.XLSFORM_ROW_IGNORED, row.place, type="")
            return
        place = row.cells["type"].place
        kind = kind_of(written)
        if kind.fate is Fate.IGNORED:
            self._note(Code.XLSFORM_ROW_IGNORED, place, type=written)
            return
        if kind.fate is Fate.REFUSED:
            self._note(Code.XLSFORM_TYPE, place, type=written)
            kind = Kind(Fate.ASKED, "text")  # so that what reads it is still checked
        self._check_cells(row, kind)
        cells = {name: cell for name, cell in row.cells.items() if name not in CHANGING}
        if kind.type.startswith("end_"):
            cells = {"type": cells["type"]}
        if "required" in cells:
            cells["required"] = self._required(cells["required"])
        if kind.type.startswith("begin_"):
            keep = ("type", "name", "relevant", "task", "repeat_count")
            cells = {name: cell for name, cell in cells.items() if name in keep or name.startswith("label::")}
        if kind.type != "calculate" and "calculation" in cells:
            self._note(Code.XLSFORM_CELL_REFUSED, cells["calculation"].place, field="calculation")
            del cells["calculation"]
        yield from self._typed(Row(row.place, cells), kind, row.cells.get("parameters"))

    def _typed(self, row: Row, kind: Kind, parameters: Cell | None) -> Iterator[Row]:
        match kind.type:
            case "select_one" | "select_multiple":
                name = f"{kind.list_name}-or-other" if kind.other else kind.list_name
                yield _with(row, type=f"{kind.type} {name}")
                if kind.other:
                    self._others[name] = kind.list_name
                    yield self._specify(row)
            case "acknowledge":
                yield _with(row, type="select_one acknowledge")
                if not any(_said(made, "list_name") == "acknowledge" for made in self._made):
                    self._made.append(_row(row.place, "acknowledge", "OK", phrases.understood))
            case "range":
                yield self._range(row, parameters)
            case "today":
                yield _with(row, type="calculate", calculation="today()")
            case _:
                yield _with(row, type=kind.type)

    def _specify(self, row: Row) -> Row:
        """What "other" is, in words."""
        name = _said(row, "name")
        cells = {name_: row.cells[name_] for name_ in ("task", "form") if name_ in row.cells}
        made = Row(row.place, cells)
        labels = {
            f"label::{language}": phrases.specify(words=in_language(language)) for language in LANGUAGES
        }
        return _with(
            made,
            name=f"{name}_other",
            type="text",
            required="true",
            relevant=f"selected(${{{name}}}, 'other')",
            **labels,
        )

    def _range(self, row: Row, parameters: Cell | None) -> Row:
        """A number between two others, in steps."""
        given = dict(_PARAMETER.findall(str(parameters.value))) if parameters is not None else {}
        start, end, step = given.get("start", "1"), given.get("end", "10"), given.get("step", "1")
        within = f". >= {start} and . <= {end}"
        if step != "1":
            within += f" and (. - {start}) mod {step} = 0"
        own = _said(row, "constraint")
        constraint = f"({own}) and {within}" if own else within
        whole = not any("." in part for part in (start, step))
        texts = {
            f"constraint_message::{language}": phrases.range_(start, end, step, words=in_language(language))
            for language in LANGUAGES
            if f"constraint_message::{language}" not in row.cells
        }
        return _with(row, type="integer" if whole else "decimal", constraint=constraint, **texts)

    # --- cells -------------------------------------------------------------------------------------------

    def _check_cells(self, row: Row, kind: Kind) -> None:
        for name, cell in row.cells.items():
            base = name.partition("::")[0]
            text = str(cell.value)
            if base == "read_only" and text.casefold() in ("no", "false", "false()"):
                continue
            if base in CHANGING and not (base == "parameters" and kind.type == "range"):
                self._note(Code.XLSFORM_CELL_REFUSED, cell.place, field=base)
            if base in SPOKEN and "${" in text:
                self._note(Code.XLSFORM_LABEL_READS, cell.place, field=base)

    def _required(self, cell: Cell) -> Cell:
        text = str(cell.value).strip().casefold()
        text = _TRUTHS.get(text, text)
        if text in ("true", "yes", "1", "false", "no", "0"):
            return Cell(cell.place, text)
        self._note(Code.XLSFORM_CELL_REFUSED, cell.place, field="required")
        return Cell(cell.place, "true")

    def _note(self, code: Code, place: Place, **values: str) -> None:
        self._findings.append(finding(code, place, **values))


def _default_language(settings: PlacedSheet | None) -> str:
    rows: Sequence[Row] = settings.rows if settings is not None else ()
    written = _said(rows[0], "default_language") if rows else ""
    return language_of(written) if written and written != "default" else "vi"


def _said(row: Row, column: str) -> str:
    cell = row.cells.get(column)
    return cell.value.strip() if cell is not None and isinstance(cell.value, str) else ""


def _with(row: Row, **texts: str) -> Row:
    """The row with other texts in some columns, which stand where they stood, or where the row does."""
    cells = dict(row.cells)
    for name, text in texts.items():
        cells[name] = Cell(cells[name].place if name in cells else row.place, text)
    return Row(row.place, cells)


def _row(place: Place, list_name: str, name: str, say: phrases.Said) -> Row:
    """A choice that the form implies."""
    labels = {f"label::{language}": say(words=in_language(language)) for language in LANGUAGES}
    return _with(Row(place, {}), list_name=list_name, name=name, **labels)
