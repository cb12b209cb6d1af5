"""Forms of a plan whose questions stand in an XLSForm beside it: `xlsform: visits.xlsx` in a form's row.

The questions and choices are put into the plan as if they were written there, each with its place in the XLSForm. A
`task` in the form's row is that of all questions that name none. Lists of choices get the form's code in front of their
names, so that two forms may each have their own `yes_no`.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding
from bot.core.plan.placed import Cell, Row, Sheets
from bot.papers.xlsform import read_xlsform

Beside = Callable[[str], bytes | None]
"""The content of a file in the folder of the plan; None if there is none of that name."""


def nothing_beside(_name: str) -> None:
    """A plan that stands alone."""


def names_xlsforms(sheets: Sheets) -> bool:
    """Whether some form has its questions elsewhere."""
    return any(_text(row, "xlsform") for row in sheets.forms)


def with_xlsforms(sheets: Sheets, *, beside: Beside) -> tuple[Sheets, list[Finding]]:
    """The sheets with the questions of all their XLSForms, and what was found in these."""
    findings: list[Finding] = []
    forms: list[Row] = []
    survey, choices = list(sheets.survey), list(sheets.choices)
    for row in sheets.forms:
        name = _text(row, "xlsform")
        if not name:
            forms.append(row)
            continue
        forms.append(
            Row(row.place, {key: cell for key, cell in row.cells.items() if key not in ("xlsform", "task")})
        )
        data = beside(name)
        if data is None:
            findings.append(finding(Code.XLSFORM_ABSENT, row.cells["xlsform"].place, file=name))
            continue
        read, found = read_xlsform(data, file=name)
        findings += found
        if read is None:
            continue
        code = row.cells.get("code", Cell(row.place, ""))
        used = {_list(one) for one in read.survey}
        survey += [_question(one, code, row.cells.get("task")) for one in read.survey]
        choices += [
            _put(one, "list_name", _prefixed(str(code.value), _text(one, "list_name")))
            for one in read.choices
            if _text(one, "list_name") in used
        ]
    return replace(sheets, forms=tuple(forms), survey=tuple(survey), choices=tuple(choices)), findings


def _question(row: Row, code: Cell, task: Cell | None) -> Row:
    cells = dict(row.cells)
    named = _list(row)
    if named:
        type_ = cells["type"]
        word = str(type_.value).partition(" ")[0]
        cells["type"] = Cell(type_.place, f"{word} {_prefixed(str(code.value), named)}")
    if task is not None and "task" not in cells and not str(cells["type"].value).startswith("end_"):
        cells["task"] = task
    return Row(row.place, {"form": code, **cells})


def _list(row: Row) -> str:
    """The list that a question names."""
    word, _, name = _text(row, "type").partition(" ")
    return name if word in ("select_one", "select_multiple") else ""


def _prefixed(code: str, name: str) -> str:
    return f"{code}.{name}"


def _put(row: Row, column: str, text: str) -> Row:
    place = row.cells[column].place if column in row.cells else row.place
    return Row(row.place, {**row.cells, column: Cell(place, text)})


def _text(row: Row, column: str) -> str:
    cell = row.cells.get(column)
    return cell.value.strip() if cell is not None and isinstance(cell.value, str) else ""
