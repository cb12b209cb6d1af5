"""Workbooks as people, spreadsheets and attackers make them."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

import openpyxl
from openpyxl.workbook import Workbook

Table = Sequence[Sequence[object]]

PLAN: Table = [
    (
        *("code", "title::vi", "title::en", "number", "issued_on", "issued_on_status"),
        *("issuer::vi", "issuer::en", "starts_on", "ends_on"),
    ),
    (
        *("P", "Kế hoạch", "Plan", "1-KH/HU", "2026-11-02", "stated"),
        *("Huyện ủy", "Committee", "2026-11-02", "2027-12-31"),
    ),
]
TASKS: Table = [
    ("code", "title::vi", "title::en", "source", "kinds", "cadence", "deadline", "deadline_status"),
    ("T-1", "Việc", "Task", "I", "SCHOOL", "once", "15/6", "stated"),
]
FORMS: Table = [
    ("code", "title::vi", "title::en", "kinds", "period", "deadline", "deadline_status"),
    ("F", "Báo cáo", "Report", "SCHOOL", "year", "15/6", "stated"),
]
SURVEY: Table = [
    ("form", "name", "type", "task", "label::vi", "label::en", "required"),
    ("F", "held", "yes_no", "T-1", "Đã làm chưa?", "Done?", "true"),
]
SMALL: Mapping[str, Table] = {"plan": PLAN, "tasks": TASKS, "forms": FORMS, "survey": SURVEY}
"""A plan without a single finding."""


def book(sheets: Mapping[str, Table] = SMALL, change: Callable[[Workbook], object] | None = None) -> bytes:
    """A workbook with these tables; `change` does the rest to it."""
    made = openpyxl.Workbook()
    assert made.active is not None
    made.remove(made.active)
    for title, table in sheets.items():
        sheet = made.create_sheet(title)
        for row in table:
            sheet.append(list(row))
    if change is not None:
        change(made)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same file with one more part, or another content of it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return file.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)
