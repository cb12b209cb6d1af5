"""Draws how many messages nobody asked for there are on each day of a rehearsal, as a PNG.

The kinds are told apart by their place, one upon the other, and by hatching, not by colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.papers.drawing import BLUE, FAINT, GREEN, ORANGE, WHITE, Box, Page

_WIDTH, _HEIGHT = 1400, 560
_LEFT, _TOP, _RIGHT, _BOTTOM = 84, 130, 1372, 493
_TITLE, _TEXT, _SMALL = 22, 16.5, 15
_LINES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
_MOST_LINES = 8

FEW_DAYS = 100
"""Up to so many days the Mondays are named below the columns, of more the months."""


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of message: how many on each day."""

    label: str
    counts: Sequence[int]


def draw_days(title: str, subtitle: str, days: Sequence[date], series: Sequence[Series]) -> bytes:
    """A column for each day, the kinds one upon the other. 1400 x 560 pixels."""
    page = Page(_WIDTH, _HEIGHT)
    page.write((_LEFT, 39), title, size=_TITLE, bold=True)
    page.write((_LEFT, 75), subtitle, size=_TEXT, ink=FAINT)
    highest = max((sum(counts) for counts in zip(*(one.counts for one in series), strict=True)), default=0)
    each = next((step for step in _LINES if highest < step * _MOST_LINES), _LINES[-1])
    high = (_BOTTOM - _TOP) / max(highest, each)
    for count in range(0, highest + 1, each):
        y = _BOTTOM - count * high
        page.rule(_LEFT, _RIGHT, y, dotted=count > 0)
        page.write((_LEFT - 10, y), str(count), size=_TEXT, anchor="rm")
    wide = (_RIGHT - _LEFT) / len(days)
    _name_days(page, days, wide)
    below = [0] * len(days)
    for number, one in enumerate(series):
        for place, count in enumerate(one.counts):
            if count:
                left, bottom = _LEFT + place * wide, _BOTTOM - below[place] * high
                # Columns of one pixel would be lost among the white between them.
                right = left + max(wide * 0.9, 2)
                _fill(page, number, (left, bottom - count * high, right, bottom))
                below[place] += count
    _write_key(page, [one.label for one in series])
    return page.png()


def _name_days(page: Page, days: Sequence[date], wide: float) -> None:
    few = len(days) <= FEW_DAYS
    free = 0.0
    for place, day in enumerate(days):
        if not day.weekday() if few else day.day == 1 or not place:
            left = _LEFT + place * wide
            page.bar((left, _BOTTOM, left + 1, _BOTTOM + 6), FAINT)
            name = f"{day:%d/%m}" if few else f"{day:%m/%Y}"
            if left >= free:
                page.write((left, _BOTTOM + 10), name, size=_SMALL, anchor="la")
                free = left + page.width_of(name, size=_SMALL) + 8


def _fill(page: Page, number: int, box: Box) -> None:
    """As the kind of that number looks."""
    match number:
        case 0:
            page.bar(box, BLUE)
        case 1:
            page.hatched(box, lines=WHITE, paper=ORANGE, edge=ORANGE)
        case _:
            page.bar(box, GREEN)
            left, top, right, bottom = box
            for y in range(round(bottom) - 4, round(top), -6):
                page.bar((left, y, right, y + 1), WHITE)


def _write_key(page: Page, labels: Sequence[str]) -> None:
    left = _RIGHT - sum(page.width_of(label, size=_TEXT) + 75 for label in labels)
    for number, label in enumerate(labels):
        _fill(page, number, (left, 31, left + 34, 47))
        page.write((left + 43, 39), label, size=_TEXT)
        left += page.width_of(label, size=_TEXT) + 75
