"""A plan file, whatever its form: as a plan with what is wrong with it, or in another form.

A workbook and a YAML file say the same (bot.papers.plan_values). What is stored of a plan is always YAML text: it can
be read by people in years, and compared line by line.
"""

from collections.abc import Mapping, Sequence

from bot.core.plan.check import examine
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Place, Plan, Severity
from bot.core.plan.placed import Sheets, rows_of
from bot.core.plan.read import read
from bot.core.units import UnitKind
from bot.papers.placed_workbook import is_workbook
from bot.papers.plan_values import ShapeError, arranged, values_of
from bot.papers.plan_workbook import read_plan_workbook
from bot.papers.plan_workbook_writing import TooLongError, write_plan_workbook
from bot.papers.plan_yaml import read_plan_yaml
from bot.papers.plan_yaml_writing import OrphanError, write_plan_yaml
from bot.papers.workbook_text import LONGEST
from locales.words import Words


def read_sheets(file: str, data: bytes) -> tuple[Sheets | None, list[Finding]]:
    """The sheets of a YAML file or a workbook, and what is wrong with its shape. None where nothing can be read."""
    reader = read_plan_workbook if is_workbook(data) else read_plan_yaml
    return reader(data, file=file)


def check_plan(
    file: str, data: bytes, *, kinds: Mapping[str, UnitKind]
) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The plan and every finding. Nothing may be loaded from a file with an error; None if it cannot be read at all."""
    sheets, shape = read_sheets(file, data)
    if sheets is None:
        return None, tuple(shape)
    reading = examine(sheets, kinds=kinds)
    return reading.plan, (*shape, *reading.findings)


def read_plan(file: str, data: bytes) -> Plan:
    """A plan that was checked when it was loaded. ValueError if it cannot be read (any more)."""
    sheets, shape = read_sheets(file, data)
    if sheets is None or _has_errors(shape):
        raise ValueError(f"{file}: a stored plan that cannot be read")
    return read(sheets).plan


def source_to_keep(file: str, data: bytes, *, words: Words) -> bytes:
    """What is stored of a plan that was checked: a YAML file as it is, comments and all; of a workbook its YAML."""
    if not is_workbook(data):
        return data
    converted, findings = convert(file, data, to_workbook=False, words=words)
    if converted is None:
        raise ValueError(f"{file}: {findings}")
    return converted


def convert(
    file: str, data: bytes, *, to_workbook: bool, words: Words
) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The same plan in the other form (or in the same, written anew), and what was found on the way. None if that
    would lose something: what is wrong with the shape of the file has to be put right first. Comments are lost."""
    sheets, found = read_sheets(file, data)
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
