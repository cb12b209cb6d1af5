"""A press that comes too late changes nothing and says what is asked now."""

import pytest

from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Type
from bot.core.forms.outcomes import (
    Asked,
    CancelAsked,
    Doubted,
    Echo,
    Line,
    Stale,
    Summarised,
    WhichAsked,
    Why,
)
from bot.core.forms.said import Edit, Pressed, Said, Word
from tests.core.talking import (
    ALL_SAID,
    CORRECT,
    COUNT,
    GO_ON,
    HELD,
    HELD_ON,
    LAST,
    LINES,
    PROOF,
    REMARK,
    SEND,
    SURVEY,
    THROW_AWAY,
    Talk,
    question,
    survey,
)

OPEN_LINES = tuple(Line(number, one, None) for number, one in enumerate(SURVEY[1:], start=2))
"""The lines of the survey that are not answered yet."""


def test_double_press_answers_once() -> None:
    talk = survey()

    talk.say(talk.press(HELD, "yes"), talk.press(HELD, "yes"))

    assert talk.outcome == Stale(HELD, "yes", now=Asked(HELD_ON, (2, 6), Why.RESUMED))
    assert talk.answers == {"held": "yes"}


def test_press_on_a_question_that_is_not_asked_changes_nothing() -> None:
    talk = survey("chưa")

    assert talk.say(talk.press(HELD_ON, "today")) == Stale(
        HELD_ON, None, now=Asked(PROOF, (2, 3), Why.RESUMED)
    )


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ((*ALL_SAID, CORRECT), WhichAsked(LINES)),
        ((*ALL_SAID, Word.CANCEL), CancelAsked(5)),
    ],
)
def test_press_on_a_question_changes_nothing_while_something_else_is_asked(
    said: tuple[Said | str, ...], now: Summarised | WhichAsked | CancelAsked
) -> None:
    talk = survey(*said)
    before = talk.filling

    assert talk.say(talk.press(HELD, "no")) == Stale(HELD, "yes", now=now)
    assert talk.filling == before


@pytest.mark.parametrize(
    ("said", "now"),
    [(Word.CANCEL, CancelAsked(1)), (Edit(), WhichAsked((Line(1, HELD, "yes"), *OPEN_LINES)))],
)
def test_press_on_the_question_itself_changes_nothing_while_something_else_is_asked(
    said: Said, now: WhichAsked | CancelAsked
) -> None:
    talk = survey("có", said)

    assert talk.say(talk.press(HELD_ON, "today")) == Stale(HELD_ON, None, now=now)
    assert talk.answers == {"held": "yes"}


def test_press_on_an_answer_changes_nothing_while_another_is_asked_back() -> None:
    asked = question("asked", Type.YES_NO)
    talk = Talk(asked, LAST)
    talk.say("k")

    now = Doubted(asked, "no", why(Code.TO_CONFIRM))
    assert talk.say(talk.press(asked, "na")) == Stale(asked, None, now=now)
    assert talk.say(talk.press(asked, "skip")) == Stale(asked, None, now=now)
    assert talk.say(talk.press(asked, "yes")) == Asked(LAST, (2, 2), echo=Echo(asked, "no"))


def test_yes_and_no_of_an_asking_back_that_is_over_answer_nothing() -> None:
    talk = Talk(COUNT, LAST)
    talk.say("2k", "12", Word.BACK)

    for what in ("yes", "no"):
        assert talk.say(talk.press(COUNT, what)) == Stale(
            COUNT, 12, now=Asked(COUNT, (1, 2), Why.RESUMED, known=12)
        )


@pytest.mark.parametrize("press", [SEND, CORRECT, GO_ON, THROW_AWAY])
def test_buttons_of_a_summary_that_is_over_do_nothing(press: Pressed) -> None:
    talk = survey(*ALL_SAID, "6")
    before = talk.filling

    assert talk.say(press) == Stale(None, None, now=Asked(REMARK, (6, 6), Why.RESUMED, known="Rất tốt"))
    assert talk.filling == before


def test_report_is_not_sent_while_it_is_being_thrown_away() -> None:
    talk = survey(*ALL_SAID, Word.CANCEL)

    assert talk.say(SEND) == Stale(None, None, now=CancelAsked(5))


def test_answers_are_not_thrown_away_by_a_button_of_yesterday() -> None:
    talk = survey("có", Word.CANCEL, GO_ON)

    assert talk.say(THROW_AWAY) == Stale(None, None, now=Asked(HELD_ON, (2, 6), Why.RESUMED))
    assert talk.answers == {"held": "yes"}
