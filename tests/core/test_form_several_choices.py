"""Several choices at once: by taps that come and go, or typed in one line."""

import pytest

from bot.core.forms.answers.outcome import Problem
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.filling import Filling
from bot.core.forms.model import Type, Value
from bot.core.forms.outcomes import Asked, Doubted, Echo, Line, Stale, Submitted, Summarised, Why
from bot.core.forms.said import Said, Word
from tests.core.talking import HALL, LAST, ONLINE, SEND, ZALO, Talk, question

WAYS = question("ways", Type.SELECT_MULTIPLE, options=(HALL, ONLINE, ZALO))


def tap(talk: Talk, *which: str) -> None:
    talk.say(*(talk.press(WAYS, what) for what in which))


def test_taps_gather_choices_in_the_order_of_the_options() -> None:
    talk = Talk(WAYS, LAST)

    assert talk.say(talk.press(WAYS, "2")) == Asked(WAYS, (1, 2), Why.MORE, draft=["zalo"])
    assert talk.say(talk.press(WAYS, "0")) == Asked(WAYS, (1, 2), Why.MORE, draft=["hall", "zalo"])
    assert talk.filling == Filling(at="ways", draft=["hall", "zalo"])
    assert talk.answers == {}


def test_second_tap_takes_a_choice_back() -> None:
    talk = Talk(WAYS, LAST)

    tap(talk, "2", "0", "2")
    assert talk.outcome == Asked(WAYS, (1, 2), Why.MORE, draft=["hall"])
    tap(talk, "0")
    assert talk.outcome == Asked(WAYS, (1, 2), Why.MORE, draft=None)


def test_done_keeps_the_choices() -> None:
    talk = Talk(WAYS, LAST)

    tap(talk, "2", "0", "done")

    assert talk.outcome == Asked(LAST, (2, 2), echo=Echo(WAYS, ["hall", "zalo"]))


@pytest.mark.parametrize("what", ["3", "99", "-1", "hall", "all"])
def test_tap_on_no_option_changes_nothing(what: str) -> None:
    talk = Talk(WAYS, LAST)
    tap(talk, "0")

    assert talk.say(talk.press(WAYS, what)) == Stale(
        WAYS, None, now=Asked(WAYS, (1, 2), Why.RESUMED, draft=["hall"])
    )


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1,3", ["hall", "zalo"]), ("3 và 1", ["hall", "zalo"]), ("2", ["online"]), ("Zalo", ["zalo"])],
)
def test_typed_choices_are_the_whole_answer(typed: str, value: Value) -> None:
    talk = Talk(WAYS, LAST)

    assert talk.say(typed) == Asked(LAST, (2, 2), echo=Echo(WAYS, value))


@pytest.mark.parametrize(
    ("typed", "value", "problem"),
    [
        ("tất cả", ["hall", "online", "zalo"], why(Code.ALL_CHOICES)),
        ("không có", [], why(Code.NO_CHOICES)),
        ("zalo, hội", ["hall", "zalo"], why(Code.CHOICE_GUESSED, choices=["hall", "zalo"])),
    ],
)
def test_choices_that_were_not_named_one_by_one_are_asked_back(
    typed: str, value: Value, problem: Problem
) -> None:
    talk = Talk(WAYS, LAST)

    assert talk.say(typed) == Doubted(WAYS, value, problem)
    assert talk.say("đúng") == Asked(LAST, (2, 2), echo=Echo(WAYS, value))


def test_none_of_the_choices_is_an_answer() -> None:
    talk = Talk(WAYS)

    talk.say("không có", "đúng")

    assert talk.outcome == Summarised((Line(1, WAYS, []),), echo=Echo(WAYS, []))
    assert talk.say(SEND) == Submitted({"ways": []})


@pytest.mark.parametrize("said", ["9", "", Word.HELP])
def test_what_is_no_choice_leaves_the_taps(said: Said | str) -> None:
    talk = Talk(WAYS, LAST)
    tap(talk, "0")

    talk.say(said)

    assert talk.asked.draft == ["hall"]


def test_correction_goes_on_with_the_list_that_is_there() -> None:
    talk = Talk(WAYS, LAST)
    tap(talk, "0", "1", "done")
    talk.say(Word.BACK)

    assert talk.outcome == Asked(WAYS, (1, 2), Why.BACK, known=["hall", "online"], draft=["hall", "online"])
    tap(talk, "2", "1")
    assert talk.answers == {"ways": ["hall", "online"]}
    tap(talk, "done")
    assert talk.answers == {"ways": ["hall", "zalo"]}


@pytest.mark.parametrize("how", [("1, 3",), (Word.SKIP,), ("done",)])
def test_constraint_holds_however_the_choices_are_made(how: tuple[Said | str, ...]) -> None:
    """As the plan's "neither so far" that cannot stand beside another choice."""
    alone = question(
        "ways",
        Type.SELECT_MULTIPLE,
        options=WAYS.options,
        constraint="not(selected(., 'zalo') and count-selected(.) > 1)",
    )
    talk = Talk(alone, LAST)
    if how != ("1, 3",):
        talk.say(talk.press(alone, "0"), talk.press(alone, "2"))

    talk.say(*(talk.press(alone, "done") if one == "done" else one for one in how))

    assert talk.asked.question == alone
    assert talk.asked.problem == why(Code.CONSTRAINT)
    assert talk.answers == {}
