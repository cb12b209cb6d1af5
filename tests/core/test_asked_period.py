"""The period that is named behind "báo cáo"."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import periods
from bot.core.asked_period import AskedPeriod, read_period
from bot.core.periods import PeriodKind
from locales.phrases.periods import name
from locales.words import in_language

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("tháng 10", "2026-10"),
        ("thang 10/2025", "2025-10"),
        ("quý III", "2026-Q3"),
        ("quý 4 năm 2025", "2025-Q4"),
        ("học kỳ I", "2026-2027-HK1"),
        ("hk2 năm học 2025-2026", "2025-2026-HK2"),
        ("tuần 47", "2026-W47"),
        ("6 tháng đầu năm 2026", "2026-H1"),
        ("năm học 2025-2026", "2025-2026"),
        ("năm 2025", "2025"),
        ("tháng trước", "2026-10"),
        ("quý trước ạ", "2026-Q3"),
        ("năm ngoái", "2025"),
        ("last quarter", "2026-Q3"),
        ("month 10", "2026-10"),
        ("hè 2026", "2026-summer"),
        ("mùa hè năm 2026", "2026-summer"),
    ],
)
def test_period_is_read(text: str, likeliest: str) -> None:
    asked = read_period(text, today=TODAY)

    assert asked is not None
    assert asked.rank(likeliest) == 0


@pytest.mark.parametrize(
    ("text", "key"),
    [("quý I/2027", "2027-RQ1"), ("6 tháng đầu năm 2026", "2026-RH1"), ("năm ngoái", "2025-RY")],
)
def test_period_that_closes_on_the_14th_has_the_same_name(text: str, key: str) -> None:
    asked = read_period(text, today=TODAY)

    assert asked is not None
    assert asked.rank(key) == 1


@pytest.mark.parametrize("text", ["", "2", "từng lớp", "tháng", "kỳ", "chỉ thị 32", "tháng 10 và tháng 11"])
def test_other_words_are_no_period(text: str) -> None:
    assert read_period(text, today=TODAY) is None


def test_last_period_is_any_that_is_over() -> None:
    asked = read_period("kỳ trước", today=TODAY)

    assert asked == AskedPeriod(before=TODAY)
    assert [asked.rank(key) for key in ("2026-Q3", "2026-Q4", "once", "E0003")] == [0, None, None, None]


KINDS = st.sampled_from([kind for kind in PeriodKind if kind not in (PeriodKind.ONCE, PeriodKind.EACH)])


@given(KINDS, st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.sampled_from(("vi", "en")))
def test_name_that_a_period_has_in_a_list_is_understood(kind: PeriodKind, day: date, language: str) -> None:
    period = periods.period_of(kind, day)
    if period is None or (language == "en" and kind not in (PeriodKind.MONTH, PeriodKind.WEEK)):
        return

    asked = read_period(name(period.key, words=in_language("vi")), today=TODAY)

    assert asked is not None
    assert asked.rank(period.key) is not None
