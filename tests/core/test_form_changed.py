"""Between two answers a newer version of the form may come, another figure of the unit, or another day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Question, Type
from bot.core.forms.outcomes import Asked, Echo, Line, Stale, Submitted, Summarised, Why
from bot.core.forms.said import Pressed, Said, Unreadable, Word
from bot.core.forms.scene import Scene
from tests.core.talking import (
    CORRECT,
    GO_ON,
    PHOTO,
    SCENE,
    SEND,
    Talk,
    question,
    sent,
)

FIRST = question("first", Type.INTEGER, required=True)
SECOND = question("second", Type.TEXT, required=True)
THIRD = question("third", Type.TEXT, required=True)


def newer(talk: Talk, questions: Sequence[Question], *, scene: Scene = SCENE) -> Talk:
    """The conversation as it goes on with another version of the form."""
    talk.form = replace(talk.form, questions=tuple(questions))
    talk.scene = scene
    return talk


def answered(*said: Said | str) -> Talk:
    talk = Talk(FIRST, SECOND)
    talk.say(*said)
    return talk


@pytest.mark.parametrize(
    "said",
    [
        "một câu trả lời",
        sent(PHOTO),
        Unreadable(),
        Pressed("1", "skip"),
        Pressed("1", "today"),
        Word.SKIP,
        Word.HELP,
    ],
)
def test_what_is_said_to_a_question_that_is_gone_answers_no_other(said: Said | str) -> None:
    talk = newer(answered("1"), [FIRST, THIRD])

    assert talk.say(said) == Asked(THIRD, (2, 2), Why.NEXT)
    assert talk.filling == Filling({"first": 1}, at="third")


def test_asking_back_about_a_question_that_is_gone_is_dropped() -> None:
    number = question("second", Type.INTEGER)
    talk = Talk(FIRST, number)
    talk.say("1", "2k")

    newer(talk, [FIRST, THIRD])

    assert talk.say("đúng") == Asked(THIRD, (2, 2), Why.NEXT)
    assert talk.filling == Filling({"first": 1}, at="third")


def test_question_that_is_gone_is_passed_over_when_the_form_is_opened_again() -> None:
    talk = newer(answered("1"), [FIRST])

    assert talk.come_back() == Summarised((Line(1, FIRST, 1),))
    assert talk.filling == Filling({"first": 1}, stand=Stand.SUMMARY)


def test_answer_to_a_question_that_is_gone_stays_out_of_the_report() -> None:
    talk = newer(answered("1", "hai"), [FIRST])

    assert talk.say(SEND) == Submitted({"first": 1})


def test_answers_stay_with_their_questions_when_these_change_places() -> None:
    talk = newer(answered("1"), [THIRD, SECOND, FIRST])

    assert talk.say("hai") == Asked(THIRD, (1, 3), Why.NEXT, echo=Echo(SECOND, "hai"))
    assert talk.answers == {"first": 1, "second": "hai"}


def test_press_meant_for_a_question_in_another_place_answers_nothing() -> None:
    held, paid = question("held", Type.YES_NO), question("paid", Type.YES_NO)
    talk = Talk(held, paid)
    press_on_held = talk.press(held, "yes")

    newer(talk, [paid, held])

    assert talk.say(press_on_held) == Stale(paid, None, now=Asked(held, (2, 2), Why.RESUMED))
    assert talk.answers == {}


def test_report_is_not_sent_without_a_question_that_is_new() -> None:
    talk = newer(answered("1", "hai"), [FIRST, SECOND, THIRD])

    assert not isinstance(talk.say(SEND), Submitted)
    talk.come_back()
    assert talk.say("ba", SEND) == Submitted({"first": 1, "second": "hai", "third": "ba"})


def test_summary_without_a_question_that_is_new_asks_it_when_the_form_is_opened_again() -> None:
    talk = newer(answered("1", "hai"), [FIRST, SECOND, THIRD])

    talk.come_back()

    assert talk.asked.question == THIRD


def test_report_is_not_sent_without_a_question_that_must_be_answered_by_now() -> None:
    optional = replace(SECOND, required=False)
    talk = Talk(FIRST, optional)
    talk.say("1", Word.SKIP)

    newer(talk, [FIRST, SECOND])

    assert not isinstance(talk.say(SEND), Submitted)


def test_report_is_not_sent_without_a_question_that_is_asked_since_today() -> None:
    """A condition may look at the day, and a summary may wait for the night to pass."""
    late = question("late", Type.TEXT, required=True, relevant="today() > date('2026-11-23')")
    talk = Talk(FIRST, late)
    talk.say("1")
    assert isinstance(talk.outcome, Summarised)

    talk.scene = replace(SCENE, today=date(2026, 11, 24))

    assert not isinstance(talk.say(SEND), Submitted)


def test_regret_goes_on_with_what_is_open_where_the_question_is_gone() -> None:
    talk = newer(answered("1", Word.CANCEL), [FIRST, THIRD])

    talk.say(GO_ON)

    assert talk.asked.question == THIRD


def test_correction_begun_before_the_change_takes_the_lines_as_they_are_now() -> None:
    talk = newer(answered("1", "hai", CORRECT), [SECOND, FIRST])

    assert talk.say("1") == Asked(SECOND, (1, 2), Why.EDIT, known="hai")


def test_roster_s_new_figure_is_the_total_from_then_on() -> None:
    attended = question("attended", Type.RATIO, total="${unit_teachers}")
    talk = Talk(attended)

    newer(talk, [attended], scene=replace(SCENE, unit={"unit_teachers": 50}))

    talk.say("50/50")
    assert talk.answers == {"attended": [50, 50]}
