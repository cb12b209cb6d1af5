"""What the buttons under a question stand for."""

import pytest

from bot.core.forms.answers.outcome import Context
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Type, Value
from bot.core.forms.outcomes import (
    Asked,
    Echo,
    Why,
)
from bot.core.forms.pressing import buttons, pressed_value
from tests.core.talking import (
    ATTENDED,
    HALL,
    HELD,
    HELD_ON,
    ONLINE,
    PROOF,
    REMARK,
    TODAY,
    ZALO,
    Talk,
    question,
    survey,
)

OPTIONS = (HALL, ONLINE, ZALO)


@pytest.mark.parametrize(
    ("kind", "total", "offered"),
    [
        (Type.YES_NO, None, ("yes", "not_yet", "no", "na")),
        (Type.SELECT_ONE, None, ("0", "1", "2")),
        (Type.SELECT_MULTIPLE, None, ("0", "1", "2")),
        (Type.RATIO, 45, ("all",)),
        (Type.RATIO, 0, ()),
        (Type.RATIO, None, ()),
        (Type.DATE, None, ("today", "yesterday")),
        (Type.INTEGER, None, ()),
        (Type.TEXT, None, ()),
        (Type.DOCUMENT, None, ()),
        (Type.EVIDENCE, None, ()),
    ],
)
def test_question_offers_what_can_be_tapped(kind: Type, total: int | None, offered: tuple[str, ...]) -> None:
    assert buttons(question("asked", kind, options=OPTIONS), total=total) == offered


def test_planned_day_is_neither_today_nor_yesterday() -> None:
    assert buttons(question("planned", Type.DATE, future=True), total=None) == ()


@pytest.mark.parametrize(
    ("kind", "what", "value"),
    [
        (Type.YES_NO, "not_yet", "not_yet"),
        (Type.YES_NO, "maybe", None),
        (Type.SELECT_ONE, "1", "online"),
        (Type.SELECT_ONE, "3", None),
        (Type.SELECT_ONE, "online", None),
        (Type.RATIO, "all", [45, 45]),
        (Type.RATIO, "none", None),
        (Type.DATE, "today", "2026-11-23"),
        (Type.DATE, "yesterday", "2026-11-22"),
        (Type.DATE, "2026-11-20", None),
        (Type.INTEGER, "5", None),
        (Type.TEXT, "yes", None),
    ],
)
def test_button_stands_for_an_answer(kind: Type, what: str, value: Value | None) -> None:
    asked = question("asked", kind, options=OPTIONS)

    assert pressed_value(asked, what, Context(TODAY, total=45)) == value


def test_tap_answers_like_a_typed_answer() -> None:
    talk = survey()

    assert talk.say(talk.press(HELD, "yes")) == Asked(HELD_ON, (2, 6), echo=Echo(HELD, "yes"))
    assert talk.say(talk.press(HELD_ON, "yesterday")) == Asked(
        ATTENDED, (3, 6), echo=Echo(HELD_ON, "2026-11-22"), total=45
    )
    talk.say(talk.press(ATTENDED, "all"))
    assert talk.answers == {"held": "yes", "held_on": "2026-11-22", "attended": [45, 45]}


def test_tap_keeps_the_constraint() -> None:
    working_day = question("working_day", Type.DATE, constraint=". != '2026-11-22'")
    talk = Talk(working_day)

    assert talk.say(talk.press(working_day, "yesterday")) == Asked(
        working_day, (1, 1), Why.REFUSED, problem=why(Code.CONSTRAINT)
    )


def test_skip_button_skips() -> None:
    talk = survey("chưa")

    assert talk.say(talk.press(PROOF, "skip")) == Asked(REMARK, (3, 3), echo=Echo(PROOF, None))
