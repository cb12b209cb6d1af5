"""After a "chưa" the day by which it is expected is asked once."""

from dataclasses import replace
from datetime import date

from bot.core.forms.carrying import Carried, carry
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Filling
from bot.core.forms.model import Form, Type
from bot.core.forms.outcomes import Submitted, Why
from bot.core.forms.said import Word
from handlers.submitting import results_of
from tests.core.talking import COUNT, HELD, SCENE, SEND, Talk, question

DONE = replace(HELD, name="done", task="P-1")
AHEAD = question("ahead", Type.DATE, task="P-1", future=True)


def names(form: Form) -> list[str]:
    return [one.name for one in form.questions]


def test_question_of_a_task_is_followed_by_the_day_expected() -> None:
    assert names(answerable(Form("F", {}, (DONE, COUNT)))) == ["done", "done.expected", "count"]


def test_form_that_asks_for_a_day_ahead_itself_is_left_alone() -> None:
    form = Form("F", {}, (DONE, AHEAD))

    assert answerable(form) == form


def test_question_without_a_task_is_left_alone() -> None:
    assert names(answerable(Form("F", {}, (HELD, COUNT)))) == ["held", "count"]


def test_done_twice_it_is_the_same_form() -> None:
    once = answerable(Form("F", {}, (DONE, COUNT)))

    assert answerable(once) == once


def test_day_is_asked_after_not_yet_only() -> None:
    talk = Talk(DONE, COUNT)
    talk.say("không")

    assert talk.asked.question == COUNT
    talk.say(Word.BACK, "chưa")
    assert talk.asked.question.name == "done.expected"


def test_day_that_nobody_knows_is_passed_over() -> None:
    talk = Talk(DONE, COUNT)
    talk.say("chưa", "chưa biết ạ", "5")

    assert talk.say(SEND) == Submitted({"done": "not_yet", "count": 5})


def test_day_that_has_passed_is_refused() -> None:
    talk = Talk(DONE, COUNT)
    talk.say("chưa", "20/11/2026")

    assert (talk.asked.question.name, talk.asked.why) == ("done.expected", Why.REFUSED)


def test_day_is_what_the_task_expects() -> None:
    talk = Talk(DONE, COUNT)
    talk.say("chưa", "10/12", "5")
    sent = talk.say(SEND)

    assert isinstance(sent, Submitted)
    assert results_of(Form("F", {}, (DONE, COUNT)), sent.answers) == {
        "P-1": ("not_yet", date(2026, 12, 10)),
    }


def test_day_does_not_count_once_it_is_done() -> None:
    talk = Talk(DONE, COUNT)
    talk.say("chưa", "10/12", "5", "sửa 1: có")

    assert talk.say(SEND) == Submitted({"done": "yes", "count": 5})


def test_newer_version_of_the_form_keeps_the_day() -> None:
    form = Form("F", {}, (DONE, COUNT))
    filling = Filling({"done": "not_yet", "done.expected": "2026-12-10"}, at="count")

    carried = carry(
        filling, old=form, new=replace(form, questions=(DONE, COUNT, HELD)), before=SCENE, now=SCENE
    )

    assert isinstance(carried, Carried)
    assert carried.filling.answers == filling.answers
