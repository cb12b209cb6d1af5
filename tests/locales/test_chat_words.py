"""Commands and the words of a form, in every spelling."""

import re
import unicodedata
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.folding import fold
from bot.core.forms.said import Edit, Word
from locales.chat_words import SPELLINGS, Called, Command, read_command, read_form_word

SPELLED = [
    (command, word)
    for command, spelling in SPELLINGS.items()
    for word in (command.value, *spelling.vi, *spelling.en)
]
FORM_WORDS = [
    (word, spelling)
    for word, spellings in {
        Word.BACK: "lùi|lùi lại|quay lại|trở lại|back",
        Word.SKIP: "bỏ qua|bỏ qua câu này|skip",
        Word.HELP: "giúp|giúp đỡ|trợ giúp|help|?",
        Word.CANCEL: "huỷ|hủy|huỷ bỏ|huỷ báo cáo|cancel",
        Word.RESUME: "tiếp|tiếp tục|điền tiếp|continue|resume",
    }.items()
    for spelling in spellings.split("|")
]


def ways_to_type(word: str) -> list[str]:
    """With and without accents and slash, in capitals, as a phone or a Mac types it."""
    spelled = {
        word,
        word.capitalize(),
        word.upper(),
        word.title(),
        fold(word),
        unicodedata.normalize("NFD", word),
    }
    return sorted(
        {f"{before}{one}{after}" for one in spelled for before, after in (("", ""), ("/", ""), (" ", "  "))}
    )


@pytest.mark.parametrize(("command", "word"), SPELLED)
def test_command_is_understood_in_every_spelling(command: Command, word: str) -> None:
    for typed in ways_to_type(word):
        assert read_command(typed) == Called(command), typed


@pytest.mark.parametrize(("command", "word"), SPELLED)
def test_command_is_understood_without_spaces(command: Command, word: str) -> None:
    assert read_command("/" + fold(word).replace(" ", "")) == Called(command)


def test_every_command_has_spellings_in_both_languages() -> None:
    assert set(SPELLINGS) == set(Command)
    for spelling in SPELLINGS.values():
        assert spelling.vi
        assert spelling.en


def test_no_two_commands_share_a_spelling() -> None:
    meanings: dict[str, set[Command]] = defaultdict(set)
    for command, word in SPELLED:
        meanings[fold(word)].add(command)
        meanings[fold(word).replace(" ", "")].add(command)

    assert {word: found for word, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("command", list(Command))
def test_command_fits_into_the_messenger_s_menu(command: Command) -> None:
    assert re.fullmatch(r"[a-z0-9_]{1,32}", command.value)


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("/start ABCDE-FGHJK", Called(Command.START, "ABCDE-FGHJK")),
        ("bắt đầu ABCDE FGHJK", Called(Command.START, "ABCDE FGHJK")),
        ("/donvi T05", Called(Command.UNIT, "T05")),
        ("đơn vị Hoa Sen", Called(Command.UNIT, "Hoa Sen")),
        ("don  vi   hoa  sen", Called(Command.UNIT, "hoa sen")),
        ("/baocao 2", Called(Command.REPORT, "2")),
        ("báo cáo 2", Called(Command.REPORT, "2")),
        ("Report 2", Called(Command.REPORT, "2")),
        ("/ketnoi ABCDE-FGHJK", Called(Command.LINK, "ABCDE-FGHJK")),
        ("/viec này khó", Called(Command.TASKS, "này khó")),  # with a slash it is a command
        ("việc của tôi", Called(Command.TASKS)),
        ("/nguon HP-03.1", Called(Command.SOURCE, "HP-03.1")),
        ("giúp sửa", Called(Command.HELP, "sửa")),
        ("giup minh chung a", Called(Command.HELP, "minh chung")),
        ("báo cáo thử", Called(Command.PRACTICE)),
    ],
)
def test_what_stands_behind_a_command_is_kept_as_it_was_typed(typed: str, called: Called) -> None:
    assert read_command(typed) == called


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "/",
        " / ",
        "//viec",
        "/khongco",
        "việc này khó",  # takes nothing behind it, so without a slash it is a remark
        "giúp tôi với",
        "huỷ bỏ chuyến đi",
        "tôi có việc",
        "viecnay",
        "việc của",
        "3",
        "🎉",
    ],
)
def test_anything_else_is_no_command(typed: str) -> None:
    assert read_command(typed) is None


@pytest.mark.parametrize(("word", "spelling"), FORM_WORDS)
def test_word_of_a_form_is_understood_in_every_spelling(word: Word, spelling: str) -> None:
    for typed in ways_to_type(spelling):
        assert read_form_word(typed) is word, typed


@pytest.mark.parametrize(
    ("typed", "edit"),
    [
        ("sửa", Edit()),
        ("Sửa", Edit()),
        ("sửa câu", Edit()),
        ("edit", Edit()),
        ("sửa 3", Edit(3)),
        ("sua 3", Edit(3)),
        ("SỬA 3", Edit(3)),
        ("/sửa 3", Edit(3)),
        ("sua3", Edit(3)),
        ("sửa 3.", Edit(3)),
        ("sửa câu 3", Edit(3)),
        ("sửa dòng 12", Edit(12)),
        ("edit 3", Edit(3)),
        ("edit line 3", Edit(3)),
        ("sửa 0", Edit(0)),  # the form says that there is no such line
        ("sửa 999", Edit(999)),
    ],
)
def test_line_to_correct_is_understood(typed: str, edit: Edit) -> None:
    assert read_form_word(typed) == edit


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "sửa ba",
        "sửa 3a",
        "sửa 3 4",
        "sửa -1",
        "sửa 1000",
        "sửa ²",
        "lùi xe",
        "bỏ",
        "qua",
        "??",
        "tiếp theo là",
        "có",
    ],
)
def test_anything_else_is_an_answer(typed: str) -> None:
    assert read_form_word(typed) is None


def test_word_that_is_a_command_as_well_means_the_same_in_a_form() -> None:
    both = {
        spelling: (word, called.command)
        for word, spelling in FORM_WORDS
        if (called := read_command(spelling))
    }

    assert set(both.values()) == {(Word.HELP, Command.HELP), (Word.CANCEL, Command.CANCEL)}


@given(st.text(max_size=40))
def test_no_text_raises(typed: str) -> None:
    assert isinstance(read_command(typed), Called | None)
    assert isinstance(read_form_word(typed), Word | Edit | None)
