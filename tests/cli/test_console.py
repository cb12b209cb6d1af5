"""The bot at a terminal: the real one, without any messenger."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.house import office_time

REPORT = ("đồng ý", "báo cáo", "rồi", "hôm qua", "@photo.jpg", "@nothing.jpg")


@pytest.fixture
def loaded(run: Run, roster: list[Path], plan: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    for clock in ("bot.cli.context.system_clock", "bot.cli.console.system_clock"):
        monkeypatch.setattr(clock, lambda: office_time("2026-11-23 08:05"))
    run("units", "import", *roster)
    run("plan", "import", plan, "--yes")
    return run


def test_an_officer_joins_and_reports_without_a_messenger(loaded: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"a picture")

    result = loaded("console", "--as", "T14 officer", typed="\n".join(REPORT))

    lines = result.output.splitlines()
    assert result.exit_code == 0, result.output
    assert "< Kính chào đồng chí Nguyễn Văn Tiến, Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ)." in lines
    assert "  - tin nhắn không đi qua máy chủ nào khác." in lines
    assert lines[lines.index("> rồi") + 1] == "< Đã ghi: Có."
    assert "  [Hôm nay] [Hôm qua]" in lines
    assert lines[lines.index("> @photo.jpg") + 1].startswith("< ⚠️ Câu này trả lời bằng chữ hoặc số")
    assert lines[-1] == "  nothing.jpg: No such file or directory"


def test_several_people_speak_in_one_console(loaded: Run) -> None:
    said = ("= T14 officer", "đồng ý", "= stranger", "xin chào", "= T14 officer", "việc")

    lines = loaded("console", typed="\n".join(said)).output.splitlines()

    assert lines[lines.index("> xin chào") + 1].startswith("< Đây là Hệ thống nhắc việc của")
    assert lines[lines.index("> việc") + 1] == "< ⏳ Đến hạn:"


def test_whoever_agreed_once_is_not_asked_again(loaded: Run) -> None:
    loaded("console", "--as", "T14", typed="đồng ý\n")

    lines = loaded("console", "--as", "T14", typed="việc\n").output.splitlines()

    assert lines[:2] == ["> việc", "< ⏳ Đến hạn:"]


def test_run_without_a_channel_names_the_console(run: Run) -> None:
    result = run("run")

    assert result.exit_code == 1
    assert "nhacviec console" in result.output
