"""Another total than the roster's is kept with a reason only, and then counts for the whole report."""

import pytest

from bot.core.forms.answers.outcome import Problem
from bot.core.forms.filling import Correction, Stand
from bot.core.forms.model import Type
from bot.core.forms.outcomes import Asked, Echo, ReasonAsked, Submitted, Why
from bot.core.forms.said import Word
from bot.core.forms.scene import Course, Scene, figure_behind
from tests.core.talking import SEND, TODAY, Talk, question

BRIEFED = question("briefed", Type.RATIO, required=True, total="${unit_teachers}")
TRAINED = question("trained", Type.RATIO, required=True, total="${unit_teachers}")
REASON = "Có 2 giáo viên mới"


def corrected() -> Talk:
    talk = Talk(BRIEFED, TRAINED)
    talk.say("43/47", "đúng", REASON)
    return talk


def test_reason_is_asked_for_and_kept_with_the_figure() -> None:
    talk = Talk(BRIEFED, TRAINED)

    assert talk.say("43/47", "đúng") == ReasonAsked(BRIEFED, [43, 47], total=45)
    assert talk.filling.stand is Stand.REASON
    assert talk.say(REASON) == Asked(TRAINED, (2, 2), echo=Echo(BRIEFED, [43, 47]), total=47)
    assert talk.filling.corrections == {"unit_teachers": Correction(45, 47, REASON)}


def test_whole_above_the_roster_s_total_can_be_given() -> None:
    talk = Talk(BRIEFED)

    talk.say("47/47", "đúng", REASON)

    assert talk.answers == {"briefed": [47, 47]}


def test_corrected_total_counts_for_the_questions_that_follow() -> None:
    talk = corrected()

    talk.say("46")

    assert talk.answers == {"briefed": [43, 47], "trained": [46, 47]}
    assert talk.say(SEND) == Submitted(
        {"briefed": [43, 47], "trained": [46, 47]}, {"unit_teachers": Correction(45, 47, REASON)}
    )


def test_earlier_answers_are_sent_with_the_corrected_total() -> None:
    talk = Talk(BRIEFED, TRAINED)

    talk.say("45", "46/47", "đúng", REASON)

    sent = talk.say(SEND)
    assert isinstance(sent, Submitted)
    assert sent.answers == {"briefed": [45, 47], "trained": [46, 47]}


def test_earlier_answer_above_a_smaller_total_is_asked_anew() -> None:
    talk = Talk(BRIEFED, TRAINED)

    asked = talk.say("45", "40/44", "đúng", "Một giáo viên nghỉ hưu")

    assert isinstance(asked, Asked)
    assert (asked.question, asked.why, asked.total) == (BRIEFED, Why.REFUSED, 44)


def test_back_to_the_roster_s_total_needs_no_reason() -> None:
    talk = corrected()

    asked = talk.say("43/45", "đúng")

    assert talk.filling.corrections == {}
    assert talk.answers["trained"] == [43, 45]
    assert not isinstance(asked, ReasonAsked)


@pytest.mark.parametrize("typed", ["ok", "...", "54"])
def test_reason_must_explain_something(typed: str) -> None:
    talk = Talk(BRIEFED)
    talk.say("43/47", "đúng")

    assert talk.say(typed) == ReasonAsked(BRIEFED, [43, 47], total=45, problem=Problem("reason_needed", {}))


def test_reason_that_names_a_person_s_data_is_not_kept() -> None:
    talk = Talk(BRIEFED)
    talk.say("43/47", "đúng")

    asked = talk.say("cô Lan mới về, điện thoại 0912345678")

    assert isinstance(asked, ReasonAsked)
    assert asked.problem is not None
    assert asked.problem.code == "personal_data"
    assert "0912345678" not in str(talk.filling)


def test_back_leaves_the_question_as_it_was() -> None:
    talk = Talk(BRIEFED, TRAINED)
    talk.say("43/47", "đúng")

    assert talk.say(Word.BACK) == Asked(BRIEFED, (1, 2), why=Why.BACK, total=45)
    assert talk.filling.corrections == {}
    assert talk.answers == {}


@pytest.mark.parametrize(
    "typed",
    [
        "tổng số sai, đúng là 47",
        "tong so khong dung, phai la 47",
        "Tổng sai rồi, 47",
        "the total is wrong, it is 47",
    ],
)
def test_whoever_says_that_the_total_is_wrong_is_told_to_type_both(typed: str) -> None:
    asked = Talk(BRIEFED).say(typed)

    assert isinstance(asked, Asked)
    assert asked.problem == Problem("total_wrong", {"given": 47, "total": 45})


def behind(total: str, given: int, **unit: int) -> tuple[str, int] | None:
    scene = Scene({f"unit_{name}": value for name, value in unit.items()}, frozenset(), TODAY)
    asked = question("q", Type.RATIO, total=total)
    return figure_behind(asked, given, Course((asked,), scene.unit), scene)


def test_largest_figure_of_a_sum_is_the_one_that_is_wrong() -> None:
    total = "${unit_managers} + ${unit_teachers} + ${unit_staff}"

    assert behind(total, 54, managers=3, teachers=44, staff=5) == ("unit_teachers", 46)


def test_total_that_no_one_figure_explains_is_nobody_s_fault() -> None:
    assert behind("${unit_pupils} * 2", 7, pupils=4) is None
    assert behind("45", 47) is None
    assert behind("${unit_teachers} + ${unit_staff}", 1, teachers=44, staff=5) is None


def test_form_without_a_total_has_nothing_to_correct() -> None:
    talk = Talk(question("free", Type.RATIO))

    talk.say("43/47")

    assert talk.answers == {"free": [43, 47]}
    assert talk.filling.corrections == {}
