"""When a digest comes, and what is typed behind `tổng hợp`: `thứ Hai 8:00`, `xem trước tắt`, `tuần 48`, `ảnh`."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core.folding import clean, fold

FRIDAY = 4


@dataclass(frozen=True, slots=True)
class DigestWays:
    """`weekday` counts Monday as 0; `at` and `preview_at` are minutes after midnight at the office (450 = 07:30).
    `only_news`: a digest with nothing to say is not sent. `preview_at` is when staff hear on Friday what it will
    say; None: they do not."""

    weekday: int = 0
    at: int = 7 * 60 + 30
    only_news: bool = False
    preview_at: int | None = 14 * 60


USUAL_DIGEST = DigestWays()


class Ask(StrEnum):
    """What may be asked for behind `tổng hợp`."""

    NOW = "now"
    WEEK = "week"
    LAST_WEEK = "last_week"
    PICTURE = "picture"
    IN_WORDS = "in_words"  # what the picture shows
    REGISTER = "register"
    WAYS = "ways"
    SET = "set"
    BEGIN = "begin"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class DigestOrder:
    """`week` and `year` name a week that was (None: the current one, this year); `ways` are those that are to be."""

    ask: Ask
    week: int | None = None
    year: int | None = None
    ways: DigestWays | None = None


_WEEK = re.compile(r"(?:tuan|week|w)\s*(?:so\s*)?(\d{1,2})(?:\s*(?:/|-|nam|of)\s*(20\d\d))?$")
_ISO = re.compile(r"(20\d\d)-?w(\d{1,2})$")
_ASKS = {
    **dict.fromkeys(("tuan nay", "hom nay", "hien nay", "this week", "now"), Ask.NOW),
    **dict.fromkeys(("tuan truoc", "tuan qua", "tuan vua qua", "last week"), Ask.LAST_WEEK),
    **dict.fromkeys(("anh", "bieu do", "hinh", "picture", "chart", "image"), Ask.PICTURE),
    **dict.fromkeys(("chu", "bang chu", "bieu do bang chu", "words", "text"), Ask.IN_WORDS),
    **dict.fromkeys(
        ("bang", "so", "excel", "bang excel", "so theo doi", "xlsx", "register", "table"), Ask.REGISTER
    ),
    **dict.fromkeys(("lich", "gio", "cai dat", "settings", "schedule"), Ask.WAYS),
    **dict.fromkeys(("nhan", "bat", "gui rieng", "on", "subscribe"), Ask.BEGIN),
    **dict.fromkeys(("thoi nhan", "khong nhan", "tat", "thoi", "off", "unsubscribe"), Ask.STOP),
}
_DAYS = (
    ("thu hai", "thu 2", "t2", "monday"),
    ("thu ba", "thu 3", "t3", "tuesday"),
    ("thu tu", "thu 4", "t4", "wednesday"),
    ("thu nam", "thu 5", "t5", "thursday"),
    ("thu sau", "thu 6", "t6", "friday"),
)
_TIME = re.compile(r"(?:luc\s+|at\s+)?(\d{1,2})(?:\s*(?::|h|g|gio)\s*(\d{2})?)?(?:\s*(?:phut|am))?$")
_PREVIEW = ("xem truoc", "preview")
_OFF = ("tat", "off", "khong", "thoi")
_ON = ("bat", "on", "co")
_ONLY_NEWS = ("chi khi co viec", "khi co viec", "chi khi co gi", "only news", "only when there is news")
_ALWAYS = ("luon gui", "tuan nao cung gui", "always")


def read_digest_order(text: str, ways: DigestWays) -> DigestOrder | None:
    """What was typed behind `tổng hợp`; `ways` are those in force. None for what is not understood."""
    said = fold(clean(text)).strip(" .,:")
    if not said:
        return DigestOrder(Ask.NOW)
    if said in _ASKS:
        return DigestOrder(_ASKS[said])
    week = _week(said)
    if week is not None:
        return DigestOrder(Ask.WEEK, *week)
    for word, ask in _ASKS.items():
        if ask in (Ask.PICTURE, Ask.IN_WORDS, Ask.REGISTER) and said.startswith(f"{word} "):
            week = _week(said.removeprefix(f"{word} "))
            return None if week is None else DigestOrder(ask, *week)
    changed = _ways(said, ways)
    return None if changed is None else DigestOrder(Ask.SET, ways=changed)


def read_time(text: str) -> int | None:
    """`8:00`, `7h30`, `8 giờ` as minutes after midnight; None for anything else."""
    found = _TIME.fullmatch(fold(text).strip())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return int(found[1]) * 60 + int(found[2] or 0)


def read_weekday(text: str) -> int | None:
    """`thứ Hai`, `t2`, `monday` as 0 to 4: working days alone."""
    said = fold(text).strip()
    return next((day for day, names in enumerate(_DAYS) if said in names), None)


def _week(said: str) -> tuple[int, int | None] | None:
    found = _WEEK.fullmatch(said)
    if found is not None:
        week, year = int(found[1]), int(found[2]) if found[2] else None
    elif (found := _ISO.fullmatch(said)) is not None:
        week, year = int(found[2]), int(found[1])
    else:
        return None
    return (week, year) if 1 <= week <= 53 else None


def _ways(said: str, ways: DigestWays) -> DigestWays | None:
    if said in _ONLY_NEWS or said in _ALWAYS:
        return replace(ways, only_news=said in _ONLY_NEWS)
    for word in _PREVIEW:
        if said.startswith(word):
            return _preview(said.removeprefix(word).strip(), ways)
    day, rest = None, said
    for number, names in enumerate(_DAYS):
        for name in names:
            if day is None and (said == name or said.startswith(f"{name} ")):
                day, rest = number, said.removeprefix(name).strip()
    at = read_time(rest) if rest else None
    if (rest and at is None) or (day is None and at is None):
        return None
    return replace(ways, weekday=ways.weekday if day is None else day, at=ways.at if at is None else at)


def _preview(said: str, ways: DigestWays) -> DigestWays | None:
    if said in _OFF:
        return replace(ways, preview_at=None)
    if said in _ON:
        return replace(ways, preview_at=ways.preview_at or USUAL_DIGEST.preview_at)
    for name in _DAYS[FRIDAY]:
        said = said.removeprefix(f"{name} ")
    at = read_time(said)
    return None if at is None else replace(ways, preview_at=at)
