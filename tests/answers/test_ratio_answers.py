import pytest

from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Type
from tests.answers.reading import code, phrases, read, taken


@pytest.mark.parametrize(
    "text",
    phrases(
        "43/45|43 / 45 trường|43 trường/45 trường|43 trên 45|43 (trên 45)|43 tren tong so 45|43 trong tổng số 45|"
        "43 of 45|43 out of 45|43/45 ạ|đã có 43/45 trường tổ chức|43|43/45 (95,6%)|"
        "đạt 95,6% (43/45 trường)|43/45 = 95%|43 đồng chí trên tổng số 45 đồng chí"
    ),
)
def test_done_and_total_are_taken(text: str) -> None:
    assert taken(read(text, Type.RATIO)) == ("ok", [43, 45])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bốn mươi ba trên bốn mươi lăm", [43, 45]),
        ("bon muoi ba tren bon muoi lam", [43, 45]),
        ("80%", [36, 45]),
        ("80 phần trăm", [36, 45]),
        ("100%", [45, 45]),
        ("đạt 100%", [45, 45]),
        ("đủ", [45, 45]),
        ("đủ ạ", [45, 45]),
        ("hết", [45, 45]),
        ("tất cả các trường", [45, 45]),
        ("toàn bộ", [45, 45]),
        ("all", [45, 45]),
        ("tất cả 45", [45, 45]),
        ("không", [0, 45]),
        ("chưa có trường nào", [0, 45]),
        ("kad", "na"),
        ("n/a", "na"),
    ],
)
def test_ratio_in_words_is_confirmed(text: str, value: object) -> None:
    assert taken(read(text, Type.RATIO)) == ("confirm", value)


def test_none_of_them_as_a_digit_is_taken() -> None:
    assert taken(read("0", Type.RATIO)) == ("ok", [0, 45])


@pytest.mark.parametrize(
    ("text", "reason", "guess"),
    [
        ("40/40", Code.OTHER_TOTAL, [40, 40]),
        ("3/4", Code.OTHER_TOTAL, [3, 4]),
        ("khoảng 43/45", Code.APPROXIMATE, [43, 45]),
        ("hơn 43 trên 45", Code.APPROXIMATE, [43, 45]),
        ("khoảng 43", Code.APPROXIMATE, [43, 45]),
        ("gần 100%", Code.APPROXIMATE, [45, 45]),
        ("43/45?", Code.UNSURE, [43, 45]),
        ("43/45 đạt 90%", Code.PERCENT_DISAGREES, [43, 45]),
        ("95,6%", Code.PERCENT_NOT_WHOLE, None),
        ("chưa đến 80%", Code.APPROXIMATE, [36, 45]),
        ("một nửa", Code.NOT_A_RATIO, None),
        ("43/45 trường chưa", Code.CHANGES_MEANING, None),
        ("43/45, thiếu 3", Code.SEVERAL_NUMBERS, None),
        ("43-45", Code.SEVERAL_NUMBERS, None),
        ("20/11/2026", Code.SEVERAL_NUMBERS, None),
        ("0/0", Code.ZERO_TOTAL, None),
        ("chưa đủ", Code.NOT_A_RATIO, None),
        ("gần hết", Code.NOT_A_RATIO, None),
        ("không biết", Code.NOT_KNOWN, None),
        ("chưa có số liệu", Code.NOT_KNOWN, None),
    ],
)
def test_ratio_that_is_not_certain_is_asked_again(text: str, reason: Code, guess: object) -> None:
    reading = read(text, Type.RATIO)

    assert (taken(reading), code(reading)) == (("ask", guess), reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("50/45", Code.ABOVE_TOTAL),
        ("46", Code.ABOVE_TOTAL),
        ("120%", Code.ABOVE_TOTAL),
        ("43,5/45", Code.NOT_WHOLE),
        ("-5/45", Code.NEGATIVE),
        ("٤٣/٤٥", Code.OTHER_DIGITS),
    ],
)
def test_ratio_that_cannot_be_is_refused(text: str, reason: Code) -> None:
    reading = read(text, Type.RATIO)

    assert (taken(reading), code(reading)) == (("reject", None), reason)


def test_both_numbers_are_needed_where_the_roster_has_no_total() -> None:
    assert taken(read("40/60", Type.RATIO, total=None)) == ("ok", [40, 60])
    assert [code(read(text, Type.RATIO, total=None)) for text in ("40", "đủ", "80%")] == [
        Code.TOTAL_NEEDED
    ] * 3


def test_share_of_nothing_is_asked_about() -> None:
    assert [code(read(text, Type.RATIO, total=0)) for text in ("0", "đủ", "80%")] == [Code.ZERO_TOTAL] * 3
