"""The register as a workbook: what a person sees who opens it."""

import io
from datetime import date, datetime

import openpyxl

from bot.papers.many_rows import Cell
from bot.papers.register import write_register

MOMENT = datetime.fromisoformat("2026-11-30T23:59:58")
"""A clock on a wall at the office: a workbook knows no zones."""


def test_rows_are_texts_and_never_formulas() -> None:
    data = write_register(
        "Sổ theo dõi", "Sổ", ("Mã", "Đơn vị", "Lần gửi"), [("T14", "=1+1", 2), ("007", "@SUM(A1)", "")]
    )

    (page,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    cells = [[(cell.value, cell.data_type) for cell in row] for row in page.iter_rows(min_row=3)]
    assert page.title == "Sổ"
    assert cells == [
        [("Mã", "s"), ("Đơn vị", "s"), ("Lần gửi", "s")],
        [("T14", "s"), ("=1+1", "s"), (2, "n")],
        [("007", "s"), ("@SUM(A1)", "s"), (None, "n")],
    ]


def test_headings_stay_in_sight_and_filter() -> None:
    data = write_register("Sổ theo dõi", "Sổ", ("Mã", "Đơn vị"), [("T14", "Trường")] * 40)

    (page,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert page.freeze_panes == "C4"
    assert page.auto_filter.ref == "A3:B43"


def test_texts_come_back_as_they_were() -> None:
    texts = ["a < b & c > d", " đầu và cuối ", "dòng 1\ndòng 2", 'ngoặc "kép"', "Trường Mầm non Hoa Sen"]

    data = write_register("Sổ", "Sổ", ("Mã",), [(text,) for text in texts])

    (page,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert [page.cell(row, 1).value for row in range(4, 4 + len(texts))] == texts


def test_long_texts_wrap_in_rows_that_are_high_enough() -> None:
    data = write_register("Sổ", "Sổ", ("Mã", "Đơn vị"), [("T1", "x" * 34), ("T2", "x" * 35)])

    (page,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert [page.row_dimensions[row].height for row in (4, 5)] == [15, 30]
    assert page["B5"].alignment.wrap_text
    assert not page["B3"].font.i
    assert page["B3"].font.b


def test_register_of_a_whole_country_is_one_sheet() -> None:
    rows = [("T1", "Trường", number) for number in range(20_000)]

    data = write_register("Sổ", "Sổ", ("Mã", "Đơn vị", "Lần gửi"), rows)

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    (page,) = book.worksheets
    assert [row[2] for row in page.iter_rows(min_row=4, values_only=True)] == list(range(20_000))


def test_days_are_dates_and_look_as_in_the_documents() -> None:
    """So that a spreadsheet sorts and filters them as such."""
    rows: list[tuple[Cell, ...]] = [("T1", date(2026, 12, 2), MOMENT), ("T2", date(2024, 2, 29), "")]

    data = write_register("Sổ", "Sổ", ("Mã", "Hạn", "Gửi lúc"), rows)

    (page,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert [page.cell(4, column).value for column in (1, 2, 3)] == [
        "T1",
        datetime.fromisoformat("2026-12-02"),
        MOMENT,
    ]
    assert [page.cell(4, column).number_format for column in (1, 2, 3)] == [
        "General",
        "dd/mm/yyyy",
        "hh:mm dd/mm/yyyy",
    ]
    assert page["B4"].is_date
    assert page["B4"].alignment.wrap_text
    assert (page["B5"].value, page["C5"].value) == (datetime.fromisoformat("2024-02-29"), None)
