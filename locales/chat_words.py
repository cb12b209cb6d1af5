"""The words of the chat: commands and what may be typed in a form, in every spelling.

Each may be typed with and without accents, with and without the slash. The first word of a command is the one
that menus and messages show.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.core.codes import read_receipt
from bot.core.folding import fold, natural, strip_courtesy
from bot.core.forms.said import Edit, Word
from locales.asking_for_time import read_asking_for_time
from locales.help_words import read_topic


class Command(StrEnum):
    START = "start"
    HELP = "giup"
    TASKS = "viec"
    REPORT = "baocao"
    PRACTICE = "thu"
    HISTORY = "lichsu"
    LANGUAGE = "ngonngu"
    MY_DATA = "dulieu"
    CANCEL = "huy"
    PROGRESS = "tiendo"
    OVERDUE = "quahan"
    REVIEW = "duyet"
    CHASE = "nhac"
    DIGEST = "tonghop"
    READ_DIGEST = "nhantonghop"
    READ_NO_DIGEST = "thoinhantonghop"
    TARGETS = "chitieu"
    UNIT = "donvi"
    SOURCE = "nguon"
    EVIDENCE = "minhchung"
    INVITE = "moi"
    CALENDAR = "lich"
    LINK = "ketnoi"
    UNLINK = "ngatketnoi"
    MEND = "sua"
    UNDO = "hoantac"
    RESTORE = "khoiphuc"
    LEAVE = "nghi"
    BACK_AT_WORK = "dilamlai"
    DECLINE_LEAVE = "khongnhan"
    HAND_OVER = "bangiao"
    LATER = "nhacsau"
    EXTEND = "giahan"
    CALLS = "goidien"
    CALLED = "dagoi"


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a command is written: in Vietnamese, in English, and whether something may follow it: anything, or only the
    number of a list or a receipt code."""

    vi: tuple[str, ...]
    en: tuple[str, ...]
    takes_more: bool = False
    takes_number: bool = False


SPELLINGS: Mapping[Command, Spelling] = {
    Command.START: Spelling(("bắt đầu",), ("start",), takes_more=True),
    Command.HELP: Spelling(("giúp", "giúp đỡ", "trợ giúp", "hướng dẫn"), ("help",)),
    Command.TASKS: Spelling(("việc", "việc của tôi", "danh sách việc"), ("tasks", "todo")),
    Command.REPORT: Spelling(("báo cáo",), ("report",), takes_more=True),
    Command.PRACTICE: Spelling(
        ("thử báo cáo", "báo cáo thử", "thử", "làm thử", "tập báo cáo"), ("practice", "practise", "try")
    ),
    Command.HISTORY: Spelling(
        ("lịch sử", "đã gửi", "gửi nhầm", "đã gửi nhầm"), ("history", "wrong report"), takes_number=True
    ),
    Command.LANGUAGE: Spelling(("ngôn ngữ",), ("language", "lang"), takes_more=True),
    Command.MY_DATA: Spelling(("dữ liệu", "dữ liệu của tôi"), ("mydata", "my data")),
    Command.CANCEL: Spelling(("huỷ", "huỷ bỏ"), ("cancel",)),
    Command.PROGRESS: Spelling(("tiến độ",), ("progress",)),
    Command.OVERDUE: Spelling(("quá hạn",), ("overdue",)),
    Command.REVIEW: Spelling(("duyệt",), ("review",), takes_more=True),
    Command.CHASE: Spelling(("nhắc", "đôn đốc"), ("chase",), takes_more=True),
    Command.DIGEST: Spelling(("tổng hợp", "bản tổng hợp"), ("digest",), takes_more=True),
    Command.READ_DIGEST: Spelling(
        ("nhận bản tổng hợp", "nhận tổng hợp"), ("receive digest", "receive the digest")
    ),
    Command.READ_NO_DIGEST: Spelling(
        ("thôi nhận bản tổng hợp", "không nhận bản tổng hợp", "thôi nhận tổng hợp"),
        ("stop digest", "stop the digest"),
    ),
    Command.TARGETS: Spelling(("chỉ tiêu",), ("targets", "target"), takes_more=True),
    Command.UNIT: Spelling(("đơn vị",), ("unit",), takes_more=True),
    Command.SOURCE: Spelling(("nguồn",), ("source",), takes_more=True),
    Command.EVIDENCE: Spelling(
        ("minh chứng", "xem minh chứng", "ảnh"), ("evidence", "photos"), takes_more=True
    ),
    Command.INVITE: Spelling(("mời",), ("invite",), takes_more=True),
    Command.CALENDAR: Spelling(("lịch", "lịch làm việc"), ("calendar",), takes_more=True),
    Command.LINK: Spelling(("kết nối",), ("link",), takes_more=True),
    Command.UNLINK: Spelling(("ngắt kết nối", "thôi kết nối", "bỏ kết nối"), ("unlink",)),
    Command.MEND: Spelling(
        ("sửa báo cáo", "sửa", "sửa lại báo cáo"),
        ("correct", "correct report", "edit report"),
        takes_number=True,
    ),
    Command.UNDO: Spelling(("hoàn tác",), ("undo",)),
    Command.RESTORE: Spelling(("khôi phục",), ("restore",)),
    Command.LEAVE: Spelling(
        ("nghỉ", "nghỉ phép", "xin nghỉ", "xin nghỉ phép"), ("leave", "away"), takes_more=True
    ),
    Command.BACK_AT_WORK: Spelling(
        ("đi làm lại", "đã đi làm", "đã đi làm lại"), ("back at work", "i am back")
    ),
    Command.DECLINE_LEAVE: Spelling(
        ("tôi không nhận", "không nhận", "không nhận thay"), ("decline", "i decline")
    ),
    Command.HAND_OVER: Spelling(("bàn giao",), ("hand over", "handover")),
    Command.LATER: Spelling(
        ("nhắc sau", "để sau", "nhắc lại sau", "nhắc tôi sau"),
        ("remind later", "remind me later", "snooze"),
        takes_more=True,
    ),
    Command.EXTEND: Spelling(
        ("gia hạn", "xin gia hạn", "xin thêm thời gian", "xin lùi hạn", "lùi hạn"),
        ("extend", "extension"),
        takes_more=True,
    ),
    Command.CALLS: Spelling(("gọi điện", "cần gọi điện"), ("calls", "phone list"), takes_number=True),
    Command.CALLED: Spelling(("đã gọi", "đã gọi điện", "gọi xong"), ("called",), takes_more=True),
}

