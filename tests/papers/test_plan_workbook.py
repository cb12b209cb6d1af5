"""Workbooks as they come: every cell a text with its place, and no file that brings the program down."""

import time
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as clock
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from bot.core.plan.finding_codes import Code
from bot.gather.builtin import unit_kinds
from bot.papers.plan_files import check_plan, read_sheets
from tests.papers.workbooks import SMALL, TASKS, book, part, with_part

Change = Callable[[Workbook], Any]


def found(data: bytes) -> list[tuple[str, str]]:
    """What is found, and where."""
    _, findings = check_plan("p.xlsx", data, kinds=unit_kinds())
    return [(one.code, str(one.place)) for one in findings]


def titled(data: bytes, row: int = 0, column: str = "title::vi") -> object:
    """What one cell of the tasks says."""
    sheets, _ = read_sheets("p.xlsx", data)
    assert sheets is not None
    return sheets.tasks[row].cells[column].value


def put(cell: str, value: Any, number_format: str = "General", sheet: str = "tasks") -> Change:
    def change(made: Workbook) -> None:
        made[sheet][cell] = value
        made[sheet][cell].number_format = number_format

    return change


def test_small_plan_in_a_workbook_has_no_findings() -> None:
    assert found(book()) == []


def test_every_finding_names_sheet_and_cell() -> None:
    assert found(book(change=put("F2", "onse"))) == [(Code.VALUE_UNKNOWN, "p.xlsx:tasks!F2")]
    assert found(book(change=put("G1", "type:: nonsense", sheet="survey")))[0] == (
        Code.FIELD_UNKNOWN,
        "p.xlsx:survey!G2",
    )


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("007", "General", "007"),
        (" hai  khoảng ", "General", " hai  khoảng "),
        ("một\nhai", "General", "một\nhai"),
        (100, "General", "100"),
        (100.0, "General", "100"),
        (2.5, "0.00", "2.5"),
        (0.955, "0.0%", "95.5%"),
        (1, "0%", "100%"),
        (True, "General", "true"),
        (date(2026, 11, 2), "dd/mm/yyyy", "2026-11-02"),
        (datetime.combine(date(2026, 11, 2), clock()), "dd/mm/yyyy", "2026-11-02"),
        (datetime.combine(date(2026, 11, 2), clock(7, 30)), "dd/mm/yyyy hh:mm", "2026-11-02 07:30"),
        (clock(7, 30), "hh:mm", "07:30"),
        ("Uy\u0309 ban", "General", "Uỷ ban"),
    ],
)
def test_cell_is_the_text_that_was_meant(value: object, number_format: str, text: str) -> None:
    assert titled(book(change=put("B2", value, number_format))) == text


def test_signs_that_excel_escapes_come_back() -> None:
    assert titled(book(change=put("B2", "a_x000D_b_x0007_"))) == "a\rb\x07"


def test_header_may_be_spelled_as_odk_does() -> None:
    data = book(change=put("B1", " label :: Vietnamese (vi) "))
    sheets, _ = read_sheets("p.xlsx", data)
    assert sheets is not None

    assert list(sheets.tasks[0].cells)[1] == "label::Vietnamese (vi)"


def test_empty_rows_and_rows_of_spaces_are_passed_over() -> None:
    table = [TASKS[0], (None,) * 8, ("  ",) + (None,) * 7, TASKS[1]]

    assert found(book({**SMALL, "tasks": table})) == []
    assert titled(book({**SMALL, "tasks": table})) == "Việc"


def test_cells_merged_downward_all_say_the_same() -> None:
    rows = [TASKS[0], TASKS[1], ("T-2", None, "Task 2", *TASKS[1][3:])]
    data = book({**SMALL, "tasks": rows}, lambda made: made["tasks"].merge_cells("B2:B3"))

    assert titled(data, row=1) == "Việc"


