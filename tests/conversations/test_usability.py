"""What an officer types and reads keeps within its limits, and docs/usability.md says what is measured."""

import pytest

from bench.screen import too_wide
from bench.usability import BEGIN, END, PAGE, Measured, measure, tables

MOST_PER_QUESTION = 1.3


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_message_takes_long_to_read(measured: Measured, language: str) -> None:
    assert [one.text for one in measured.too_long(language)] == []


def test_a_form_takes_hardly_more_messages_than_it_has_questions(measured: Measured) -> None:
    assert measured.median <= MOST_PER_QUESTION


@pytest.mark.parametrize("language", ["vi", "en"])
def test_words_and_labels_fit_a_small_phone(measured: Measured, language: str) -> None:
    assert [wide for one in measured.said[language] for wide in too_wide(one)] == []


def test_the_page_says_what_is_measured(measured: Measured) -> None:
    written = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]

    assert written.strip() == tables(measured), "python -m bench.usability --write"
