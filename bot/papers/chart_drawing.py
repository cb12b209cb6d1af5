"""Draws a chart of progress as a PNG that is read on a phone: one column, large letters, no legend to look up.

Nothing is told by colour alone: the missing part of a bar is hatched, and each bar and point has its figures in words.
The two colours differ in lightness as well, so that they stay apart in grey.
"""

from collections.abc import Sequence
from textwrap import wrap

from bot.core.chart import Bars, Chart, Point
from bot.papers.drawing import BLUE, FAINT, Page

WIDTH = 720
"""Pixels: twice a phone's 360."""

_EDGE, _LEFT, _RIGHT = 20, 300, 565
"""Where lines begin, and where bars do and end."""
_HEAD, _HEADING, _ROW, _MORE, _TREND = 125, 62, 34, 26, 210
"""Heights: of the head, of a heading, of a bar, of a last line, of the trend."""
_BAR = 22
_TITLE, _TEXT, _SMALL, _SMALLER, _LONG = 22, 18, 16.5, 15, 14
_LABEL, _LONG_LABEL = 28, 34
"""Characters of a group's name in one line, and in each of two."""


def draw_chart(chart: Chart) -> bytes:
    """The PNG, 720 pixels wide and as high as it needs to be."""
    groups = [group for group in chart.groups if group.bars]
    trend = chart.trend if len(chart.trend) > 1 else ()
    page = Page(WIDTH, _HEAD + sum(map(_height, groups)) + (_TREND if trend else 0) + 10)
    _write_head(page, chart)
    top = _HEAD
    for group in groups:
        _draw_bars(page, group, top)
        top += _height(group)
    if trend:
        page.write((_EDGE, top + 20), chart.trend_title, size=_TEXT, bold=True)
        _draw_trend(page, trend, top + 32)
    return page.png()


def _height(group: Bars) -> int:
    return _HEADING + _ROW * len(group.bars) + (_MORE if group.more else 0)


def _write_head(page: Page, chart: Chart) -> None:
    page.write((_EDGE, 30), chart.title, size=_TITLE, bold=True)
    page.write((_EDGE, 62), chart.subtitle, size=_SMALL, ink=FAINT)
    page.bar((_EDGE, 90, _EDGE + 30, 106), BLUE)
    page.write((60, 98), chart.done, size=_SMALL)
    page.hatched((270, 90, 300, 106))
    page.write((310, 98), chart.left, size=_SMALL)


def _draw_bars(page: Page, group: Bars, top: int) -> None:
    page.write((_EDGE, top + 20), group.title, size=_TEXT, bold=True)
    for row, bar in enumerate(group.bars):
        middle = top + 42 + _ROW * row + _ROW // 2
        ends = _LEFT + (_RIGHT - _LEFT) * (bar.done / bar.whole if bar.whole else 0.0)
        if ends < _RIGHT:
            page.hatched((ends, middle - _BAR / 2, _RIGHT, middle + _BAR / 2))
        if ends > _LEFT:
            page.bar((_LEFT, middle - _BAR / 2, ends, middle + _BAR / 2), BLUE)
        _write_label(page, bar.label, middle)
        page.write((_RIGHT + 8, middle), bar.said, size=_TEXT)
    if group.more:
        page.write((_EDGE, top + _height(group) - 20), group.more, size=_SMALLER, ink=FAINT)


def _write_label(page: Page, label: str, middle: float) -> None:
    """A name that is too long for its line stands in two of smaller letters."""
    if len(label) <= _LABEL:
        page.write((_LEFT - 8, middle), label, size=_TEXT, anchor="rm")
        return
    half = min(len(label) // 2 + 4, _LONG_LABEL)
    lines = wrap(label, half, max_lines=2, placeholder=" …")
    for number, line in enumerate(lines):
        below = 16 * (number - (len(lines) - 1) / 2)
        page.write((_LEFT - 8, middle + below), line, size=_LONG, anchor="rm")


def _draw_trend(page: Page, points: Sequence[Point], top: int) -> None:
    left, right, zero, hundred = 45, WIDTH - 45, top + 153, top + 21
    apart = (right - left) / (len(points) - 0.2)
    places = [
        (left + apart * (0.4 + number), zero - (zero - hundred) * point.share)
        for number, point in enumerate(points)
    ]
    page.rule(left, right, zero)
    page.rule(left, right, hundred, dotted=True)
    page.write((left, hundred - 4), "100%", size=_LONG, ink=FAINT, anchor="ld")
    page.line(places, colour=BLUE, width=3.5)
    for (x, y), point in zip(places, points, strict=True):
        page.dot((x, y), colour=BLUE, radius=5.5)
        page.write((x, y - 10), point.said, size=_SMALLER, anchor="md")
        page.write((x, zero + 10), point.label, size=_SMALLER, anchor="ma")
