"""Draws a chart of progress as a PNG that is read on a phone: one column, large letters, no legend to look up.

Nothing is told by colour alone: the missing part of a bar is hatched, and each bar and point has its figures in words.
The two colours differ in lightness as well (Okabe and Ito's blue on white), so that they stay apart in grey.
"""

from collections.abc import Sequence
from io import BytesIO
from textwrap import wrap
from threading import Lock

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.core.chart import Bars, Chart, Point

WIDTH, DPI = 7.2, 100  # 720 pixels: twice a phone's 360
_ROW, _HEAD, _MORE, _TREND = 0.34, 0.62, 0.26, 2.1  # inches of a bar, a heading, a last line, the trend
_LABEL, _LONG_LABEL = 28, 34  # characters of a group's name in one line, and in each of two
_DONE, _LEFT, _INK, _FAINT = "#0072B2", "#FFFFFF", "#1A1A1A", "#6B6B6B"

_ONE_AT_A_TIME = (
    Lock()
)  # the settings of matplotlib are those of the process, and pictures are made in threads


def draw_chart(chart: Chart) -> bytes:
    """The PNG, 720 pixels wide and as high as it needs to be."""
    groups = [group for group in chart.groups if group.bars]
    trend = chart.trend if len(chart.trend) > 1 else ()
    heights = [_height(group) for group in groups] + ([_TREND] if trend else [])
    head = 1.25
    with (
        _ONE_AT_A_TIME,
        rc_context(
            {
                "font.family": "DejaVu Sans",
                "font.size": 13,
                "hatch.color": "#9A9A9A",
                "hatch.linewidth": 0.8,
                "text.parse_math": False,
            }
        ),
    ):
        figure = Figure(figsize=(WIDTH, head + sum(heights) + 0.1), dpi=DPI, facecolor="white")
        FigureCanvasAgg(figure)
        top = figure.get_figheight()
        _write_head(figure, chart, top)
        at = top - head
        for group, height in zip(groups, heights, strict=False):
            below = _MORE if group.more else 0
            _draw_bars(_axes(figure, at, height - below, left=3.0, right=1.55), group)
            figure.text(0.2 / WIDTH, (at - 0.2) / top, group.title, weight="bold", color=_INK, va="center")
            if group.more:
                figure.text(
                    0.2 / WIDTH, (at - height + 0.2) / top, group.more, size=11, color=_FAINT, va="center"
                )
            at -= height
        if trend:
            figure.text(
                0.2 / WIDTH, (at - 0.2) / top, chart.trend_title, weight="bold", color=_INK, va="center"
            )
            _draw_trend(_axes(figure, at + 0.1, _TREND + 0.05, left=0.45, right=0.45), trend)
        data = BytesIO()
        figure.savefig(data, format="png", metadata={"Software": None})
    return data.getvalue()


def _height(group: Bars) -> float:
    return _HEAD + _ROW * len(group.bars) + (_MORE if group.more else 0)


def _axes(figure: Figure, top: float, height: float, *, left: float, right: float) -> Axes:
    """Axes below `top` inches, under the room of a heading."""
    whole = figure.get_figheight()
    return figure.add_axes(
        (left / WIDTH, (top - height + 0.2) / whole, 1 - (left + right) / WIDTH, (height - _HEAD) / whole)
    )


def _write_head(figure: Figure, chart: Chart, top: float) -> None:
    figure.text(0.2 / WIDTH, 1 - 0.3 / top, chart.title, size=16, weight="bold", color=_INK, va="center")
    figure.text(0.2 / WIDTH, 1 - 0.62 / top, chart.subtitle, size=12, color=_FAINT, va="center")
    key = figure.add_axes((0.2 / WIDTH, 1 - 1.08 / top, 0.3 / WIDTH, 0.2 / top))
    other = figure.add_axes((2.7 / WIDTH, 1 - 1.08 / top, 0.3 / WIDTH, 0.2 / top))
    for axes, left in ((key, False), (other, True)):
        _fill(axes, 0, 0, 1, left=left)
        axes.set(xlim=(0, 1), ylim=(-0.5, 0.5))
        axes.axis("off")
    figure.text(0.6 / WIDTH, 1 - 0.98 / top, chart.done, size=12, color=_INK, va="center")
    figure.text(3.1 / WIDTH, 1 - 0.98 / top, chart.left, size=12, color=_INK, va="center")


def _fill(axes: Axes, row: float, start: float, end: float, *, left: bool) -> None:
    axes.barh(
        row,
        end - start,
        left=start,
        height=0.66,
        color=_LEFT if left else _DONE,
        edgecolor=_FAINT if left else _DONE,
        hatch="////" if left else None,
        linewidth=0.8,
    )


def _draw_bars(axes: Axes, group: Bars) -> None:
    for row, bar in enumerate(group.bars):
        share = bar.done / bar.whole if bar.whole else 0.0
        if share < 1:
            _fill(axes, row, share, 1, left=True)
        if share > 0:
            _fill(axes, row, 0, share, left=False)
        label, size = _two_lines(bar.label)
        axes.text(
            -0.03, row, label, size=size, ha="right", va="center", ma="right", color=_INK, linespacing=1.15
        )
        axes.text(1.03, row, bar.said, ha="left", va="center", color=_INK)
    axes.set(xlim=(0, 1), ylim=(len(group.bars) - 0.5, -0.5))
    axes.axis("off")


def _two_lines(label: str) -> tuple[str, float]:
    """A name that is too long for its line stands in two of smaller letters; the size."""
    if len(label) <= _LABEL:
        return label, 13
    half = min(len(label) // 2 + 4, _LONG_LABEL)
    return "\n".join(wrap(label, half, max_lines=2, placeholder=" …")), 10.0


def _draw_trend(axes: Axes, points: Sequence[Point]) -> None:
    shares = [point.share for point in points]
    axes.plot(range(len(points)), shares, color=_DONE, linewidth=2.5, marker="o", markersize=7, clip_on=False)
    for place, point in enumerate(points):
        axes.annotate(
            point.said, (place, point.share), xytext=(0, 9), textcoords="offset points", ha="center", size=11
        )
        axes.annotate(
            point.label,
            (place, 0),
            xytext=(0, -8),
            textcoords="offset points",
            ha="center",
            va="top",
            size=11,
        )
    axes.axhline(0, color=_FAINT, linewidth=0.8)
    axes.axhline(1, color=_FAINT, linewidth=0.8, linestyle=":")
    axes.annotate(
        "100%", (-0.4, 1), xytext=(0, 4), textcoords="offset points", ha="left", size=10, color=_FAINT
    )
    axes.set(xlim=(-0.4, len(points) - 0.6), ylim=(0, 1.16))
    axes.axis("off")
