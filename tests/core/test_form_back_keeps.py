"""`lùi` from any step keeps every later answer that is still valid, whatever its kind."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.filling import Correction
from bot.core.forms.model import Type
from bot.core.forms.outcomes import Asked, Submitted, Summarised
from bot.core.forms.said import Pressed, Word
from bot.core.forms.scene import Scene
from bot.papers.plan_files import read_plan
from tests.core.talking import (
    ALL_SAID,
    ATTENDED,
    HELD,
    HELD_ON,
    MINUTES,
    PHOTO,
    PROOF,
    REMARK,
    SEND,
    TODAY,
    WAYS,
    Talk,
    question,
    sent,
    survey,
)

CLASSES = read_plan(
    "classes.yaml", (Path(__file__).parents[1] / "conversations" / "plans" / "classes.yaml").read_bytes()
)
TWO_CLASSES = (
    *("có", "khối đảng", "nghiệp vụ công tác chi bộ", "32", "có"),
    *("đảng viên mới", "41", "không", Word.SKIP),
)
BRIEFED = question("briefed", Type.RATIO, required=True, total="${unit_teachers}")
TRAINED = question("trained", Type.RATIO, required=True, total="${unit_teachers}")


def classes() -> Talk:
    talk = Talk(*CLASSES.form("L1").form.questions, scene=Scene({}, frozenset({"LOP-01"}), TODAY))
    talk.say(*TWO_CLASSES)
    return talk


@given(st.integers(min_value=0, max_value=12))
def test_going_back_alone_loses_nothing(steps: int) -> None:
    talk = survey(*ALL_SAID)
    before = talk.answers

    talk.say(*[Word.BACK] * steps)

    assert talk.answers == before


@given(st.integers(min_value=1, max_value=12))
def test_keeping_every_answer_on_the_way_leads_back_to_the_same_report(steps: int) -> None:
    talk = survey(*ALL_SAID)
    before = talk.answers
    talk.say(*[Word.BACK] * steps)

    asked = talk.asked.question
    talk.say(talk.press(asked, "skip" if asked == PROOF else "keep" if asked != WAYS else "done"))

    assert isinstance(talk.outcome, Summarised)
    assert talk.answers == before


@given(st.integers(min_value=0, max_value=15))
def test_going_back_through_the_rounds_of_a_repeat_loses_none(steps: int) -> None:
    talk = classes()
    before = talk.answers

    talk.say(*[Word.BACK] * steps)

    assert talk.answers == before


def test_another_answer_in_the_first_round_keeps_the_second() -> None:
    talk = classes()

    talk.say(Pressed("summary", "edit"), "4", "35")

    assert isinstance(talk.outcome, Summarised)
    assert (talk.answers["learners"], talk.answers["learners.2"]) == (35, 41)


def test_list_that_grows_is_kept_on_the_way_back() -> None:
    talk = survey("có", "20/11", "43")

    talk.say(talk.press(WAYS, "0"), talk.press(WAYS, "2"), Word.BACK, "44")

    assert talk.answers == {
        "held": "yes",
        "held_on": "2026-11-20",
        "attended": [44, 45],
        "ways": ["hall", "zalo"],
    }
    assert talk.asked.question == PROOF


def test_files_are_kept_over_an_answer_that_asks_more() -> None:
    talk = survey("chưa", sent(PHOTO), sent(MINUTES), Word.BACK, "có", "20/11", "43", "1")

    assert talk.asked.question == REMARK
    assert talk.answers["proof"] == [PHOTO.to_json(), MINUTES.to_json()]


def test_answers_behind_a_condition_come_back_with_it() -> None:
    talk = survey(*ALL_SAID)
    before = talk.answers

    talk.say(*[Word.BACK] * 6, "chưa")
    fewer = talk.say(SEND)
    assert isinstance(fewer, Submitted)
    assert fewer.answers == {"held": "not_yet", "remark": "Rất tốt"}

    talk.say(talk.press(HELD, "yes"))
    assert talk.answers == before
    assert isinstance(talk.outcome, Summarised)


def test_corrected_total_stays_corrected_on_the_way_back() -> None:
    talk = Talk(BRIEFED, TRAINED)
    talk.say("43/47", "đúng", "Có 2 giáo viên mới", "46", Word.BACK, Word.BACK)

    asked = talk.say(Word.BACK)
    assert isinstance(asked, Asked)
    assert (asked.question, asked.total, asked.known) == (BRIEFED, 47, [43, 47])
    talk.say("44")
    assert talk.answers == {"briefed": [44, 47], "trained": [46, 47]}
    assert talk.filling.corrections == {"unit_teachers": Correction(45, 47, "Có 2 giáo viên mới")}


def test_reason_that_was_asked_for_is_left_with_its_total() -> None:
    talk = Talk(BRIEFED, TRAINED)
    talk.say("43", "46/47", "đúng", Word.BACK)

    assert talk.asked.question == TRAINED
    assert talk.answers == {"briefed": [43, 45]}
    assert talk.filling.corrections == {}


def test_answer_that_is_valid_no_longer_is_asked_anew_and_no_other() -> None:
    later = question("later", Type.DATE, constraint=". >= ${held_on}")
    talk = Talk(HELD, HELD_ON, later, REMARK)
    talk.say("có", "10/11", "15/11", "tốt", Word.BACK, Word.BACK, Word.BACK)

    talk.say("20/11")

    assert talk.asked.question.name == "later"
    assert (talk.answers["held_on"], talk.answers["remark"]) == ("2026-11-20", "tốt")
    assert talk.answers["held"] == "yes"
    assert ATTENDED.name not in talk.answers
