"""Reads a roster: CSV as spreadsheets save it, or .xlsx with the same columns.

Columns: unit_code, unit_name, unit_kind (needed); short, level, type, commune (the parent's code), ownership,
party_org, party_parent, valid_from, valid_to, successor; reporting_officer, officer_role, approver, approver_role;
note; and figures: classes, managers, teachers, staff, pupils, party_members, cells.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from bot.core.folding import clean, natural
from bot.core.people import Role
from bot.core.plan.fields import nearest
from bot.core.plan.model import Finding, Place, Severity
from bot.core.plan.variables import FIGURES
from bot.core.roster import Entry, Holder
from bot.core.units import Unit, UnitKind

NEEDED = ("unit_code", "unit_name", "unit_kind")
KNOWN = (
    *NEEDED,
    *("short", "level", "type", "commune", "ownership", "party_org", "party_parent"),
    *("valid_from", "valid_to", "successor"),
    *("reporting_officer", "officer_role", "approver", "approver_role", "note", "schools"),
    *FIGURES,
)

Row = tuple[Place, Mapping[str, str]]


def read_roster(
    data: bytes, *, file: str, kinds: Mapping[str, UnitKind]
) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """The rows of a roster and what is wrong with it. Never raises, whatever the bytes are."""
    findings: list[Finding] = []
    rows, columns = _table(data, file, findings)
    findings += [
        _error("roster_column", Place(file, 1), column=column)
        for column in NEEDED
        if columns and column not in columns
    ]
    for column in columns:
        if column and column not in KNOWN:
            near = nearest(column, KNOWN)
            findings.append(_warning("roster_column_unknown", Place(file, 1), column=column, nearest=near))
    if any(finding.severity is Severity.ERROR for finding in findings):
        return (), tuple(findings)
    entries: dict[str, Entry] = {}
    for place, cells in rows:
        found = list(_faults(place, cells, kinds))
        code = cells["unit_code"]
        if code in entries:
            found.append(_error("roster_repeated", place, code=code))
        findings += found
        if not any(finding.severity is Severity.ERROR for finding in found):
            entries[code] = _entry(cells, kinds)
    return tuple(entries.values()), tuple(findings)


def _entry(cells: Mapping[str, str], kinds: Mapping[str, UnitKind]) -> Entry:
    kind = kinds[cells["unit_kind"]]
    unit = Unit(
        code=cells["unit_code"],
        name=cells["unit_name"],
        kind=kind.code,
        short=cells.get("short", ""),
        level=cells.get("level", "") or cells.get("type", ""),
        ownership=cells.get("ownership", ""),
        parent=cells.get("commune") or None,
        party_parent=cells.get("party_parent") or None,
        party_org=cells.get("party_org", ""),
        figures={name: int(_digits(cells[name])) for name in FIGURES if cells.get(name)},
        valid_from=_day(cells.get("valid_from", "")),
        valid_to=_day(cells.get("valid_to", "")),
        successor=cells.get("successor") or None,
    )
    holders = [
        Holder(cells[column], Role(role), cells.get(title, ""))
        for column, title, roles in (
            ("reporting_officer", "officer_role", kind.officer_roles),
            ("approver", "approver_role", kind.head_roles),
        )
        if cells.get(column)
        for role in roles
    ]
    return Entry(unit, tuple(holders))


def _faults(place: Place, cells: Mapping[str, str], kinds: Mapping[str, UnitKind]) -> Iterator[Finding]:
    for column in NEEDED:
        if not cells.get(column):
            yield _error("roster_cell", place, column=column)
    kind = cells.get("unit_kind", "")
    if kind and kind not in kinds:
        yield _error("roster_kind", place, kind=kind, nearest=nearest(kind, kinds))
    code = cells.get("unit_code", "")
    if not code.isascii() or len(code) > 20 or any(letter in code for letter in ".: /"):
        yield _error("roster_code", place, code=code)
    for name in FIGURES:
        if cells.get(name) and natural(_digits(cells[name]), digits=9) is None:
            yield _error("roster_figure", place, column=name, value=cells[name])
    for column in ("valid_from", "valid_to"):
        if cells.get(column) and _day(cells[column]) is None:
            yield _error("roster_date", place, column=column, value=cells[column])
    if not cells.get("reporting_officer"):
        yield _warning("roster_officer", place, code=code)


def _table(data: bytes, file: str, findings: list[Finding]) -> tuple[Sequence[Row], Sequence[str]]:
    """All rows and the columns' names. A file that cannot be read is a finding, with no rows."""
    try:
        rows, columns = _workbook(data, file) if data[:2] == b"PK" else _csv(data, file)
    except (UnicodeDecodeError, csv.Error, _NotAWorkbookError):
        findings.append(_error("roster_encoding", Place(file)))
        return (), ()
    if not any(columns):
        findings.append(_error("roster_empty", Place(file)))
    return rows, columns


def _csv(data: bytes, file: str) -> tuple[Sequence[Row], Sequence[str]]:
    text = data.decode("utf-8-sig")
    head = text.partition("\n")[0]
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in head else ",", restval="")
    columns = [clean(name) for name in table.fieldnames or ()]
    rows = []
    for row in table:
        cells = {clean(name): clean(value or "") for name, value in row.items() if name is not None}
        if any(cells.values()):
            rows.append((Place(file, table.line_num), cells))
    return rows, columns


class _NotAWorkbookError(Exception):
    """It began like one."""


def _workbook(data: bytes, file: str) -> tuple[Sequence[Row], Sequence[str]]:
    import openpyxl  # noqa: PLC0415 - slow to import, and only needed for workbooks

    try:
        sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        lines = list(sheet.iter_rows(values_only=True))
    except Exception as error:  # whatever its readers of zip, XML and numbers raise on bytes that are none
        raise _NotAWorkbookError from error
    columns = [_cell(value) for value in lines[0]] if lines else []
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        cells = {name: _cell(value) for name, value in zip(columns, line, strict=False) if name}
        if any(cells.values()):
            rows.append((Place(file, sheet=sheet.title, cell=f"A{number}"), cells))
    return rows, columns


def _cell(value: object) -> str:
    """A cell as text: a number that is whole has no ".0", a date is in the ISO form."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value))


def _digits(text: str) -> str:
    """`1.097` and `1 097` are what people write for 1097."""
    return text.replace(".", "").replace(",", "").replace(" ", "")


def _day(text: str) -> date | None:
    try:
        if "/" in text:
            day, month, year = text.split("/")
            return date(int(year), int(month), int(day))
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _error(code: str, place: Place, /, **values: str) -> Finding:
    return Finding(Severity.ERROR, code, place, values)


def _warning(code: str, place: Place, /, **values: str) -> Finding:
    return Finding(Severity.WARNING, code, place, values)
