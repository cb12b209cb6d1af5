"""A form half answered is carried over to a newer version where nothing is lost, and stays as it is otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms import scene as scenes
from bot.core.forms.carrying import Carried, Stays, answers_anew, carry
from bot.core.forms.filling import Correction, Filling, Stand
from bot.core.forms.model import Form, Option, Question, Type
from bot.core.forms.scene import Scene
from tests.core.talking import SCENE, question

HELD = question("held", Type.YES_NO, required=True)
COUNT = question("count", Type.INTEGER, required=True)
ATTENDED = question("attended", Type.RATIO, total="${unit_teachers}")
WAY = question(
    "way", Type.SELECT_ONE, options=(Option("hall", {"vi": "Hội trường"}), Option("online", {"vi": "Mạng"}))
)
NOTE = question("note", Type.TEXT)
FORM = (HELD, COUNT, ATTENDED, WAY)
ANSWERS: Mapping[str, Any] = {"held": "yes", "count": 5, "attended": [20, 45], "way": "hall"}
BEFORE = replace(SCENE, unit={"unit_teachers": 45, "unit_pupils": 800})


def carried(
    new: Sequence[Question],
    *,
    old: Sequence[Question] = FORM,
    filling: Filling | None = None,
    now: Scene = BEFORE,
) -> Carried | Stays:
    return carry(
        filling or Filling(ANSWERS, at=None, stand=Stand.SUMMARY),
        old=Form("F", {}, tuple(old)),
        new=Form("F", {}, tuple(new)),
        before=BEFORE,
        now=now,
    )


def test_nothing_changes_where_nothing_changed() -> None:
    assert carried(FORM) == Carried(Filling(ANSWERS, stand=Stand.SUMMARY), (), same=False)


def test_other_words_lose_nothing() -> None:
    new = [replace(one, label={"vi": "Cách hỏi khác"}) for one in FORM]

    assert carried(new) == Carried(Filling(ANSWERS, stand=Stand.SUMMARY), (), same=False)


def test_new_question_is_named() -> None:
    found = carried([NOTE, *FORM])

    assert isinstance(found, Carried)
    assert (found.filling.answers, found.added) == (ANSWERS, (NOTE,))


@pytest.mark.parametrize(
    ("new", "lost"),
    [
        ((HELD, ATTENDED, WAY), ("count",)),  # the question is gone
        ((HELD, replace(COUNT, type=Type.TEXT), ATTENDED, WAY), ("count",)),
        ((HELD, replace(COUNT, constraint=". > 5"), ATTENDED, WAY), ("count",)),
        ((HELD, replace(COUNT, relevant="${held} = 'no'"), ATTENDED, WAY), ("count",)),
        ((HELD, COUNT, replace(ATTENDED, total="${unit_pupils}"), WAY), ("attended",)),
        ((HELD, COUNT, ATTENDED, replace(WAY, options=WAY.options[1:])), ("way",)),
        ((HELD, replace(COUNT, task="HP-99"), ATTENDED, WAY), ("count",)),
        ((WAY,), ("held", "count", "attended")),
    ],
)
def test_answer_that_would_be_lost_keeps_the_form_as_it_is(
    new: Sequence[Question], lost: tuple[str, ...]
) -> None:
    assert carried(new) == Stays(lost)


def test_constraint_that_the_answers_keep_loses_nothing() -> None:
    new = (HELD, replace(COUNT, constraint=". < 10"), ATTENDED, WAY)

    assert isinstance(carried(new), Carried)


def test_answer_that_broke_its_constraint_before_holds_nothing_up() -> None:
    strict = replace(COUNT, constraint=". > 5")

    assert isinstance(carried((HELD, strict), old=(HELD, strict), filling=Filling({"count": 5})), Carried)


def test_question_that_was_not_answered_may_go() -> None:
    filling = Filling({"held": "yes"}, at="count")

    assert carried((HELD, ATTENDED), filling=filling) == Carried(filling, (), same=False)


def test_same_question_open_takes_what_was_just_said() -> None:
    filling = Filling({"held": "yes"}, at="count")

    assert carried((NOTE, HELD, COUNT), filling=filling) == Carried(filling, (NOTE,), same=True)


def test_open_question_that_changed_is_asked_anew() -> None:
    filling = Filling({"held": "yes"}, at="way")
    other = replace(WAY, options=tuple(reversed(WAY.options)))  # "1" is another choice now

    assert carried((HELD, other), filling=filling) == Carried(filling, (), same=False)


def test_value_that_waits_to_be_confirmed_counts_as_entered() -> None:
    filling = Filling({"held": "yes"}, at="count", stand=Stand.CONFIRM, draft=2000)

    assert carried((HELD, ATTENDED), filling=filling) == Stays(("count",))
    assert carried(FORM, filling=filling) == Carried(filling, (), same=True)


def test_answer_that_does_not_count_holds_nothing_up_and_stays_only_if_it_could_count() -> None:
    hidden = replace(COUNT, relevant="${held} = 'no'")
    filling = Filling({"held": "yes", "count": 5}, stand=Stand.SUMMARY)

    kept = carried((HELD, hidden), old=(HELD, hidden), filling=filling)
    dropped = carried((HELD, replace(hidden, type=Type.TEXT)), old=(HELD, hidden), filling=filling)

    assert isinstance(kept, Carried)
    assert kept.filling.answers == {"held": "yes", "count": 5}
    assert isinstance(dropped, Carried)
    assert dropped.filling.answers == {"held": "yes"}


def test_other_figures_of_the_unit_ask_anew_what_was_answered_against_them() -> None:
    filling = Filling(ANSWERS, stand=Stand.SUMMARY)
    now = replace(BEFORE, unit={"unit_teachers": 86, "unit_pupils": 800})

    after, anew = answers_anew(filling, form=Form("F", {}, FORM), before=BEFORE, now=now)

    assert anew == {"attended": [20, 45]}
    assert after == Filling({"held": "yes", "count": 5, "way": "hall"}, at="attended")


def test_other_figures_that_no_answer_rests_on_change_nothing() -> None:
    filling = Filling(ANSWERS, stand=Stand.SUMMARY)
    now = replace(BEFORE, unit={"unit_teachers": 45, "unit_pupils": 1286})

    assert answers_anew(filling, form=Form("F", {}, FORM), before=BEFORE, now=now) == (filling, {})


WRONG = {"unit_teachers": Correction(45, 47, "Hai giáo viên mới")}
"""The unit has said that the roster is wrong."""


def test_correction_of_the_roster_is_carried_with_the_answers_that_rest_on_it() -> None:
    filling = Filling({**ANSWERS, "attended": [47, 47]}, stand=Stand.SUMMARY, corrections=WRONG)

    after = carried((*FORM, NOTE), filling=filling)

    assert isinstance(after, Carried)
    assert (after.filling.answers["attended"], after.filling.corrections) == ([47, 47], WRONG)


def test_correction_of_a_figure_that_is_another_one_now_is_asked_anew() -> None:
    filling = Filling({**ANSWERS, "attended": [47, 47]}, stand=Stand.SUMMARY, corrections=WRONG)
    now = replace(BEFORE, unit={"unit_teachers": 86, "unit_pupils": 800})

    after, anew = answers_anew(filling, form=Form("F", {}, FORM), before=BEFORE, now=now)

    assert anew == {"attended": [47, 47]}
    assert (after.at, after.corrections) == ("attended", {})


# --- a law ---------------------------------------------------------------------------------------------------

CHANGED = st.lists(
    st.sampled_from(
        [
            HELD,
            COUNT,
            ATTENDED,
            WAY,
            NOTE,
            replace(COUNT, type=Type.TEXT),
            replace(COUNT, relevant="${held} = 'yes'"),
            replace(ATTENDED, total="${unit_pupils}"),
            replace(WAY, options=WAY.options[:1]),
        ]
    ),
    unique_by=lambda one: one.name,
)


@given(
    CHANGED,
    st.fixed_dictionaries({}, optional={name: st.just(value) for name, value in ANSWERS.items()}),
)
def test_what_is_carried_over_still_says_all_that_it_said(
    new: list[Question], answers: dict[str, Any]
) -> None:
    found = carried(new, filling=Filling(answers, stand=Stand.SUMMARY))

    if isinstance(found, Carried):
        old_form, new_form = Form("F", {}, FORM), Form("F", {}, tuple(new))
        said = scenes.answers_that_count(old_form, answers, BEFORE)
        assert said.items() <= scenes.answers_that_count(new_form, found.filling.answers, BEFORE).items()
    else:
        assert set(found.lost) <= set(answers)
