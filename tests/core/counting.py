"""Indicators of every kind over a small form, and the figures that reports give."""

from decimal import Decimal

from bot.core.forms.model import Form, Type
from bot.core.indicators import Figure
from bot.core.plan.model import Indicator, IndicatorKind
from tests.core.talking import question

BRIEFED = Indicator(
    "I-1",
    IndicatorKind.RATIO,
    {"vi": "Người dự"},
    numerator="done(${briefed})",
    denominator="${unit_teachers}",
    target="100",
)
ISSUED = Indicator("I-2", IndicatorKind.YESNO_DOCUMENT, {}, value="${issued} = 'yes'", target="yes")
LESSONS = Indicator("I-3", IndicatorKind.COUNT, {}, value="${lessons}")
SPENT = Indicator("I-4", IndicatorKind.SUM, {}, value="${spent}")

FORM = Form(
    "F",
    {},
    (
        question("briefed", Type.RATIO, total="${unit_teachers}"),
        question("issued", Type.YES_NO),
        question("lessons", Type.INTEGER),
        question("spent", Type.MONEY_MILLION),
    ),
)
SCHOOL = {"unit_teachers": 45, "unit_level": "TH"}


def of(done: int, total: int) -> Figure:
    return Figure(Decimal(done), Decimal(total))


NOT_APPLICABLE = Figure(None, None, excluded=True)
