"""Reads the table of special days, `plans/holidays.csv`: columns date, weekday, kind, name, status, source.

It is edited once a year, by hand or in a spreadsheet, when the Ministry of Home Affairs announces the days of the
next. `date` is 2026-11-24 or 24/11/2026, `kind` off, worked or half, `status` official, statutory date or projected.
`weekday` (T2 to T7, CN) is there for the eye and guards against a mistyped date.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.core.folding import clean
from bot.core.plan.model import Finding, Place, Severity
from bot.core.workdays import DayKind, DayStatus, SpecialDay

_COLUMNS = ("date", "weekday", "kind", "name", "status", "source")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_VIETNAMESE = re.compile(r"(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>\d{4})")
_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


@dataclass(frozen=True, slots=True)
class CalendarPaper:
    """What a table of special days says. `days` are in order, without those that `findings` refuse.

    Findings: `calendar_encoding` (not UTF-8), `calendar_column`, `calendar_date`, `calendar_kind`,
    `calendar_name`, `calendar_status`, `calendar_repeated`, `calendar_table` (a broken table), and the warning
    `calendar_weekday`, with which the row is taken.
    """

    days: tuple[SpecialDay, ...]
    findings: tuple[Finding, ...]


def read_calendar(content: bytes, *, file: str) -> CalendarPaper:
    """Reads the table: UTF-8 with or without a byte order mark, commas or semicolons, as spreadsheets save it.

    `file` names it in findings. Never raises.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return CalendarPaper((), (_error("calendar_encoding", Place(file)),))
    try:
        return _read_table(text, file)
    except csv.Error:  # a cell that never ends, for want of a closing quote
        return CalendarPaper((), (_error("calendar_table", Place(file)),))


def _read_table(text: str, file: str) -> CalendarPaper:
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in head else ",", restval="")
    missing = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        place = Place(file, line=1)
        return CalendarPaper((), tuple(_error("calendar_column", place, column=name) for name in missing))
    days: dict[date, SpecialDay] = {}
    findings: list[Finding] = []
    for row in rows:
        place = Place(file, line=rows.line_num)
        cells = {column: clean(row[column]) for column in _COLUMNS}
        if not any(cells.values()):
            continue  # spreadsheets leave such rows behind
        faults = list(_faults(cells, place))
        day = read_day(cells["date"])
        if day in days:
            faults.append(_error("calendar_repeated", place, date=cells["date"]))
        findings += faults
        if day is not None and all(fault.severity is not Severity.ERROR for fault in faults):
            days[day] = SpecialDay(
                day, DayKind(cells["kind"]), cells["name"], DayStatus(cells["status"]), cells["source"]
            )
    return CalendarPaper(tuple(days[day] for day in sorted(days)), tuple(findings))


def _faults(cells: dict[str, str], place: Place) -> Iterator[Finding]:
    day = read_day(cells["date"])
    if day is None:
        yield _error("calendar_date", place, date=cells["date"])
    elif cells["weekday"] and cells["weekday"].upper() != (expected := _WEEKDAYS[day.weekday()]):
        values = {"date": cells["date"], "weekday": cells["weekday"], "expected": expected}
        yield Finding(Severity.WARNING, "calendar_weekday", place, values)
    if cells["kind"] not in set(DayKind):
        yield _error("calendar_kind", place, kind=cells["kind"])
    if not cells["name"]:
        yield _error("calendar_name", place)
    if cells["status"] not in set(DayStatus) - {DayStatus.ENTERED}:  # a table is made from documents
        yield _error("calendar_status", place, status=cells["status"])


YEARS = range(1900, 3000)
"""Of another year nobody means a day."""


def read_day(text: str) -> date | None:
    """A date as the file has it, or as a Vietnamese spreadsheet writes it back."""
    found = _ISO.fullmatch(text) or _VIETNAMESE.fullmatch(text)
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    except ValueError:  # 31/6
        return None
    return day if day is not None and day.year in YEARS else None


def _error(code: str, place: Place, **values: str) -> Finding:
    return Finding(Severity.ERROR, code, place, values)
