"""Rosters as offices save them: CSV of every kind, workbooks, and files that are neither."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.plan.model import Severity
from bot.core.roster import Entry
from bot.gather.builtin import unit_kinds
from bot.papers.roster_files import read_roster

KINDS = unit_kinds()
HEAD = ("unit_code", "unit_name", "unit_kind", "pupils", "valid_from")
ROW = ("T01", "Trường Tiểu học Hoa Sen", "SCHOOL", "1.097", "01/09/2026")


def csv_bytes(*rows: tuple[str, ...], sign: str = ",") -> bytes:
    return "\r\n".join(sign.join(row) for row in (HEAD, *rows)).encode("utf-8-sig")


def workbook_bytes(*rows: tuple[str | float, ...]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.create_sheet(index=0)
    for row in (HEAD, *rows):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes) -> tuple[tuple[Entry, ...], list[str]]:
    entries, findings = read_roster(data, file="units", kinds=KINDS)
    return entries, [
        f"{one.place.line or one.place.cell}: {one.code}"
        for one in findings
        if one.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    "data",
    [
        csv_bytes(ROW),
        csv_bytes(ROW, sign=";"),
        workbook_bytes(ROW),
        workbook_bytes((*ROW[:3], 1097.0, ROW[4])),
    ],
    ids=["comma", "semicolon", "workbook", "workbook of numbers"],
)
def test_same_roster_is_read_however_it_was_saved(data: bytes) -> None:
    (entry,), errors = read(data)

    assert errors == []
    assert (entry.unit.code, entry.unit.name, entry.unit.figures) == ("T01", ROW[1], {"pupils": 1097})
    assert str(entry.unit.valid_from) == "2026-09-01"


@pytest.mark.parametrize("typed", ["1097", "1.097", "1,097", "1 097", "1097.0", "1097,00"])
def test_figure_is_read_as_people_and_programs_write_it(typed: str) -> None:
    (entry,), errors = read(csv_bytes((*ROW[:3], f'"{typed}"', ROW[4])))

    assert (errors, entry.unit.figures) == ([], {"pupils": 1097})


def test_formula_that_was_never_computed_is_found() -> None:
    assert read(workbook_bytes((*ROW[:3], "=1000+97", ROW[4])))[1] == ["A2: roster_figure"]


@pytest.mark.parametrize("typed", ["hai", "²", "-3", "1" * 5000, "12 em", "12.5", "1.5", "1.09", "1.0970"])
def test_figure_that_is_no_number_is_found_at_its_place(typed: str) -> None:
    assert read(csv_bytes((*ROW[:3], typed, ROW[4])))[1] == ["2: roster_figure"]
    assert read(workbook_bytes((*ROW[:3], typed, ROW[4])))[1] == ["A2: roster_figure"]


@pytest.mark.parametrize(
    "data",
    [
        "unit_code,unit_name\nT01,Trường".encode("utf-16"),
        csv_bytes((*ROW[:3], '"' + "x" * 200_000 + '"', "")),
        b"PK\x03\x04 not a workbook",
        workbook_bytes(ROW)[:-200],
    ],
    ids=["UTF-16", "endless cell", "PK", "half a workbook"],
)
def test_file_that_cannot_be_read_is_said_to_be_one(data: bytes) -> None:
    entries, errors = read(data)

    assert (entries, [error.split(": ")[1] for error in errors]) == ((), ["roster_encoding"])


def is_answered(data: bytes) -> bool:
    """Whether there are entries or findings, whatever the bytes: nobody is left with nothing."""
    entries, errors = read(data)
    return bool(entries or errors)


@given(data=st.binary(max_size=400))
def test_any_bytes_give_entries_or_findings(data: bytes) -> None:
    assert is_answered(data)
    assert is_answered(b"PK" + data)
    assert is_answered(csv_bytes(ROW) + b"\r\n" + data)


WORKBOOK = workbook_bytes(ROW)


@given(at=st.integers(0, len(WORKBOOK) - 1), byte=st.integers(0, 255))
def test_damaged_workbook_gives_entries_or_findings(at: int, byte: int) -> None:
    assert is_answered(WORKBOOK[:at] + bytes([byte]) + WORKBOOK[at + 1 :])
