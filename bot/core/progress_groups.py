"""How far the reports are, group by group and week by week: what the digest's picture shows."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from bot.core.digest import Line, Progress, progress

Group = TypeVar("Group", bound=Hashable)

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekProgress:
    """How far the reports were at the end of a week: at `at`, on the office's day `on`."""

    at: datetime
    on: date
    progress: Progress


def progress_by(
    lines: Iterable[Line], group: Callable[[Line], Group | None], *, at: datetime, today: date
) -> tuple[tuple[Group, Progress], ...]:
    """The progress of each group that was asked for something, in the order in which the groups come first. Lines of no
    group (None) are left out."""
    grouped: dict[Group, list[Line]] = {}
    for line in lines:
        if (place := group(line)) is not None:
            grouped.setdefault(place, []).append(line)
    found = ((place, progress(of_it, at=at, today=today)) for place, of_it in grouped.items())
    return tuple((place, far) for place, far in found if far.asked)


def least_first(
    groups: Sequence[tuple[Group, Progress]], *, most: int
) -> tuple[tuple[tuple[Group, Progress], ...], int]:
    """The groups that are least far, at most `most` of them, and how many are left out. Groups that are equally far
    keep their order."""
    ordered = sorted(groups, key=lambda one: one[1].reported / one[1].asked)
    return tuple(ordered[:most]), max(0, len(ordered) - most)


def weekly(lines: Sequence[Line], *, as_of: datetime, today: date, most: int) -> tuple[WeekProgress, ...]:
    """The progress at `as_of` and at the same hour of the weeks before, back to the first week in which anything was
    asked: at most `most` weeks, the latest last."""
    weeks: list[WeekProgress] = []
    for back in range(most):
        on = today - back * WEEK
        far = progress(lines, at=as_of - back * WEEK, today=on)
        if not far.asked:
            break
        weeks.append(WeekProgress(as_of - back * WEEK, on, far))
    return tuple(reversed(weeks))
