"""How staff say that a unit gets more time, or does not: "đồng ý gia hạn cho T25 đến 12/12", "không gia hạn"."""

import re
from dataclasses import dataclass

from bot.core.asked_time import because
from bot.core.folding import clean, fold, strip_courtesy

_AGREE = r"(?:dong y|nhat tri|chap thuan|chap nhan|phe duyet|cho phep|ok)"
_GRANTS = re.compile(
    rf"(?:(?:toi|minh|ban) )?(?:(?:{_AGREE} )(?:cho )?(?:duoc )?|chi cho |cho |chi )(?:duoc )?gia han(?= |$)"
    r"|(?:i )?(?:agree to|grant|approve|allow)(?: the| an| this)? extension(?= |$)|(?:grant it|agree to extend)(?= |$)"
)
_GRANTS_A_UNIT = re.compile(
    rf"(?:(?:toi|minh|ban) )?{_AGREE} cho (?P<unit>\S+(?: \S+){{0,7}}?) gia han(?= |$)"
)
_REFUSES = re.compile(
    rf"(?:(?:toi|minh|ban) )?(?:(?:khong|ko|chua)(?: (?:{_AGREE}|duyet|the))?(?: cho)?(?: duoc)?|tu choi(?: cho)?)"
    r" gia han(?= |$)"
    r"|(?:do not|don't|not|no|refuse(?: to)?|decline(?: to)?)(?: grant(?: the| an| this)?| the| an)?"
    r" (?:extend|extension)(?= |$)"
)
_ONLY_UNTIL = re.compile(
    rf"(?:{_AGREE} )?(?:chi )?cho (?=(?:den|toi|het|them) )|{_AGREE} (?=(?:den|toi|het) )|only (?=until )"
)
_CONSENTS = frozenset(("chap thuan", "toi chap thuan", "phe duyet"))
_BEFORE_A_DAY = frozenset(("den", "toi", "het", "them", "truoc", "until", "till", "to", "by"))
_BESIDES = frozenset(("nua", "them", "dau", "duoc", "a"))
"""Words behind a refusal that name nobody."""
_BEFORE_A_UNIT = ("cho ", "cua ", "don vi ", "voi ", "for ", "to ")


@dataclass(frozen=True, slots=True)
class Decision:
    """`unit`, `until` and `reason` as they were typed, each perhaps empty. `named`: it says that it is about more time,
    so that it can be meant of no other question."""

    grants: bool
    unit: str = ""
    until: str = ""
    reason: str = ""
    named: bool = True


def read_decision(text: str) -> Decision | None:
    """What staff decided in their own words; None where it is about something else."""
    head, reason = because(strip_courtesy(clean(text)))
    words = head.split()
    folded = " ".join(fold(word).strip(".,;:") for word in words)
    if folded in _CONSENTS:
        return Decision(grants=True, named=False)
    for pattern, grants, named in (
        (_GRANTS, True, True),
        (_GRANTS_A_UNIT, True, True),
        (_REFUSES, False, True),
        (_ONLY_UNTIL, True, False),
    ):
        match = pattern.match(folded)
        if match is None:
            continue
        rest = words[folded[: match.end()].strip().count(" ") + 1 :]
        unit, until = _unit_and_day(rest)
        if match.groupdict().get("unit"):
            first = folded[: match.start("unit")].count(" ")
            unit = " ".join(words[first : first + match["unit"].count(" ") + 1])
        return Decision(grants, unit, until, reason, named)
    return None


def _unit_and_day(words: list[str]) -> tuple[str, str]:
    """ "cho T25 đến 12/12" -> ("T25", "đến 12/12")."""
    at = next(
        (i for i, word in enumerate(words) if fold(word) in _BEFORE_A_DAY and words[i + 1 :]), len(words)
    )
    unit, until = " ".join(words[:at]).strip(" .,;:"), " ".join(words[at:]).strip(" .,;:")
    if any(sign.isdigit() for sign in unit) and "/" in unit and not until:
        return "", unit
    if fold(unit) in _BESIDES:
        unit = ""
    for said in _BEFORE_A_UNIT:
        if fold(unit).startswith(said):
            unit = " ".join(unit.split()[said.count(" ") :])
    return unit, until
