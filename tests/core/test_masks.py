"""One or two persons are not told in wider digests; other small figures are."""

from decimal import Decimal

import pytest

from bot.core.indicators import Total
from bot.core.masks import is_small, masked
from bot.core.plan.model import Indicator, IndicatorKind
from locales.phrases.digest import indicator
from locales.phrases.targets import value
from locales.words import in_language


def total(numerator: int, unit: str, denominator: int | None = None) -> Total:
    kind = IndicatorKind.SUM if denominator is None else IndicatorKind.RATIO
    whole = None if denominator is None else Decimal(denominator)
    measured = Indicator("HP-21.1", kind, {"vi": "Kết nạp"}, target="100", unit={"vi": unit})
    return Total(measured, Decimal(numerator), whole, reported=1, expected=1, excluded=0)


@pytest.mark.parametrize(
    ("numerator", "unit", "small"),
    [
        (0, "học sinh", False),
        (1, "học sinh", True),
        (2, "đảng viên", True),
        (2, "Người", True),
        (3, "học sinh", False),
        (1, "lớp", False),
        (2, "triệu đồng", False),
        (1, "", False),
    ],
)
def test_one_and_two_persons_are_small(numerator: int, unit: str, small: bool) -> None:
    assert is_small(total(numerator, unit)) is small


def test_small_count_is_told_to_the_committee_alone() -> None:
    words = in_language("vi")

    assert indicator(total(1, "học sinh"), words=words, masked=True) == "⏳ Kết nạp: < 3/100 học sinh"
    assert indicator(total(1, "học sinh"), words=words) == "⏳ Kết nạp: 1/100 học sinh"
    assert indicator(total(1, "lớp"), words=words, masked=True) == "⏳ Kết nạp: 1/100 lớp"


def test_share_that_tells_how_many_is_left_out() -> None:
    said = indicator(total(2, "người", 45), words=in_language("vi"), masked=True)

    assert said == "⏳ Kết nạp: < 3/45, chỉ tiêu 100%"


def test_targets_in_a_group_are_masked_as_well() -> None:
    words = in_language("vi")

    assert value(masked(total(1, "học sinh")), words=words) == "< 3 học sinh"
    assert value(masked(total(2, "người", 45)), words=words) == "< 3/45 người"
    assert value(masked(total(3, "học sinh")), words=words) == "3 học sinh"
    assert value(total(1, "học sinh"), words=words) == "1 học sinh"
