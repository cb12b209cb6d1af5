"""When a reminder is wanted instead, in words: "chiều mai", "thứ 2", "15h", "1 tiếng nữa", "mai nhắc lại nhé".

The whole message has to be about that: "mai họp phụ huynh" names no time to be reminded at.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import Enum, IntEnum

from bot.core.folding import clean, fold
from bot.core.later_days import take_ahead
from bot.core.wordlists import SPEAKER, word_set

MOST_WORDS = 12
NOON, MORNING_BEGINS, EVENING_BEGINS = 12, 7, 18
"""Hours. A bare "2h" to "6h" is meant in the afternoon, "7h" in the morning."""


class Half(Enum):
    """Of a day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Says(IntEnum):
    """How plainly a message is about being reminded: `BARE` figures ("9h", "2/12"), a time in `WORDS` ("chiều mai"), a
    `BUSY` person ("bận, mai nhé", "để mai"), or the word `REMIND` itself."""

    BARE = 1
    WORDS = 2
    BUSY = 3
    REMIND = 4


@dataclass(frozen=True, slots=True)
class When:
    """A time as it was named: after a while (`wait`), or on a `day` (None: the next on which it fits), in a `half` of
    it, at an `hour` of the office's clock. `says` is how plainly."""

    day: date | None = None
    half: Half | None = None
    hour: time | None = None
    wait: timedelta | None = None
    says: Says = Says.BARE


_ACCENT_MATTERS = (
    (re.compile(r"\btối\b"), " buoitoi "),  # not "tôi", "tới"
    (re.compile(rf"\b(?:nhắc|nhac|nhăc) (?:{SPEAKER}|toi)\b"), " nhac "),
    (re.compile(rf"\b{SPEAKER}\b"), " "),
    (re.compile(r"\bmốt\b"), " ngaykia "),  # not "một"
    (re.compile(r"\bthứ tư\b"), " thu 4 "),
)
_HOUR = re.compile(
    r"\b(?:(?:luc|at|tam|khoang) )?(?P<hour>\d{1,2})(?: ?(?:h|g|gio)(?: ?(?P<minute>\d{2}))?(?: phut)?(?P<half> ruoi)?"
    r"|:(?P<minutes>\d{2}))\b(?: ?(?P<noon>am|pm)\b)?"
    r"|\b(?:at )?(?P<english>\d{1,2}) ?(?P<english_noon>am|pm)\b"
)
_HALVES = (
    (re.compile(r"\b(?:buoitoi|toi|dem|khuya|evening|night|tonight)\b"), Half.EVENING),
    (re.compile(r"\b(?:sang(?: som)?|morning)\b"), Half.MORNING),
    (re.compile(r"\b(?:trua|chieu|afternoon|noon)\b"), Half.AFTERNOON),
)
_SAYS = ((word_set("nhac remind"), Says.REMIND), (word_set("de ban busy doi hen"), Says.BUSY))
_BESIDES = word_set(
    "lai vao luc buoi hom em minh giup cho nhe nha voi di roi dang hay thi the a da vang dong chi anh me again on in "
    "at please nua dau gio xin den i am be until till duoc khong ok nhung moi qua oi"
)
_SOUNDS_LIKE = word_set(
    "mai sang chieu buoitoi tuan thang gio phut tieng nhac hom thu lat tomorrow week remind hour"
)
_STOP = re.compile(
    r"(?:xin |de nghi )?(?:dung|thoi|khong|khoi|ngung|bot|tat) (?:can |co |phai |gui )?(?:nhac|nhan)(?: nho| tin)?"
    r"(?: lai| viec)?(?: (?:em|minh|nhieu|hoai|mai))*(?: nua)?|(?:please )?(?:stop|no more|don.?t) remind(?:ing|ers?)?"
    r"(?: me)?(?: again| any ?more)?"
)


def read_when(text: str, *, today: date) -> When | None:
    """The time that a whole message names. None where it names none, or says anything else besides."""
    said = _prepared(text)
    if not said or len(said.split()) > MOST_WORDS or "mai ngaykia" in said or said.endswith("mai mot"):
        return None
    ahead = take_ahead(said, today)
    if ahead is None:
        return None
    when, rest = When(ahead.day, wait=ahead.wait), ahead.rest
    if when.wait is None:
        when, rest = _at_hour(when, rest)
    if when == When():
        return None
    says = max((kind for words, kind in _SAYS if words & set(rest.split())), default=None)
    known = _BESIDES.union(*(words for words, _ in _SAYS))
    if not known.issuperset(rest.split()):
        return None
    worded = when.wait is not None or when.half is not None or (when.day is not None and not ahead.figures)
    return replace(when, says=says or (Says.WORDS if worded else Says.BARE))


def sounds_like_a_time(text: str) -> bool:
    """Whether a few words may have been meant as a time, though none could be read."""
    words = _prepared(text).split()
    return len(words) <= MOST_WORDS // 2 and not _SOUNDS_LIKE.isdisjoint(words)


def wants_no_more(text: str) -> bool:
    """Whether somebody is tired of being reminded: "đừng nhắc nữa"."""
    return _STOP.fullmatch(_prepared(text).removesuffix(" a")) is not None


def _prepared(text: str) -> str:
    text = clean(text).lower()
    for spelled, meant in _ACCENT_MATTERS:
        text = spelled.sub(meant, text)
    return " ".join(re.sub(r"[,;!?…“”\"()]|\.(?!\d)", " ", fold(text)).split())


def _at_hour(when: When, rest: str) -> tuple[When, str]:
    """With the hour and the half of the day that are named; the half of an hour of more than twelve follows."""
    match = _HOUR.search(rest)
    rest = _HOUR.sub(" ", rest, count=1)
    halves = [half for pattern, half in _HALVES if pattern.search(rest)]
    for pattern, _ in _HALVES:
        rest = pattern.sub(" ", rest)
    if len(halves) > 1 and Half.EVENING not in halves:
        return When(), rest
    half = Half.EVENING if Half.EVENING in halves else halves[0] if halves else None
    if match is None:
        return replace(when, half=half), rest
    hour = int(match["hour"] or match["english"])
    minute = 30 if match["half"] else int(match["minute"] or match["minutes"] or 0)
    noon = match["noon"] or match["english_noon"]
    if hour > 23 or minute > 59:
        return When(), rest
    late = (
        half in (Half.AFTERNOON, Half.EVENING)
        or noon == "pm"
        or (half is None and not noon and hour < MORNING_BEGINS)
    )
    at = time(hour + (NOON if late and hour < NOON else 0), minute)
    return replace(when, half=Half.EVENING if at.hour >= EVENING_BEGINS else half, hour=at), rest
