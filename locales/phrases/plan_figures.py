"""Figures of a plan's document wherever they are shown: what counts, and beside it what the document says."""

from collections.abc import Iterator
from decimal import Decimal

from bot.core.plan.figures import agreed_values, plain
from bot.core.plan.model import Indicator, IndicatorKind, Plan
from locales.words import Words


def beside_source(value: str, indicator: Indicator, *, words: Words) -> str:
    """`45, nguồn ghi 39`; the value alone where the document says the same, nothing, or no figure."""
    stated = plain(indicator.source_figure)
    if stated is None or indicator.target is None or plain(indicator.target) in (None, stated):
        return value
    return _beside(value, stated, words=words)


def target(indicator: Indicator, *, words: Words) -> str:
    """`100%`, `45`, `yes` as a person reads it."""
    figure = plain(indicator.target or "")
    if figure is None:
        return words.say("có") if indicator.target == "yes" else indicator.target or ""
    said = words.number(figure)
    return f"{said}%" if indicator.kind is IndicatorKind.RATIO else said


def figures_shown(plan: Plan, *, words: Words) -> Iterator[str]:
    """The figures of the document, each with what was decided about it."""
    agreed = agreed_values(plan.figures, plan.decisions)
    for figure in plan.figures:
        known = agreed[figure.code]
        value = "–" if known.value is None else words.number(known.value)
        if known.decision is not None and known.stated is not None and known.stated != known.value:
            value = _beside(value, known.stated, words=words)
        line = words.say(
            "Số liệu {code}  {label} [{source}]: {value} {unit}",
            code=figure.code,
            label=words.of(figure.label),
            source=figure.source,
            value=value,
            unit=words.of(figure.unit),
        ).rstrip()
        if known.decision is not None:
            decision = known.decision
            line += " " + words.say(
                "({by} quyết định ngày {day}: {why})",
                by=decision.by,
                day=words.day(decision.decided_on),
                why=decision.why,
            )
        yield line


def _beside(value: str, stated: Decimal, *, words: Words) -> str:
    return words.say("{value}, nguồn ghi {stated}", value=value, stated=words.number(stated))
