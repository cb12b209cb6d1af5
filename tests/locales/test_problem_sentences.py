"""Every reason why an answer is asked again, in both languages, with the values that it carries."""

import re
from typing import Any

import pytest

from bot.core.forms.answers.evidence import LARGEST
from bot.core.forms.answers.outcome import Problem
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Option, Question, Type
from locales.phrases.problems import SENTENCES, ask_back, example, explain, how_to_answer
from locales.words import Words
from tests.locales.saying import BOTH, ENGLISH, VIETNAMESE, is_english, is_filled, named

VALUES: dict[str, Any] = {
    "amount": "1234.5",
    "candidates": ["hall", "online"],
    "choices": ["hall"],
    "count": 36,
    "date": "2026-11-20",
    "day": 31,
    "dong": "15000000",
    "ends_on": "2026-12-31",
    "given": 40,
    "kind": "phone",
    "length": 5000,
    "limit": 20_000_000,
    "marking": "MAT",
    "month": 6,
    "name": "a.pdf",
    "number": "15-KH",
    "missing": 2,
    "percent": "80",
    "size": 30_000_000,
    "starts_on": "2026-10-01",
    "total": 45,
    "unit": "T14",
    "words": "abc",
    "year": 1926,
}
"""A value of each name, in letters that both languages have."""

ASKED = Question(
    "asked",
    Type.INTEGER,
    {"vi": "So buoi?", "en": "Sessions?"},
    constraint_message={"vi": "Không quá 10.", "en": "No more than 10."},
    options=(Option("hall", {"vi": "Hoi truong", "en": "Hall"}),),
)
EVERY = [(code, words) for code in Code for words in BOTH]


def problem(code: Code) -> Problem:
    return why(code, **{name: VALUES[name] for name in code.carries})


def test_every_code_has_its_sentence_and_no_sentence_is_for_nothing() -> None:
    assert set(SENTENCES) == {code.value for code in Code} - {"constraint"}  # which the question words itself


@pytest.mark.parametrize(("code", "words"), EVERY, ids=named)
def test_reason_is_said_with_the_values_that_it_carries(code: Code, words: Words) -> None:
    said = explain(problem(code), ASKED, words=words)

    assert is_filled(said)
    assert is_english(said) == (words is ENGLISH)


@pytest.mark.parametrize(("code", "words"), EVERY, ids=named)
def test_what_was_understood_is_asked_back(code: Code, words: Words) -> None:
    said = ask_back(problem(code), ASKED, "40/40", words=words)

    assert is_filled(said)
    assert said.endswith("?")
    assert is_english(said) == (words is ENGLISH)


@pytest.mark.parametrize(
    ("reason", "values"),
    [
        (why(Code.ABOVE_TOTAL, count=1050, total=45), ["1.050", "45"]),
        (why(Code.TOO_LONG, length=5000, limit=300), ["5.000", "300"]),
        (why(Code.NOT_WHOLE, amount="1234.5"), ["1.234,5"]),
        (why(Code.NO_SUCH_DAY, day=31, month=6), ["31/6"]),
        (why(Code.FUTURE_DATE, date="2026-11-30"), ["30/11/2026"]),
        (why(Code.WEEKDAY_DISAGREES, date="2026-11-20"), ["20/11/2026", "thứ Sáu"]),
        (
            why(Code.OUTSIDE_PERIOD, date="2026-09-20", starts_on="2026-10-01", ends_on="2026-12-31"),
            ["20/09/2026", "01/10/2026", "31/12/2026"],
        ),
        (why(Code.PERCENT_DISAGREES, percent="95.5", count=43, total=45), ["95,5%", "43/45"]),
        (why(Code.SECRECY, marking="TỐI MẬT"), ["“TỐI MẬT”"]),
        (why(Code.IN_DONG, dong="15000000"), ["15.000.000"]),
    ],
    ids=named,
)
def test_value_is_said_in_the_local_form(reason: Problem, values: list[str]) -> None:
    said = explain(reason, ASKED, words=VIETNAMESE)

    assert [value for value in values if value not in said] == []


@pytest.mark.parametrize("kind", ["pupil", "identity_number", "phone", "birth_date"])
@pytest.mark.parametrize("words", BOTH, ids=named)
def test_every_kind_of_personal_data_has_a_name(kind: str, words: Words) -> None:
    said = explain(why(Code.PERSONAL_DATA, kind=kind), ASKED, words=words)

    assert is_filled(said)
    assert is_english(said) == (words is ENGLISH)


def test_constraint_has_the_question_s_own_words() -> None:
    assert explain(why(Code.CONSTRAINT), ASKED, words=VIETNAMESE) == "Không quá 10."
    assert explain(why(Code.CONSTRAINT), ASKED, words=ENGLISH) == "No more than 10."

    without = Question("asked", Type.INTEGER, {})
    assert explain(why(Code.CONSTRAINT), without, words=VIETNAMESE) == (
        "Câu trả lời này không khớp với các câu trên."
    )


def test_file_without_a_name_is_refused_in_words_too() -> None:
    for words in BOTH:
        assert is_filled(explain(why(Code.FILE_KIND, name=None), ASKED, words=words))
        assert is_filled(explain(why(Code.FILE_TWICE, name=None), ASKED, words=words))


def test_file_that_is_too_big_is_said_to_be_bigger_than_allowed() -> None:
    """10,49 MB is not "10 MB, at most 10 MB"."""
    just_too_big = why(Code.FILE_SIZE, size=LARGEST + 1, limit=LARGEST)

    size, limit = re.findall(r"[\d.,]+(?= MB)", explain(just_too_big, ASKED, words=VIETNAMESE))
    assert size != limit


@pytest.mark.parametrize("kind", [kind for kind in Type if kind not in (Type.NOTE, Type.CALCULATE)])
@pytest.mark.parametrize("words", BOTH, ids=named)
def test_help_says_how_to_answer_each_kind_of_question(kind: Type, words: Words) -> None:
    said = how_to_answer(Question("asked", kind, {}), words=words)

    assert is_filled(said)
    assert words is VIETNAMESE or is_english(said.replace("15-KH/ĐU", ""))


@pytest.mark.parametrize(
    ("kind", "vietnamese", "english"),
    [(Type.DECIMAL, "12,5", "12.5"), (Type.MONEY_MILLION, "15,5", "15.5"), (Type.RATIO, "43/45", "43/45")],
)
def test_example_is_in_the_local_form(kind: Type, vietnamese: str, english: str) -> None:
    asked = Question("asked", kind, {})

    assert re.findall(r"[\d.,/]*\d", example(asked, words=VIETNAMESE)) == [vietnamese]
    assert re.findall(r"[\d.,/]*\d", example(asked, words=ENGLISH)) == [english]
