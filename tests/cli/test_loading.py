"""Loading a plan and a roster from the command line."""

import csv
import re
from pathlib import Path

import openpyxl

from tests.cli.conftest import Run


def test_roster_is_loaded_and_loading_it_again_changes_nothing(run: Run, roster: list[Path]) -> None:
    first = run("units", "import", *roster)
    again = run("units", "import", *roster)

    assert first.exit_code == 0
    assert first.output == "Đơn vị: thêm 64, đổi 0, giữ nguyên 0. Người: thêm 130, bớt 0.\n"
    assert again.output == "Danh sách không có gì thay đổi (64 đơn vị).\n"


def test_roster_in_a_dry_run_shows_what_would_change_and_changes_nothing(
    run: Run, roster: list[Path]
) -> None:
    dry = run("units", "import", "--dry-run", *roster)

    assert dry.exit_code == 0
    assert dry.output.splitlines() == [
        "Đơn vị: thêm 64, đổi 0, giữ nguyên 0. Người: thêm 130, bớt 0.",
        "(Xem thử: chưa thay đổi gì.)",
    ]
    assert run("units", "list").output == ""


def test_changed_roster_shows_each_change(run: Run, roster: list[Path], tmp_path: Path) -> None:
    run("units", "import", *roster)
    schools = roster[2].read_text(encoding="utf-8-sig")
    changed = tmp_path / "schools.csv"
    changed.write_text(
        schools.replace("T05,Trường Mầm non Họa Mi", "T05,Trường Mầm non Họa Mi 1").replace(
            "Đỗ Đức Hùng", "Đỗ Đức Hưng"
        ),
        encoding="utf-8",
    )

    result = run("units", "import", changed)

    assert result.output.splitlines() == [
        "Đổi T05 Trường Mầm non Họa Mi 1: name, short",
        "T05: thêm Đỗ Đức Hưng (cán bộ đầu mối)",
        "T05: bớt Đỗ Đức Hùng (cán bộ đầu mối)",
        "Đơn vị: thêm 0, đổi 1, giữ nguyên 39. Người: thêm 1, bớt 1.",
    ]


def test_workbook_of_the_same_columns_is_the_same_roster(
    run: Run, roster: list[Path], tmp_path: Path
) -> None:
    run("units", "import", *roster)
    workbook = tmp_path / "schools.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    with roster[2].open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            book.active.append([int(cell) if cell.isdigit() else cell for cell in row])
    book.save(workbook)

    assert run("units", "import", workbook).output == "Danh sách không có gì thay đổi (40 đơn vị).\n"


def test_faulty_roster_is_refused_with_places(run: Run, tmp_path: Path) -> None:
    faulty = tmp_path / "units.csv"
    faulty.write_text(
        "unit_code,unit_name,unit_kind,pupils\nT1,Trường A,SCHOL,12\nT2,,SCHOOL,hai\n", encoding="utf-8"
    )

    result = run("units", "import", faulty)

    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{faulty}:2: lỗi: Không có loại đơn vị “SCHOL”. Có phải là “SCHOOL” không?",
        f"{faulty}:2: cảnh báo: Đơn vị T1 chưa có cán bộ đầu mối.",
        f"{faulty}:3: lỗi: Thiếu “unit_name”.",
        f"{faulty}:3: lỗi: “pupils”: “hai” không phải số nguyên.",
        f"{faulty}:3: cảnh báo: Đơn vị T2 chưa có cán bộ đầu mối.",
        "Chưa nạp danh sách: hãy sửa các lỗi trên rồi nạp lại.",
    ]


def test_plan_of_directive_32_has_no_errors(run: Run, plan: Path) -> None:
    result = run("plan", "check", plan)

    assert result.exit_code == 0
    assert result.output.splitlines()[-1].startswith("0 lỗi, ")


def test_plan_is_loaded_before_or_after_the_roster_with_the_same_assignments(
    run: Run, plan: Path, roster: list[Path]
) -> None:
    run("units", "import", *roster)
    after = run("plan", "import", plan, DATABASE_URL="after.db")
    run("units", "import", *roster, DATABASE_URL="after.db")
    run("plan", "import", plan)

    counts = [
        run("plan", "import", plan, DATABASE_URL=name).output for name in ("after.db", "data/nhacviec.db")
    ]

    assert after.exit_code == 0
    assert counts[0] == counts[1]
    assert "Không có nhiệm vụ nào thay đổi." in counts[0]