def test_heading_above_the_columns_is_named_and_passed_over() -> None:
    data = book({**SMALL, "tasks": [("CÁC NHIỆM VỤ",), *TASKS]})

    assert found(data) == [(Code.ROW_ABOVE_COLUMNS, "p.xlsx:tasks!A1")]


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (put("I2", "x"), (Code.COLUMN_NAMELESS, "p.xlsx:tasks!I2")),
        (put("C1", "title::vi"), (Code.KEY_DUPLICATE, "p.xlsx:tasks!C1")),
        (put("B2", "=1+1"), (Code.FORMULA_WITHOUT_VALUE, "p.xlsx:tasks!B2")),
        (put("B2", "#REF!"), (Code.CELL_ERROR, "p.xlsx:tasks!B2")),
        (put("A3", "Q", sheet="plan"), (Code.ROW_TOO_MANY, "p.xlsx:plan!A3")),
        (put("A6000", "x"), (Code.SHEET_LARGE, "p.xlsx:tasks!H6000")),
        (put("A1048576", "x"), (Code.SHEET_LARGE, "p.xlsx:tasks!H1048576")),
        (put("XFD1048576", "x"), (Code.SHEET_LARGE, "p.xlsx:tasks!XFD1048576")),
        (lambda made: made.create_sheet("Tasks "), (Code.SHEET_TWICE, "p.xlsx:Tasks ")),
        (lambda made: made.create_sheet("notes").append(["x"]), (Code.SHEET_UNREAD, "p.xlsx:notes")),
        (lambda made: made.remove(made["forms"]), (Code.SECTION_MISSING, "p.xlsx")),
    ],
)
def test_what_is_odd_in_a_workbook_is_named(change: Change, finding: tuple[str, str]) -> None:
    assert finding in found(book(change=change))


def test_hidden_sheet_is_read_and_named() -> None:
    def hide(made: Workbook) -> None:
        made["tasks"].sheet_state = "veryHidden"

    assert found(book(change=hide)) == [(Code.SHEET_HIDDEN, "p.xlsx:tasks")]


def test_empty_strange_sheet_is_nothing_to_name() -> None:
    assert found(book(change=lambda made: made.create_sheet("Sheet1"))) == []


def test_formula_counts_as_what_it_gave_when_the_file_was_saved() -> None:
    data = book(change=put("B2", "=1+1"))
    sheet = part(data, "xl/worksheets/sheet2.xml")
    cached = sheet.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(
        b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>"
    )
    assert cached != sheet

    assert titled(with_part(data, "xl/worksheets/sheet2.xml", cached)) == "2"


def test_macros_are_not_run_and_named() -> None:
    assert found(with_part(book(), "xl/vbaProject.bin", b"\0")) == [(Code.WORKBOOK_MACROS, "p.xlsx")]


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("k"))
    )
    + b"]><worksheet>&j;</worksheet>"
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 and nothing more", Code.WORKBOOK_BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, Code.WORKBOOK_LOCKED),
        (book()[:-40], Code.WORKBOOK_BROKEN),
        (with_part(book(), "xl/workbook.xml", b"<workbook"), Code.WORKBOOK_BROKEN),
        (with_part(book(), "xl/worksheets/sheet2.xml", BOMB), Code.WORKBOOK_BROKEN),
        (with_part(book(), "xl/media/a.png", b"\0" * 20_000_001), Code.WORKBOOK_LARGE),
        (with_part(book(), "xl/worksheets/sheet2.xml", b'<row r="1"/>' * 1_700_000), Code.WORKBOOK_LARGE),
    ],
)
def test_hostile_file_is_refused_in_a_sentence_and_quickly(data: bytes, code: str) -> None:
    begun = time.monotonic()
    plan, findings = check_plan("p.xlsx", data, kinds=unit_kinds())

    assert plan is None
    assert [one.code for one in findings] == [code]
    assert time.monotonic() - begun < 5


@given(st.data())
@settings(max_examples=60)
def test_damaged_workbook_never_raises(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(("xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml")))
    content = bytearray(part(SOUND, name))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    check_plan("p.xlsx", with_part(SOUND, name, bytes(content)), kinds=unit_kinds())


SOUND = book()
