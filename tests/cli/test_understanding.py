"""`nhacviec understand`: one answer, a file of answers, wrong use. No database is opened."""

import json
from pathlib import Path

import pytest

from bot.cli.vectors import TYPES
from tests.cli.conftest import Run

HERE = Path(__file__).parents[1] / "answers"


@pytest.mark.parametrize(
    ("words", "action", "value", "echo"),
    [
        (["--type", "ratio", "--total", "45", "vắng 2"], "confirm", [43, 45], "43/45 (95,6%)"),
        (["--type", "date", "--today", "2026-11-22", "20.11"], "ok", "2026-11-20", "thứ Sáu, 20/11/2026"),
        (["--type", "int", "-5"], "reject", None, "Số này không thể nhỏ hơn 0. Ví dụ: 45."),
        (["--type", "integer", "45", "trường"], "ok", 45, "45"),
        (["--type", "dec", "1.234,5"], "ok", 1234.5, "1.234,5"),
        (["--type", "yn", "chuwa"], "confirm", "not_yet", "Chưa"),
        (["--type", "doc", "15-KH/ĐU, ngày 20/11/2026"], "ok", "15-KH/ĐU", "15-KH/ĐU, ngày 20/11/2026"),
        (["--type", "unit", "thcs bac hoà"], "ok", "T29", "Trường THCS Bắc Hòa"),
        (["--type", "select_one", "--choices", "zalo, fanpage", "2"], "ok", "fanpage", "fanpage"),
        (["--type", "choices", "--choices", "a,b,c", "1,3"], "ok", ["a", "c"], "a và c"),
        (["--type", "money_million", "--language", "en", "15.5"], "ok", 15.5, "15.5 million VND"),
    ],
)
def test_answer_is_shown_as_one_json_object(
    run: Run, words: list[str], action: str, value: object, echo: str
) -> None:
    result = run("understand", *words)

    assert result.exit_code == 0
    assert json.loads(result.output) == {"action": action, "value": value, "echo": echo}
    assert not list(Path.cwd().iterdir()), "no database, no file"


def test_file_whose_rows_agree_says_so(run: Run) -> None:
    result = run("understand", "--file", HERE / "input_vectors.json")

    assert (result.exit_code, result.output) == (0, "88 of 88 agree, 0 silently wrong\n")


def test_rows_that_differ_are_named(run: Run, tmp_path: Path) -> None:
    rows = [
        {"input": "45", "type": "int", "expected": 45, "action": "ok"},
        {"input": "45", "type": "int", "expected": 46, "action": "ok"},
        {"input": "43", "type": "ratio", "expected": [43, 50], "action": "confirm", "total": 50},
        {"input": "k", "type": "int", "expected": 1000, "action": "confirm"},
    ]
    path = tmp_path / "rows.json"
    path.write_text(json.dumps(rows), "utf-8")

    result = run("understand", "--file", path)

    assert result.exit_code == 1
    assert [line[:2] for line in result.output.splitlines() if line[0].isdigit()] == ["2.", "3.", "4.", "1 "]
    assert result.output.splitlines()[-1] == "1 of 4 agree, 1 silently wrong"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--type", "int"],
        ["45"],
        ["--type", "number", "45"],
        ["--type", "date", "--today", "20/11/2026", "nay"],
        ["--type", "select_one", "2"],
        ["--file", "missing.json"],
        ["--type", "int", "--file", str(HERE / "input_vectors.json")],
    ],
)
def test_wrong_use_ends_with_two(run: Run, words: list[str]) -> None:
    assert run("understand", *words).exit_code == 2


UNKNOWN_TYPE = '[{"input": "a", "type": "x", "expected": 1, "action": "ok"}]'


@pytest.mark.parametrize("content", ["", "{}", "[1]", '[{"input": "45"}]', UNKNOWN_TYPE])
def test_file_of_another_shape_is_refused(run: Run, tmp_path: Path, content: str) -> None:
    path = tmp_path / "rows.json"
    path.write_text(content, "utf-8")

    assert run("understand", "--file", path).exit_code == 2


@pytest.mark.parametrize("kind", list(TYPES))
def test_every_type_may_be_asked(run: Run, kind: str) -> None:
    result = run("understand", "--type", kind, "--choices", "a,b", "1")

    assert set(json.loads(result.output)) == {"action", "value", "echo"}
