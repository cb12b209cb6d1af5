"""Reads the table of unit kinds, `plans/unit_kinds.csv`.

Columns: code, vi, en, played_by (the kind of the units that play this part), needs (an attribute of these units
and the values that will do: `party_org=chi bộ|đảng bộ`; several conditions divided by `;`), officer_roles and
head_roles (roles divided by spaces); perhaps reports_for (kinds of the units below for which its people may report,
divided by spaces).
"""

import csv
import io
from collections.abc import Iterator, Mapping

from bot.core.people import Role
from bot.core.plan.fields import nearest
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Place
from bot.core.plan.variables import ATTRIBUTES
from bot.core.units import UnitKind

COLUMNS = ("code", "vi", "en", "played_by", "needs", "officer_roles", "head_roles")

REPORTS_FOR = "reports_for"


def read_unit_kinds(data: bytes, *, file: str) -> tuple[dict[str, UnitKind], list[Finding]]:
    """The kinds by their codes, and what is wrong with the table: UTF-8, with or without a byte order mark."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return {}, [finding(Code.NOT_TEXT, Place(file, data.count(b"\n", 0, error.start) + 1))]
    rows = csv.DictReader(io.StringIO(text, newline=""), restval="", strict=False)
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        return {}, [finding(Code.FIELD_MISSING, Place(file, 1), field=column) for column in missing]
    kinds: dict[str, UnitKind] = {}
    places: dict[str, Place] = {}
    findings: list[Finding] = []
    for row in rows:
        place = Place(file, rows.line_num)
        cells = {column: (row.get(column) or "").strip() for column in (*COLUMNS, REPORTS_FOR)}
        code = cells["code"]
        if code in kinds:
            findings.append(finding(Code.CODE_DUPLICATE, place, code=code, first=str(places[code])))
            continue
        findings += _faults(cells, place)
        kinds[code] = _kind(cells)
        places[code] = place
    for code, kind in kinds.items():
        if kind.played_by is not None and kind.played_by not in kinds:
            near = nearest(kind.played_by, kinds)
            findings.append(finding(Code.KIND_UNKNOWN, places[code], kind=kind.played_by, nearest=near))
        for below in sorted(kind.reports_for - kinds.keys()):
            near = nearest(below, kinds)
            findings.append(finding(Code.KIND_UNKNOWN, places[code], kind=below, nearest=near))
    return kinds, findings


def _kind(cells: Mapping[str, str]) -> UnitKind:
    return UnitKind(
        code=cells["code"],
        name={language: cells[language] for language in ("vi", "en") if cells[language]},
        played_by=cells["played_by"] or None,
        needs={
            attribute.strip(): frozenset(value.strip() for value in values.split("|"))
            for attribute, _, values in (
                part.partition("=") for part in cells["needs"].split(";") if part.strip()
            )
        },
        officer_roles=tuple(cells["officer_roles"].split()),
        head_roles=tuple(cells["head_roles"].split()),
        reports_for=frozenset(cells["reports_for"].split()),
    )


def _faults(cells: Mapping[str, str], place: Place) -> Iterator[Finding]:
    for column in ("code", "vi", "officer_roles", "head_roles"):
        if not cells[column]:
            yield finding(Code.FIELD_MISSING, place, field=column)
    for column in ("officer_roles", "head_roles"):
        for role in cells[column].split():
            if role not in [known.value for known in Role]:
                near = nearest(role, Role)
                yield finding(Code.VALUE_UNKNOWN, place, field=column, value=role, nearest=near)
    for attribute in _kind(cells).needs:
        if attribute not in ATTRIBUTES:
            near = nearest(attribute, ATTRIBUTES)
            yield finding(Code.VALUE_UNKNOWN, place, field="needs", value=attribute, nearest=near)
