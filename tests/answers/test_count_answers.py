import pytest

from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Type
from tests.answers.reading import code, phrases, read, taken


def count(text: str, language: str = "vi") -> tuple[str, object]:
    return taken(read(text, Type.INTEGER, language=language))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("45", 45),
        ("0", 0),
        ("05", 5),
        ("45.", 45),
        ("1.234", 1234),
        ("12.345.678", 12_345_678),
        ("1 234 567", 1_234_567),
        ("dạ thưa cô 43 trường ạ", 43),
        ("đã có 45 trường rồi", 45),
        ("tổng cộng là 45", 45),
        ("năm nay 45 người", 45),
        ("15 năm", 15),
        ("15 nam", 15),  # a man, or years: not "mười lăm"
        ("15 văn bản", 15),
        ("15 van ban", 15),  # not fifteen vạn
        ("45 đ/c tham gia", 45),
        ("45hs", 45),
        ("45 🎉", 45),
        ("45 schools", 45),
        ("1000000000", 10**9),
    ],
)
def test_count_with_its_words_is_taken(text: str, value: int) -> None:
    assert count(text) == ("ok", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mười", 10),
        ("mười lăm", 15),
        ("muoi lam", 15),
        ("hai mươi mốt", 21),
        ("hai mốt", 21),
        ("ba lăm", 35),
        ("bốn tư", 44),
        ("chín mươi tư", 94),
        ("hai chục", 20),
        ("một trăm", 100),
        ("một trăm linh năm", 105),
        ("mot tram le hai", 102),
        ("một trăm hai mươi ba", 123),
        ("mot tram hai muoi ba", 123),
        ("trăm rưỡi", 150),
        ("nghìn hai", 1200),
        ("hai nghìn rưỡi", 2500),
        ("hai nghin ruoi", 2500),
        ("một nghìn không trăm linh năm", 1005),
        ("hai nghìn không trăm hai mươi sáu", 2026),
        ("chín trăm chín mươi chín nghìn chín trăm chín mươi chín", 999_999),
        ("ba triệu hai", 3_200_000),
        ("một triệu hai trăm ba mươi bốn nghìn năm trăm sáu mươi bảy", 1_234_567),
        ("mot trieu hai tram ba muoi bon nghin nam tram sau muoi bay", 1_234_567),
        ("tám trường", 8),
        ("one hundred and twenty three", 123),
        ("2k", 2000),
        ("1k2", 1200),
        ("15 nghìn", 15_000),
        ("500 ngàn", 500_000),
        ("1,5k", 1500),
        ("1tr5", 1_500_000),
        ("1tr250", 1_250_000),
        ("2 triệu 500", 2_500_000),
        ("2 triệu 500 nghìn", 2_500_000),
        ("một triệu rưỡi", 1_500_000),
        ("3 trăm", 300),
        ("15 vạn", 150_000),
    ],
)
def test_number_words_and_shortened_figures_are_confirmed(text: str, value: int) -> None:
    assert count(text) == ("confirm", value)


