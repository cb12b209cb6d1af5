"""Whoever presses may have forged the button: nothing happens that the person may not do, and nothing raises."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.forms.answers.problems import Code, why
from bot.core.forms.engine import advance
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.outcomes import (
    Asked,
    Doubted,
    Echo,
    Outcome,
    Stale,
    Why,
)
from bot.core.forms.said import Pressed
from tests.core.saying import FILLINGS
from tests.core.talking import (
    COUNT,
    HELD,
    LAST,
    PHOTO,
    PROOF,
    REMARK,
    SCENE,
    SURVEY,
    Talk,
    sent,
    survey,
)


@pytest.mark.parametrize(
    "press",
    [
        Pressed("6", "yes"),
        Pressed("99", "yes"),
        Pressed("-1", "yes"),
        Pressed("0", "maybe"),
        Pressed("0", "all"),
        Pressed("0", ""),
        Pressed("", ""),
        Pressed("held", "yes"),
        Pressed("summary", "send"),
        Pressed("summary", "yes"),
        Pressed("confirm", "yes"),
        Pressed("which", "1"),
        Pressed("question", "skip"),
    ],
)
def test_forged_press_changes_nothing(press: Pressed) -> None:
    talk = survey()
    before = talk.filling

    outcome = talk.say(press)

    assert isinstance(outcome, Stale)
    assert outcome.now == Asked(HELD, (1, 6), Why.RESUMED)
    assert talk.filling == before


def test_done_without_anything_is_skipping() -> None:
    talk = survey("chưa")

    assert talk.say(talk.press(PROOF, "done")) == Asked(REMARK, (3, 3), echo=Echo(PROOF, None))
    talk = survey()
    assert talk.say(talk.press(HELD, "done")) == Asked(HELD, (1, 6), Why.REFUSED, problem=why(Code.REQUIRED))


def test_keep_without_an_answer_keeps_nothing() -> None:
    talk = survey()

    assert talk.say(talk.press(HELD, "keep")) == Stale(HELD, None, now=Asked(HELD, (1, 6), Why.RESUMED))


def test_done_does_not_confirm_what_is_asked_back() -> None:
    talk = Talk(COUNT)
    talk.say("2k")

    assert talk.say(talk.press(COUNT, "done")) == Stale(
        COUNT, None, now=Doubted(COUNT, 2000, why(Code.TO_CONFIRM))
    )


@given(
    filling=st.sampled_from(FILLINGS),
    place=st.text(max_size=3) | st.sampled_from(["0", "3", "4", "summary", "cancel", *Stand]),
    what=st.text(max_size=3) | st.sampled_from(["0", "yes", "no", "send", "edit", "done", "keep", "skip"]),
)
@example(filling=FILLINGS[0], place="²", what="yes")  # a digit to Python, and no number
@example(filling=FILLINGS[1], place="3", what="②")
@example(filling=FILLINGS[0], place="9" * 5000, what="yes")
def test_no_press_raises_whatever_it_holds(filling: Filling, place: str, what: str) -> None:
    form = survey().form

    _, outcome = advance(filling, Pressed(place, what), form, SCENE)

    assert isinstance(outcome, Outcome)


def test_photo_is_no_press() -> None:
    talk = survey("chưa", sent(PHOTO))

    assert talk.say(talk.press(PROOF, "0")) == Stale(
        PROOF, None, now=Asked(PROOF, (2, 3), Why.RESUMED, draft=[PHOTO.to_json()])
    )


def test_press_counts_for_the_question_at_its_place_in_the_form() -> None:
    """Places are those of the whole form, so that a press means the same question whatever was answered before."""
    other = replace(HELD, name="other", task="P-9")
    talk = Talk(other, HELD, LAST)

    assert SURVEY[0] == HELD
    assert talk.say(Pressed("0", "yes")) == Stale(other, None, now=Asked(HELD, (1, 2), Why.RESUMED))
    assert talk.say(Pressed("1", "yes")) == Asked(LAST, (2, 2), echo=Echo(HELD, "yes"))
