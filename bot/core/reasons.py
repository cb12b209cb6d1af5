"""What makes a reason, wherever one is asked for: why a report is returned or corrected, a figure wrong."""

import re

from bot.core.folding import fold, strip_courtesy
from bot.core.wordlists import phrase_set

LONGEST = 500
"""Characters that are kept."""

SHORTEST = 4
"""Letters: a dot or a sigh explains nothing."""

FEWEST_WORDS = 2
"""Of a reason for more time, or against it: "không" and "bận" say nothing to whoever reads it."""

_GREETING = re.compile(r"(?:(?:xin|kinh) )?chao\b(?: [^\W\d]+){0,6}|(?:hello|hi|dear)\b(?: [^\W\d]+){0,4}")
_NO_REASON = phrase_set(
    "khong duoc|khong duoc dau|khong dong y|khong nhat tri|khong chap nhan|khong gia han|khong tra lai|khong cho|"
    "chua duoc|chua dong y|tu choi|tra lai|dong y|nhat tri|khong co ly do|khong ly do|khong co|khong biet|"
    "vi sao|tai sao|cam on|nhu tren|not allowed|i refuse|no reason|thank you|because"
)


def says_something(reason: str) -> bool:
    """Whether it may explain anything: letters enough, no mere greeting, no "không được" said once more."""
    said = " ".join(re.sub(r"[,.;:!?…]", " ", fold(reason)).split())
    if said in _NO_REASON or fold(strip_courtesy(reason)).strip(" .,;:!?…") in _NO_REASON:
        return False
    return sum(sign.isalpha() for sign in reason) >= SHORTEST and _GREETING.fullmatch(said) is None


def with_capital(reason: str) -> str:
    """As a sentence of its own: what stood behind "vì" in a line begins one."""
    return reason[:1].upper() + reason[1:]
