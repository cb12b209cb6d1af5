"""A plan file, whatever its form, as a plan and what is wrong with it."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from bot.core.plan.check import examine
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Plan, Severity
from bot.core.plan.placed import Sheets
from bot.core.plan.read import read
from bot.core.plan.reference import NOTHING_KNOWN, Reference
from bot.core.plan.text.source_text import SourceText, read_text
from bot.core.units import UnitKind
from bot.papers.plan_yaml import read_plan_yaml

Beside = Callable[[str], bytes | None]
"""Gives the content of a file that lies beside the plan's, by its name; None if there is none."""


def check_plan(
    file: str,
    data: bytes,
    *,
    kinds: Mapping[str, UnitKind],
    reference: Reference = NOTHING_KNOWN,
    beside: Beside | None = None,
) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The plan and every finding. Nothing may be loaded from a file with an error that nobody decided; None if it
    cannot be read at all. Without `beside` the document's text is not looked at."""
    sheets, shape = read_plan_yaml(data, file=file)
    if sheets is None:
        return None, tuple(shape)
    text, missing = (None, []) if beside is None else _text(sheets, beside)
    reading = examine(sheets, kinds=kinds, reference=reference, text=text)
    return reading.plan, (*shape, *missing, *reading.findings)


def read_plan(file: str, data: bytes) -> Plan:
    """A plan that was checked when it was loaded. ValueError if it cannot be read (any more)."""
    sheets, shape = read_plan_yaml(data, file=file)
    if sheets is None or any(finding.severity is Severity.ERROR for finding in shape):
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
