"""A newer version of a running plan is shown, in words and numbers, and applied once somebody agrees."""

from pathlib import Path

import click
import pytest

from bot.gather.builtin import PLANS
from tests.cli.conftest import Run
from tests.conversations.editions import edited

MORE, LATER, WITHOUT = (
    "with one question more",
    "with semester I five days later",
    "without F1 for T14",
)
REAL_PROMPT = click.prompt

SHOWN = [
    (
        "Kế hoạch “Kế hoạch thực hiện Chỉ thị số 32-CT/TU, ngày 24/4/2024 của Ban Thường vụ Thành ủy”, bản 2, "
        "so với bản đang dùng:"
    ),
    "~ Biểu mẫu F2, thời hạn: 20/1 → 25/1",
    "+ Câu hỏi F1.parents_informed: Nhà trường đã thông báo cho cha mẹ học sinh chưa?",
    "Nhiệm vụ: thêm 0, bỏ 0, đổi 0. Biểu mẫu: thêm 0, bỏ 0, đổi 1. Câu hỏi: thêm 1, bỏ 0, đổi 0.",
]
UNTOUCHED = "Không có nhiệm vụ nào thay đổi."


@pytest.fixture
def running(run: Run, plan: Path, roster: list[Path]) -> Run:
    """The real plan is in force."""
    assert run("units", "import", *roster).exit_code == 0
    assert run("plan", "import", plan).exit_code == 0
    return run


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits there who can be asked."""
    monkeypatch.setattr("bot.cli.plan_loading.is_terminal", lambda: True)


def newer(tmp_path: Path, *editions: str) -> Path:
    (tmp_path / "source.txt").write_bytes((PLANS / "directive-32" / "source.txt").read_bytes())
    file = tmp_path / "newer.yaml"
    file.write_bytes(edited(*editions))
    return file


def number_in_force(run: Run, plan: Path) -> str:
    """What a dry run of the first file says of the version that stands."""
    return run("plan", "import", "--dry-run", plan).output.splitlines()[0].rpartition(", bản ")[2]


def test_dry_run_shows_every_change_and_changes_nothing(running: Run, plan: Path, tmp_path: Path) -> None:
    dry = running("plan", "import", "--dry-run", newer(tmp_path, MORE, LATER))

    assert dry.exit_code == 0
    lines = dry.output.splitlines()
    assert lines[:4] == SHOWN
    assert lines[4].startswith("Nhiệm vụ giao cho đơn vị: thêm 0, đổi hạn ")
    assert lines[5] == "Sẽ báo cho 0 người. Báo cáo đã gửi được giữ nguyên."
    assert lines[-1] == "(Xem thử: chưa thay đổi gì.)"
    assert running("plan", "import", plan).output.splitlines()[1] == UNTOUCHED


def test_without_a_terminal_nothing_is_applied_unless_told(running: Run, plan: Path, tmp_path: Path) -> None:
    file = newer(tmp_path, MORE, LATER)

    refused = running("plan", "import", file)

    assert refused.exit_code == 2
    assert refused.output.splitlines()[:4] == SHOWN
    assert refused.output.splitlines()[-1] == (
        "Chưa áp dụng: không hỏi lại được ở đây. Nếu đồng ý các thay đổi trên, hãy chạy lại với --yes."
    )
    assert running("plan", "import", plan).output.splitlines()[1] == UNTOUCHED


def test_yes_applies_without_asking(running: Run, tmp_path: Path) -> None:
    file = newer(tmp_path, MORE, LATER)

    applied = running("plan", "import", "--yes", file)

    assert applied.exit_code == 0
    assert applied.output.splitlines()[:4] == SHOWN
    assert applied.output.splitlines()[-1].endswith("bản 2.")
    assert running("plan", "import", file).output.splitlines()[1] == UNTOUCHED


@pytest.mark.parametrize(
    ("typed", "exit_code", "last"),
    [
        ("có\n", 0, "bản 2."),
        ("hm\nco\n", 0, "bản 2."),
        ("không\n", 1, "Chưa áp dụng: không có gì thay đổi."),
        ("", 1, "Chưa áp dụng: không có gì thay đổi."),  # the terminal was closed
    ],
)
def test_somebody_who_is_asked_decides(
    running: Run, terminal: None, tmp_path: Path, typed: str, exit_code: int, last: str
) -> None:
    file = newer(tmp_path, MORE, LATER)

    asked = running("plan", "import", file, typed=typed)

    assert asked.exit_code == exit_code
    assert "Áp dụng? (có/không)" in asked.output
    assert [line for line in asked.output.splitlines() if line.endswith(last)]
    again = running("plan", "import", "--dry-run", file).output
    assert (UNTOUCHED in again) is (exit_code == 0)


def test_file_that_says_the_same_in_other_lines_asks_nothing(
    running: Run, plan: Path, tmp_path: Path
) -> None:
    (tmp_path / "source.txt").write_bytes((PLANS / "directive-32" / "source.txt").read_bytes())
    file = tmp_path / "newer.yaml"
    file.write_text("# Bản chép lại.\n" + plan.read_text(encoding="utf-8"), encoding="utf-8")

    result = running("plan", "import", file)

    assert result.exit_code == 0
    assert result.output.splitlines()[1] == UNTOUCHED


def test_version_that_somebody_else_loads_meanwhile_is_compared_anew(
    running: Run, terminal: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between showing and agreeing another process applies another version: what was shown is no longer true."""
    other = tmp_path / "other.yaml"
    other.write_bytes(edited(LATER))
    questions: list[str] = []

    def prompt(text: str, **more: object) -> str:
        questions.append(text)
        if len(questions) == 1:
            assert running("plan", "import", "--yes", other).exit_code == 0
        return "có"

    monkeypatch.setattr("bot.cli.plan.click.prompt", prompt)

    result = running("plan", "import", newer(tmp_path, MORE, LATER))

    assert result.exit_code == 0
    assert len(questions) == 2
    lines = result.output.splitlines()
    start = lines.index("Trong lúc đó đã có người nạp một bản khác. Các thay đổi được so lại với bản ấy:")
    assert lines[start + 2 : start + 4] == [
        "+ Câu hỏi F1.parents_informed: Nhà trường đã thông báo cho cha mẹ học sinh chưa?",
        "Nhiệm vụ: thêm 0, bỏ 0, đổi 0. Biểu mẫu: thêm 0, bỏ 0, đổi 0. Câu hỏi: thêm 1, bỏ 0, đổi 0.",
    ]
    assert lines[-1].endswith("bản 3.")


