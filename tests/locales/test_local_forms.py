"""Numbers, shares, days and lists as people of each language write them."""

from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.words import LANGUAGES, in_language, nearest
from tests.locales.saying import ENGLISH, VIETNAMESE

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (45, "45", "45"),
        (999, "999", "999"),
        (3342, "3.342", "3,342"),
        (1_250_000, "1.250.000", "1,250,000"),
        ("1234.5", "1.234,5", "1,234.5"),
        (Decimal("15.50"), "15,5", "15.5"),
        (Decimal("100.00"), "100", "100"),
        ("1E+3", "1.000", "1,000"),
        ("0.001", "0,001", "0.001"),
        ("-0", "0", "0"),
        (-5, "-5", "-5"),
        ("1234567.891", "1.234.567,891", "1,234,567.891"),
    ],
)
def test_number_is_grouped_and_has_no_needless_zeros(
    value: int | Decimal | str, vietnamese: str, english: str
) -> None:
    assert VIETNAMESE.number(value) == vietnamese
    assert ENGLISH.number(value) == english


@pytest.mark.parametrize(
    ("part", "whole", "vietnamese", "english"),
    [
        (43, 45, "95,6%", "95.6%"),
        (45, 45, "100%", "100%"),
        (0, 45, "0%", "0%"),
        (1, 2, "50%", "50%"),
        (1911, 2000, "95,6%", "95.6%"),  # 95,55: half up
        (1, 3, "33,3%", "33.3%"),
        (2, 3, "66,7%", "66.7%"),
        (1, 800, "0,1%", "0.1%"),  # 0,125
        (1, 3000, "0%", "0%"),
        (9995, 10000, "100%", "100%"),  # 99,95
        (50, 4, "1.250%", "1,250%"),
        (0, 0, "–", "–"),
        (Decimal("15.5"), Decimal(31), "50%", "50%"),
    ],
)
def test_share_has_one_decimal_at_most(
    part: int | Decimal, whole: int | Decimal, vietnamese: str, english: str
) -> None:
    assert VIETNAMESE.percent(part, whole) == vietnamese
    assert ENGLISH.percent(part, whole) == english


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_share_is_always_rounded_half_up(part: int, whole: int) -> None:
    tenths = (Decimal(part) * 1000 / Decimal(whole)).quantize(Decimal(1), ROUND_HALF_UP)
    exact = Decimal(int(tenths)) / 10

    assert VIETNAMESE.percent(part, whole) == f"{VIETNAMESE.number(exact)}%"


@pytest.mark.parametrize(
    ("day", "vietnamese", "english"),
    [
        (date(2026, 11, 16), "thứ Hai, 16/11/2026", "Monday, 16/11/2026"),
        (date(2026, 11, 17), "thứ Ba, 17/11/2026", "Tuesday, 17/11/2026"),
        (date(2026, 11, 18), "thứ Tư, 18/11/2026", "Wednesday, 18/11/2026"),
        (date(2026, 11, 19), "thứ Năm, 19/11/2026", "Thursday, 19/11/2026"),
        (date(2026, 11, 20), "thứ Sáu, 20/11/2026", "Friday, 20/11/2026"),
        (date(2026, 11, 21), "thứ Bảy, 21/11/2026", "Saturday, 21/11/2026"),
        (date(2026, 11, 22), "Chủ nhật, 22/11/2026", "Sunday, 22/11/2026"),
        (date(2027, 9, 5), "Chủ nhật, 05/09/2027", "Sunday, 05/09/2027"),
    ],
)
def test_day_is_named_with_its_weekday(day: date, vietnamese: str, english: str) -> None:
    assert VIETNAMESE.full_day(day) == vietnamese
    assert ENGLISH.full_day(day) == english
    assert VIETNAMESE.day(day) == ENGLISH.day(day) == vietnamese.rpartition(" ")[2]


def test_moment_is_that_of_the_office() -> None:
    at = datetime(2026, 11, 23, 17, 5, tzinfo=UTC)

    assert VIETNAMESE.moment(at, HANOI) == "00:05 24/11/2026"
    assert ENGLISH.moment(at, UTC) == "17:05 23/11/2026"


@pytest.mark.parametrize(
    ("items", "vietnamese", "english"),
    [
        ([], "", ""),
        (["An"], "An", "An"),
        (["An", "Chi"], "An và Chi", "An and Chi"),
        (["An", "Bình", "Chi"], "An, Bình và Chi", "An, Bình and Chi"),
        (["{0}", "{tên}"], "{0} và {tên}", "{0} and {tên}"),
        (["{1}", "{0}", "{2}"], "{1}, {0} và {2}", "{1}, {0} and {2}"),
    ],
)
def test_list_ends_with_and(items: list[str], vietnamese: str, english: str) -> None:
    assert VIETNAMESE.list(items) == vietnamese
    assert ENGLISH.list(items) == english


def test_text_of_the_plan_is_in_the_person_s_language_or_in_vietnamese() -> None:
    both, only_vietnamese = {"vi": "Hạn", "en": "Deadline"}, {"vi": "Hạn", "en": ""}

    assert [words.of(both) for words in (VIETNAMESE, ENGLISH)] == ["Hạn", "Deadline"]
    assert ENGLISH.of(only_vietnamese) == "Hạn"
    assert ENGLISH.of({}, "deadline") == "deadline"


@pytest.mark.parametrize(
    ("said", "spoken"),
    [
        ("vi", "vi"),
        ("vi-VN", "vi"),
        ("en", "en"),
        ("en-US", "en"),
        ("en_GB", "en"),
        ("EN", "en"),
        ("fr", "vi"),
        ("zh-hans-CN", "vi"),
        ("", "vi"),
        (None, "vi"),
        ("-", "vi"),
        ("english please", "vi"),
        ("🎉", "vi"),
    ],
)
def test_nearest_language_is_spoken(said: str | None, spoken: str) -> None:
    assert nearest(said) == spoken
    assert in_language(said).language == spoken


@given(st.text(max_size=20))
def test_any_language_is_spoken_somehow(said: str) -> None:
    assert nearest(said) in LANGUAGES
