"""The register as a workbook: what a person sees who opens it."""

import io

import openpyxl

from bot.papers.register import write_register


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
