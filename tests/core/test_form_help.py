"""`giúp` and `tiếp tục`, and whatever else is no answer: what is asked is asked again."""

import pytest

from bot.core.forms.outcomes import (
    Asked,
    CancelAsked,
    Summarised,
    WhichAsked,
    Why,
)
from bot.core.forms.said import Said, Unreadable, Word
from tests.core.talking import (
    ALL_SAID,
    ATTENDED,
    CORRECT,
    HELD_ON,
    LINES,
    MINUTES,
    PHOTO,
    photos,
    survey,
)


@pytest.mark.parametrize(("word", "reason"), [(Word.HELP, Why.HELP), (Word.RESUME, Why.RESUMED)])
def test_help_and_going_on_show_the_same_question_and_change_nothing(word: Word, reason: Why) -> None:
    talk = survey("có", "20/11", Word.BACK)
    before = talk.filling

    assert talk.say(word) == Asked(HELD_ON, (2, 6), reason, known="2026-11-20")
    assert talk.filling == before


@pytest.mark.parametrize("word", [Word.HELP, Word.RESUME])
def test_help_and_going_on_keep_a_half_grown_list(word: Word) -> None:
    talk = photos()

    talk.say(word)

    assert talk.asked.draft == [PHOTO.to_json(), MINUTES.to_json()]


@pytest.mark.parametrize("said", [Word.HELP, Word.RESUME, Unreadable()])
def test_what_is_no_answer_shows_the_summary_again(said: Said) -> None:
    talk = survey(*ALL_SAID)

    assert talk.say(said) == Summarised(LINES)


@pytest.mark.parametrize("said", [Word.HELP, Unreadable()])
def test_what_is_no_number_asks_for_the_line_again(said: Said) -> None:
    talk = survey(*ALL_SAID, CORRECT)

    assert talk.say(said) == WhichAsked(LINES)


def test_going_on_leads_from_which_line_back_to_the_summary() -> None:
    assert survey(*ALL_SAID, CORRECT).say(Word.RESUME) == Summarised(LINES)


@pytest.mark.parametrize("said", [Word.HELP, Unreadable(), "ừm", "không", "có"])
def test_only_a_clear_choice_throws_answers_away(said: Said | str) -> None:
    talk = survey("có", "20/11", Word.CANCEL)

    assert talk.say(said) == CancelAsked(2)
    assert talk.answers == {"held": "yes", "held_on": "2026-11-20"}


def test_form_that_is_opened_again_asks_where_it_was_left() -> None:
    talk = survey("có", "20/11")

    assert talk.come_back() == Asked(ATTENDED, (3, 6), Why.RESUMED, total=45)
