"""Small counts of persons, which in wider digests would point at somebody (domain notes 6.2): one pupil admitted to the
Party in a school is known to everybody there, and so is the one of 45 teachers who was not at the meeting."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from bot.core.folding import fold
from bot.core.forms.model import Question
from bot.core.indicators import Total
from bot.core.plan.model import IndicatorKind
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


class Small(StrEnum):
    """What of a figure counts one or two persons. Whoever is told the rest of it could work that out."""

    COUNT = "count"  # 2/45
    REST = "rest"  # 43/45: two are missing
    WHOLE = "whole"  # 0/2: so the share is told neither


def small_part(part: Decimal, whole: Decimal | None) -> Small | None:
    """Which count of a figure is one or two, the widest first; `whole` is None for a mere count."""
    if whole is not None and 0 < whole < SMALLEST:
        return Small.WHOLE
    if 0 < part < SMALLEST:
        return Small.COUNT
    return Small.REST if whole is not None and 0 < whole - part < SMALLEST else None


def about_persons(total: Total) -> bool:
    """Whether the figure counts persons, by the unit that the plan gives it. "guong" (an example set by somebody) is
    none: it may be a collective."""
    return any(fold(text).strip() in _PERSONS for text in total.indicator.unit.values())


def asks_for_persons(question: Question) -> bool:
    """Whether a question asks how many persons, by its words: it has no unit."""
    said = f" {' '.join(fold(text) for text in question.label.values())} "
    return any(f" {noun} " in said for noun in _PERSONS)


def hidden(total: Total) -> Small | None:
    """What of it is not told to whoever reads it."""
    if not total.masked or not about_persons(total):
        return None
    return small_part(total.numerator, total.denominator)


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


def tells_stories(target: Target) -> bool:
    """Whether its figures are what people wrote, who may have named somebody."""
    return target.indicator.kind is IndicatorKind.NARRATIVE


def masked_card(card: Card) -> Card:
    return replace(
        card,
        target=masked_target(card.target),
        areas=_masked_rows(card.areas),
        kinds=_masked_rows(card.kinds),
        levels=_masked_rows(card.levels),
        history=_masked_rows(card.history),
        said=() if tells_stories(card.target) else card.said,
    )


def _masked_pair(pair: tuple[str, Total] | None) -> tuple[str, Total] | None:
    return None if pair is None else (pair[0], masked(pair[1]))


def masked_totals(totals: Sequence[Total]) -> list[Total]:
    """The same for other eyes: of the groups of a sum none can be worked out from the others."""
    told = [masked(total) for total in totals]
    wholes = dict.fromkeys(total.indicator.part_of for total in totals if total.indicator.part_of)
    for whole in wholes:
        places = [place for place, total in enumerate(totals) if total.indicator.part_of == whole]
        for place, total in zip(places, _not_alone([told[place] for place in places]), strict=True):
            told[place] = total
    return told


def masked_targets(targets: Sequence[Target]) -> list[Target]:
    """The same of targets."""
    totals = masked_totals([target.total for target in targets])
    return [
        replace(masked_target(target), total=total) for target, total in zip(targets, totals, strict=True)
    ]


def _masked_rows(rows: tuple[tuple[str, Total], ...]) -> tuple[tuple[str, Total], ...]:
    told = _not_alone([masked(total) for _, total in rows])
    return tuple((name, total) for (name, _), total in zip(rows, told, strict=True))


def _not_alone(told: Sequence[Total]) -> list[Total]:
    """One part alone that is not told could be worked out from the whole: the least of the others is not told
    either."""
    unsaid = [place for place, total in enumerate(told) if hidden(total)]
    others = [place for place, total in enumerate(told) if place not in unsaid and total.numerator]
    if len(unsaid) != 1 or not others:
        return list(told)
    least = min(others, key=lambda place: told[place].numerator)
    return [replace(total, withheld=True) if place == least else total for place, total in enumerate(told)]
