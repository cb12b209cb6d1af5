"""Small counts of persons, which in wider digests would point at somebody (domain notes 6.2): one pupil admitted to the
Party in a school is known to everybody there, and so is the one of 45 teachers who was not at the meeting."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from bot.core.indicators import Figure, Total
from bot.core.persons import is_of_persons
from bot.core.plan.model import IndicatorKind
from bot.core.targets import Card, Target

SMALLEST = 3
"""From so many persons on a count is told; 1 and 2 are told as fewer."""


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
    return any(map(is_of_persons, total.indicator.unit.values()))


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


def for_single_units(target: Target, figures: Sequence[Figure]) -> Target:
    """The target for telling what single units said, of which these are all. Where one of them is small to such eyes
    none is told: a commune's sum less its other schools would be that one."""
    few = any(
        hidden(replace(target.total, numerator=one.numerator, denominator=one.denominator))
        for one in figures
        if one.numerator is not None and not one.excluded
    )
    return replace(target, total=replace(target.total, withheld=True)) if few else target


def masked_card(card: Card) -> Card:
    """The card for other eyes. Where a row is not told, the whole is divided in one way alone: what one division
    withholds, another would give away."""
    divided = [_masked_rows(rows) for rows in (card.areas, card.kinds, card.levels)]
    withheld = any(hidden(one) or one.withheld for rows in divided for _, one in rows)
    if withheld:
        told = next((place for place, rows in enumerate(divided) if len(rows) > 1), 0)
        divided = [rows if place == told else () for place, rows in enumerate(divided)]
    areas, kinds, levels = divided
    return replace(
        card,
        target=masked_target(card.target),
        areas=areas,
        kinds=kinds,
        levels=levels,
        only_so=withheld and any(len(rows) > 1 for rows in (card.kinds, card.levels)),
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
    """What is not told must not follow from the whole and the rows that are told: as long as it does, the least of
    these is not told either."""
    unsaid = [(total, small) for total in told if (small := hidden(total))]
    least_first = sorted(
        (place for place, total in enumerate(told) if not hidden(total) and total.numerator),
        key=lambda place: told[place].numerator,
    )
    count = 0
    while unsaid and count < len(least_first) and _follows(unsaid, [told[one] for one in least_first], count):
        count += 1
    withheld = set(least_first[:count])
    return [replace(total, withheld=True) if place in withheld else total for place, total in enumerate(told)]


def _follows(unsaid: Sequence[tuple[Total, Small]], least_first: Sequence[Total], count: int) -> bool:
    """Whether one of the figures that are unsaid can be worked out while the first `count` of the others are withheld:
    each of these is 3 at least, and no more than the least that is told."""
    withheld = least_first[:count]
    most = least_first[count].numerator * count if count < len(least_first) else None
    wholes = [(_WHOLES if small is Small.WHOLE else (whole, 0), whole) for total, small in unsaid
              if (whole := total.denominator) is not None]  # fmt: skip
    return _fits_once(
        [(_parts(total, small), total.numerator) for total, small in unsaid],
        sum((one.numerator for one in withheld), start=Decimal(0)),
        least=Decimal(SMALLEST * count),
        most=most,
    ) or _fits_once(
        wholes,
        sum((one.denominator or Decimal(0) for one in withheld), start=Decimal(0)),
        least=Decimal(SMALLEST * count),
        most=None if count else Decimal(0),
    )


_Room = tuple[Decimal, int]
"""What a reader knows of a figure that is unsaid: the least that it can be, and how much more at most."""

_WHOLES: _Room = (Decimal(1), 1)


def _parts(total: Total, small: Small) -> _Room:
    if small is Small.WHOLE or total.denominator is None:
        return (Decimal(0), SMALLEST - 1) if small is Small.WHOLE else (Decimal(1), 1)
    return (Decimal(1), 1) if small is Small.COUNT else (total.denominator - (SMALLEST - 1), 1)


def _fits_once(
    unsaid: Sequence[tuple[_Room, Decimal]], withheld: Decimal, *, least: Decimal, most: Decimal | None
) -> bool:
    """Whether one of these can only be what it is, if all of them and what is withheld add up as they do."""
    rooms = [room for room, _ in unsaid]
    left = sum((value - room[0] for room, value in unsaid), start=withheld)
    other = sum(more for _, more in rooms)
    return any(
        sum(
            least <= left - one and (most is None or left - one <= other - more + most)
            for one in range(more + 1)
        )
        == 1
        for _, more in rooms
        if more
    )