def test_probable_rename_is_named(running: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_bytes((PLANS / "directive-32" / "source.txt").read_bytes())
    file = tmp_path / "newer.yaml"
    text = plan.read_text(encoding="utf-8")
    file.write_text(text.replace("positive_posts", "good_posts"), encoding="utf-8")

    lines = running("plan", "import", "--dry-run", file).output.splitlines()

    assert any(
        line.startswith("? Câu hỏi F2.positive_posts có lẽ chỉ đổi mã thành F2.good_posts") for line in lines
    )


def test_changes_are_shown_in_english_too(running: Run, tmp_path: Path) -> None:
    result = running("plan", "import", "--dry-run", newer(tmp_path, LATER), LANGUAGE="en")

    assert result.output.splitlines()[1] == "~ Form F2, deadline: 20/1 → 25/1"


def test_unit_that_will_be_merged_is_announced_with_what_it_means(
    running: Run, roster: list[Path], tmp_path: Path
) -> None:
    schools = tmp_path / "schools.csv"
    rows = roster[2].read_text(encoding="utf-8-sig").splitlines()
    ends = {"T33": "2099-12-31,T34", "T35": "2099-12-31,T99", "T36": ",T34"}
    head, *rest = rows
    lines = [f"{head},valid_to,successor", *(f"{row},{ends.get(row[:3], ',')}" for row in rest)]
    schools.write_text("\n".join(lines), encoding="utf-8")

    shown = running("units", "import", schools).output.splitlines()

    assert shown[:3] == [
        (
            "Từ 01/01/2100, T33 Trường THCS Quang Vinh sáp nhập vào T34 Trường THCS Thái Ninh: "
            "số liệu của hai đơn vị được cộng lại, "
            "cho đến khi danh sách nạp sau ngày đó cho số liệu mới của T34 Trường THCS Thái Ninh."
        ),
        "Chú ý: T35 Trường THCS Lạc Thiện sáp nhập vào T99, nhưng danh sách không có đơn vị mang mã đó.",
        (
            "Chú ý: T36 Trường THPT Vân Trạch có đơn vị tiếp nhận nhưng chưa có ngày kết thúc (cột valid_to) nên chưa "
            "chuyển gì."
        ),
    ]
