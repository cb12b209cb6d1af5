"""Report, day and reason in one line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asked_time import Asked, read_asked
from bot.core.folding import fold
from bot.core.until_when import until_when
from bot.core.workdays import WorkCalendar

TODAY, DUE = date(2026, 11, 25), date(2026, 12, 2)
TITLE = "bao cao nam cua cap uy"


def is_day(text: str) -> bool:
    return until_when(text, today=TODAY, due_on=DUE, calendar=WorkCalendar()) is not None


def is_report(text: str) -> bool:
    return text in ("1", "2", "T14") or (len(text) > 2 and fold(text) in TITLE)


def read(text: str) -> Asked:
    return read_asked(text, is_day=is_day, is_report=is_report)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", Asked()),
        ("9/12", Asked(until="9/12")),
        ("9/12 vì trường đang thi học kỳ", Asked(until="9/12", reason="trường đang thi học kỳ")),
        ("đến 9/12 do mất điện", Asked(until="đến 9/12", reason="mất điện")),
        ("den 9/12 vi mat dien", Asked(until="den 9/12", reason="mat dien")),
        ("thêm 5 ngày vì mất điện", Asked(until="thêm 5 ngày", reason="mất điện")),
        ("9/12. Lý do: trường đang thi", Asked(until="9/12", reason="trường đang thi")),
        ("9/12 (lý do: trường thi)", Asked(until="9/12", reason="trường thi")),
        ("until 9/12 because of exams", Asked(until="until 9/12", reason="exams")),
        ("vì mất điện", Asked(reason="mất điện")),
        ("vì mất điện xin thêm 5 ngày", Asked(until="xin thêm 5 ngày", reason="mất điện")),
        ("báo cáo năm đến 20/12", Asked("báo cáo năm", "đến 20/12")),
        ("đến 20/12 báo cáo năm", Asked("báo cáo năm", "đến 20/12")),
        ("báo cáo năm đến 20/12 vì chờ số liệu", Asked("báo cáo năm", "đến 20/12", "chờ số liệu")),
        ("báo cáo năm", Asked("báo cáo năm")),
        ("T14", Asked("T14")),
        ("2", Asked("2")),
        ("2 đến 20/12", Asked("2", "đến 20/12")),
        ("2 tuần", Asked(until="2 tuần")),
        ("thứ Hai, 7/12", Asked(until="thứ Hai, 7/12")),
        ("9/12, trường đang thi", Asked(until="9/12", reason="trường đang thi", guessed=True)),
        ("9/12 cho tiện", Asked(until="9/12", reason="cho tiện", guessed=True)),
    ],
)
def test_line_is_read(text: str, asked: Asked) -> None:
    assert read(text) == asked


@pytest.mark.parametrize(
    "text",
    ["3", "9/12 hoặc 10/12", "9/12 không được thì 10/12", "mai mốt gì đó", "báo cáo quý đến 20/12", "xyz"],
)
def test_line_that_names_no_one_day_is_not_guessed(text: str) -> None:
    assert read(text) == Asked(unread=True)


@given(st.text(alphabet="ab cví do,9/12.", max_size=60))
def test_day_and_reason_stand_in_the_line_that_was_typed(text: str) -> None:
    asked = read(text)

    assert asked.until in text
    assert asked.reason in text
    assert not (asked.unread and asked.until)