def test_plan_import_is_idempotent_and_dry_run_keeps_nothing(
    run: Run, plan: Path, roster: list[Path]
) -> None:
    run("units", "import", *roster)

    dry = run("plan", "import", "--dry-run", plan)
    first = run("plan", "import", plan)
    again = run("plan", "import", plan)

    assert dry.output.splitlines()[:2] == first.output.splitlines()
    assert dry.output.splitlines()[-1] == "(Xem thử: chưa thay đổi gì.)"
    assert re.search(r"thêm [1-9][\d.]*, đổi hạn 0, bỏ 0", first.output)
    assert again.output.splitlines()[1] == "Không có nhiệm vụ nào thay đổi."


def test_plan_of_the_past_is_kept_and_nobody_is_asked(run: Run, plan: Path, roster: list[Path]) -> None:
    past = plan.parents[1] / "hoang-mai-2020" / "plan.yaml"
    run("units", "import", *roster, past.with_name("roster.csv"))

    loaded = run("plan", "import", past)

    assert loaded.exit_code == 0
    assert loaded.output.splitlines() == [
        "Kế hoạch “Kế hoạch thực hiện công tác giáo dục lý luận chính trị năm 2020”, bản 1.",
        "Kế hoạch đã kết thúc ngày 31/12/2020: chỉ lưu để tra cứu, không giao việc và không nhắc ai.",
        "Không có nhiệm vụ nào thay đổi.",
    ]


def test_faulty_plan_is_named_by_line_and_not_loaded(run: Run, plan: Path, tmp_path: Path) -> None:
    faulty = tmp_path / "plan.yaml"
    source = plan.read_text(encoding="utf-8").replace("type: yes_no", "type: yesno", 1)
    faulty.write_text(source, encoding="utf-8")
    line = source[: source.index("type: yesno")].count("\n") + 1

    checked, loaded = run("plan", "check", faulty), run("plan", "import", faulty)

    assert checked.exit_code == loaded.exit_code == 1
    assert (
        f"{faulty}:{line}: lỗi: Không có loại câu hỏi “yesno”. Có phải là “yes_no” không?"
        in checked.output.splitlines()
    )
    assert (
        loaded.output.splitlines()[-1]
        == f"Chưa nạp kế hoạch {faulty}: hãy sửa hoặc quyết định các lỗi trên rồi nạp lại."
    )


def test_absent_plan_file_is_said_kindly(run: Run, tmp_path: Path) -> None:
    result = run("plan", "import", tmp_path / "no.yaml")

    assert (result.exit_code, result.output) == (1, f"Không có tệp {tmp_path / 'no.yaml'}.\n")


def test_file_that_is_no_plan_at_all_is_refused(run: Run, tmp_path: Path) -> None:
    picture = tmp_path / "plan.yaml"
    picture.write_bytes(bytes(range(256)))

    result = run("plan", "check", picture)

    assert result.exit_code == 1
    assert "lỗi:" in result.output


def test_everything_speaks_english_when_asked(run: Run, roster: list[Path]) -> None:
    result = run("units", "import", *roster, LANGUAGE="en")

    assert result.output == "Units: 64 added, 0 changed, 0 unchanged. People: 130 added, 0 removed.\n"


def test_figures_of_a_loaded_plan_are_shown_by_its_file_or_its_code(
    run: Run, roster: list[Path], plan: Path
) -> None:
    before = run("plan", "show", plan, "--figures")
    run("units", "import", *roster)
    run("plan", "import", plan)

    by_file = run("plan", "show", plan, "--figures")
    by_code = run("plan", "show", "HP", "--figures")

    assert before.exit_code == 1
    assert by_file.exit_code == 0
    assert by_file.output.startswith("Chỉ tiêu, Kế hoạch thực hiện Chỉ thị 32.")
    assert by_code.output.splitlines()[1:] == by_file.output.splitlines()[1:]


def test_recount_says_that_all_totals_are_right(run: Run, roster: list[Path], plan: Path) -> None:
    nothing = run("plan", "recount")
    run("units", "import", *roster)
    run("plan", "import", plan)

    again = run("plan", "recount", "--dry-run")

    assert nothing.exit_code == 2
    assert (again.exit_code, again.output) == (0, "HP: các số tổng hợp đều đúng.\n")