_FORM_WORDS: Mapping[Word, tuple[str, ...]] = {
    Word.BACK: ("lùi", "lùi lại", "quay lại", "trở lại", "back"),
    Word.SKIP: ("bỏ qua", "bỏ qua câu này", "skip"),
    Word.HELP: ("giúp", "giúp đỡ", "trợ giúp", "help", "?"),
    Word.CANCEL: ("huỷ", "huỷ bỏ", "huỷ báo cáo", "cancel"),
    Word.RESUME: ("tiếp", "tiếp tục", "điền tiếp", "continue", "resume"),
}
_EDIT = ("sửa câu", "sửa dòng", "sửa", "edit line", "edit")


@dataclass(frozen=True, slots=True)
class Called:
    """A command and what was typed behind it, as it was typed. `loose`: said in words of one's own, which an open
    question may be waiting for."""

    command: Command
    rest: str = ""
    loose: bool = False


def _spellings() -> dict[str, tuple[Command, bool]]:
    table: dict[str, tuple[Command, bool]] = {}
    for command, spelling in SPELLINGS.items():
        for word in (command.value, *spelling.vi, *spelling.en):
            folded = fold(word)
            table[folded] = table[folded.replace(" ", "")] = (command, spelling.takes_more)
    return table


_COMMANDS = _spellings()
_WORDS = {fold(spelling): word for word, spellings in _FORM_WORDS.items() for spelling in spellings}
_EDITS = tuple(fold(word) for word in _EDIT)
_PICTURES = ("tong hop anh", "tonghop anh")
"""Without accents "anh" is a picture ("ảnh") here, and nobody's title."""
ENDS = ".,!;:… "
_LONGEST = max(word.count(" ") + 1 for word in _COMMANDS)


def read_command(text: str) -> Called | None:
    """The command in what was typed: `/viec`, `viec`, `Việc ạ`, `/donvi T05`, `đơn vị hoa sen`.

    Without a slash, a word that takes nothing behind it must stand alone: "việc này khó" is no command. Behind "giúp"
    may stand what help is wanted about.
    """
    text = text.strip()
    # "thay" with accents around it is no "thầy": "báo cáo thay", "mời thay" mean on behalf of somebody.
    plain = text if text.lower().endswith(" thay") and not text.isascii() else strip_courtesy(text)
    if fold(text).removeprefix("/") in _PICTURES:
        plain = text
    # "báo cáo" is courtesy, too, where a sentence begins with it: it is one only if nothing else was meant.
    found = _command_in(plain) if text.startswith(plain) else _command_in(text) or _command_in(plain)
    if found is None and (rest := read_asking_for_time(plain)) is not None:
        return Called(Command.EXTEND, rest, loose=True)
    return found


def _command_in(text: str) -> Called | None:
    slash = text.startswith("/")
    parts = text.removeprefix("/").split()
    for length in range(min(_LONGEST, len(parts)), 0, -1):
        found = _COMMANDS.get(fold(" ".join(parts[:length])).rstrip(ENDS))
        if found is None:
            continue
        command, takes_more = found
        rest = " ".join(parts[length:])
        numbered = SPELLINGS[command].takes_number and names_one(rest)
        topical = command is Command.HELP and read_topic(rest) is not None
        if slash or takes_more or numbered or topical or not rest:
            return Called(command, rest)
    return None


def read_form_word(text: str) -> Word | Edit | None:
    """`lùi`, `bỏ qua`, `giúp`, `huỷ`, `tiếp tục`, `sửa 3`, in every spelling."""
    folded = fold(strip_courtesy(text.strip())).removeprefix("/")
    word = _WORDS.get(folded) or _WORDS.get(folded.rstrip(ENDS))
    if word is not None:
        return word
    for edit in _EDITS:
        if folded == edit:
            return Edit()
        if folded.startswith(edit):
            number = natural(folded[len(edit) :].strip().rstrip("."), digits=3)
            if number is not None:
                return Edit(number)
    return None


def read_number_behind(text: str) -> int | None:
    """The number of `báo cáo 2`, `báo cáo số 2`; None for anything else."""
    folded = fold(strip_courtesy(text)).removeprefix("so ").removeprefix("no ").strip(ENDS)
    return natural(folded, digits=4)


_CODE = re.compile(r"\s*BC\s?-?\s?\d{1,6}[A-Z]?\s*", re.IGNORECASE)


def names_one(text: str) -> bool:
    """Whether that is the number of a line, or a receipt code: a mistyped one as well, so that it can be said."""
    return (
        read_number_behind(text) is not None or read_receipt(text) is not None or bool(_CODE.fullmatch(text))
    )
