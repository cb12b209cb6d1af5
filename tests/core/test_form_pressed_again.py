"""A button under an earlier question changes that answer; what is asked now is asked still."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.model import Question, Type
from bot.core.forms.outcomes import Asked, Echo, Line, Stale, Summarised, Why
from bot.core.forms.said import Word
from tests.core.talking import (
    ALL_SAID,
    ATTENDED,
    COUNT,
    HELD,
    HELD_ON,
    LINES,
    PHOTO,
    PROOF,
    REMARK,
    SURVEY,
    WAYS,
    Talk,
    question,
    sent,
    survey,
)

OTHER = question("other", Type.YES_NO)


def test_press_on_the_question_before_changes_its_answer() -> None:
    talk = Talk(OTHER, COUNT)
    talk.say("có")

    changed = Echo(OTHER, "no", before="yes", changed=True)
    assert talk.say(talk.press(OTHER, "no")) == Asked(COUNT, (2, 2), Why.RESUMED, echo=changed)
    assert talk.answers == {"other": "no"}


def test_question_that_is_asked_now_falls_away_with_the_answer_that_led_to_it() -> None:
    talk = survey("có", "20/11")

    changed = Echo(HELD, "no", before="yes", changed=True)
    assert talk.say(talk.press(HELD, "no")) == Asked(PROOF, (2, 3), echo=changed)
    assert talk.answers == {"held": "no", "held_on": "2026-11-20"}


def test_answers_that_fell_away_come_back() -> None:
    talk = survey("có", "20/11", "43")

    talk.say(talk.press(HELD, "no"), talk.press(HELD, "yes"))

    assert talk.asked.question == PROOF
    assert talk.say(talk.press(PROOF, "skip"), "không") == Asked(WAYS, (4, 6), echo=Echo(REMARK, "không"))
    assert talk.answers["attended"] == [43, 45]


def test_press_at_the_summary_changes_a_line() -> None:
    talk = survey(*ALL_SAID)

    changed = Echo(ATTENDED, [45, 45], before=[43, 45], changed=True)
    lines = (*LINES[:2], Line(3, ATTENDED, [45, 45]), *LINES[3:])
    assert talk.say(talk.press(ATTENDED, "all")) == Summarised(lines, echo=changed)


def test_question_that_was_passed_over_is_answered_by_a_press() -> None:
    talk = Talk(OTHER, COUNT)
    talk.say(Word.SKIP)

    changed = Echo(OTHER, "yes", before=None, changed=True)
    assert talk.say(talk.press(OTHER, "yes")) == Asked(COUNT, (2, 2), Why.RESUMED, echo=changed)


def test_tap_on_an_option_of_an_earlier_list_takes_it_away() -> None:
    talk = survey("có", "20/11", "43", "1, 3")

    changed = Echo(WAYS, ["hall"], before=["hall", "zalo"], changed=True)
    assert talk.say(talk.press(WAYS, "2")) == Asked(PROOF, (5, 6), Why.RESUMED, echo=changed)


def test_last_option_of_an_earlier_list_stays() -> None:
    talk = survey("có", "20/11", "43", "1")

    assert isinstance(talk.say(talk.press(WAYS, "0")), Stale)
    assert talk.answers["ways"] == ["hall"]


def test_list_that_grows_now_goes_on_growing() -> None:
    talk = survey("chưa", sent(PHOTO))

    changed = Echo(HELD, "na", before="not_yet", changed=True)
    asked = talk.say(talk.press(HELD, "na"))
    assert asked == Asked(PROOF, (2, 3), Why.RESUMED, echo=changed, draft=[PHOTO.to_json()])


@pytest.mark.parametrize(
    ("under", "what"), [(HELD, "yes"), (HELD, "keep"), (HELD, "skip"), (HELD_ON, "keep")]
)
def test_press_that_says_nothing_new_changes_nothing(under: Question, what: str) -> None:
    talk = survey("có", "20/11")

    stale = talk.say(talk.press(under, what))

    assert isinstance(stale, Stale)
    assert talk.answers == {"held": "yes", "held_on": "2026-11-20"}


def test_answer_that_breaks_a_constraint_changes_nothing() -> None:
    past = question("past", Type.DATE, constraint=". < date('2026-11-23')")
    talk = Talk(past, COUNT)
    talk.say("20/11")

    assert talk.say(talk.press(past, "today")) == Stale(
        past, "2026-11-20", now=Asked(COUNT, (2, 2), Why.RESUMED)
    )


@pytest.mark.parametrize("said", [Word.CANCEL, "k"])
def test_nothing_changes_while_something_is_asked_back(said: str) -> None:
    talk = Talk(OTHER, question("second", Type.YES_NO), COUNT)
    talk.say("có", said)

    assert isinstance(talk.say(talk.press(OTHER, "no")), Stale)
    assert talk.answers == {"other": "yes"}


@given(st.lists(st.sampled_from(["yes", "no", "not_yet", "na"]), min_size=1, max_size=6))
def test_the_last_press_counts_and_the_question_stays(presses: list[str]) -> None:
    talk = Talk(*SURVEY[:1], PROOF)
    talk.say("có")

    talk.say(*(talk.press(HELD, what) for what in presses))

    assert talk.answers == {"held": presses[-1]}
    assert talk.filling.at == "proof"
