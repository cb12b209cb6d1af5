"""Small counts of persons, which in wider digests would point at somebody (domain notes 6.2): one pupil admitted to the
Party in a school is known to everybody there."""

from dataclasses import replace

from bot.core.folding import fold
from bot.core.indicators import Total
from bot.core.targets import Card, Target

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


def hides(total: Total) -> bool:
    """Whether the count is to be told as fewer than so many."""
    return total.masked and is_small(total)


def masked(total: Total) -> Total:
    """The same for other eyes than the Committee's."""
    return replace(total, masked=True)


def masked_target(target: Target) -> Target:
    return replace(
        target,
        total=masked(target.total),
        before=_masked_pair(target.before),
        year=_masked_pair(target.year),
    )


def masked_card(card: Card) -> Card:
    return replace(
        card,
        target=masked_target(card.target),
        areas=_masked_rows(card.areas),
        kinds=_masked_rows(card.kinds),
        levels=_masked_rows(card.levels),
        history=_masked_rows(card.history),
    )


def _masked_pair(pair: tuple[str, Total] | None) -> tuple[str, Total] | None:
    return None if pair is None else (pair[0], masked(pair[1]))


def _masked_rows(rows: tuple[tuple[str, Total], ...]) -> tuple[tuple[str, Total], ...]:
    return tuple((name, masked(total)) for name, total in rows)
