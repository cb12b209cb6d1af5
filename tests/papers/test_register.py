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
