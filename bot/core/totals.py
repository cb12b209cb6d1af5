"""Totals that are kept, not computed anew: what each report adds to them, and to which of them.

A total is the sum of shares, one of each unit that was asked. Shares only add and subtract, so that a total may be
changed by the difference that one report makes, whatever came before and in whichever order:

    change = shares after - shares before

Figures are whole numbers of ten-thousandths in here: sums of them are exact in every database.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from bot.core.indicators import RATIOS, YES, Figure, Total
from bot.core.plan.model import Indicator
from bot.core.units import Unit

SCALE = 10_000
"""Parts of one: figures have four decimals."""


class ScopeKind(StrEnum):
    ALL = "all"
    AREA = "area"  # a superior in State management with all that is under it: a commune with its schools
    KIND = "kind"
    LEVEL = "level"


class Scope(NamedTuple):
    """Units that are totalled together. `place` is a unit's code, a kind, a level; "" for all."""

    kind: ScopeKind
    place: str = ""


EVERYBODY = Scope(ScopeKind.ALL)


class Cell(NamedTuple):
    """What is totalled: an indicator as one form asks for it in one period."""

    indicator: str
    form: str
    period: str


class Share(NamedTuple):
    """What units add to a total: figures in ten-thousandths, and numbers of units (see Total)."""

    numerator: int = 0
    denominator: int = 0
    reported: int = 0
    expected: int = 0
    excluded: int = 0
    full: int = 0


NOTHING = Share()
Sums = Mapping[tuple[Cell, Scope], Share]
Home = tuple[str, str, str]
"""Where a unit is counted: area, kind, level."""


def home_of(unit: Unit) -> Home:
    """A unit without a superior is an area of its own."""
    return unit.parent or unit.code, unit.kind, unit.level


def scopes_of(home: Home) -> tuple[Scope, ...]:
    area, kind, level = home
    scopes = (EVERYBODY, Scope(ScopeKind.AREA, area), Scope(ScopeKind.KIND, kind))
    return (*scopes, Scope(ScopeKind.LEVEL, level)) if level else scopes


def share_said(figure: Figure) -> Share:
    """Of a unit that reported. One that is not concerned leaves the denominator."""
    if figure.excluded:
        return Share(reported=1, expected=1, excluded=1)
    part, whole = scaled(figure.numerator), scaled(figure.denominator)
    return Share(part, whole, reported=1, expected=1, full=int(0 < whole <= part))


def share_waiting(denominator: Decimal | None) -> Share:
    """Of a unit that has not reported: it stays in the denominator."""
    return Share(denominator=scaled(denominator), expected=1)


def added(shares: Iterable[Share]) -> Share:
    """Their sum."""
    return Share(*map(sum, zip(NOTHING, *shares, strict=True)))


def total_of(indicator: Indicator, share: Share) -> Total:
    """The sum of numerators over the sum of denominators: never a mean of percentages."""
    has_parts = indicator.kind in RATIOS or indicator.kind in YES
    return Total(
        indicator,
        _figure(share.numerator),
        _figure(share.denominator) if has_parts else None,
        share.reported,
        share.expected,
        share.excluded,
        share.full,
    )


def roll_up(
    indicator: Indicator, figures: Iterable[Figure | None], bases: Iterable[Decimal | None] = ()
) -> Total:
    """An indicator over units. `figures` are those of the units that reported (None where a report does not speak for
    it), `bases` the denominators by the roster of those that did not."""
    said = [share_said(one) for one in figures if one is not None]
    return total_of(indicator, added([*said, *map(share_waiting, bases)]))


class Asked(NamedTuple):
    """A task that a unit owes still."""

    task: str
    unit: int
    form: str
    period: str


class Said(NamedTuple):
    """A figure of a report that counts: submitted or accepted, not returned."""

    cell: Cell
    unit: int
    figure: Figure


def difference(before: Sums, after: Sums) -> dict[tuple[Cell, Scope], Share]:
    """What turns the one into the other; nothing where they agree."""
    keys = before.keys() | after.keys()
    changes: dict[tuple[Cell, Scope], Share] = {}
    for key in keys:
        old, new = before.get(key, NOTHING), after.get(key, NOTHING)
        if old != new:
            changes[key] = Share(*(to - since for to, since in zip(new, old, strict=True)))
    return changes


def in_order(sums: Sums) -> Iterator[tuple[tuple[Cell, Scope], Share]]:
    """In one order for all who write them, so that no two wait for each other."""
    yield from sorted(sums.items())


def scaled(figure: Decimal | None) -> int:
    """In ten-thousandths. What is not known adds nothing."""
    return 0 if figure is None else int(figure * SCALE)


def _figure(scaled: int) -> Decimal:
    return (Decimal(scaled) / SCALE).normalize() + 0
