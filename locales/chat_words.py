"""The words of the chat: commands and what may be typed in a form, in every spelling.

Each may be typed with and without accents, with and without the slash. The first word of a command is the one
that menus and messages show.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.core.folding import fold, natural, strip_courtesy
from bot.core.forms.said import Edit, Word
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
    LEAVE = "nghi"
    BACK_AT_WORK = "dilamlai"
    DECLINE_LEAVE = "khongnhan"
    HAND_OVER = "bangiao"


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a command is written: in Vietnamese, in English, and whether something may follow it."""

    vi: tuple[str, ...]
    en: tuple[str, ...]
    takes_more: bool = False


SPELLINGS: Mapping[Command, Spelling] = {
    Command.START: Spelling(("bắt đầu",), ("start",), takes_more=True),
    Command.HELP: Spelling(("giúp", "giúp đỡ", "trợ giúp", "hướng dẫn"), ("help",)),
    Command.TASKS: Spelling(("việc", "việc của tôi", "danh sách việc"), ("tasks", "todo")),
    Command.REPORT: Spelling(("báo cáo",), ("report",), takes_more=True),
    Command.PRACTICE: Spelling(
        ("thử báo cáo", "báo cáo thử", "thử", "làm thử", "tập báo cáo"), ("practice", "practise", "try")
    ),
    Command.HISTORY: Spelling(("lịch sử", "đã gửi"), ("history",)),
    Command.LANGUAGE: Spelling(("ngôn ngữ",), ("language", "lang"), takes_more=True),
    Command.MY_DATA: Spelling(("dữ liệu", "dữ liệu của tôi"), ("mydata", "my data")),
    Command.CANCEL: Spelling(("huỷ", "huỷ bỏ"), ("cancel",)),
    Command.PROGRESS: Spelling(("tiến độ",), ("progress",)),
    Command.OVERDUE: Spelling(("quá hạn",), ("overdue",)),
    Command.REVIEW: Spelling(("duyệt",), ("review",), takes_more=True),
    Command.CHASE: Spelling(("nhắc", "đôn đốc"), ("chase",)),
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
        ("minh chứng", "xem minh chứng", "ảnh", "xem ảnh"), ("evidence", "photos"), takes_more=True
    ),
    Command.INVITE: Spelling(("mời",), ("invite",), takes_more=True),
    Command.CALENDAR: Spelling(("lịch", "lịch làm việc"), ("calendar",), takes_more=True),
    Command.LINK: Spelling(("kết nối",), ("link",), takes_more=True),
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
    """A command and what was typed behind it, as it was typed."""

    command: Command
    rest: str = ""


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
_SEND = frozenset(("gui", "gui di", "gui bao cao", "dong y", "dong y gui", "ok", "ok gui", "send"))
_NOTHING = frozenset(("khong", "ko", "k", "khong co", "ko co", "khong co gi", "chua co", "0", "no", "none"))
_NO_CHANGE = frozenset(
    (
        *(
            "khong thay doi",
            "khong doi",
            "khong co thay doi",
            "khong co gi thay doi",
            "ko thay doi",
            "ko doi",
        ),
        *(
            "nhu cu",
            "nhu ky truoc",
            "nhu lan truoc",
            "nhu ky truoc gui",
            "van nhu cu",
            "giu nguyen",
            "khong thay doi gi",
        ),
        *("no change", "no changes", "unchanged", "same", "same as last time", "as before", "keep"),
    )
)
_LANGUAGES = {
    **dict.fromkeys(("vi", "viet", "tieng viet", "viet nam", "vietnamese"), "vi"),
    **dict.fromkeys(("en", "anh", "tieng anh", "english"), "en"),
}
_ENDS = ".,!;:… "
_LONGEST = max(word.count(" ") + 1 for word in _COMMANDS)


def read_command(text: str) -> Called | None:
    """The command in what was typed: `/viec`, `viec`, `Việc ạ`, `/donvi T05`, `đơn vị hoa sen`.

    Without a slash, a word that takes nothing behind it must stand alone: "việc này khó" is no command. Behind "giúp"
    may stand what help is wanted about.
    """
    text = text.strip()
    # "thay" with accents around it is no "thầy": "báo cáo thay", "mời thay" mean on behalf of somebody.
    plain = text if text.lower().endswith(" thay") and not text.isascii() else strip_courtesy(text)
    # "báo cáo" is courtesy, too, where a sentence begins with it: it is one only if nothing else was meant.
    return _command_in(plain) if text.startswith(plain) else _command_in(text) or _command_in(plain)


def _command_in(text: str) -> Called | None:
    slash = text.startswith("/")
    parts = text.removeprefix("/").split()
    for length in range(min(_LONGEST, len(parts)), 0, -1):
        found = _COMMANDS.get(fold(" ".join(parts[:length])).rstrip(_ENDS))
        if found is None:
            continue
        command, takes_more = found
        rest = " ".join(parts[length:])
        if slash or takes_more or not rest or (command is Command.HELP and read_topic(rest) is not None):
            return Called(command, rest)
    return None


def read_form_word(text: str) -> Word | Edit | None:
    """`lùi`, `bỏ qua`, `giúp`, `huỷ`, `tiếp tục`, `sửa 3`, in every spelling."""
    folded = fold(strip_courtesy(text.strip())).removeprefix("/")
    word = _WORDS.get(folded) or _WORDS.get(folded.rstrip(_ENDS))
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
    folded = fold(strip_courtesy(text)).removeprefix("so ").removeprefix("no ").strip(_ENDS)
    return natural(folded, digits=4)


def means_send(text: str) -> bool:
    """Whether that sends what was summed up: `gửi đi`, `đồng ý`, `ok`. The button's own label is not asked here."""
    return fold(strip_courtesy(text)).strip(_ENDS) in _SEND


def means_no_change(text: str) -> bool:
    """Whether that says that all is as it was last time: `không thay đổi`, `như cũ`, `giữ nguyên`, and be it sent."""
    folded = fold(strip_courtesy(text)).strip(_ENDS)
    return folded.removesuffix(" gui").removesuffix(", gui").strip(_ENDS) in _NO_CHANGE


def means_nothing(text: str) -> bool:
    """Whether that says that there is nothing to tell: `không`, `không có`, `0`. Only to be asked where nothing need be
    told."""
    return fold(strip_courtesy(text)).strip(_ENDS) in _NOTHING


def read_agreement(text: str) -> bool | None:
    """True for `đồng ý`, False for `không đồng ý`, with polite words around; None for anything less plain."""
    folded = fold(strip_courtesy(text)).strip(_ENDS)
    for pronoun in ("toi ", "em ", "minh ", "i "):
        folded = folded.removeprefix(pronoun)
    if folded in ("dong y", "nhat tri", "agree", "i agree"):
        return True
    return False if folded in ("khong dong y", "ko dong y", "k dong y", "do not agree", "disagree") else None


def read_language(text: str) -> str | None:
    """ "vi" or "en" for what people call the languages; None for anything else."""
    return _LANGUAGES.get(fold(strip_courtesy(text)).strip(_ENDS))
