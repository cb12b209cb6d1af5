"""Whether a question asks who a pupil is. Reports hold counts, never names of children.

Read in Vietnamese without accents and in English. "Không nêu tên học sinh" (give no names) is what a good
question says, so a match that is denied right before is none.
"""

import re

from bot.core.folding import fold

_PUPILS_VI = r"(?:cac |nhung |tung |moi |so )*(?:em |chau |ban )?(?:hoc sinh|hs|hoc vien|tre|em|chau)\b"
_PUPILS_EN = r"(?:pupils?|students?|children|child)\b"
_IDENTITY_VI = (
    r"(?:ho (?:va |, ?)?ten|ten(?: goi)?|danh sach|so dien thoai|ngay sinh|dia chi|so dinh danh|so can cuoc)"
)
_ASKING = re.compile(
    rf"\b{_IDENTITY_VI} (?:day du )?(?:cua )?{_PUPILS_VI}"
    rf"|\b(?:hoc sinh|em|chau) (?:nao|ten gi)\b"
    rf"|\b(?:names?|lists?|addresses|address|phone numbers?|birthdays?) of (?:the |each |all |any )*{_PUPILS_EN}"
    rf"|\b(?:pupils?|students?|child|children)(?:['’]s?)? (?:full )?(?:names?|addresse?s?|birthdays?|phone)\b"
    rf"|\bwhich (?:pupils?|students?|child|children)\b"
)
_DENIED = re.compile(r"(?:\bkhong(?: \w+){0,2}|\b(?:no|not|without|never|except)(?: \w+){0,2}) $")


def asks_for_name(text: str) -> bool:
    """Whether a label or hint asks for the name or identity of pupils."""
    plain = fold(text)
    return any(not _DENIED.search(plain[: found.start()]) for found in _ASKING.finditer(plain))
