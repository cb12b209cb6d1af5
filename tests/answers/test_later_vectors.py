"""Times at which people want to be reminded, as they type them on Wednesday, 25/11/2026 (later_vectors.json)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.core.later_words import read_when, wants_no_more

ROWS = json.loads((Path(__file__).parent / "later_vectors.json").read_text(encoding="utf-8"))
WEDNESDAY = date(2026, 11, 25)


def written(text: str) -> dict[str, Any]:
    """What is understood, as the table writes it."""
    when = read_when(text, today=WEDNESDAY)
    if when is None:
        return {"input": text, "says": None}
    found = {
        "day": when.day and when.day.isoformat(),
        "half": when.half and when.half.value,
        "hour": when.hour and f"{when.hour:%H:%M}",
        "minutes": when.wait and int(when.wait.total_seconds() // 60),
    }
    return {
        "input": text,
        **{name: value for name, value in found.items() if value is not None},
        "says": when.says.name.lower(),
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["input"])
def test_time_is_read_as_the_table_says(row: dict[str, Any]) -> None:
    assert written(row["input"]) == row


def test_table_is_all_there() -> None:
    assert len({row["input"] for row in ROWS}) == len(ROWS) >= 100


@pytest.mark.parametrize(
    "text",
    [
        "đừng nhắc nữa",
        "dung nhac nua a",
        "Đừng nhắc tôi nữa ạ",
        "khỏi nhắc",
        "thôi nhắc",
        "stop reminding me",
    ],
)
def test_who_is_tired_of_reminders_is_heard(text: str) -> None:
    assert wants_no_more(text)


@pytest.mark.parametrize("text", ["không nhắc giáo viên", "nhắc sau", "đừng", "thôi", "mai nhắc"])
def test_other_words_are_no_such_thing(text: str) -> None:
    assert not wants_no_more(text)
