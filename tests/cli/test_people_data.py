"""A person's data by the command line: written for them, or deleted."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

WHO = ("--unit", "T14", "--name", "Nguyễn Văn Tiến")


@pytest.fixture
def loaded(run: Run, roster: list[Path]) -> Run:
    run("units", "import", *roster)
    return run


def test_export_writes_a_page_and_json(loaded: Run, tmp_path: Path) -> None:
    result = loaded("people", "export", *WHO, tmp_path)

    data = json.loads((tmp_path / "du-lieu-cua-toi.json").read_text("utf-8"))
    page = (tmp_path / "du-lieu-cua-toi.html").read_text("utf-8")
    assert result.exit_code == 0
    assert data["person"][0]["name"] == "Nguyễn Văn Tiến"
    assert [one["kind"] for one in data["data_request"]] == ["export"]
    assert "<dd>Nguyễn Văn Tiến</dd>" in page


def test_delete_leaves_nobody_of_that_name(loaded: Run) -> None:
    result = loaded("people", "delete", *WHO, "--yes")

    assert result.exit_code == 0
    assert "Nguyễn Văn Tiến" not in loaded("people", "list").output.partition("T15\t")[0]
    assert loaded("people", "delete", *WHO, "--yes").exit_code == 1


def test_delete_asks_first(loaded: Run) -> None:
    assert loaded("people", "delete", *WHO).exit_code == 1
    assert loaded("people", "delete", *WHO, "--dry-run").exit_code == 0
    assert "Nguyễn Văn Tiến" in loaded("people", "list").output


def test_deleted_person_is_not_loaded_again(loaded: Run, roster: list[Path]) -> None:
    loaded("people", "delete", *WHO, "--yes")

    said = loaded("units", "import", *roster).output

    assert said.splitlines()[0] == (
        "Không nạp lại người đã xóa dữ liệu theo yêu cầu ở: T14. Đơn vị cần cử cán bộ đầu mối khác."
    )
