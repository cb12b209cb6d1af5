"""What asks for more time, and what grants or refuses it."""

import pytest

from locales.chat_words import Called, Command, read_command
from locales.granting_words import Decision, read_decision
from tests.answers.reading import phrases


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("cho em thêm 3 ngày", "thêm 3 ngày"),
        ("cho em xin thêm hai tuần nữa ạ", "thêm hai tuần nữa"),
        ("xin hoãn", ""),
        ("xin nộp muộn", ""),
        ("em xin khất đến thứ 2", "đến thứ 2"),
        ("cho nộp chậm 2 ngày", "2 ngày"),
        ("em xin nộp báo cáo chậm 2 ngày vì mất điện", "2 ngày vì mất điện"),
        ("cho em gia hạn đến 10/12", "đến 10/12"),
        ("xin lùi thời hạn báo cáo đến 10/12", "đến 10/12"),
        ("we need more time", ""),
    ],
)
def test_asking_in_words_of_ones_own_is_understood(text: str, rest: str) -> None:
    assert read_command(text) == Called(Command.EXTEND, rest, loose=True)


@pytest.mark.parametrize(
    ("text", "rest"),
    [("xin lùi hạn", ""), ("lùi hạn đến 10/12", "đến 10/12"), ("lui han den 10/12", "den 10/12")],
)
def test_putting_a_day_off_is_the_command_by_another_name(text: str, rest: str) -> None:
    assert read_command(text) == Called(Command.EXTEND, rest)


@pytest.mark.parametrize(
    "text",
    phrases(
        "hoãn họp|xin hoãn cuộc họp|lùi|lùi lại|nộp muộn|cho em thêm 3 cái|xin thêm 5 bản|thêm 3 giáo viên|"
        "không gia hạn|đồng ý gia hạn|chưa xong|xin cảm ơn|chậm nhất 10/12"
    ),
)
def test_what_is_about_something_else_is_no_command(text: str) -> None:
    assert read_command(text) is None


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("đồng ý gia hạn", Decision(grants=True)),
        ("Đồng ý gia hạn.", Decision(grants=True)),
        ("dong y gia han", Decision(grants=True)),
        ("chấp thuận gia hạn", Decision(grants=True)),
        ("chấp thuận", Decision(grants=True, named=False)),
        ("đồng ý gia hạn cho T25", Decision(grants=True, unit="T25")),
        ("đồng ý cho T25 gia hạn đến 12/12", Decision(grants=True, unit="T25", until="đến 12/12")),
        ("đồng ý gia hạn đến 12/12", Decision(grants=True, until="đến 12/12")),
        ("chỉ gia hạn đến 12/12", Decision(grants=True, until="đến 12/12")),
        ("chỉ cho đến 12/12", Decision(grants=True, until="đến 12/12", named=False)),
        ("không gia hạn", Decision(grants=False)),
        ("không đồng ý gia hạn", Decision(grants=False)),
        ("từ chối gia hạn cho T25", Decision(grants=False, unit="T25")),
        ("không gia hạn nữa", Decision(grants=False)),
        ("không gia hạn vì đã đủ số liệu", Decision(grants=False, reason="đã đủ số liệu")),
        ("Grant it", Decision(grants=True)),
        ("Do not extend", Decision(grants=False)),
        ("grant the extension for T25 until 12/12", Decision(grants=True, unit="T25", until="until 12/12")),
    ],
)
def test_decision_is_read(text: str, decision: Decision) -> None:
    assert read_decision(text) == decision


@pytest.mark.parametrize(
    "text",
    phrases("gia hạn|gia hạn 9/12|xin gia hạn|cho em gia hạn|xin cho gia hạn|đồng ý|không|duyệt gia hạn"),
)
def test_what_decides_nothing_about_time_is_left_alone(text: str) -> None:
    assert read_decision(text) is None
