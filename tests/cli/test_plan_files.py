"""Plans as files: begun, converted, checked and loaded, as YAML, as workbooks, with an XLSForm beside them."""

from pathlib import Path

import openpyxl

from bot.gather.builtin import PLANS
from tests.cli.conftest import Run
from tests.papers.xlsforms import BEYOND, SAMPLES


def test_new_plan_is_two_files_that_check_without_errors(run: Run) -> None:
    begun = run("plan", "new", "kh")
    checks = [run("plan", "check", Path("kh") / name) for name in ("plan.yaml", "plan.xlsx")]

    assert begun.exit_code == 0
    assert begun.output.splitlines()[-1] == "Sửa xong, kiểm tra bằng: nhacviec plan check kh/plan.xlsx"
    assert [check.exit_code for check in checks] == [0, 0]
    assert {check.output.splitlines()[-1] for check in checks} == {"0 lỗi, 0 cảnh báo, 0 lưu ý."}


def test_new_plan_writes_over_nothing(run: Run) -> None:
    run("plan", "new", "kh")
    Path("kh/plan.xlsx").unlink()

    again = run("plan", "new", "kh")

    assert again.exit_code == 1
    assert again.output == "Đã có tệp kh/plan.yaml nên không ghi đè; hãy chọn tên khác.\n"


def test_plan_goes_to_excel_and_back_and_shows_the_same(run: Run, plan: Path) -> None:
    Path("source.txt").write_bytes((PLANS / "directive-32" / "source.txt").read_bytes())
    there = run("plan", "convert", plan, "a.xlsx")
    back = run("plan", "convert", "a.xlsx", "a.yaml")

    assert (there.exit_code, back.exit_code) == (0, 0)
    assert back.output == "Đã ghi a.yaml với nội dung của a.xlsx.\n"
    assert (
        run("plan", "show", plan).output
        == run("plan", "show", "a.xlsx").output
        == run("plan", "show", "a.yaml").output
    )


def test_convert_writes_over_a_file_only_when_told(run: Run, plan: Path) -> None:
    Path("a.xlsx").write_text("mine", encoding="utf-8")

    kept = run("plan", "convert", plan, "a.xlsx")
    content = Path("a.xlsx").read_text(encoding="utf-8")
    forced = run("plan", "convert", "--force", plan, "a.xlsx")

    assert (kept.exit_code, content, forced.exit_code) == (1, "mine", 0)


def test_convert_to_a_form_that_is_none_is_wrong_use(run: Run, plan: Path) -> None:
    result = run("plan", "convert", plan, "a.docx")

    assert result.exit_code == 2
    assert result.output == "Không rõ dạng của a.docx: tên tệp cần kết thúc bằng .xlsx hoặc .yaml.\n"


def test_convert_of_a_broken_file_writes_nothing(run: Run) -> None:
    Path("a.yaml").write_text("plan: [", encoding="utf-8")

    result = run("plan", "convert", "a.yaml", "a.xlsx")

    assert result.exit_code == 1
    assert result.output.splitlines()[-1] == "Chưa đổi dạng tệp a.yaml: hãy sửa các lỗi trên rồi đổi lại."
    assert not Path("a.xlsx").exists()


def test_workbook_that_excel_saved_again_is_no_newer_version(run: Run) -> None:
    run("plan", "new", "kh")
    first = run("plan", "import", "kh/plan.xlsx")
    book = openpyxl.load_workbook("kh/plan.xlsx")
    book["tasks"].column_dimensions["A"].width = 33
    book.save("kh/plan.xlsx")

    again = run("plan", "import", "kh/plan.xlsx")

    assert first.output.splitlines()[0] == "Kế hoạch “Kế hoạch mẫu”, bản 1."
    assert again.output.splitlines()[0] == "Kế hoạch “Kế hoạch mẫu” đã ở bản mới nhất (1)."


def test_faulty_workbook_is_named_by_sheet_and_cell_and_not_loaded(run: Run) -> None:
    run("plan", "new", "kh")
    book = openpyxl.load_workbook("kh/plan.xlsx")
    column = next(cell for cell in book["tasks"][1] if cell.value == "cadence")
    book["tasks"].cell(2, column.column).value = "onse"
    book.save("kh/plan.xlsx")

    result = run("plan", "import", "kh/plan.xlsx")

    assert result.exit_code == 1
    assert result.output.splitlines()[0] == (
        f"kh/plan.xlsx:tasks!{column.column_letter}2: lỗi: “cadence” không nhận giá trị “onse”. "
        "Có phải là “once” không?"
    )


def with_xlsform(data: bytes) -> None:
    """The new plan with a form whose questions stand in an XLSForm."""
    Path("kh/f.xlsx").write_bytes(data)
    path = Path("kh/plan.yaml")
    text = path.read_text(encoding="utf-8")
    added = """\
  - code: BM-02
    title::vi: Khảo sát
    title::en: Survey
    kinds: [SCHOOL]
    period: once
    deadline: P0 + 30 days
    deadline_status: stated
    task: NV-01
    xlsform: f.xlsx

"""
    cut = text.index("# Danh sách lựa chọn")
    path.write_text(text[:cut] + added + text[cut:], encoding="utf-8")


def test_plan_with_an_xlsform_beside_it_is_loaded_whole(run: Run, roster: list[Path]) -> None:
    run("plan", "new", "kh")
    with_xlsform(SAMPLES["cascade"])
    run("units", "import", *roster)

    loaded = run("plan", "import", "kh/plan.yaml")
    shown = run("plan", "show", "kh/plan.yaml")
    Path("kh/f.xlsx").unlink()
    without = run("plan", "check", "kh/plan.yaml")

    assert loaded.exit_code == 0
    assert "BM-02" in shown.output
    assert without.exit_code == 1
    assert any(
        "Không có tệp XLSForm “f.xlsx” bên cạnh kế hoạch" in line for line in without.output.splitlines()
    )


def test_what_no_chat_can_do_is_named_with_the_cell_of_the_xlsform(run: Run) -> None:
    run("plan", "new", "kh")
    with_xlsform(BEYOND["geography"][0])

    result = run("plan", "check", "kh/plan.yaml")

    assert result.exit_code == 1
    assert (
        "f.xlsx:survey!A2: lỗi: Không hỏi được câu loại “geopoint” trong tin nhắn."
        in result.output.splitlines()
    )
