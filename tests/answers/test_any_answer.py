"""No text raises, and what we show is read back as what it was."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.cli.vectors import TYPES, Asked, answer
from bot.core.folding import clean, fold, looks_misencoded
from bot.core.forms.answers import ANSWERS
from bot.core.forms.answers.confirmation import confirmed
from bot.core.forms.answers.outcome import Context, Doubtful, Refused, Unclear, Understood
from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Option, Question, Type, Value
from bot.core.units_by_name import find
from locales.phrases.values import show
from locales.words import Words
from tests.answers.reading import SCHOOLS, TODAY, phrases, read

CARRIES = {code.value: code.carries for code in Code}
LANGUAGES = {language: Words(language) for language in ("vi", "en")}
OPTIONS = (
    Option("meeting", {"vi": "Hội nghị, hội thảo", "en": "Conference"}),
    Option("zalo", {"vi": "Zalo", "en": "Zalo"}),
    Option("radio", {"vi": "Loa truyền thanh", "en": "Loudspeaker"}),
)
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
PIECES = st.sampled_from(
    phrases(
        "45|43/45|20/11|20/11/2026|.|,|/|-|%|?|không|ko|chưa|có|đã|rồi|một|hai|mươi|trăm|nghìn|triệu|tỷ|rưỡi|linh|k|tr|"
        "1.234|1,5|ngày|tháng|năm|thứ|sáu|hôm|qua|tuần|trước|mùng|âm|15-KH/ĐU|số|MẬT|tất cả|đủ|phần|trên|tổng|lớp|em|"
        "Nguyễn|Văn|A|9B|0912345678|٤|½|roofi|O|zalo|và|mai|ạ|đ/c|00|99999999999999999999|đ|đồng|~|phẩy|ngoái|nov|t2|"
        "point|and|\n|\t"
    )
)
WORDS_OF_ANSWERS = st.lists(PIECES, max_size=8).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)


@pytest.mark.parametrize("kind", list(ANSWERS))
@given(text=ANY_TEXT | WORDS_OF_ANSWERS, language=st.sampled_from(["vi", "en"]), future=st.booleans())
@example(text="\x00\ud800\u202e", language="vi", future=False)
@example(text="9" * 5000, language="vi", future=False)
@example(text="999999999999999 trăm nghìn tỷ", language="vi", future=False)
@example(text="1,5 triệu phẩy năm", language="vi", future=False)
def test_any_text_is_understood_somehow(kind: Type, text: str, language: str, future: bool) -> None:
    for total in (None, 0, SCHOOLS):
        reading = read(text, kind, total=total, language=language, options=OPTIONS, future=future)

        assert isinstance(reading, Understood | Doubtful | Unclear | Refused)
        if not isinstance(reading, Understood):
            assert set(reading.why.values) == set(CARRIES[reading.why.code])


@given(ANY_TEXT | WORDS_OF_ANSWERS)
def test_any_text_may_name_a_unit(text: str) -> None:
    assert isinstance(
        find(text, {"X03": ["Xã Tây Lãng"], "T1": ["Trường 1"]}), Understood | Doubtful | Unclear
    )


@pytest.mark.parametrize("kind", list(ANSWERS))
def test_huge_text_is_understood_somehow(kind: Type) -> None:
    for text in ("1 không ạ 🎉" * 100_000, "e\u0323\u0301" * 100_000, " " * 1_000_000):
        assert isinstance(read(text, kind, options=OPTIONS), Unclear | Refused)


@pytest.mark.parametrize("kind", list(TYPES))
@given(
    text=ANY_TEXT | WORDS_OF_ANSWERS,
    language=st.sampled_from(list(LANGUAGES)),
    total=st.sampled_from([None, 0, 45]),
)
def test_command_has_an_answer_to_any_text(kind: str, text: str, language: str, total: int | None) -> None:
    asked = Asked(text, kind, TODAY, total, choices=("zalo", "fanpage"), language=language)

    answered = json.loads(answer(asked).to_json())

    assert answered["action"] in ("ok", "confirm", "ask", "reject")
    assert (answered["value"] is not None) or answered["action"] in ("ask", "reject")
    assert answered["echo"] or answered["value"] == []


@given(text=ANY_TEXT | WORDS_OF_ANSWERS, language=st.sampled_from(list(LANGUAGES)))
def test_any_text_confirms_or_does_not(text: str, language: str) -> None:
    assert confirmed(text, today=TODAY, language=language) in (True, False, None)


def read_back(kind: Type, value: Value, language: str, *, total: int | None = None) -> object:
    """What becomes of a value that is shown in a language and typed again."""
    question = Question("asked", kind, {}, options=OPTIONS)
    shown = show(question, value, LANGUAGES[language])
    return read(shown, kind, total=total, language=language, options=OPTIONS)


languages = pytest.mark.parametrize("language", list(LANGUAGES))


@languages
@given(value=st.integers(0, 10**9))
def test_integer_is_read_back(value: int, language: str) -> None:
    assert read_back(Type.INTEGER, value, language) == Understood(value)


@languages
@given(hundredths=st.integers(0, 10**11))
def test_decimal_is_read_back(hundredths: int, language: str) -> None:
    value = f"{(Decimal(hundredths) / 100).normalize():f}"

    assert read_back(Type.DECIMAL, value, language) == Understood(value)


@languages
@given(thousandths=st.integers(0, 10**12))
def test_decimal_with_thousandths_is_read_back_if_only_after_a_question(
    thousandths: int, language: str
) -> None:
    value = f"{(Decimal(thousandths) / 1000).normalize():f}"
    reading = read_back(Type.DECIMAL, value, language)

    assert isinstance(reading, Understood | Doubtful)  # "1,234" is 1234 as easily
    assert reading.value == value


@languages
@given(dong=st.integers(0, 10**12))
def test_money_is_read_back(dong: int, language: str) -> None:
    value = f"{(Decimal(dong) / 10**6).normalize():f}"
    reading = read_back(Type.MONEY_MILLION, value, language)

    assert isinstance(reading, Understood | Doubtful)
    assert reading.value == value


@languages
@given(hundredths=st.integers(0, 10**7))
def test_ordinary_sum_is_read_back_for_certain(hundredths: int, language: str) -> None:
    value = f"{(Decimal(hundredths) / 100).normalize():f}"

    assert read_back(Type.MONEY_MILLION, value, language) == Understood(value)


@languages
@given(numbers=st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)).map(sorted))
def test_ratio_is_read_back(numbers: list[int], language: str) -> None:
    assert read_back(Type.RATIO, numbers, language) == Understood(numbers)
    assert read_back(Type.RATIO, numbers, language, total=numbers[1]) == Understood(numbers)


@languages
@given(days=st.integers(0, 20 * 365))
def test_date_is_read_back(days: int, language: str) -> None:
    value = (TODAY - timedelta(days=days)).isoformat()

    assert read_back(Type.DATE, value, language) == Understood(value)


SYMBOLS = st.sampled_from(
    ["-KH/ĐU", "-CTr/HU", "-NQ/TW", "/KH-UBND", "/2026/QĐ-UBND", "/BGDĐT-GDTrH", "-BC/CB", "-KH/TTCT"]
)


@languages
@given(
    number=st.integers(1, 9999).map(lambda count: f"{count:02d}"),
    symbol=SYMBOLS,
    day=st.none() | st.dates(date(1990, 1, 1), TODAY),
)
def test_document_is_read_back(number: str, symbol: str, day: date | None, language: str) -> None:
    value = {"number": number + symbol, "date": day and day.isoformat()}

    assert read_back(Type.DOCUMENT, value, language) == Understood(value)


@languages
@pytest.mark.parametrize("value", ["yes", "not_yet", "no"])
def test_yes_no_is_read_back(value: str, language: str) -> None:
    assert read_back(Type.YES_NO, value, language) == Understood(value)


@languages
@pytest.mark.parametrize("kind", [Type.YES_NO, Type.RATIO])
def test_not_applicable_is_read_back_after_a_question(kind: Type, language: str) -> None:
    reading = read_back(kind, "na", language)

    assert isinstance(reading, Doubtful)
    assert reading.value == "na"


@languages
@given(names=st.lists(st.sampled_from([option.name for option in OPTIONS]), min_size=1, unique=True))
def test_choices_are_read_back(names: list[str], language: str) -> None:
    in_order = [option.name for option in OPTIONS if option.name in names]

    assert read_back(Type.SELECT_ONE, in_order[0], language) == Understood(in_order[0])
    assert read_back(Type.SELECT_MULTIPLE, in_order, language) == Understood(in_order)


@languages
def test_no_choice_is_read_back_after_a_question(language: str) -> None:
    reading = read_back(Type.SELECT_MULTIPLE, [], language)

    assert isinstance(reading, Doubtful)
    assert reading.value == []


@languages
@given(days=st.integers(0, 5 * 365))
def test_planned_day_is_read_back(days: int, language: str) -> None:
    value = (TODAY + timedelta(days=days)).isoformat()
    shown = show(Question("asked", Type.DATE, {}, future=True), value, LANGUAGES[language])

    assert read(shown, Type.DATE, language=language, future=True) == Understood(value)


LABELS = st.lists(
    st.text(st.characters(categories=["L", "Nd", "Zs"]), min_size=1, max_size=30)
    .map(lambda label: " ".join(clean(label).split()))
    .filter(lambda label: fold(label) != "" and not looks_misencoded(label)),
    min_size=1,
    max_size=6,
    unique_by=fold,
)


@languages
@given(labels=LABELS, data=st.data())
def test_any_choice_is_read_back(labels: list[str], data: st.DataObject, language: str) -> None:
    options = tuple(Option(f"c{at}", {"vi": label}) for at, label in enumerate(labels))
    chosen = data.draw(st.sampled_from(options))
    shown = show(Question("asked", Type.SELECT_ONE, {}, options=options), chosen.name, LANGUAGES[language])

    reading = read(shown, Type.SELECT_ONE, language=language, options=options)

    if isinstance(reading, Understood | Doubtful):
        assert reading.value == chosen.name
    else:  # the label "2" of the first line is the number of the second as well
        assert reading.why.code == Code.SEVERAL_CHOICES


@languages
@given(
    text=st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=60)
    .map(str.strip)
    .filter(bool)
)
def test_free_text_is_read_back_if_it_is_taken(text: str, language: str) -> None:
    reading = read(text, Type.TEXT, language=language)

    if isinstance(reading, Understood):
        assert read_back(Type.TEXT, reading.value, language) == reading


def test_context_is_only_what_was_given() -> None:
    assert Context(TODAY) == Context(TODAY, total=None, starts_on=None, ends_on=None, language="vi")
