"""One or two persons are not told in wider digests; other small figures are."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.differences import Difference
from bot.core.indicators import Figure, Total
from bot.core.masks import Small, for_single_units, hidden, masked, masked_card, masked_totals
from bot.core.plan.model import Audience, Indicator, IndicatorKind, Status, Task
from bot.core.targets import Card, Said, Target
from locales.phrases.differences import change_in_group
from locales.phrases.digest import indicator
from locales.phrases.target_said import said
from locales.phrases.targets import value
from locales.words import in_language
from tests.core.talking import ATTENDED


def total(numerator: int, unit: str, denominator: int | None = None) -> Total:
    kind = IndicatorKind.SUM if denominator is None else IndicatorKind.RATIO
    whole = None if denominator is None else Decimal(denominator)
    measured = Indicator("HP-21.1", kind, {"vi": "Kết nạp"}, target="100", unit={"vi": unit})
    return Total(measured, Decimal(numerator), whole, reported=1, expected=1, excluded=0)


def card(rows: tuple[tuple[str, Total], ...]) -> Card:
    whole = total(1, "học sinh")
    task = Task("HP-21", {"vi": "Kết nạp"}, "II.1", Audience(), "yearly", "15/6", Status.STATED)
    return Card(
        Target(task, whole.indicator, (), whole), rows, kinds=(), levels=(), history=(), silent=(), said=()
    )


@pytest.mark.parametrize(
    ("numerator", "unit", "whole", "unsaid"),
    [
        (0, "học sinh", None, None),
        (1, "học sinh", None, Small.COUNT),
        (2, "đảng viên", None, Small.COUNT),
        (2, "Người", None, Small.COUNT),
        (3, "học sinh", None, None),
        (1, "lớp", None, None),
        (2, "triệu đồng", None, None),
        (1, "", None, None),
        (2, "người", 45, Small.COUNT),
        (43, "người", 45, Small.REST),
        (44, "người", 45, Small.REST),
        (45, "người", 45, None),
        (42, "người", 45, None),
        (0, "người", 45, None),
        (0, "người", 2, Small.WHOLE),
        (2, "người", 2, Small.WHOLE),
        (1, "người", 3, Small.COUNT),
        (44, "trường", 45, None),
    ],
)
def test_one_and_two_persons_are_small(
    numerator: int, unit: str, whole: int | None, unsaid: Small | None
) -> None:
    assert hidden(masked(total(numerator, unit, whole))) is unsaid
    assert hidden(total(numerator, unit, whole)) is None


@given(whole=st.integers(1, 60), part=st.integers(0, 60))
def test_what_is_told_of_a_ratio_fits_two_figures_at_least(whole: int, part: int) -> None:
    """Or nothing of it is small. Nobody can work out from the words how many did, or did not."""
    part = min(part, whole)
    words = in_language("vi")
    said = indicator(masked(total(part, "người", whole)), words=words)

    alike = [
        (other, all_)
        for all_ in (whole - 1, whole, whole + 1)
        for other in range(all_ + 1)
        if all_ > 0 and indicator(masked(total(other, "người", all_)), words=words) == said
    ]
    small = {part, whole - part, whole} & {1, 2}
    assert len(alike) >= 2 if small else alike == [(part, whole)]


def test_small_count_is_told_to_the_committee_alone() -> None:
    words = in_language("vi")

    assert indicator(total(1, "học sinh"), words=words, masked=True) == "⏳ Kết nạp: < 3/100 học sinh"
    assert indicator(total(1, "học sinh"), words=words) == "⏳ Kết nạp: 1/100 học sinh"
    assert indicator(total(1, "lớp"), words=words, masked=True) == "⏳ Kết nạp: 1/100 lớp"


def test_share_that_tells_how_many_is_left_out() -> None:
    said = indicator(total(2, "người", 45), words=in_language("vi"), masked=True)

    assert said == "⏳ Kết nạp: < 3/45, chỉ tiêu 100%"


def test_who_is_missing_is_not_told_either() -> None:
    words = in_language("vi")

    assert indicator(total(44, "người", 45), words=words, masked=True) == (
        "⏳ Kết nạp: thiếu < 3/45, chỉ tiêu 100%"
    )
    assert (
        indicator(total(0, "người", 2), words=words, masked=True) == "⏳ Kết nạp: tổng số < 3, chỉ tiêu 100%"
    )
    assert indicator(total(45, "người", 45), words=words, masked=True) == (
        "✅ Kết nạp: 100% (45/45), chỉ tiêu 100%"
    )


def test_row_that_is_not_told_cannot_be_worked_out_from_the_others() -> None:
    words = in_language("vi")

    def told(*numerators: int) -> list[str]:
        rows = tuple((str(place), total(part, "học sinh")) for place, part in enumerate(numerators))
        return [value(one, words=words) for _, one in masked_card(card(rows)).areas]

    assert told(1, 9, 5) == ["< 3 học sinh", "9 học sinh", "không nêu"]
    assert told(1, 2, 5) == ["< 3 học sinh", "< 3 học sinh", "5 học sinh"]
    assert told(0, 9, 5) == ["0 học sinh", "9 học sinh", "5 học sinh"]


def test_sum_of_what_is_not_told_does_not_tell_it() -> None:
    """Two rows of one person each are left of 10 - 8: so the 8 is not told; 4 = 1 + 3 says as much as 1."""
    words = in_language("vi")

    def told(*numerators: int) -> list[str]:
        rows = tuple((str(place), total(part, "học sinh")) for place, part in enumerate(numerators))
        return [value(one, words=words).removesuffix(" học sinh") for _, one in masked_card(card(rows)).areas]

    assert told(1, 1, 8, 9) == ["< 3", "< 3", "không nêu", "9"]
    assert told(2, 2, 8, 9) == ["< 3", "< 3", "không nêu", "9"]
    assert told(1, 3, 8, 9) == ["< 3", "không nêu", "không nêu", "9"]
    assert told(1, 3, 3, 9) == ["< 3", "không nêu", "không nêu", "không nêu"]


@given(parts=st.lists(st.integers(0, 9), min_size=2, max_size=5))
def test_nothing_that_is_not_told_follows_from_the_whole(parts: list[int]) -> None:
    """Unless every row is withheld: then there is nothing more to hide it with."""
    rows = tuple((str(place), total(part, "học sinh")) for place, part in enumerate(parts))
    told = [one for _, one in masked_card(card(rows)).areas]
    least = min((one.numerator for one in told if not one.withheld and one.numerator >= 3), default=None)

    def could_be(one: Total) -> list[int]:
        if hidden(one):
            return [1, 2]
        assert least is not None
        return [*range(3, int(least) + 1)] if one.withheld else [int(one.numerator)]

    if least is not None:
        alike = [found for found in product(*map(could_be, told)) if sum(found) == sum(parts)]
        assert all(
            len({found[place] for found in alike}) > 1 for place, one in enumerate(told) if hidden(one)
        )


COMMUNES, LEVELS = ("X", "Y", "Z"), ("tiểu học", "THCS", "THPT")


def test_where_a_row_is_not_told_the_whole_is_divided_in_one_way() -> None:
    """By commune 2, 35, 6 and by level 7, 30, 6: 43 - 35 - 6 is the 2."""
    areas = tuple((name, total(part, "học sinh")) for name, part in zip(COMMUNES, (2, 35, 6), strict=True))
    levels = tuple((name, total(part, "học sinh")) for name, part in zip(LEVELS, (7, 30, 6), strict=True))
    words = in_language("vi")

    told = masked_card(replace(card(areas), levels=levels))

    assert [value(one, words=words) for _, one in told.areas] == ["< 3 học sinh", "35 học sinh", "không nêu"]
    assert told.levels == ()
    assert told.only_so


def test_divisions_without_small_counts_are_all_told() -> None:
    areas = tuple((name, total(part, "học sinh")) for name, part in zip(COMMUNES, (5, 35, 6), strict=True))

    told = masked_card(replace(card(areas), levels=areas))

    assert told.levels == told.areas
    assert not told.only_so


def test_group_of_a_sum_cannot_be_worked_out_from_the_others() -> None:
    whole = total(15, "người")

    def part(code: str, numerator: int) -> Total:
        of = replace(whole.indicator, code=f"HP-21.1/{code}", part_of="HP-21.1")
        return replace(total(numerator, "người"), indicator=of)

    told = masked_totals([whole, part("a", 1), part("b", 9), part("c", 5)])

    words = in_language("vi")
    assert [value(one, words=words) for one in told] == ["15 người", "< 3 người", "9 người", "không nêu"]


def test_where_one_unit_is_small_no_unit_is_told_in_a_group() -> None:
    """A commune's 8 less its other school's 7 would tell the one pupil."""
    words = in_language("vi")

    def told(unit: str, *parts: int, to_group: bool = True) -> str:
        figures = [Figure(Decimal(part), None) for part in parts]
        target = card((("Xã A", total(sum(parts), unit)),)).target
        target = replace(target, total=replace(total(sum(parts), unit), masked=to_group))
        rows = [Said("Trường A", figures[0], "BC-00001G")]
        shown = for_single_units(target, figures)
        told_ = said(shown, "Xã A", rows, alone=False, in_group=to_group, words=words)
        return told_[0].text.split("\n")[-1]

    assert told("học sinh", 7, 1) == "- Trường A: không nêu (BC-00001G)"
    assert told("học sinh", 7, 0, 3) == "- Trường A: 7 (BC-00001G)"
    assert told("lớp", 7, 1) == "- Trường A: 7 (BC-00001G)"
    assert told("học sinh", 7, 1, to_group=False) == "- Trường A: 7 (BC-00001G)"


def test_stories_are_not_told_in_a_group() -> None:
    told = Said("Trường A", Figure(None, None, words='"Cô Nguyễn Thị Lan kể"'), "BC-00001G")
    numbers = card((("Xã A", total(9, "học sinh")),))
    indicator_ = replace(numbers.target.indicator, kind=IndicatorKind.NARRATIVE)
    stories = replace(numbers, target=replace(numbers.target, indicator=indicator_), said=(told,))
    words = in_language("vi")

    assert masked_card(stories).said == ()
    assert masked_card(replace(numbers, said=(told,))).said == (told,)
    in_group, alone = (
        said(one, "Xã A", [told], alone=False, in_group=one.total.masked, words=words)[0].text
        for one in (masked_card(stories).target, stories.target)
    )
    assert "Lan" in alone
    assert in_group.endswith("- Trường A: đã nêu (xem ở tin nhắn riêng) (BC-00001G)")


def test_corrected_answer_of_one_or_two_persons_is_not_told() -> None:
    asked = replace(ATTENDED, label={"vi": "Bao nhiêu cán bộ đã dự?"})
    change = Difference(asked, [43, 45], [45, 45])

    words = in_language("vi")
    assert change_in_group(change, words=words, masked=True).endswith("thiếu < 3/45 → 45/45 (100%)")
    assert change_in_group(change, words=words).endswith("43/45 (95,6%) → 45/45 (100%)")
    assert "43/45" in change_in_group(replace(change, question=ATTENDED), words=words, masked=True)


def test_targets_in_a_group_are_masked_as_well() -> None:
    words = in_language("vi")

    assert value(masked(total(1, "học sinh")), words=words) == "< 3 học sinh"
    assert value(masked(total(2, "người", 45)), words=words) == "< 3/45 người"
    assert value(masked(total(3, "học sinh")), words=words) == "3 học sinh"
    assert value(total(1, "học sinh"), words=words) == "1 học sinh"
