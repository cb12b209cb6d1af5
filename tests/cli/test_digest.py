"""The digest at the command line: what it says, its files, when it comes and where to."""

from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from tests.cli.conftest import Run


@pytest.fixture
def loaded(run: Run, roster: list[Path], plan: Path) -> Run:
    run("units", "import", *roster)
    run("plan", "import", plan)
    return run


def test_picture_and_register_are_written(loaded: Run, tmp_path: Path) -> None:
    result = loaded("digest", "show", "--picture", "a.png", "--register", "a.xlsx")

    assert result.exit_code == 0, result.output
    with Image.open(tmp_path / "a.png") as picture:
        assert (picture.format, picture.width) == ("PNG", 720)
    (page,) = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets
    assert page["A3"].value == "Mã đơn vị"
    assert "Người gửi" not in [cell.value for cell in page[3]]


def test_file_that_is_there_is_kept(loaded: Run, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"mine")

    assert loaded("digest", "show", "--picture", "a.png").exit_code == 1
    assert (tmp_path / "a.png").read_bytes() == b"mine"
    assert loaded("digest", "show", "--picture", "a.png", "--force").exit_code == 0


def test_hour_is_set_and_shown(loaded: Run) -> None:
    usual = loaded("digest", "set").output
    tried = loaded("digest", "set", "--day", "t3", "--at", "8:00", "--dry-run").output
    assert tried.splitlines()[0] == "Bản tổng hợp: 08:00 thứ Ba hằng tuần."
    assert loaded("digest", "set").output == usual

    loaded("digest", "set", "--day", "t3", "--at", "8:00", "--only-news", "--preview", "off")

    assert loaded("digest", "set").output.splitlines() == [
        "Bản tổng hợp: 08:00 thứ Ba hằng tuần.",
        "- Không có gì mới thì không gửi.",
        "- Không gửi bản xem trước thứ Sáu.",
    ]


@pytest.mark.parametrize("wrong", [("--day", "chủ nhật"), ("--at", "25:00"), ("--preview", "mai")])
def test_hour_that_is_none_is_refused(loaded: Run, wrong: tuple[str, str]) -> None:
    result = loaded("digest", "set", *wrong)

    assert result.exit_code == 2
    assert wrong[1] in result.output


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--at", "23:00"), "23:00 là giờ nghỉ"),
        (("--at", "12:00"), "07:30–11:30 và 13:30–18:00"),
        (("--preview", "17:00"), "08:00–11:00 và 14:00–16:30"),
    ],
)
def test_hour_of_rest_is_refused_with_those_that_are_possible(
    loaded: Run, wrong: tuple[str, str], said: str
) -> None:
    usual = loaded("digest", "set").output

    result = loaded("digest", "set", *wrong)

    assert result.exit_code == 1
    assert said in result.output
    assert loaded("digest", "set").output == usual


@pytest.mark.parametrize(
    ("week", "remark"),
    [
        ("2099-W10", "Tuần 10/2099 chưa hết, chưa gửi bản tổng hợp."),
        ("2026-W10", "Không có bản tổng hợp nào đã gửi về tuần 10/2026."),
    ],
)
def test_week_without_a_digest_is_shown_with_a_remark(loaded: Run, week: str, remark: str) -> None:
    assert loaded("digest", "show", "--week", week).output.startswith(remark)
    assert remark not in loaded("digest", "show").output


def test_channel_is_linked_and_let_go(loaded: Run) -> None:
    assert loaded("digest", "chats", "list").output == "Chưa kết nối nhóm, kênh nào.\n"

    loaded("digest", "chats", "add", "telegram", "-1001234567890", "--topic", "12", "--dry-run")
    assert loaded("digest", "chats", "list").output == "Chưa kết nối nhóm, kênh nào.\n"

    loaded("digest", "chats", "add", "telegram", "-1001234567890", "--topic", "12")
    assert loaded("digest", "chats", "list").output == "telegram -1001234567890 #12\n"

    assert loaded("digest", "chats", "remove", "telegram", "-1001234567890").exit_code == 1
    assert loaded("digest", "chats", "remove", "telegram", "-1001234567890", "--topic", "12").exit_code == 0
    assert loaded("digest", "chats", "remove", "telegram", "-1001234567890", "--topic", "12").exit_code == 1


@pytest.mark.parametrize(
    ("where", "says"),
    [
        (("telegram", "@bantuyengiao"), "là tên"),
        (("telegram", "12a"), "không phải mã nhóm"),
        (("telegram", "0"), "không phải mã nhóm"),
        (("zalo", "-1001234567890"), "telegram"),
        (("telegram", "-1001234567890", "--topic", "x"), "không phải mã chủ đề"),
        (("telegram", "-123456", "--topic", "7"), "mới có chủ đề"),
    ],
)
def test_chat_that_cannot_be_is_refused(loaded: Run, where: tuple[str, ...], says: str) -> None:
    result = loaded("digest", "chats", "add", *where)

    assert result.exit_code == 2
    assert says in result.output
    assert loaded("digest", "chats", "list").output == "Chưa kết nối nhóm, kênh nào.\n"


def test_private_chat_of_nobody_we_know_is_refused(loaded: Run) -> None:
    result = loaded("digest", "chats", "add", "telegram", "5551234")

    assert result.exit_code == 1
    assert "không phải của một đồng chí lãnh đạo" in result.output
