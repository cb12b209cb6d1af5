"""Inviting people, previews, and the sentences of a refused start."""

import re
from pathlib import Path

import pytest

from bot.db.session import Database
from tests.cli.conftest import Run

CODE = re.compile(r"\b[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}\b")


@pytest.fixture
def loaded(run: Run, roster: list[Path], plan: Path) -> Run:
    run("units", "import", *roster)
    run("plan", "import", plan)
    return run


def test_invite_makes_a_code_for_each_person_of_a_unit(loaded: Run) -> None:
    result = loaded("people", "invite", "--unit", "T14")

    assert result.exit_code == 0
    assert len(CODE.findall(result.output)) == 2
    assert result.output.splitlines()[-1] == "Đã cấp 2 mã. Mã chỉ hiện một lần này."


def test_codes_are_stored_as_hashes_only(loaded: Run, tmp_path: Path) -> None:
    codes = CODE.findall(loaded("people", "invite", "--unit", "T14").output)
    database = Database(f"sqlite:///{tmp_path / 'data' / 'nhacviec.db'}")
    with database.engine.connect() as connection:
        dump = "".join(str(row) for row in connection.exec_driver_sql("SELECT * FROM invitation"))
    database.close()

    assert len(dump) > 100
    assert not [code for code in codes if code in dump or code.replace("-", "") in dump]


def test_invite_in_a_dry_run_makes_no_code(loaded: Run) -> None:
    result = loaded("people", "invite", "--unit", "T14", "--dry-run")

    assert not CODE.search(result.output)
    assert result.output.splitlines()[-1] == "Sẽ cấp 2 mã. (Xem thử: chưa thay đổi gì.)"


def test_sheet_holds_a_card_with_a_qr_code_for_each_person_by_unit(loaded: Run, tmp_path: Path) -> None:
    result = loaded("people", "invite", "--unit", "T14", "--unit", "X02", "--sheet", "sheet.html")
    sheet = (tmp_path / "sheet.html").read_text(encoding="utf-8")

    assert sheet.count("<section>") == 2
    assert sheet.count("<svg") == 4
    assert sorted(CODE.findall(sheet)) == sorted(CODE.findall(result.output))


def test_somebody_outside_the_roster_is_invited_by_name(loaded: Run) -> None:
    result = loaded("people", "invite", "--name", "Trần Văn Mới", "--unit", "BTG", "--role", "staff")

    assert len(CODE.findall(result.output)) == 1
    assert "Trần Văn Mới" in loaded("people", "list").output


def test_a_name_without_unit_and_role_is_wrong_use(loaded: Run) -> None:
    result = loaded("people", "invite", "--name", "Trần Văn Mới")

    assert result.exit_code == 2
    assert result.output == "--name cần đi cùng một --unit (mã đơn vị có trong danh sách) và --role.\n"


def test_group_code_is_made(loaded: Run) -> None:
    assert len(CODE.findall(loaded("people", "invite", "--group").output)) == 1


def test_people_list_counts_who_joined(loaded: Run) -> None:
    assert loaded("people", "list", "--missing").output.splitlines()[-1] == "0/128 người đã kết nối."


def test_previews_answer_for_any_time(loaded: Run) -> None:
    assert (
        loaded("reminders", "preview", "--at", "2026-11-25").output == "Không có gì phải nhắc vào lúc đó.\n"
    )
    assert loaded("digest", "show").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("reminders", "preview", "--at", "mai"), "mai"),
        (("reminders", "preview", "--at", "9999-12-31"), "9999-12-31"),
        (("digest", "show", "--week", "48"), "48"),
        (("digest", "show", "--week", "9999-W52"), "9999-W52"),
        (("digest", "show", "--week", "0001-W01"), "0001-W01"),
    ],
)
def test_bad_time_is_wrong_use(loaded: Run, words: tuple[str, ...], said: str) -> None:
    result = loaded(*words)

    assert result.exit_code == 2
    assert f"“{said}”" in result.output


def test_run_without_a_token_says_what_to_set(run: Run) -> None:
    result = run("run")

    assert result.exit_code == 1
    assert result.output == (
        "Chưa bật kênh nào: hãy đặt NHACVIEC_TELEGRAM_TOKEN. "
        "Để thử ngay tại đây, không cần kênh: nhacviec console.\n"
    )


def test_bad_setting_is_named_and_its_value_is_not_shown(run: Run) -> None:
    result = run("run", TELEGRAM_TOKEN="1:SECRET", TELEGRAM_API="ftp://SECRET")

    assert result.exit_code == 2
    assert result.output.startswith("Cài đặt NHACVIEC_TELEGRAM_API chưa đúng: ")
    assert "SECRET" not in result.output


def test_newer_database_is_refused_with_a_sentence(loaded: Run, tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'data' / 'nhacviec.db'}")
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'from_the_future'")
    database.close()

    result = loaded("units", "list")

    assert result.exit_code == 1
    assert result.output == (
        "Cơ sở dữ liệu thuộc phiên bản mới hơn của chương trình. "
        "Hãy cập nhật chương trình; dữ liệu không bị thay đổi.\n"
    )


def test_file_that_is_no_database_is_refused_with_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nhacviec.db").write_bytes(b"not a database" * 100)

    result = run("units", "list")

    assert result.exit_code == 1
    assert result.output.startswith("Không mở được cơ sở dữ liệu")
