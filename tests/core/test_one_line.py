"""A whole form in one message, and what is one answer for all its commas."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.carrying import Carried, carry
from bot.core.forms.filling import Stand
from bot.core.forms.model import Form, Type
from bot.core.forms.one_line import MANY_SIGNED, parts_of
from bot.core.forms.outcomes import Asked, HeardAsked, Line, Submitted, Summarised
from bot.core.forms.said import Pressed, Typed
from tests.core.saying import CERTAIN, forms
from tests.core.talking import (
    ATTENDED,
    COUNT,
    HELD,
    HELD_ON,
    LAST,
    PROOF,
    SCENE,
    SEND,
    WAYS,
    Talk,
    question,
    survey,
)

RIGHT, ANEW = Pressed("heard", "yes"), Pressed("heard", "no")

DOCUMENT = question("document", Type.DOCUMENT, required=True)
RATIO_OF_ANY = question("ratio", Type.RATIO, required=True, total="${unit_teachers}")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("45/45, 312, 20/11, không", ["45/45", "312", "20/11", "không"]),
        ("45/45,312", ["45/45,312"]),
        ("12,5, 3", ["12,5", "3"]),
        ("1.234,5; 7", ["1.234,5", "7"]),
        ("có; 15-KH/ĐU, ngày 20/11", ["có", "15-KH/ĐU, ngày 20/11"]),
        ("có\n20/11\n 43 ", ["có", "20/11", "43"]),
        ("có | 20/11", ["có", "20/11"]),
        ("có,20/11", ["có", "20/11"]),
    ],
)
def test_parts_are_cut_at_strong_signs_else_at_commas_outside_numbers(text: str, parts: list[str]) -> None:
    assert parts_of(text) == parts


def test_several_answers_are_said_back_before_anything_is_kept() -> None:
    talk = survey("có, 20/11/2026, 43")

    assert talk.outcome == HeardAsked(
        (Line(1, HELD, "yes"), Line(2, HELD_ON, "2026-11-20"), Line(3, ATTENDED, [43, 45]))
    )
    assert talk.answers == {}


def test_they_are_kept_once_they_are_right() -> None:
    talk = survey("có, 20/11/2026, 43", RIGHT)

    assert talk.asked.question == WAYS
    assert talk.answers == {"held": "yes", "held_on": "2026-11-20", "attended": [43, 45]}


def test_none_is_kept_if_they_are_not() -> None:
    talk = survey("có, 20/11/2026, 43", ANEW)

    assert talk.asked.question == HELD
    assert talk.answers == {}


def test_another_line_takes_the_place_of_the_first() -> None:
    talk = survey("có, 20/11/2026, 43", "có, 21/11/2026, 42", "đúng ạ")

    assert talk.answers == {"held": "yes", "held_on": "2026-11-21", "attended": [42, 45]}


def test_conditions_are_followed_as_the_answers_go() -> None:
    talk = survey("chưa; không; Cần thêm sách", "đúng")

    assert isinstance(talk.outcome, Summarised)
    assert talk.answers == {"held": "not_yet", "remark": "Cần thêm sách"}


def test_part_that_is_not_understood_is_named_and_asked() -> None:
    talk = survey("có; 20/11/2026; đông lắm; 1, 3")

    assert isinstance(talk.outcome, HeardAsked)
    assert talk.outcome.unread == ((ATTENDED, "đông lắm"),)
    talk.say("đúng")
    assert talk.asked.question == ATTENDED
    assert talk.answers["ways"] == ["hall", "zalo"]


def test_part_without_a_question_is_named() -> None:
    talk = Talk(COUNT, HELD)

    talk.say("5, có, 7")

    assert talk.outcome == HeardAsked((Line(1, COUNT, 5), Line(2, HELD, "yes")), left=("7",))


def test_what_hangs_on_a_part_that_is_not_understood_is_not_guessed() -> None:
    talk = Talk(COUNT, RATIO_OF_ANY, HELD, HELD_ON, LAST)

    talk.say("5; 43; hmm hmm; 20/11/2026")

    assert isinstance(talk.outcome, HeardAsked)
    assert talk.outcome.unread == ((HELD, "hmm hmm"),)
    assert talk.outcome.left == ("20/11/2026",)


def test_file_cannot_be_typed_and_is_asked_for_afterwards() -> None:
    talk = Talk(COUNT, PROOF, HELD)

    talk.say("5; có", RIGHT)

    assert talk.asked.question == PROOF
    assert talk.answers == {"count": 5, "held": "yes"}


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (WAYS, "1, 3"),
        (DOCUMENT, "15-KH/ĐU, ngày 20/11/2026"),
        (LAST, "5, 6, 7"),
        (COUNT, "5, 6"),
        (RATIO_OF_ANY, "43/45, thiếu 2"),
        (HELD, "có, 12"),
    ],
)
def test_what_could_be_one_answer_is_one(asked: object, text: str) -> None:
    talk = Talk(asked, HELD_ON, ATTENDED)  # type: ignore[arg-type] # a question

    talk.say(text)

    assert talk.filling.stand is not Stand.HEARD


def test_newer_form_drops_what_was_heard_for_questions_of_another_kind() -> None:
    talk = survey("có, 20/11/2026, 43")
    other = replace(HELD_ON, type=Type.INTEGER)

    carried = carry(
        talk.filling,
        old=talk.form,
        new=replace(talk.form, questions=(HELD, other, ATTENDED)),
        before=SCENE,
        now=SCENE,
    )

    assert isinstance(carried, Carried)
    assert (carried.filling.heard, carried.filling.stand) == (None, Stand.QUESTION)


@given(form=forms(kinds=tuple(CERTAIN)), data=st.data())
def test_one_line_says_what_its_answers_say_one_by_one(form: Form, data: st.DataObject) -> None:
    one_by_one = Talk(*form.questions)
    texts = []
    while isinstance(one_by_one.outcome, Asked):
        asked = one_by_one.outcome.question
        texts.append(data.draw(st.sampled_from(("hôm nay",) if asked.follows else CERTAIN[asked.type])))
        one_by_one.say(Typed(texts[-1]))

    talk = Talk(*form.questions)
    if not isinstance(talk.outcome, Asked):
        return
    first = talk.outcome.question
    talk.say(Typed("; ".join(texts)))
    if isinstance(talk.outcome, HeardAsked):
        talk.say(RIGHT)
    elif len(texts) > 1:  # the whole could be the answer to the first question
        assert first.type in (Type.TEXT, *MANY_SIGNED)
        return

    sent = one_by_one.say(SEND)
    assert isinstance(sent, Submitted)
    assert talk.say(SEND) == sent
