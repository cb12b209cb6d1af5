import pytest

from bot.core.forms.model import Type
from tests.answers.reading import read, taken


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1.234,5", "vi", ("ok", "1234.5")),
        ("1,234.5", "en", ("ok", "1234.5")),
        ("1,234.5", "vi", ("confirm", "1234.5")),
        ("1.234,5", "en", ("confirm", "1234.5")),
        ("1.234", "vi", ("ok", "1234")),
        ("1,234", "vi", ("confirm", "1.234")),  # three digits behind a comma may be thousands
        ("1.234", "en", ("confirm", "1.234")),
        ("1,000", "vi", ("confirm", "1000")),
        ("0,125", "vi", ("ok", "0.125")),
        ("95.5", "vi", ("ok", "95.5")),
        ("20.11", "vi", ("ok", "20.11")),
        ("95,5%", "vi", ("ok", "95.5")),
        ("3,50", "vi", ("ok", "3.5")),
        ("12,5 giờ", "vi", ("ok", "12.5")),
        ("ba phẩy năm", "vi", ("confirm", "3.5")),
        ("1,5 triệu", "vi", ("confirm", "1500000")),
        ("khoảng 95,5", "vi", ("ask", "95.5")),
        ("không", "vi", ("confirm", "0")),
        ("1.5.2", "vi", ("ask", None)),
    ],
)
def test_decimal_follows_the_persons_language(text: str, language: str, expected: tuple[str, object]) -> None:
    assert taken(read(text, Type.DECIMAL, language=language)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15,5", ("ok", "15.5")),
        ("0", ("ok", "0")),
        ("15,5 triệu", ("ok", "15.5")),
        ("15tr", ("ok", "15")),
        ("15,5 triệu đồng", ("ok", "15.5")),
        ("15.500.000 đ", ("ok", "15.5")),
        ("15.000.000 VND", ("ok", "15")),
        ("50.000 đồng", ("ok", "0.05")),
        ("1,2 tỷ", ("ok", "1200")),
        ("1 tỷ 200 triệu", ("ok", "1200")),
        ("500 nghìn", ("ok", "0.5")),
        ("1.250 triệu", ("ok", "1250")),
        ("15.5 million", ("ok", "15.5")),
        ("500k", ("confirm", "0.5")),
        ("1tr5", ("confirm", "1.5")),
        ("2 triệu rưỡi", ("confirm", "2.5")),
        ("mười lăm triệu", ("confirm", "15")),
        ("15000000", ("confirm", "15")),
        ("15.000.000", ("confirm", "15")),
        ("1.250", ("confirm", "1250")),
        ("không", ("confirm", "0")),
        ("15.500", ("ask", None)),  # đồng in thousands, or a very large sum
        ("khoảng 15 triệu", ("ask", "15")),
        ("$500", ("ask", None)),
        ("500 usd", ("ask", None)),
        ("999999999999999", ("ask", None)),
        ("-5 triệu", ("reject", None)),
    ],
)
def test_money_is_kept_in_million(text: str, expected: tuple[str, object]) -> None:
    assert taken(read(text, Type.MONEY_MILLION)) == expected
