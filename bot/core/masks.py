"""Small counts of persons, which in wider digests would point at somebody (domain notes 6.2): one pupil admitted to the
Party in a school is known to everybody there."""

from bot.core.folding import fold
from bot.core.indicators import Total

SMALLEST = 3
"""From so many persons on a count is told; 1 and 2 are told as fewer."""

_PERSONS = frozenset(
    (
        *("nguoi", "hoc sinh", "hoc vien", "sinh vien", "dang vien", "doan vien", "doi vien", "hoi vien"),
        *("giao vien", "giang vien", "can bo", "quan chung", "cong chuc", "vien chuc", "luot nguoi"),
        *("person", "persons", "people"),
    )
)


def about_persons(total: Total) -> bool:
    """Whether the figure counts persons, by the unit that the plan gives it. "guong" (an example set by somebody) is
    none: it may be a collective."""
    return any(fold(text).strip() in _PERSONS for text in total.indicator.unit.values())


def is_small(total: Total) -> bool:
    """Whether the count is of one or two persons."""
    return about_persons(total) and 0 < total.numerator < SMALLEST
