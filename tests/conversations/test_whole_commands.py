"""Which messages are a command to their last word, and which only begin like one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.messages import Address, Incoming, Kind
from bot.db.contacts import link, load_contact, put_contact
from bot.db.session import Connection
from bot.gather.shelf import Shelf
from bot.papers.plan_files import read_plan
from handlers.choices import leaves, slipped
from handlers.turn import Turn
from handlers.whole_commands import is_whole
from locales.chat_words import read_command
from locales.words import in_language
from tests.house import make_house, member, office_time, open_house

NOW = office_time("2026-11-25 08:05")


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = open_house(make_house(Path(tmp_path_factory.mktemp("house"))))
    with database.engine.connect() as connection:
        yield connection
    database.close()


def turn_of(connection: Connection, unit: str, role: str) -> Turn:
    address = Address("telegram", f"{unit} {role}")
    if load_contact(connection, address) is None:
        put_contact(connection, address, language=None, now=NOW)
        contact = load_contact(connection, address)
        assert contact is not None
        link(connection, contact.id, member(connection, unit, role).person_id, now=NOW)
    incoming = Incoming("1", address, address.chat, "", Kind.TEXT)
    contact = load_contact(connection, address)
    return Turn(connection, incoming, NOW, Shelf(read_plan), in_language("vi"), contact)


def is_command(turn: Turn, text: str) -> bool:
    called = read_command(text)
    return called is not None and is_whole(turn, called)


@pytest.mark.parametrize(
    "text",
    [
        "gia hạn 9/12", "gia hạn đến hết thứ sáu", "xin gia hạn thêm 5 ngày", "gia hạn cuối tháng 12", "gia hạn",
        "nhắc sau mai", "nhắc sau 15h", "để sau tối nay", "việc", "lịch sử 2", "báo cáo 2", "nguồn BC-00001G",
        "gia hạn 2",
    ],
)  # fmt: skip
def test_command_with_all_that_it_takes_is_one(connection: Connection, text: str) -> None:
    assert is_command(turn_of(connection, "T25", "officer"), text)


@pytest.mark.parametrize(
    "text",
    [
        "gia hạn hợp đồng thuê máy chưa được duyệt", "gia hạn hợp đồng ngày 9/12 chưa xong", "gia hạn thứ sáu họp bàn",
        "gia hạn giúp trường", "nhắc sau buổi họp phụ huynh mai", "để sau khi thi xong", "nghỉ 2 ngày vì bão",
        "báo cáo tháng 10", "đơn vị 2", "đơn vị T25", "đơn vị chưa có máy chiếu", "lịch nghỉ 30/11 Hội thao",
        "tổng hợp tuần 48",
    ],
)  # fmt: skip
def test_sentence_that_begins_alike_is_none_for_an_officer(connection: Connection, text: str) -> None:
    assert not is_command(turn_of(connection, "T25", "officer"), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đơn vị T25", True),
        ("đơn vị trường thcs vân trạch", True),
        ("đơn vị chưa bổ sung số giáo viên", False),
        ("lịch nghỉ 30/11 Hội thao", True),
        ("lịch nghỉ 30/11 nên đơn vị vẫn còn đủ thời gian làm", False),
        ("tổng hợp tuần 48", True),
        ("tổng hợp số liệu chưa đúng", False),
        ("mời T25", True),
        ("mời họp chưa đủ thành phần", False),
        ("đã gọi CCB", True),
        ("đã gọi điện nhắc hai lần", False),
        ("duyệt lại số học sinh", False),
    ],
)
def test_staff_have_more_commands(connection: Connection, text: str, expected: bool) -> None:
    assert is_command(turn_of(connection, "BTG", "staff"), text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "thôi",
        "huỷ",
        "thôi khỏi",
        "không gia hạn nữa",
        "thôi không xin nữa",
        "không cần nữa ạ",
        "không trả lại nữa",
        "forget it",
    ],
)
def test_what_was_begun_is_left(text: str) -> None:
    assert leaves(text)


@pytest.mark.parametrize(
    "text",
    ["thôi việc không lương từ tháng 9 hai giáo viên", "không còn giáo viên dạy nữa", "không", "chưa xong"],
)
def test_reason_leaves_nothing(text: str) -> None:
    assert not leaves(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("nhầm rồi", True), ("bấm nhầm ạ", True), ("nhầm số học sinh", False)]
)
def test_slip_is_not_a_reason_that_names_one(text: str, expected: bool) -> None:
    assert slipped(text) is expected
