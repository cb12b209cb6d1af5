"""A doubtful answer is asked back before it is kept: is this what you meant?"""

from dataclasses import replace
from datetime import date

import pytest

from bot.core.forms.answers.outcome import Problem
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.outcomes import Asked, Doubted, Echo, ReasonAsked, Why
from bot.core.forms.said import Said, Unreadable, Word
from tests.core.talking import (
    ATTENDED,
    COUNT,
    HELD_ON,
    LAST,
    PHOTO,
    SCENE,
    Talk,
    sent,
    survey,
)


def test_doubtful_answer_is_asked_back_before_it_is_kept() -> None:
    talk = Talk(COUNT, LAST)

    assert talk.say("2k") == Doubted(COUNT, 2000, Problem("scale_word", {"amount": "2000"}))
    assert talk.filling == Filling(at="count", stand=Stand.CONFIRM, draft=2000)


def test_other_total_than_the_roster_s_is_asked_back() -> None:
    talk = survey("có", "20/11")

    assert talk.say("40/40") == Doubted(
        ATTENDED, [40, 40], Problem("other_total", {"count": 40, "given": 40, "total": 45})
    )
    assert talk.say("đúng") == ReasonAsked(ATTENDED, [40, 40], total=45)


def test_day_outside_the_reporting_period_is_asked_back() -> None:
    quarter = replace(SCENE, starts_on=date(2026, 10, 1), ends_on=date(2026, 12, 31))
    talk = survey("có", "20/9/2026", scene=quarter)

    assert talk.outcome == Doubted(
        HELD_ON,
        "2026-09-20",
        Problem("outside_period", {"date": "2026-09-20", "starts_on": "2026-10-01", "ends_on": "2026-12-31"}),
    )


@pytest.mark.parametrize("typed", ["đúng", "Đúng rồi", "dung roi", "ok", "có", "vâng ạ", "chuẩn", "👍"])
def test_yes_keeps_what_was_asked_back(typed: str) -> None:
    talk = Talk(COUNT, LAST)

    talk.say("2k")

    assert talk.say(typed) == Asked(LAST, (2, 2), echo=Echo(COUNT, 2000))
    assert talk.answers == {"count": 2000}


def test_press_on_yes_keeps_what_was_asked_back() -> None:
    talk = Talk(COUNT, LAST)

    talk.say("2k")

    assert talk.say(talk.press(COUNT, "yes")) == Asked(LAST, (2, 2), echo=Echo(COUNT, 2000))


@pytest.mark.parametrize("typed", ["không", "ko", "sai", "không đúng", "chưa đúng", "không phải ạ", "no"])
def test_no_asks_again_and_keeps_nothing(typed: str) -> None:
    talk = Talk(COUNT, LAST)

    talk.say("2k")

    assert talk.say(typed) == Asked(COUNT, (1, 2), Why.BACK)
    assert talk.filling == Filling(at="count")


@pytest.mark.parametrize("typed", ["sai rồi", "sai roi", "nhầm rồi", "gõ nhầm rồi", "lộn rồi", "sai số rồi"])
def test_wrong_is_never_taken_for_right(typed: str) -> None:
    """ "rồi" is a yes to most questions, but "sai rồi" (that is wrong) is none to "is this what you meant?"."""
    talk = Talk(COUNT, LAST)

    talk.say("2k", typed)

    assert talk.answers == {}


def test_press_on_no_asks_again_and_keeps_nothing() -> None:
    talk = Talk(COUNT, LAST)

    talk.say("2k")

    assert talk.say(talk.press(COUNT, "no")) == Asked(COUNT, (1, 2), Why.BACK)
    assert talk.filling == Filling(at="count")


def test_no_keeps_the_answer_that_was_there_before() -> None:
    talk = Talk(COUNT, LAST)

    talk.say("12", Word.BACK, "2k", "không")

    assert talk.outcome == Asked(COUNT, (1, 2), Why.BACK, known=12)
    assert talk.answers == {"count": 12}


def test_another_answer_takes_the_place_of_what_was_asked_back() -> None:
    talk = Talk(COUNT, LAST)

    talk.say("2k")

    assert talk.say("1200") == Asked(LAST, (2, 2), echo=Echo(COUNT, 1200))
    assert talk.answers == {"count": 1200}


def test_another_doubtful_answer_is_asked_back_in_its_turn() -> None:
    talk = Talk(COUNT, LAST)

    talk.say("2k")

    assert talk.say("1k2") == Doubted(COUNT, 1200, Problem("scale_word", {"amount": "1200"}))
    assert talk.say("đúng") == Asked(LAST, (2, 2), echo=Echo(COUNT, 1200))


def test_answer_that_cannot_be_taken_ends_the_asking_back() -> None:
    talk = Talk(COUNT, LAST)

    talk.say("2k")

    assert talk.say("abc") == Asked(COUNT, (1, 2), Why.UNCLEAR, problem=Problem("not_a_number"))
    assert talk.filling == Filling(at="count")


def test_form_that_was_left_at_asking_back_asks_back_again() -> None:
    talk = Talk(COUNT, LAST)

    talk.say("2k")

    assert talk.come_back() == Doubted(COUNT, 2000, why(Code.TO_CONFIRM))
    assert talk.say("đúng") == Asked(LAST, (2, 2), echo=Echo(COUNT, 2000))


@pytest.mark.parametrize("said", [sent(PHOTO), Unreadable(), Word.HELP, Word.RESUME])
def test_what_is_no_answer_leaves_the_asking_back_as_it_is(said: Said) -> None:
    talk = Talk(COUNT, LAST)
    talk.say("2k")
    before = talk.filling

    assert talk.say(said) == Doubted(COUNT, 2000, why(Code.TO_CONFIRM))
    assert talk.filling == before
