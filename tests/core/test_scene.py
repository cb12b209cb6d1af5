"""What follows for a form's questions from the unit, the day and the answers so far."""

from dataclasses import replace
from datetime import date

import pytest

from bot.core.forms import scene as scenes
from bot.core.forms.answers.outcome import Context
from bot.core.forms.model import Form, Question, Type, Value
from bot.core.forms.scene import Scene
from tests.core.talking import ATTENDED, HELD, HELD_ON, PROOF, REMARK, SCENE, SURVEY, TODAY, WAYS, question

FORM = Form("F", {}, SURVEY)


def course(answers: dict[str, Value], *, skipped: frozenset[str] = frozenset()) -> scenes.Course:
    return scenes.course(FORM, answers, SCENE, skipped=skipped)


def test_course_holds_the_questions_that_are_asked_and_counts_those_that_may_follow() -> None:
    on_course = course({})

    assert on_course.questions == (HELD, PROOF, REMARK)
    assert on_course.possible == 3


def test_answer_decides_what_follows() -> None:
    assert course({"held": "yes"}).questions == SURVEY
    assert course({"held": "yes"}).possible == 0
    assert course({"held": "no"}).questions == (HELD, PROOF, REMARK)
    assert course({"held": "no"}).possible == 0


def test_skipped_question_decides_like_an_answer() -> None:
    assert course({}, skipped=frozenset({"held"})).possible == 0


def test_place_is_counted_among_what_is_asked() -> None:
    assert [course({"held": "yes"}).place(one) for one in (HELD, WAYS, REMARK)] == [(1, 6), (4, 6), (6, 6)]
    assert [course({"held": "no"}).place(one) for one in (HELD, PROOF, REMARK)] == [(1, 3), (2, 3), (3, 3)]


def test_variables_are_the_unit_s_figures_and_the_answers_to_what_is_asked() -> None:
    assert course({"held": "no", "attended": [43, 45]}).variables == {
        "unit_teachers": 45,
        "unit_level": "TH",
        "held": "no",
        "held_on": "",
        "attended": "",  # is not asked, so it counts for nothing
        "ways": "",
        "proof": "",
        "remark": "",
    }


def test_question_is_read_against_the_day_the_total_and_the_period() -> None:
    dated = replace(SCENE, starts_on=date(2026, 10, 1), ends_on=date(2026, 12, 31), language="en")

    assert scenes.context(ATTENDED, course({}), dated) == Context(
        TODAY, total=45, starts_on=date(2026, 10, 1), ends_on=date(2026, 12, 31), language="en"
    )
    assert scenes.context(HELD, course({}), SCENE) == Context(TODAY)


@pytest.mark.parametrize(
    ("value", "fits"),
    [("2026-11-20", True), ("2024-04-24", True), ("2024-04-23", False), ("na", True)],
)
def test_value_keeps_the_constraint_or_does_not(value: Value, fits: bool) -> None:
    assert scenes.fits(HELD_ON, value, course({}), SCENE) is fits


def test_anything_fits_where_there_is_no_constraint() -> None:
    assert scenes.fits(REMARK, "", course({}), SCENE) is True


def test_answers_that_count_are_those_to_what_is_asked() -> None:
    answers = {"held": "no", "attended": [43, 45], "remark": "tốt", "gone": 1}

    assert scenes.answers_that_count(FORM, answers, SCENE) == {"held": "no", "remark": "tốt"}


def test_calculations_count_where_they_concern_the_unit_and_have_a_result() -> None:
    number = question("number", Type.INTEGER)
    form = Form(
        "F",
        {},
        (
            number,
            question("double", Type.CALCULATE, calculation="${number} * 2"),
            question("others", Type.CALCULATE, calculation="${number} * 3", task="P-9"),
            question("closed", Type.CALCULATE, calculation="${number} * 4", relevant="${number} > 100"),
            question("absent", Type.CALCULATE, calculation="${unit_cells} + 1"),
        ),
    )

    assert scenes.answers_that_count(form, {"number": 5}, SCENE) == {"number": 5, "double": "10"}


@pytest.mark.parametrize(
    ("behind", "read"),
    [("first", ["a"]), ("second", ["b", "c"]), ("third", [])],
)
def test_notes_right_before_a_question_are_read_with_it(behind: str, read: list[str]) -> None:
    def note(name: str) -> Question:
        return question(name, Type.NOTE)

    first, second, third = (question(name, Type.TEXT) for name in ("first", "second", "third"))
    hidden = question("hidden", Type.TEXT, relevant="false()")
    form = Form("F", {}, (note("a"), first, note("b"), hidden, note("c"), second, third))
    on_course = scenes.course(form, {}, SCENE)

    notes = scenes.notes_before(form, form.question(behind), on_course, SCENE)

    assert [one.name for one in notes] == read


def test_scene_of_another_day_is_another_course() -> None:
    form = Form("F", {}, (question("late", Type.TEXT, relevant="today() > date('2026-12-02')"),))

    def asked_on(today: date) -> int:
        return len(scenes.course(form, {}, Scene({}, frozenset(), today)).questions)

    assert (asked_on(date(2026, 12, 2)), asked_on(date(2026, 12, 3))) == (0, 1)
