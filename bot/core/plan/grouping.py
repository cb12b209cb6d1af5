"""A report that can be read: what stops an import first, and what repeats said once."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.plan.deciding import may_be_decided
from bot.core.plan.model import Finding, Severity

MOST_ALIKE = 3
"""Findings of one code that are shown one by one. Of more, the first stands for all; what stops an import or is about
something to decide is always shown."""

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Group:
    """A finding and those that it stands for, in the order of the file."""

    first: Finding
    others: tuple[Finding, ...] = ()


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """The findings by gravity, those that were decided last; the order of the file is kept within each."""
    ordered = sorted(findings, key=lambda one: (one.decision is not None, _ORDER[one.severity]))
    alike: dict[str, list[Finding]] = {}
    for one in ordered:
        alike.setdefault(one.code, []).append(one)
    groups: list[Group] = []
    for one in ordered:
        several = alike[one.code]
        if one.severity is Severity.ERROR or may_be_decided(one) or len(several) <= MOST_ALIKE:
            groups.append(Group(one))
        elif one is several[0]:
            groups.append(Group(one, tuple(several[1:])))
    return tuple(groups)
