"""At which hours the digest and its preview may come: never at rest time, and a preview only while notices go out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from bot.core.digest_ways import DigestWays
from bot.core.windows import REST, SendWindows, Window


@dataclass(frozen=True, slots=True)
class WrongHour:
    """`at` is in minutes after midnight, `possible` the hours that it may be, `preview` whether it is the preview's."""

    at: int
    possible: tuple[Window, ...]
    preview: bool


def wrong_hour(before: DigestWays, after: DigestWays, windows: SendWindows) -> WrongHour | None:
    """The hour that is to be changed and cannot be so. None if all is well; what stays as it was is not looked at."""
    awake = tuple(Window(one.closes, after_it.opens) for one, after_it in pairwise(REST))
    if after.at != before.at and not _fits(after.at, awake):
        return WrongHour(after.at, awake, preview=False)
    if after.preview_at not in (None, before.preview_at):
        assert after.preview_at is not None
        possible = _in_every_season(windows)
        if not _fits(after.preview_at, possible):
            return WrongHour(after.preview_at, possible, preview=True)
    return None


def _in_every_season(windows: SendWindows) -> tuple[Window, ...]:
    """The hours at which notices go out all the year."""
    found: Sequence[Window] = windows.windows
    for season in windows.seasons:
        found = [
            Window(max(one.opens, other.opens), min(one.closes, other.closes))
            for one in found
            for other in season.windows
            if max(one.opens, other.opens) < min(one.closes, other.closes)
        ]
    return tuple(found)


def _fits(at: int, possible: Sequence[Window]) -> bool:
    hour = time(at // 60, at % 60)
    return any(one.opens <= hour < one.closes for one in possible)
