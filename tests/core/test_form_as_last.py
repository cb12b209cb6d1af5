"""A report like the last one: what it said is there, what cannot be said again is asked."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.model import Form, Type, Value
from bot.core.forms.outcomes import Asked, Cancelled, Line, Submitted, Summarised
from bot.core.forms.said import Typed, Word
from tests.core.saying import CERTAIN, forms
from tests.core.talking import (
    ATTENDED,
    COUNT,
    HELD,
    HELD_ON,
    LAST,
    PROOF,
    REMARK,
    SCENE,
    SEND,
    Talk,
    question,
)

MONTH = replace(SCENE, starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 30))


def after(last: dict[str, Value], **more: object) -> Talk:
    """The survey as it begins in a month before which the unit said that."""
    scene = replace(MONTH, last=last, **more)  # type: ignore[arg-type] # as given
    return Talk(HELD, HELD_ON, ATTENDED, PROOF, REMARK, scene=scene)


def test_report_that_can_be_said_again_is_summed_up_at_once() -> None:
    talk = Talk(COUNT, LAST, scene=replace(MONTH, last={"count": 12, "last": "Tốt"}))

    assert talk.outcome == Summarised(
        (Line(1, COUNT, 12), Line(2, LAST, "Tốt")), as_last=True, untouched=True
    )


def test_day_of_the_last_period_is_asked_and_evidence_is_not_repeated() -> None:
    talk = after({"held": "yes", "held_on": "2026-10-20", "attended": [43, 45], "proof": [{"unique": "1"}]})

    assert talk.asked.question == HELD_ON
    assert talk.answers == {"held": "yes", "attended": [43, 45]}
    assert talk.filling.skipped == {"proof", "remark"}


def test_day_of_this_period_is_kept() -> None:
    assert after({"held": "yes", "held_on": "2026-11-20"}).answers["held_on"] == "2026-11-20"


def test_count_is_kept_over_a_total_that_is_another_one_now() -> None:
    assert after({"held": "yes", "attended": [40, 44]}).answers["attended"] == [40, 45]


def test_all_of_another_total_is_asked() -> None:
    assert "attended" not in after({"held": "yes", "attended": [44, 44]}).answers


def test_answer_that_no_longer_fits_is_asked() -> None:
    few = replace(COUNT, constraint=". <= 10")

    talk = Talk(few, scene=replace(MONTH, last={"count": 12}))

    assert talk.asked == Asked(few, (1, 1))


def test_one_message_changes_a_line() -> None:
    talk = Talk(COUNT, LAST, scene=replace(MONTH, last={"count": 12, "last": "Tốt"}))

    outcome = talk.say("sửa 1: 15")

    assert isinstance(outcome, Summarised)
    assert outcome.lines == (Line(1, COUNT, 15, changed=True), Line(2, LAST, "Tốt"))
    assert not outcome.untouched


def test_several_lines_are_changed_at_once_though_one_is_asked_for() -> None:
    talk = after({"held": "yes", "held_on": "2026-10-20", "attended": [43, 45]})

    outcome = talk.say("sửa 2: 20/11; 3: 44")

    assert isinstance(outcome, Summarised)
    assert talk.answers == {"held": "yes", "held_on": "2026-11-20", "attended": [44, 45]}


def test_change_that_is_not_certain_is_said_back_first() -> None:
    talk = Talk(COUNT, LAST, scene=replace(MONTH, last={"count": 12, "last": "Tốt"}))

    talk.say("sửa 1: 2k; 2: Rất tốt")
    before = talk.answers
    talk.say("đúng")

    assert before == {"count": 12, "last": "Tốt"}
    assert talk.answers == {"count": 2000, "last": "Rất tốt"}


def test_nothing_was_entered_where_all_is_as_last_time() -> None:
    talk = Talk(COUNT, scene=replace(MONTH, last={"count": 12}))

    talk.say(Word.CANCEL)

    assert talk.outcome == Cancelled()


def test_default_of_the_roster_is_not_asked_and_can_be_changed() -> None:
    teachers = question("teachers", Type.INTEGER, required=True, default="${unit_teachers}")
    talk = Talk(teachers, LAST)

    assert talk.asked.question == LAST
    talk.say("Tốt", "sửa 1: 46")
    assert talk.answers == {"teachers": 46, "last": "Tốt"}


def test_figure_that_the_roster_lacks_is_asked() -> None:
    pupils = question("pupils", Type.INTEGER, default="${unit_pupils}")

    assert Talk(pupils).asked.question == pupils


def test_hints_are_for_people_who_do_not_know_the_form() -> None:
    known = Talk(COUNT, scene=replace(SCENE, practised=True))

    assert (Talk(COUNT).asked.hinted, known.asked.hinted) == (True, False)
    known.say("abc")
    assert known.asked.hinted


@given(form=forms(kinds=tuple(CERTAIN)), data=st.data())
def test_no_change_says_again_what_was_said(form: Form, data: st.DataObject) -> None:
    """What is the same in both periods counts the same; what a new period asks anew is answered as before."""
    scene = replace(SCENE, starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 30))
    said: dict[str, str] = {}
    talk = Talk(*form.questions, scene=scene)
    while isinstance(talk.outcome, Asked):
        asked = talk.outcome.question
        texts = ("hôm nay",) if asked.follows else CERTAIN[asked.type]
        said[asked.name] = data.draw(st.sampled_from(texts))
        talk.say(Typed(said[asked.name]))
    first = talk.say(SEND)
    assert isinstance(first, Submitted)

    again = Talk(*form.questions, scene=replace(scene, last=first.answers))
    while isinstance(again.outcome, Asked):
        again.say(Typed(said[again.outcome.question.name]))
    second = again.say(SEND)

    assert isinstance(second, Submitted)
    assert second.answers == first.answers