@pytest.mark.parametrize(
    "text",
    phrases("không|ko|k|hok|chưa có|không có ai|không có trường nào|chưa phát sinh|none|hông có|chưa"),
)
def test_none_is_zero_once_confirmed(text: str) -> None:
    reading = read(text, Type.INTEGER)

    assert (taken(reading), code(reading)) == (("confirm", 0), Code.NOTHING_IS_ZERO)


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("khoảng 300", 300),
        ("khoang 300", 300),
        ("~300", 300),
        ("gần 300", 300),
        ("trên dưới 200", 200),
        ("ít nhất 300", 300),
        ("300+", 300),
        ("hơn hai nghìn", 2000),
        ("about 45", 45),
        ("vài chục", None),
        ("một số trường", None),
        ("mười mấy", None),
    ],
)
def test_estimate_is_asked_for_exactly(text: str, guess: int | None) -> None:
    reading = read(text, Type.INTEGER)

    assert (taken(reading), code(reading)) == (("ask", guess), Code.APPROXIMATE)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("40-45", Code.SEVERAL_NUMBERS),
        ("từ 40 đến 45", Code.SEVERAL_NUMBERS),
        ("45  312", Code.SEVERAL_NUMBERS),
        ("1\n234", Code.SEVERAL_NUMBERS),
        ("1\t234", Code.SEVERAL_NUMBERS),
        ("nam 20 nữ 25", Code.SEVERAL_NUMBERS),
        ("45 hay 46", Code.SEVERAL_NUMBERS),
        ("45 vắng 2", Code.SEVERAL_NUMBERS),
        ("20/11", Code.SEVERAL_NUMBERS),
        ("1e5", Code.SEVERAL_NUMBERS),
        ("không 45", Code.SEVERAL_NUMBERS),
        ("thiếu 2", Code.CHANGES_MEANING),
        ("còn 5", Code.CHANGES_MEANING),
        ("45 trường chưa", Code.CHANGES_MEANING),
        ("mỗi lớp 5", Code.CHANGES_MEANING),
        ("1O", Code.LETTER_O),
        ("o5", Code.LETTER_O),
        ("1 23", Code.SEPARATORS),
        ("1.23.456", Code.SEPARATORS),
        (",5", Code.SEPARATORS),
        ("45%", Code.PERCENT_HERE),
        ("80 phần trăm", Code.PERCENT_HERE),
        ("43?", Code.UNSURE),
        ("không biết", Code.NOT_KNOWN),
        ("chưa có số liệu", Code.NOT_KNOWN),
        ("đang thống kê", Code.NOT_KNOWN),
        ("hình như 43", Code.APPROXIMATE),
        ("không áp dụng", Code.NOT_APPLICABLE_HERE),
        ("hai ba trường", Code.NOT_A_NUMBER),  # two or three, or twenty-three
        ("bốn năm chục", Code.NOT_A_NUMBER),
        ("½", Code.NOT_A_NUMBER),
        ("三", Code.NOT_A_NUMBER),
        ("abc", Code.NOT_A_NUMBER),
        ("10000000000", Code.TOO_LARGE),
        ("9" * 200, Code.TOO_LARGE),
        ("hai tỷ", Code.TOO_LARGE),
    ],
)
def test_count_that_is_not_certain_is_asked_again(text: str, reason: Code) -> None:
    reading = read(text, Type.INTEGER)

    assert (taken(reading)[0], code(reading)) == ("ask", reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("-5", Code.NEGATIVE),
        ("−5", Code.NEGATIVE),
        ("âm 5", Code.NEGATIVE),
        ("3,5", Code.NOT_WHOLE),
        ("3.5", Code.NOT_WHOLE),
        ("1.234,5", Code.NOT_WHOLE),
        ("٤٥", Code.OTHER_DIGITS),
        ("४५ trường", Code.OTHER_DIGITS),
    ],
)
def test_count_that_cannot_be_is_refused(text: str, reason: Code) -> None:
    reading = read(text, Type.INTEGER)

    assert (taken(reading), code(reading)) == (("reject", None), reason)


def test_words_beside_a_count_are_shown_back() -> None:
    reading = read("gấp đôi 45", Type.INTEGER)

    assert taken(reading) == ("confirm", 45)
    assert reading.why.values == {"words": "gấp đôi"}  # type: ignore[union-attr]  # a Doubtful, as shown above


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1,234", "vi", ("confirm", 1234)),
        ("1,234", "en", ("ok", 1234)),
        ("1.234", "vi", ("ok", 1234)),
        ("1.234", "en", ("confirm", 1234)),
        ("45,000", "vi", ("confirm", 45_000)),
        ("1,234,567", "vi", ("confirm", 1_234_567)),
        ("1'234", "vi", ("confirm", 1234)),
    ],
)
def test_count_in_the_other_languages_way_is_confirmed(
    text: str, language: str, expected: tuple[str, int]
) -> None:
    assert count(text, language) == expected
