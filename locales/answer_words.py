"""Words that answer what was just said: send it, nothing has changed, there is nothing to tell, I agree, a language."""

from bot.core.folding import fold, strip_courtesy
from locales.chat_words import ENDS

_SEND = frozenset(("gui", "gui di", "gui bao cao", "dong y", "dong y gui", "ok", "ok gui", "send"))
_NOTHING = frozenset(
    ("khong", "ko", "k", "khong co", "ko co", "khong co gi", "ko co gi", "chua co", "0", "no", "none")
)
_NOT_YET = frozenset(
    ("chua", "chua a", "chua co gi", "chua ban hanh", "khong ban hanh", "not yet", "none yet")
)
_ENOUGH = frozenset(
    (
        *(
            "gui",
            "gui di",
            "gui bao cao",
            "ok gui",
            "xong",
            "xong roi",
            "ok xong",
            "het",
            "het roi",
            "the thoi",
        ),
        *("thoi", "du", "du roi", "vay thoi", "send", "done", "that is all", "enough"),
    )
)
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
_ALL = frozenset(
    (
        "tat ca",
        "het",
        "tat ca cac don vi",
        "cac don vi",
        "cac don vi qua han",
        "all",
        "everybody",
        "all units",
    )
)
_LANGUAGES = {
    **dict.fromkeys(("vi", "viet", "tieng viet", "viet nam", "vietnamese"), "vi"),
    **dict.fromkeys(("en", "anh", "tieng anh", "english"), "en"),
}


def means_send(text: str) -> bool:
    """Whether that sends what was summed up: `gửi đi`, `đồng ý`, `ok`. The button's own label is not asked here."""
    return fold(strip_courtesy(text)).strip(ENDS) in _SEND


def means_no_change(text: str) -> bool:
    """Whether that says that all is as it was last time: `không thay đổi`, `như cũ`, `giữ nguyên`, and be it sent."""
    folded = fold(strip_courtesy(text)).strip(ENDS)
    return folded.removesuffix(" gui").removesuffix(", gui").strip(ENDS) in _NO_CHANGE


def means_nothing(text: str) -> bool:
    """Whether that says that there is nothing to tell: `không`, `không có`, `0`. Only to be asked where nothing need be
    told."""
    return fold(strip_courtesy(text)).strip(ENDS) in _NOTHING


def means_none_yet(text: str) -> bool:
    """Whether that says that there is no document: `không có`, `chưa có`, `chưa`. Only to be asked where none is
    needed."""
    return means_nothing(text) or fold(strip_courtesy(text)).strip(ENDS) in _NOT_YET


def means_enough(text: str) -> bool:
    """Whether that says that all is told, and be it sent: `gửi`, `xong`, `đủ rồi`, `thôi`. It sends nothing unseen."""
    return fold(strip_courtesy(text)).strip(ENDS) in _ENOUGH


def means_all(text: str) -> bool:
    """Whether that names no unit, but all of them: `tất cả`, `hết`."""
    return fold(strip_courtesy(text)).strip(ENDS) in _ALL


def read_agreement(text: str) -> bool | None:
    """True for `đồng ý`, False for `không đồng ý`, with polite words around; None for anything less plain."""
    folded = fold(strip_courtesy(text)).strip(ENDS)
    for pronoun in ("toi ", "em ", "minh ", "i "):
        folded = folded.removeprefix(pronoun)
    if folded in ("dong y", "nhat tri", "agree", "i agree"):
        return True
    return False if folded in ("khong dong y", "ko dong y", "k dong y", "do not agree", "disagree") else None


def read_language(text: str) -> str | None:
    """ "vi" or "en" for what people call the languages; None for anything else."""
    return _LANGUAGES.get(fold(strip_courtesy(text)).strip(ENDS))
