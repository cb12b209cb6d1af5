"""What one line says of more time: which report, until when, why: "báo cáo năm đến 20/12 vì chờ số liệu"."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.core.folding import clean, fold
from bot.core.reasons import FEWEST_WORDS

MOST_WORDS = 14
"""Of a report and a day together; what stands behind is a reason."""

_BECAUSE = re.compile(
    r"(?:^|[\s,;.(–-]+)(?:(?:với )?lý do(?: là)?:?|vì lý do|bởi vì|bởi|tại vì|vì|do(?! not\b)|nguyên nhân(?: là)?:?|"
    r"because of|because|since|due to)\s+",
    re.IGNORECASE,
)
_BECAUSE_BARE = re.compile(
    r"(?:^|[\s,;.(-]+)(?:(?:voi )?ly do(?: la)?:?|vi ly do|boi vi|boi|tai vi|vi|nguyen nhan(?: la)?:?)\s+",
    re.IGNORECASE,
)
_ASKING = frozenset(("xin", "cho", "nen", "de", "them", "den", "toi", "lui", "until", "so"))
"""Words with which the day begins behind a reason: "vì mất điện nên xin thêm 5 ngày"."""
_NO_REASON = frozenset(("hoac", "hay", "va", "den", "toi", "khong", "or", "and", "to", "not"))
_ENDS = " ,;.–-():"
_DATE = re.compile(r"\d ?[/.-] ?\d")


@dataclass(frozen=True, slots=True)
class Asked:
    """`report` and `until` as they were typed, `reason` perhaps empty. `guessed`: nothing divides day and reason.
    `unread`: there are words that name neither report nor day."""

    report: str = ""
    until: str = ""
    reason: str = ""
    guessed: bool = False
    unread: bool = False


def read_asked(text: str, *, is_day: Callable[[str], bool], is_report: Callable[[str], bool]) -> Asked:
    """What the line says. `is_day` and `is_report` tell whether words name a day, or one or more of the reports."""
    head, reason = because(clean(text))
    named = _named(head, is_day, is_report)
    if named is not None:
        if not named.until and reason:
            return _day_behind(named, reason, is_day)
        return Asked(named.report, named.until, reason)
    if not reason:
        return _day_before_words(head, is_day, is_report)
    return Asked(reason=reason, unread=True)


def because(text: str) -> tuple[str, str]:
    """The words before and behind the first "vì", "do", "lý do:"."""
    match = _BECAUSE.search(text) or (_BECAUSE_BARE.search(text) if text.isascii() else None)
    if match is None:
        return text.strip(_ENDS), ""
    return text[: match.start()].strip(_ENDS), text[match.end() :].strip(" ,;()")


def _named(head: str, is_day: Callable[[str], bool], is_report: Callable[[str], bool]) -> Asked | None:
    """A report, a day, both, or nothing at all; None where other words stand there."""
    words = head.split()
    if not words or (len(words) <= MOST_WORDS and is_day(head)):
        return Asked(until=head)
    if len(words) > MOST_WORDS:
        return None
    for count in range(len(words), 0, -1):
        report, until = " ".join(words[:count]).strip(_ENDS), " ".join(words[count:])
        if report and (not until or is_day(until)) and is_report(report):
            return Asked(report, until)
    return None


def _day_behind(named: Asked, reason: str, is_day: Callable[[str], bool]) -> Asked:
    """ "vì mất điện, xin thêm 5 ngày": the day stands behind the reason."""
    words = reason.split()
    for at in range(FEWEST_WORDS, len(words)):
        if fold(words[at]) in _ASKING and is_day(" ".join(words[at:])):
            return Asked(named.report, " ".join(words[at:]), " ".join(words[:at]).strip(_ENDS))
    return Asked(named.report, "", reason)


def _day_before_words(head: str, is_day: Callable[[str], bool], is_report: Callable[[str], bool]) -> Asked:
    """ "9/12, trường đang thi học kỳ": the longest beginning that names a day; the rest may be the reason."""
    words = head.split()
    for count in range(min(len(words) - 1, MOST_WORDS), 0, -1):
        named = _named(" ".join(words[:count]).strip(_ENDS), is_day, is_report)
        if named is None or not named.until:
            continue
        if " " not in named.until and not any(sign.isdigit() for sign in named.until):
            break  # "mai mốt gì đó" names no day
        rest = " ".join(words[count:]).strip(_ENDS)
        if fold(words[count]).strip(_ENDS) in _NO_REASON or _DATE.search(rest):
            return Asked(unread=True)
        if not named.report and is_report(rest):
            return Asked(rest, named.until)
        reason = rest if len(rest.split()) >= FEWEST_WORDS and not head.endswith("?") else ""
        return Asked(named.report, named.until, reason, guessed=True)
    return Asked(unread=True)
