"""Every kind of period has a name of its own, alone and with its year, in both languages."""

from datetime import date

import pytest

from bot.core.periods import CLOSED_ON_14TH, PeriodKind, period_of
from locales.phrases import periods
from locales.words import Words
from tests.locales.saying import BOTH, ENGLISH, VIETNAMESE


@pytest.mark.parametrize("words", BOTH, ids=lambda words: words.language)
def test_every_kind_is_called_otherwise(words: Words) -> None:
    names = [periods.kind(kind, words=words) for kind in PeriodKind]

    assert len(set(names)) == len(names)


def test_kind_is_said_in_both_languages() -> None:
    assert periods.kind(PeriodKind.REPORTING_HALF_YEAR, words=VIETNAMESE) == "6 tháng (chốt số liệu ngày 14)"
    assert periods.kind(PeriodKind.REPORTING_HALF_YEAR, words=ENGLISH) == "6 months (figures as of the 14th)"


@pytest.mark.parametrize("words", BOTH, ids=lambda words: words.language)
@pytest.mark.parametrize(("kind", "plain"), CLOSED_ON_14TH.items())
def test_period_that_closes_on_the_14th_is_named_by_what_it_closes(
    kind: PeriodKind, plain: PeriodKind, words: Words
) -> None:
    day = date(2027, 3, 10)
    closed, month = period_of(kind, day), period_of(plain, day)
    assert closed is not None
    assert month is not None

    assert periods.name(closed.key, words=words) == periods.name(month.key, words=words)
