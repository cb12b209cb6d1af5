"""What goes into the report: the answers to what was asked, and what is calculated from them."""

from bot.core.forms.model import Type
from bot.core.forms.outcomes import Echo, Line, Submitted, Summarised
from bot.core.forms.said import Word
from tests.core.talking import (
    HELD,
    PROOF,
    REMARK,
    SEND,
    Talk,
    question,
    survey,
)


def test_calculation_is_not_asked_and_goes_into_the_report() -> None:
    boys, girls = question("boys", Type.INTEGER), question("girls", Type.INTEGER)
    pupils = question("pupils", Type.CALCULATE, calculation="${boys} + ${girls}")
    many = question("many", Type.TEXT, relevant="${pupils} > 100")
    talk = Talk(boys, girls, pupils, many)

    talk.say("60", "52")
    assert talk.asked.question == many
    talk.say("đông")

    assert talk.outcome == Summarised(
        (Line(1, boys, 60), Line(2, girls, 52), Line(3, many, "đông")), echo=Echo(many, "đông")
    )
    assert talk.say(SEND) == Submitted({"boys": 60, "girls": 52, "many": "đông", "pupils": "112"})


def test_calculation_without_a_result_is_not_in_the_report() -> None:
    boys = question("boys", Type.INTEGER)
    double = question("double", Type.CALCULATE, calculation="${boys} * 2")

    assert Talk(boys, double).say(Word.SKIP, SEND) == Submitted({})


def test_answer_that_is_asked_for_no_more_stays_out_of_the_report_and_comes_back_with_its_question() -> None:
    talk = survey("có", "20/11", "43", "1", Word.SKIP, Word.SKIP)

    talk.say("1", "chưa")
    assert talk.outcome == Summarised(
        (Line(1, HELD, "not_yet"), Line(2, PROOF, None), Line(3, REMARK, None)), echo=Echo(HELD, "not_yet")
    )
    assert talk.say(SEND) == Submitted({"held": "not_yet"})

    talk.say("1", "có")
    assert talk.say(SEND) == Submitted(
        {"held": "yes", "held_on": "2026-11-20", "attended": [43, 45], "ways": ["hall"]}
    )


def test_condition_does_not_see_an_answer_that_is_asked_for_no_more() -> None:
    detail = question("detail", Type.YES_NO, relevant="${held} = 'yes'")
    follow = question("follow", Type.TEXT, relevant="${detail} = 'yes'")
    talk = Talk(HELD, detail, follow)

    talk.say("có", "có", "vâng", "1", "không")

    assert talk.outcome == Summarised((Line(1, HELD, "no"),), echo=Echo(HELD, "no"))
