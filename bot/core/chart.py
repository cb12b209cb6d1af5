"""A picture of progress as values, in the words of one language. It is drawn in `bot/papers/chart_drawing.py`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One group: `done` of `whole`, and the words beside it ("12/40 (30%)")."""

    label: str
    done: int
    whole: int
    said: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under one heading; `more` says what did not fit."""

    title: str
    bars: tuple[Bar, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One week: `share` from 0 to 1 and the words for it."""

    label: str
    share: float
    said: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`done` and `left` name the two parts of a bar. A trend of less than two points is not drawn."""

    title: str
    subtitle: str
    done: str
    left: str
    groups: tuple[Bars, ...]
    trend_title: str
    trend: tuple[Point, ...]
