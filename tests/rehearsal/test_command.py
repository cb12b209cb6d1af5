"""`nhacviec plan rehearse`: the papers, and that nothing of it touches the installation."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.plan import plan
from tests.rehearsal.given import PLAN


def test_the_papers_of_a_fortnight_say_the_same_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "data" / "mine.db"
    monkeypatch.setenv("NHACVIEC_DATABASE_URL", f"sqlite:///{database}")
    told = []
    for name in ("one", "two"):
        out = tmp_path / name
        days = ["--from", "2026-11-23", "--to", "2026-11-28", "--officers", "silent", "--out", str(out)]
        result = CliRunner().invoke(plan, ["rehearse", str(PLAN), *days])

        assert (result.exit_code, result.exception) == (0, None)
        assert sorted(file.name for file in out.iterdir()) == [
            "calendar.html",
            "days.png",
            "figures.html",
            "messages.csv",
        ]
        with (out / "messages.csv").open(encoding="utf-8-sig", newline="") as file:
            told.append(list(csv.reader(file)))

    assert told[0] == told[1]
    assert {row[1] for row in told[0][1:]} == {"Trả lời", "Tin nhắc"}
    assert not database.exists()
