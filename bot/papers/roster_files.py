"""Reads a roster: CSV as spreadsheets save it, or .xlsx with the same columns.

Columns: unit_code, unit_name, unit_kind (needed); short, level, type, commune (the parent's code), ownership,
party_org, party_parent, phone (of the office), valid_from, valid_to, successor; reporting_officer, officer_role,
approver, approver_role; note; and figures: classes, managers, teachers, staff, pupils, party_members, cells.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from bot.core.folding import clean, natural
from bot.core.office_phone import may_be_a_persons, read_phone
from bot.core.people import Role
from bot.core.plan.fields import nearest
from bot.core.plan.model import Finding, Place, Severity
from bot.core.plan.variables import FIGURES
from bot.core.plan.vocabulary import LEVELS
from bot.core.roster import Entry, Holder
from bot.core.units import Unit, UnitKind

NEEDED = ("unit_code", "unit_name", "unit_kind")
KNOWN = (
    *NEEDED,
    *("short", "level", "type", "commune", "ownership", "party_org", "party_parent"),
    *("phone", "valid_from", "valid_to", "successor"),
    *("reporting_officer", "officer_role", "approver", "approver_role", "note", "schools"),
    *FIGURES,
)

LONGEST_NAME = 200
"""Characters of a unit's or a person's name."""

_GROUPS = re.compile(r"\d{1,3}([., ])\d{3}(\1\d{3})*")
_NO_FRACTION = re.compile(r"(?<=\d)[.,]0{1,2}$")

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
    if columns and not rows:
        findings.append(_warning("roster_no_rows", Place(file, 1)))
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
        figures={name: _count(cells[name]) or 0 for name in FIGURES if cells.get(name)},
        valid_from=_day(cells.get("valid_from", "")),
        valid_to=_day(cells.get("valid_to", "")),
        successor=cells.get("successor") or None,
        phone=None if "phone" not in cells else read_phone(cells["phone"]),
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
        if cells.get(name) and _count(cells[name]) is None:
            yield _error("roster_figure", place, column=name, value=cells[name])
    for column in ("valid_from", "valid_to"):
        if cells.get(column) and _day(cells[column]) is None:
            yield _error("roster_date", place, column=column, value=cells[column])
    for column in ("unit_name", "short", "reporting_officer", "approver"):
        if len(cells.get(column, "")) > LONGEST_NAME or "\n" in cells.get(column, ""):
            yield _error("roster_name", place, column=column, most=str(LONGEST_NAME))
    phone = read_phone(cells.get("phone", ""))
    if phone is None:
        yield _error("roster_phone", place, value=cells["phone"])
    elif may_be_a_persons(phone):
        yield _warning("roster_phone_mobile", place, value=phone)
    level = cells.get("level", "")
    if level and level not in LEVELS:
        yield _warning("roster_level", place, level=level, nearest=nearest(level, LEVELS))
    if code and code in (cells.get("commune"), cells.get("party_parent")):
        yield _error("roster_own_parent", place, code=code)
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
        written = openpyxl.load_workbook(io.BytesIO(data), read_only=True).worksheets[0]
        formulas = list(written.iter_rows(values_only=True))
    except Exception as error:  # whatever its readers of zip, XML and numbers raise on bytes that are none
        raise _NotAWorkbookError from error
    columns = [_cell(value) for value in lines[0]] if lines else []
    rows = []
    for number, (line, formula) in enumerate(zip(lines[1:], formulas[1:], strict=True), start=2):
        # A formula that no spreadsheet program has computed yet has no value: its text is shown in the finding.
        values = [value if value is not None else text for value, text in zip(line, formula, strict=True)]
        cells = {name: _cell(value) for name, value in zip(columns, values, strict=False) if name}
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


def _count(text: str) -> int | None:
    """A count as people and spreadsheets write it: `1097`, `1.097`, `1 097`, `1097.0`. None for anything else: 12,5
    pupils are a mistake, not 125."""
    whole = _NO_FRACTION.sub("", text)
    return natural(re.sub("[., ]", "", whole) if _GROUPS.fullmatch(whole) else whole, digits=9)


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
