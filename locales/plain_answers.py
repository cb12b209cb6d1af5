"""Words that decide about a request: agreed, refused, or too little to tell."""

from enum import Enum

from bot.core.folding import clean, fold, strip_courtesy
from locales.chat_words import ENDS

_YES = (
    *("đồng ý", "nhất trí", "có", "được", "ok", "oke", "okay", "okie", "ô kê", "chấp thuận", "chấp nhận"),
    *("phê duyệt", "duyệt đi", "duyệt luôn", "duyệt gia hạn", "đồng ý duyệt", "ok duyệt", "ok đồng ý"),
    *("đồng ý gia hạn", "đồng ý cho gia hạn", "cho gia hạn"),
    *("yes", "agree", "agreed", "approve", "approved", "grant", "grant it"),
)
_NO = (
    *("không", "ko", "không đồng ý", "ko đồng ý", "k đồng ý", "chưa đồng ý", "không nhất trí", "từ chối"),
    *("không duyệt", "không gia hạn", "không cho", "không cho gia hạn", "không đồng ý gia hạn"),
    *("không chấp thuận", "không chấp nhận", "không được", "no", "refuse", "refused"),
    *("disagree", "do not agree"),
)
_UNSURE = ("vâng", "ừ", "ừm", "uh", "um", "khoan", "để xem", "👍", "👌", "maybe", "wait")
_PRONOUNS = ("tôi", "em", "mình", "i")
MOST_WORDS = 12
"""Whoever writes more than that says something else."""


class PlainAnswer(Enum):
    """What words say to a request. "duyệt" alone is the list of what waits, and no yes."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


def read_plain_answer(text: str) -> PlainAnswer | None:
    """What that says to a request, typed with its accents or without any; `UNSURE` for a question and for what begins
    as a yes or no and goes on ("đồng ý nhưng đến 5/12"); None for anything else."""
    typed = clean(text)
    if not typed or typed.startswith("/"):
        return None
    for said in dict.fromkeys((typed, strip_courtesy(typed))):
        words = said.lower().strip(f"{ENDS}?").split()
        if len(words) > 1 and any(_same(words[:1], pronoun) for pronoun in _PRONOUNS):
            words = words[1:]
        for answer, spellings in (
            (PlainAnswer.YES, _YES),
            (PlainAnswer.NO, _NO),
            (PlainAnswer.UNSURE, _UNSURE),
        ):
            if any(_same(words, spelling) for spelling in spellings):
                return PlainAnswer.UNSURE if "?" in typed else answer
    begun = strip_courtesy(typed).lower().replace(",", " ").replace(".", " ").split()
    if len(begun) <= MOST_WORDS and any(
        _same(begun[: len(one.split())], one) for one in (*_YES, *_NO, *_UNSURE)
    ):
        return PlainAnswer.UNSURE
    return None


def _same(words: list[str], spelling: str) -> bool:
    """Word for word, each with the accents of the spelling or with none: "cô" is no "có"."""
    wanted = spelling.split()
    return len(words) == len(wanted) and all(
        word in (one, fold(one)) for word, one in zip(words, wanted, strict=True)
    )
