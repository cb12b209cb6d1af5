"""Units that end and hand over: who follows whom, and which figures a unit then answers for (decision 0011)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from bot.core.units import Unit


class Part(StrEnum):
    """Who answers for what was a unit that has ended, in one form for one period."""

    OWN = "own"  # it does, under its own name: it was sent, or could not pass on
    HEIRS = "heirs"  # its successor does, with the sum of both
    NOBODYS = "nobodys"  # it was never asked


def heir_of(unit: Unit, units: Mapping[str, Unit], *, today: date) -> Unit | None:
    """The unit that follows one that has ended, itself still there. None while the unit exists, where it names no
    successor, and where the line comes back to itself."""
    seen: set[str] = set()
    while unit.valid_to is not None and unit.valid_to < today:
        if unit.code in seen or unit.successor is None or unit.successor not in units:
            return None
        seen.add(unit.code)
        unit = units[unit.successor]
    return unit if seen else None


def ended(units: Iterable[Unit], *, today: date) -> tuple[Unit, ...]:
    """Units that have ended and name a successor."""
    return tuple(
        unit for unit in units if unit.successor and unit.valid_to is not None and unit.valid_to < today
    )


def part_of(unit: Unit, *, asked: bool, concerned: bool, opens_on: date, due_on: date) -> Part:
    """Who answers for a unit with a successor. `asked`: it owes the form or has sent it; `concerned`: the form's
    audience has it."""
    if asked:
        return Part.OWN
    if unit.valid_to is None or unit.valid_to >= due_on:
        return Part.NOBODYS
    return Part.HEIRS if concerned or opens_on > unit.valid_to else Part.NOBODYS


def answers_for(
    unit: Unit, units: Mapping[str, Unit], *, given_on: Mapping[str, date], parts: Mapping[str, Part]
) -> Unit:
    """The unit with the figures that its report is about: its own and those of the units for which it answers.

    `given_on` says when the roster last gave a unit its figures: those that are younger than the end of another unit
    count that one already. `parts` are those of the units that have ended.
    """
    figures = _figures(unit, units, given_on, parts, frozenset())
    return unit if figures == dict(unit.figures) else replace(unit, figures=figures)


def _figures(
    unit: Unit,
    units: Mapping[str, Unit],
    given_on: Mapping[str, date],
    parts: Mapping[str, Part],
    seen: frozenset[str],
) -> dict[str, int]:
    seen |= {unit.code}
    figures = dict(unit.figures)
    for code, part in parts.items():
        before = units[code]
        if before.successor != unit.code or before.valid_to is None or code in seen:
            continue
        counted = _counts(unit, given_on.get(unit.code), before.valid_to)
        if (counted, part) not in ((True, Part.OWN), (False, Part.HEIRS)):
            continue
        for name, number in _figures(before, units, given_on, parts, seen).items():
            figures[name] = max(0, figures.get(name, 0) + (-number if counted else number))
    return figures


def _counts(unit: Unit, given_on: date | None, ended_on: date) -> bool:
    """Whether the unit's figures count the one that ended: they were given later, or the unit began by it."""
    began_later = unit.valid_from is not None and unit.valid_from > ended_on
    return began_later or (given_on is not None and given_on > ended_on)
