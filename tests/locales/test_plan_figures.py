"""A figure with what the document says beside it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.core.indicators import Total
from bot.core.plan.model import Indicator, IndicatorKind
from locales.phrases.digest import indicator as digest_line
from locales.phrases.plan_figures import beside_source
from locales.words import in_language

CLASSES = Indicator(
    "HM-19.1", IndicatorKind.COUNT, {"vi": "Lớp bồi dưỡng", "en": "Classes"}, target="45", source_figure="39"
)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("39", "45, nguồn ghi 39"),
        ("4730", "45, nguồn ghi 4.730"),
        ("45", "45"),
        ("45,0", "45"),
        ("", "45"),
        ("toàn thể", "45"),
    ],
)
def test_source_is_named_where_it_states_another_figure(source: str, said: str) -> None:
    assert beside_source("45", replace(CLASSES, source_figure=source), words=in_language("vi")) == said


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", "⏳ Lớp bồi dưỡng: 12/45, nguồn ghi 39"),
        ("en", "⏳ Classes: 12/45, the source says 39"),
    ],
)
def test_digest_names_the_source_beside_the_target(language: str, line: str) -> None:
    total = Total(CLASSES, Decimal(12), None, reported=1, expected=1, excluded=0)

    assert digest_line(total, words=in_language(language)) == line
