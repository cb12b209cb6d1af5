"""A plan file, whatever its form: as a plan with what is wrong with it, or in another form.

A workbook and a YAML file say the same (bot.papers.plan_values). What is stored of a plan is always YAML text: it can
be read by people in years, and compared line by line.
"""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from bot.core.plan.check import examine
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Place, Plan, Severity
from bot.core.plan.placed import Sheets, rows_of
from bot.core.plan.read import read
from bot.core.plan.reference import NOTHING_KNOWN, Reference
from bot.core.plan.text.source_text import SourceText, read_text
from bot.core.units import UnitKind
from bot.papers.placed_workbook import is_workbook
from bot.papers.plan_values import ShapeError, arranged, values_of
from bot.papers.plan_workbook import read_plan_workbook
from bot.papers.plan_workbook_writing import TooLongError, write_plan_workbook
from bot.papers.plan_xlsforms import Beside, names_xlsforms, nothing_beside, with_xlsforms
from bot.papers.plan_yaml import read_plan_yaml
from bot.papers.plan_yaml_writing import OrphanError, write_plan_yaml
from bot.papers.workbook_text import LONGEST
from locales.words import Words


def read_sheets(file: str, data: bytes) -> tuple[Sheets | None, list[Finding]]:
    """The sheets of a YAML file or a workbook as they are written, and what is wrong with its shape. None where nothing
    can be read."""
    reader = read_plan_workbook if is_workbook(data) else read_plan_yaml
    return reader(data, file=file)


def whole_sheets(file: str, data: bytes, *, beside: Beside) -> tuple[Sheets | None, list[Finding]]:
    """The same with the questions of the XLSForms that the plan names."""
    sheets, found = read_sheets(file, data)
    if sheets is None or not names_xlsforms(sheets):
        return sheets, found
    whole, more = with_xlsforms(sheets, beside=beside)
    return whole, [*found, *more]


def check_plan(
    file: str,
    data: bytes,
    *,
    kinds: Mapping[str, UnitKind],
    reference: Reference = NOTHING_KNOWN,
    beside: Beside | None = None,
) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The plan and every finding. Nothing may be loaded from a file with an error that nobody decided; None if it
    cannot be read at all.

    `beside` finds the XLSForms and the document's text that the plan names; without it the text is not looked at.
    """
    sheets, shape = whole_sheets(file, data, beside=beside or nothing_beside)
    if sheets is None:
        return None, tuple(shape)
    text, missing = (None, []) if beside is None else _text(sheets, beside)
    reading = examine(sheets, kinds=kinds, reference=reference, text=text)
    return reading.plan, (*shape, *missing, *reading.findings)


def read_plan(file: str, data: bytes) -> Plan:
    """A plan that was checked when it was loaded. ValueError if it cannot be read (any more)."""
    sheets, shape = read_sheets(file, data)
    if sheets is None or _has_errors(shape):
        raise ValueError(f"{file}: a stored plan that cannot be read")
    return read(sheets).plan


def _text(sheets: Sheets, beside: Beside) -> tuple[SourceText | None, list[Finding]]:
    """The document's own words, if the plan names a file of them."""
    cell = sheets.plan.cells.get("text")
    name = cell.value.strip() if cell is not None and isinstance(cell.value, str) else ""
    if cell is None or not name:
        return None, []
    alone = PurePath(name).name == name
    data = beside(name) if alone else None
    if data is None:
        return None, [finding(Code.TEXT_ABSENT, cell.place, text=name)]
    try:
        raw = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [finding(Code.TEXT_UNREADABLE, cell.place, text=name)]
    return read_text(raw, file=str(PurePath(sheets.file).with_name(name))), []


def source_to_keep(file: str, data: bytes, *, words: Words, beside: Beside = nothing_beside) -> bytes:
    """What is stored of a plan that was checked, as UTF-8: a YAML file that stands alone as it is, with its
    comments; else YAML that says all that the workbook and the XLSForms say."""
    sheets, _ = whole_sheets(file, data, beside=beside)
    if not is_workbook(data) and sheets is not None and sheets == read_sheets(file, data)[0]:
        return data
    converted, findings = _written(file, sheets, (), to_workbook=False, words=words)
    if converted is None:
        raise ValueError(f"{file}: {findings}")
    return converted


def convert(
    file: str, data: bytes, *, to_workbook: bool, words: Words
) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The same plan in the other form (or in the same, written anew), and what was found on the way. None if that
    would lose something: what is wrong with the shape of the file has to be put right first. Comments are lost."""
    sheets, found = read_sheets(file, data)
    return _written(file, sheets, found, to_workbook=to_workbook, words=words)


def _written(
    file: str, sheets: Sheets | None, found: Sequence[Finding], *, to_workbook: bool, words: Words
) -> tuple[bytes | None, tuple[Finding, ...]]:
    if sheets is None or _has_errors(found):
        return None, tuple(found)
    try:
        values = values_of(sheets)
        written = (
            write_plan_workbook(values, words=words)
            if to_workbook
            else write_plan_yaml(values, words=words).encode()
        )
    except ShapeError as wrong:
        return None, (*found, finding(Code.SHAPE_WRONG, wrong.place, field=wrong.field, wanted="text"))
    except TooLongError as error:
        length, most = str(error.length), str(LONGEST)
        return None, (*found, finding(Code.TEXT_TOO_LONG, Place(file), length=length, most=most))
    except OrphanError as orphan:
        place = rows_of(sheets, orphan.sheet.name)[orphan.at].place
        values_ = {"field": orphan.sheet.column, "value": orphan.code, "section": orphan.sheet.parent}
        return None, (*found, finding(Code.ROW_ORPHAN, place, **values_))
    again, _ = read_sheets(file, written)
    if again is None or values_of(again) != arranged(values):
        return None, (*found, finding(Code.NOT_CONVERTED, Place(file)))
    return written, tuple(found)


def _has_errors(findings: Sequence[Finding]) -> bool:
    return any(one.severity is Severity.ERROR for one in findings)
