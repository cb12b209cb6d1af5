"""What the figures of a document come to: what was decided, else what is stated, else the sum of the parts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.core.plan.document import Decision, StatedFigure
from bot.core.plan.model import Task

SETTLING = ("sum_wrong", "total_missing")
"""The findings about a figure whose decision says what shall count."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """`value` is what counts, None if nothing is known; `stated` what the document says; `decision` what made them
    differ."""

    value: Decimal | None
    stated: Decimal | None
    decision: Decision | None = None


def agreed_values(figures: Sequence[StatedFigure], decisions: Iterable[Decision]) -> Mapping[str, Agreed]:
    """What each figure comes to, by its code."""
    known = {figure.code: figure for figure in figures}
    decided = {
        one.thing: one for one in decisions if one.finding in SETTLING and plain(one.value) is not None
    }
    return {code: _agreed(figure, known, decided) for code, figure in known.items()}


def plain(value: str) -> Decimal | None:
    """The figure that a decision gives: 45, 4730, 70.5. None for anything else."""
    whole, _, part = value.strip().replace(",", ".").partition(".")
    return Decimal(f"{whole}.{part or 0}") if whole.isdecimal() and (not part or part.isdecimal()) else None


def shown(value: Decimal) -> str:
    """A figure as plain text without needless zeros."""
    return f"{value.normalize():f}"


def with_targets(
    tasks: Sequence[Task], figures: Sequence[StatedFigure], decisions: Sequence[Decision]
) -> tuple[Task, ...]:
    """The tasks, with the target of each indicator that leaves it to a figure of the document. Where that figure is
    stated, the indicator keeps what the document says beside it."""
    agreed = agreed_values(figures, decisions)
    if not agreed:
        return tuple(tasks)
    return tuple(
        replace(
            task,
            indicators=tuple(
                replace(
                    one,
                    target=one.target
                    if one.target is not None or known.value is None
                    else shown(known.value),
                    source_figure=one.source_figure or ("" if known.stated is None else shown(known.stated)),
                )
                if (known := agreed.get(one.figure)) is not None
                else one
                for one in task.indicators
            ),
        )
        for task in tasks
    )


def value_of(
    code: str, known: Mapping[str, StatedFigure], seen: frozenset[str] = frozenset()
) -> Decimal | None:
    """What is stated, else the sum of the parts; None where a part is unknown or a sum comes back to itself."""
    figure = known.get(code)
    if figure is None or code in seen:
        return None
    if figure.stated is not None:
        return figure.stated
    parts = [value_of(part, known, seen | {code}) for part in figure.sum_of]
    given = [part for part in parts if part is not None]
    return sum(given, Decimal(0)) if given and len(given) == len(parts) else None


def _agreed(
    figure: StatedFigure, known: Mapping[str, StatedFigure], decided: Mapping[str, Decision]
) -> Agreed:
    decision = decided.get(figure.code)
    if decision is not None:
        return Agreed(plain(decision.value), figure.stated, decision)
    return Agreed(value_of(figure.code, known), figure.stated)
