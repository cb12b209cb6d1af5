"""Every number that is spelled in words, in each usual way, is read as itself (and confirmed)."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.core.folding import fold
from bot.core.forms.answers.outcome import Doubtful
from bot.core.forms.model import Type
from tests.answers.reading import read

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))
WAYS = st.fixed_dictionaries(
    {
        "nghìn": st.sampled_from(["nghìn", "ngàn"]),
        "linh": st.sampled_from(["linh", "lẻ"]),
        "four": st.sampled_from(["bốn", "tư"]),
        "five": st.sampled_from(["lăm", "nhăm"]),
    }
)
Way = dict[str, str]


def below_hundred(number: int, way: Way) -> list[str]:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return [DIGITS[ones]]
    words = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    last = {1: "mốt" if tens > 1 else "một", 4: way["four"] if tens > 1 else "bốn", 5: way["five"]}
    return words + ([last.get(ones, DIGITS[ones])] if ones else [])


def below_thousand(number: int, way: Way, *, full: bool) -> list[str]:
    """`full`: after a larger scale the empty hundreds are said: "một nghìn không trăm linh năm"."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and not full:
        return below_hundred(rest, way)
    words = [DIGITS[hundreds], "trăm"]
    if not rest:
        return words
    return words + ([way["linh"], DIGITS[rest]] if rest < 10 else below_hundred(rest, way))


def spelled(number: int, way: Way) -> str:
    words: list[str] = []
    for scale, name in SCALES:
        count, number = divmod(number, scale)
        if count:
            words += [*below_thousand(count, way, full=bool(words)), way.get(name, name)]
    if number or not words:
        words += below_thousand(number, way, full=bool(words))
    return " ".join(words)


@given(number=st.integers(1, 10**9 - 1) | st.integers(1, 3000), way=WAYS)
def test_spelled_number_is_read(number: int, way: Way) -> None:
    for text in (spelled(number, way), spelled(number, way).upper(), fold(spelled(number, way))):
        reading = read(text, Type.INTEGER)

        assert isinstance(reading, Doubtful), text
        assert reading.value == number, text


@given(number=st.integers(1, 999), way=WAYS)
def test_spelled_million_is_read_as_money(number: int, way: Way) -> None:
    reading = read(f"{spelled(number, way)} triệu đồng", Type.MONEY_MILLION)

    assert isinstance(reading, Doubtful)
    assert Decimal(str(reading.value)) == number
