"""What an officer types and reads keeps within its limits, and docs/usability.md says what is measured."""

import pytest

from bench.screen import too_wide
from bench.usability import BEGIN, END, PAGE, Measured, measure, tables

MOST_PER_QUESTION = 1.3
MOST_AGAIN = 3


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_message_takes_long_to_read(measured: Measured, language: str) -> None:
    assert [one.text for one in measured.too_long(language)] == []


def test_a_form_takes_hardly_more_messages_than_it_has_questions(measured: Measured) -> None:
    assert measured.median <= MOST_PER_QUESTION


def test_a_repeat_takes_three_messages_with_nothing_new_or_two_figures(measured: Measured) -> None:
    periodic = ["F2", "F3", "F4", "C2", "C3"]

    assert [one.form for one in measured.repeats] == [form for form in periodic for _ in range(2)]
    assert [one for one in measured.repeats if one.messages > MOST_AGAIN] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_words_and_labels_fit_a_small_phone(measured: Measured, language: str) -> None:
    assert [wide for one in measured.said[language] for wide in too_wide(one)] == []


def test_the_page_says_what_is_measured(measured: Measured) -> None:
    written = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]

    assert written.strip() == tables(measured), "python -m bench.usability --write"
