"""One question after another: which is asked, in which place, with which notes."""

from dataclasses import replace

import pytest

from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Type
from bot.core.forms.outcomes import Asked, Echo, Line, Submitted, Summarised, Why
from bot.core.forms.said import Said, Word
from tests.core.talking import (
    ATTENDED,
    HELD,
    HELD_ON,
    PROOF,
    REMARK,
    SCENE,
    SEND,
    WAYS,
    Talk,
    question,
    survey,
)


def test_form_opens_with_its_first_question() -> None:
    talk = survey()

    assert talk.filling == Filling(
        answers={}, skipped=frozenset(), at="held", stand=Stand.QUESTION, draft=None
    )
    assert talk.outcome == Asked(HELD, (1, 6), Why.NEXT)


def test_each_answer_is_kept_said_back_and_followed_by_the_next_question() -> None:
    talk = survey()

    assert talk.say("có") == Asked(HELD_ON, (2, 6), Why.NEXT, echo=Echo(HELD, "yes"))
    assert talk.say("20/11") == Asked(ATTENDED, (3, 6), Why.NEXT, echo=Echo(HELD_ON, "2026-11-20"), total=45)
    assert talk.say("43") == Asked(WAYS, (4, 6), Why.NEXT, echo=Echo(ATTENDED, [43, 45]))
    assert talk.say("1 và 3") == Asked(PROOF, (5, 6), Why.NEXT, echo=Echo(WAYS, ["hall", "zalo"]))
    assert talk.say(Word.SKIP) == Asked(REMARK, (6, 6), Why.NEXT, echo=Echo(PROOF, None))
    assert talk.say("Rất tốt") == Summarised(
        (
            Line(1, HELD, "yes"),
            Line(2, HELD_ON, "2026-11-20"),
            Line(3, ATTENDED, [43, 45]),
            Line(4, WAYS, ["hall", "zalo"]),
            Line(5, PROOF, None),
            Line(6, REMARK, "Rất tốt"),
        ),
        echo=Echo(REMARK, "Rất tốt"),
    )
    assert talk.filling == Filling(
        answers={
            "held": "yes",
            "held_on": "2026-11-20",
            "attended": [43, 45],
            "ways": ["hall", "zalo"],
            "remark": "Rất tốt",
        },
        skipped=frozenset({"proof"}),
        at=None,
        stand=Stand.SUMMARY,
    )


def test_sent_report_holds_what_was_answered() -> None:
    talk = survey("có", "20/11", "43", "1 và 3", Word.SKIP, "Rất tốt")

    assert talk.say(SEND) == Submitted(
        {
            "held": "yes",
            "held_on": "2026-11-20",
            "attended": [43, 45],
            "ways": ["hall", "zalo"],
            "remark": "Rất tốt",
        }
    )


@pytest.mark.parametrize(
    ("said", "places"),
    [
        (("có", "20/11", "43", "1", Word.SKIP), [(1, 6), (2, 6), (3, 6), (4, 6), (5, 6), (6, 6)]),
        (("chưa", Word.SKIP), [(1, 6), (2, 3), (3, 3)]),
        (("không", Word.SKIP), [(1, 6), (2, 3), (3, 3)]),
    ],
)
def test_place_counts_what_may_follow_and_shrinks_when_it_does_not(
    said: tuple[Said | str, ...], places: list[tuple[int, int]]
) -> None:
    talk = survey()
    seen = [talk.asked.place]

    for one in said:
        talk.say(one)
        seen.append(talk.asked.place)

    assert seen == places


def test_place_counts_what_depends_on_what_may_follow() -> None:
    first = question("first", Type.YES_NO)
    second = question("second", Type.YES_NO, relevant="${first} = 'yes'")
    third = question("third", Type.YES_NO, relevant="${second} = 'yes'")
    talk = Talk(first, second, third)

    assert talk.asked.place == (1, 3)
    talk.say("có")
    assert talk.asked.place == (2, 3)
    talk.say("có")
    assert talk.asked.place == (3, 3)


def test_place_counts_what_depends_on_a_calculation() -> None:
    first = question("first", Type.INTEGER)
    double = question("double", Type.CALCULATE, calculation="${first} * 2")
    second = question("second", Type.INTEGER, relevant="${double} > 10")
    talk = Talk(first, double, second)

    assert talk.asked.place == (1, 2)
    talk.say("6")
    assert talk.asked.place == (2, 2)


def test_place_does_not_count_what_follows_a_skipped_question() -> None:
    first = question("first", Type.YES_NO)
    second = question("second", Type.YES_NO, relevant="${first} = 'yes'")
    last = question("last", Type.TEXT)
    talk = Talk(first, second, last)

    talk.say(Word.SKIP)

    assert talk.outcome == Asked(last, (2, 2), Why.NEXT, echo=Echo(first, None))


def test_question_of_a_task_that_does_not_concern_the_unit_is_not_asked() -> None:
    ours, others = question("ours", Type.TEXT, task="P-1"), question("others", Type.TEXT, task="P-9")
    nobodys = question("nobodys", Type.TEXT)
    talk = Talk(others, ours, nobodys)

    assert talk.outcome == Asked(ours, (1, 2), Why.NEXT)
    talk.say("một", "hai")
    assert talk.say(SEND) == Submitted({"ours": "một", "nobodys": "hai"})


def test_form_without_a_question_for_the_unit_is_a_summary_at_once() -> None:
    talk = Talk(question("others", Type.TEXT, task="P-9"))

    assert talk.filling == Filling(stand=Stand.SUMMARY)
    assert talk.outcome == Summarised(())
    assert talk.say(Word.BACK) == Summarised(())
    assert talk.say(SEND) == Submitted({})


def test_condition_may_ask_about_the_unit() -> None:
    pupils = question("pupils", Type.INTEGER, relevant="${unit_level} != 'MN'")

    assert Talk(pupils).outcome == Asked(pupils, (1, 1))
    kindergarten = replace(SCENE, unit={"unit_level": "MN"})
    assert Talk(pupils, scene=kindergarten).outcome == Summarised(())


@pytest.mark.parametrize(
    ("total", "figures", "shown"),
    [
        ("${unit_teachers}", {"unit_teachers": 45}, 45),
        ("${unit_teachers} + ${unit_managers}", {"unit_teachers": 45, "unit_managers": 2}, 47),
        ("${unit_teachers}", {}, None),  # the roster does not say
        ("${unit_teachers} div 2", {"unit_teachers": 45}, None),  # no whole number of people
        ("", {"unit_teachers": 45}, None),
    ],
)
def test_total_of_a_ratio_comes_from_the_roster(
    total: str, figures: dict[str, int], shown: int | None
) -> None:
    talk = Talk(question("attended", Type.RATIO, total=total), scene=replace(SCENE, unit=figures))

    assert talk.asked.total == shown


def test_total_may_come_from_an_earlier_answer() -> None:
    talk = Talk(question("all", Type.INTEGER), question("some", Type.RATIO, total="${all}"))

    talk.say("30")

    assert talk.asked.total == 30
