"""`nhacviec plan rehearse`: the papers, and that nothing of it touches the installation."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.plan import plan
from tests.rehearsal.given import PLAN


def rehearse(out: Path, *options: str, file: Path = PLAN) -> Result:
    return CliRunner().invoke(plan, ["rehearse", str(file), "--out", str(out), *options])


@pytest.fixture(autouse=True)
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the office's own database would be."""
    database = tmp_path / "data" / "mine.db"
    monkeypatch.setenv("NHACVIEC_DATABASE_URL", f"sqlite:///{database}")
    return database


def test_the_papers_of_a_week_are_the_same_twice(tmp_path: Path, installation: Path) -> None:
    written = []
    for name in ("one", "two"):
        out = tmp_path / name

        result = rehearse(out, "--from", "2026-11-23", "--to", "2026-11-30", "--officers", "silent")

        assert (result.exit_code, result.exception) == (0, None)
        files = {str(file.relative_to(out)): file for file in out.rglob("*.*")}
        assert sorted(files) == [
            "calendar.html",
            "days.png",
            "figures.html",
            "messages.csv",
            "pictures/g1001-tien-do-2026-W48.png",
        ]
        written.append({path: file.read_bytes() for path, file in files.items()})

    assert written[0] == written[1]
    rows = csv.reader(io.StringIO(written[0]["messages.csv"].decode("utf-8-sig"), newline=""))
    assert {row[1] for row in rows} == {"Loại tin", "Trả lời", "Tin nhắc", "Thông báo", "Tổng hợp"}
    assert not installation.exists()


def test_another_seed_is_another_week(tmp_path: Path) -> None:
    days = ("--from", "2026-11-23", "--to", "2026-11-25")

    for seed in ("1", "2"):
        assert rehearse(tmp_path / seed, *days, "--seed", seed).exit_code == 0

    one, two = ((tmp_path / seed / "messages.csv").read_bytes() for seed in ("1", "2"))
    assert one != two


@pytest.mark.parametrize("days", [("2026-11-30", "2026-11-23"), ("2026-11-23", "2036-11-23")])
def test_days_the_wrong_way_round_or_too_many_are_refused(days: tuple[str, str], tmp_path: Path) -> None:
    result = rehearse(tmp_path / "out", "--from", days[0], "--to", days[1])

    assert result.exit_code == 2
    assert result.output == "Ngày bắt đầu phải trước ngày kết thúc, và không quá năm năm.\n"


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_years_that_nobody_means_are_refused(day: str, tmp_path: Path) -> None:
    result = rehearse(tmp_path / "out", "--from", day, "--to", day)

    assert (result.exit_code, type(result.exception)) == (2, SystemExit)
    assert f"“{day}”" in result.output


def test_a_plan_that_cannot_be_read_is_not_rehearsed(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("plan: [", encoding="utf-8")

    result = rehearse(tmp_path / "out", "--from", "2026-11-23", "--to", "2026-11-30", file=broken)

    assert result.exit_code == 1
    assert result.output.endswith(
        f"Chưa nạp kế hoạch {broken}: hãy sửa hoặc quyết định các lỗi trên rồi nạp lại.\n"
    )
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_told_before_anything_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr("bot.cli.rehearsing.play", None)

    result = rehearse(tmp_path / "file" / "out", "--from", "2026-11-23", "--to", "2026-11-30")

    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert (
        result.output
        == f"Không ghi được tệp {tmp_path / 'file' / 'out'}; hãy kiểm tra thư mục và quyền ghi.\n"
    )
