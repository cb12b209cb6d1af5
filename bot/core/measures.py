"""What may be added up over the periods of a year, and what may not (domain notes 1.5, rules 5, 7 and 8)."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.core import periods
from bot.core.folding import fold
from bot.core.indicators import RATIOS, YES, Total
from bot.core.periods import PeriodKind
from bot.core.persons import PERSONS
from bot.core.plan.model import Accumulates, Indicator, IndicatorKind

_YEARLESS = ("once", "each")
_SCHOOL_YEARS = (PeriodKind.SEMESTER, PeriodKind.SCHOOL_YEAR)


def counts_persons(indicator: Indicator) -> bool:
    """Whether what it counts are persons: the same ones may be counted in the next period again."""
    return fold(indicator.unit.get("vi", "")).strip() in PERSONS


def year_of(key: str) -> str | None:
    """The year in which a period lies, as the key of a calendar or a school year: `2027-Q1` lies in `2027`,
    `2026-2027-HK1` in `2026-2027`. None for what has no year (once, each)."""
    period = periods.parse(key)
    if period is None or period.kind in _YEARLESS:
        return None
    return key[:9] if period.kind in _SCHOOL_YEARS else key[:4]


def over_a_year(indicator: Indicator, totals: Sequence[Total]) -> Total | None:
    """The total of a year from those of its periods, in order. None where they cannot be put together: persons may be
    the same ones in every period, and a share or a yes is of its period.

    What accumulates is said by the latest period alone.
    """
    if not totals:
        return None
    if indicator.accumulates is Accumulates.CUMULATIVE:
        return totals[-1]
    if indicator.kind in (*RATIOS, *YES, IndicatorKind.NARRATIVE) or counts_persons(indicator):
        return None
    return replace(totals[-1], numerator=sum((one.numerator for one in totals), Decimal(0)))
