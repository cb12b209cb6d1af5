"""Draws how many messages nobody asked for there are on each day of a rehearsal, as a PNG.

The kinds are told apart by hatching and place, not by colour alone; the colours are Okabe and Ito's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

_LOOKS = (("#0072B2", ""), ("#E69F00", "////"), ("#009E73", "...."))
_INK, _FAINT = "#1A1A1A", "#6B6B6B"


FEW_DAYS = 100
"""Up to so many days the Mondays are named below the columns, of more the months."""


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of message: how many on each day."""

    label: str
    counts: Sequence[int]


def draw_days(title: str, subtitle: str, days: Sequence[date], series: Sequence[Series]) -> bytes:
    """A column for each day, the kinds one upon the other. 1400 x 560 pixels."""
    with rc_context({"font.family": "DejaVu Sans", "font.size": 12, "text.parse_math": False}):
        figure = Figure(figsize=(14, 5.6), dpi=100, facecolor="white")
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.06, 0.12, 0.92, 0.68))
        below = [0] * len(days)
        for one, (colour, hatch) in zip(series, _LOOKS, strict=False):
            places = [place for place, count in enumerate(one.counts) if count]
            axes.bar(
                places, [one.counts[place] for place in places], bottom=[below[place] for place in places],
                width=0.9, color=colour, hatch=hatch, edgecolor="white", linewidth=0, label=one.label,
            )  # fmt: skip
            below = [low + count for low, count in zip(below, one.counts, strict=True)]
        few = len(days) <= FEW_DAYS
        marked = [
            place
            for place, day in enumerate(days)
            if (not day.weekday() if few else day.day == 1 or not place)
        ]
        axes.set_xticks(
            marked, [f"{days[place]:%d/%m}" if few else f"{days[place]:%m/%Y}" for place in marked]
        )
        axes.set_xlim(-1, len(days))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(loc="upper right", frameon=False)
        figure.text(0.06, 0.93, title, size=16, weight="bold", color=_INK, va="center")
        figure.text(0.06, 0.865, subtitle, color=_FAINT, va="center")
        data = BytesIO()
        figure.savefig(data, format="png", metadata={"Software": None})
    return data.getvalue()
