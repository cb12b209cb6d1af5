"""`1: chưa` while a question is asked: that line is changed, and the question is asked on."""

import pytest

from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Type
from bot.core.forms.outcomes import Doubted, Echo, HeardAsked, Summarised
from bot.core.forms.said import Word
from tests.core.talking import ATTENDED, HELD, HELD_ON, REMARK, SURVEY, Talk, question, survey


def test_earlier_line_is_changed_and_the_question_is_asked_on() -> None:
    talk = survey("có", "20/11/2026")

    talk.say("2: 19/11/2026")

    assert talk.asked.question == ATTENDED
    assert talk.asked.echo == Echo(HELD_ON, "2026-11-19", before="2026-11-20", changed=True)


def test_later_line_is_answered_early_and_the_question_is_asked_on() -> None:
    talk = survey("có", "20/11/2026", "6: Rất tốt")

    assert talk.asked.question == ATTENDED
    assert talk.asked.echo == Echo(REMARK, "Rất tốt", changed=True)


def test_line_of_the_question_itself_is_its_answer() -> None:
    assert survey("có", "20/11/2026", "3: 43").answers["attended"] == [43, 45]


def test_share_is_no_line() -> None:
    outcome = survey("có", "20/11/2026").say("3:45")

    assert isinstance(outcome, Doubted)
    assert outcome.question == ATTENDED


def test_several_lines_are_said_back_first() -> None:
    talk = survey("có", "20/11/2026")

    assert isinstance(talk.say("1: có; 2: 18/11/2026"), HeardAsked)
    talk.say("đúng")
    assert talk.asked.question == ATTENDED
    assert talk.answers["held_on"] == "2026-11-18"


def test_what_was_heard_of_other_lines_is_not_lost_to_an_answer() -> None:
    talk = survey("có", "20/11/2026", "1: có; 2: 18/11/2026")

    assert isinstance(talk.say("43"), HeardAsked)
    assert "attended" not in talk.answers
    talk.say("đúng")
    assert talk.asked.question == ATTENDED
    assert talk.answers["held_on"] == "2026-11-18"


def test_lines_may_be_said_anew_instead() -> None:
    talk = survey("có", "20/11/2026", "1: có; 2: 18/11/2026")

    talk.say("1: có; 2: 17/11/2026", "đúng")

    assert talk.answers["held_on"] == "2026-11-17"


def test_words_of_ones_own_may_begin_like_a_line() -> None:
    talk = survey("có", "20/11/2026", "43", "1, 3", Word.SKIP)

    assert isinstance(talk.say("1: chưa"), Summarised)
    assert talk.answers["remark"] == "1: chưa"
    assert talk.answers["held"] == "yes"


@pytest.mark.parametrize("typed", ["2: trực tuyến", "2: online"])
def test_option_with_its_number_is_that_option(typed: str) -> None:
    ways = question("ways", Type.SELECT_ONE, options=SURVEY[3].options)
    talk = Talk(HELD, HELD_ON, ways)

    outcome = talk.say("có", "20/11/2026", typed)

    assert talk.answers["held_on"] == "2026-11-20"
    assert outcome == Doubted(ways, "online", why(Code.CHOICE_GUESSED, choices=["online"]))
