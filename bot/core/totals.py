"""Totals that are kept, not computed anew: what each report adds to them, and to which of them.

A total is the sum of shares, one of each unit that was asked. Shares only add and subtract, so that a total may be
changed by the difference that one report makes, whatever came before and in whichever order:

    change = shares after - shares before

Figures are whole numbers of ten-thousandths in here: sums of them are exact in every database.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from bot.core.indicators import RATIOS, YES, Figure, Total, base, indicators_of
from bot.core.plan.model import Indicator, Plan
from bot.core.plan.variables import unit_variables
from bot.core.units import Unit

SCALE = 10_000
"""Parts of one: figures have four decimals."""

TIMELESS = date(1970, 1, 1)
"""What `today()` is to a denominator of the roster, which does not depend on the day."""


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
    part, whole = _scaled(figure.numerator), _scaled(figure.denominator)
    return Share(part, whole, reported=1, expected=1, full=int(0 < whole <= part))


def share_waiting(denominator: Decimal | None) -> Share:
    """Of a unit that has not reported: it stays in the denominator."""
    return Share(denominator=_scaled(denominator), expected=1)


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


@dataclass(frozen=True, slots=True)
class Asked:
    """A task that a unit owes still."""

    task: str
    unit: int
    form: str
    period: str


@dataclass(frozen=True, slots=True)
class Said:
    """A figure of a report that counts: submitted or accepted, not returned."""

    cell: Cell
    unit: int
    figure: Figure


class Tally:
    """Adds up the shares of units by cell and scope. `units` are by row."""

    def __init__(self, plan: Plan, units: Mapping[int, Unit]) -> None:
        self._units = units
        self._homes = {row: home_of(unit) for row, unit in units.items()}
        self._bases: dict[tuple[int, str], Share] = {}
        self._indicators = {
            (task, planned.form.code): tuple(indicators_of(plan.task(task), planned.form))
            for planned in plan.forms
            for task in planned.tasks
        }
        self._sums: dict[tuple[Cell, Home], list[int]] = {}

    def ask(self, asked: Asked, *, times: int = 1) -> None:
        """A unit owes a task; `times=-1`: no longer."""
        for indicator in self._indicators.get((asked.task, asked.form), ()):
            cell = Cell(indicator.code, asked.form, asked.period)
            self._add(cell, asked.unit, self._waiting(indicator, asked.unit), times)

    def say(self, said: Said, *, times: int = 1) -> None:
        """A unit reported; `times=-1`: what it said counts no longer."""
        self._add(said.cell, said.unit, share_said(said.figure), times)

    def sums(self) -> dict[tuple[Cell, Scope], Share]:
        """What was added, by scope; nothing that came to nothing."""
        found: dict[tuple[Cell, Scope], list[int]] = {}
        for (cell, home), share in self._sums.items():
            for scope in scopes_of(home):
                key = (cell, scope)
                so_far = found.get(key)
                if so_far is None:
                    found[key] = share.copy()
                else:
                    for place, part in enumerate(share):
                        so_far[place] += part
        return {key: Share(*share) for key, share in found.items() if any(share)}

    def _waiting(self, indicator: Indicator, unit: int) -> Share:
        key = (unit, "" if indicator.kind not in RATIOS else indicator.denominator)
        share = self._bases.get(key) if key[1] else _WAITING.get(indicator.kind in YES)
        if share is None:
            share = share_waiting(base(indicator, unit_variables(self._units[unit]), today=TIMELESS))
            self._bases[key] = share
        return share

    def _add(self, cell: Cell, unit: int, share: Share, times: int) -> None:
        key = (cell, self._homes[unit])
        so_far = self._sums.get(key)
        if so_far is None:
            so_far = self._sums[key] = [0, 0, 0, 0, 0, 0]
        for place, part in enumerate(share):
            if part:
                so_far[place] += part * times


def difference(before: Sums, after: Sums) -> dict[tuple[Cell, Scope], Share]:
    """What turns the one into the other; nothing where they agree."""
    keys: Collection[tuple[Cell, Scope]] = before.keys() | after.keys()
    changes = {
        key: Share(
            *(new - old for new, old in zip(after.get(key, NOTHING), before.get(key, NOTHING), strict=True))
        )
        for key in keys
    }
    return {key: change for key, change in changes.items() if any(change)}


def in_order(sums: Sums) -> Iterator[tuple[tuple[Cell, Scope], Share]]:
    """In one order for all who write them, so that no two wait for each other."""
    yield from sorted(sums.items())


def _scaled(figure: Decimal | None) -> int:
    return 0 if figure is None else int(figure * SCALE)


def _figure(scaled: int) -> Decimal:
    return (Decimal(scaled) / SCALE).normalize() + 0


_WAITING = {True: share_waiting(Decimal(1)), False: share_waiting(None)}
"""Of a yes or no, and of a count."""
