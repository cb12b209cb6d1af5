"""Words that answer what was just said: send it, nothing has changed, there is nothing to tell, I agree, a language."""

from bot.core.folding import fold, strip_courtesy
from locales.chat_words import ENDS

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
