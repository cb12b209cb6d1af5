"""Asking for more time in one's own words: "xin lùi hạn", "em xin khất đến thứ 2", "cho em thêm 3 ngày".

Only what can hardly be anything else: with words behind it that begin like a day, a report or a reason.
"""

import re

from bot.core.folding import fold

_WHO = r"(?:em|toi|minh|chung (?:em|toi)|don vi|nha truong|truong|ben em|i|we)"
_PLEASE = r"(?:xin phep|xin|cho phep|cho|de nghi|mong|muon|can|duoc|lam on|kinh|please|can|may|could)"
_OPENS = rf"(?:(?:{_WHO}|{_PLEASE}) )*"
_LAST_DAY = re.compile(
    rf"{_OPENS}(?:lui|doi|gia|gian|hoan|keo dai|chuyen)(?: lai)?(?: thoi)? han(?: nop)?(?: bao cao)?(?= |$)"
)
_LATE = re.compile(
    rf"{_OPENS}{_PLEASE} (?:{_WHO} )?(?:{_PLEASE} )*"
    r"(?:hoan|khat|(?:nop|gui|bao cao)(?: bao cao)? (?:muon|cham|tre)(?! nhat)|"
    r"(?:muon|cham|tre) (?:nop|bao cao|han))(?: lai)?"
    r"(?= |$)"
)
_MORE = re.compile(
    rf"{_OPENS}{_PLEASE} (?:{_WHO} )?(?:{_PLEASE} )*"
    r"(?=(?:them|more) (?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|vai|may|it|nua|khoang) ?(?:\w+ )?"
    r"(?:ngay|hom|bua|tuan|thang|thoi gian|days?|weeks?)|them (?:thoi gian|han|tuan|ngay)(?= |$))"
)
_MORE_TIME = re.compile(r"them (?:(?:it|chut) )?(?:thoi gian|han)(?= |$)")
_ENGLISH = re.compile(
    rf"{_OPENS}(?:(?:need|have) more time|(?:push back|postpone|put off) the deadline)(?= |$)"
)
_GOES_ON = re.compile(
    r"(?:den|toi|them|sang|vao|khoang|truoc|cham|muon|vi|do|ngay|tuan|thang|thu|chu|cuoi|dau|giua|het|mung|bao cao|nop|"
    r"cho|voi|ly|boi|tai|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nua|t[2-7]|until|till|to|by|because|another|for)\b|\d"
)


def read_asking_for_time(text: str) -> str | None:
    """What follows, as it was typed: "em xin khất đến thứ 2" -> "đến thứ 2"; None where it asks for something else."""
    words = text.split()
    folded = [fold(word).strip(".,;:!?") for word in words]
    said = " ".join(folded)
    if len(said.split()) != len(words):
        return None
    for pattern in (_LAST_DAY, _LATE, _MORE, _ENGLISH):
        match = pattern.match(said)
        if match is None:
            continue
        rest = said[match.end() :].strip()
        if more := _MORE_TIME.match(rest):
            rest = rest[more.end() :].strip()
        if rest and not _GOES_ON.match(rest):
            return None
        return " ".join(words[len(words) - len(rest.split()) :]) if rest else ""
    return None
