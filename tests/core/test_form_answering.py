"""What an answer comes to: taken, asked again, refused, or asked back whether it is meant."""

from dataclasses import replace

import pytest

from bot.core.forms.answers.outcome import Problem
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.filling import Filling
from bot.core.forms.model import Type, Value
from bot.core.forms.outcomes import Asked, Doubted, Echo, Line, Summarised, Why
from bot.core.forms.said import Unreadable, Word
from tests.core.talking import (
    ATTENDED,
    COUNT,
    HALL,
    HELD,
    HELD_ON,
    LAST,
    MOVIE,
    ONLINE,
    PHOTO,
    PROOF,
    SCENE,
    ZALO,
    Talk,
    question,
    sent,
    survey,
)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Type.YES_NO, "chưa có ạ", "not_yet"),
        (Type.INTEGER, "1.234", 1234),
        (Type.DECIMAL, "1.234,5", "1234.5"),
        (Type.MONEY_MILLION, "15,5", "15.5"),
        (Type.RATIO, "43/45", [43, 45]),
        (Type.DATE, "hôm qua", "2026-11-22"),
        (Type.DOCUMENT, "15-KH/ĐU", {"number": "15-KH/ĐU", "date": None}),
        (Type.SELECT_ONE, "truc tuyen", "online"),
        (Type.SELECT_MULTIPLE, "zalo, hội trường", ["hall", "zalo"]),
        (Type.TEXT, "Rất tốt <b>&</b> {tên}", "Rất tốt <b>&</b> {tên}"),
    ],
)
def test_certain_answer_of_each_type_is_kept(kind: Type, typed: str, value: Value) -> None:
    asked = question("asked", kind, options=(HALL, ONLINE, ZALO))
    talk = Talk(asked, LAST)

    assert talk.say(typed) == Asked(LAST, (2, 2), echo=Echo(asked, value))
    assert talk.answers == {"asked": value}


@pytest.mark.parametrize(
    ("typed", "reason", "problem"),
    [
        ("-3", Why.REFUSED, Problem("negative")),
        ("abc", Why.UNCLEAR, Problem("not_a_number")),
        ("khoảng 300", Why.UNCLEAR, Problem("approximate")),  # the guess is not kept
        ("", Why.UNCLEAR, Problem("empty")),
        ("🎉", Why.UNCLEAR, Problem("not_a_number")),
        ("x" * 5000, Why.REFUSED, Problem("too_long", {"length": 5000, "limit": 300})),
    ],
)
def test_answer_that_cannot_be_taken_is_asked_again_with_the_reason(
    typed: str, reason: Why, problem: Problem
) -> None:
    talk = Talk(COUNT, LAST)

    assert talk.say(typed) == Asked(COUNT, (1, 2), reason, problem=problem)
    assert talk.filling == Filling(at="count")


def test_refused_answer_leaves_what_was_entered_before() -> None:
    talk = survey("có", "20/11")

    assert talk.say("50/45") == Asked(
        ATTENDED, (3, 6), Why.REFUSED, problem=Problem("above_total", {"count": 50, "total": 45}), total=45
    )
    assert talk.answers == {"held": "yes", "held_on": "2026-11-20"}


def test_refused_correction_leaves_the_answer_that_was_there() -> None:
    talk = survey("có", "20/11", Word.BACK)

    assert talk.say("31/6") == Asked(
        HELD_ON,
        (2, 6),
        Why.REFUSED,
        problem=Problem("no_such_day", {"day": 31, "month": 6}),
        known="2026-11-20",
    )
    assert talk.answers == {"held": "yes", "held_on": "2026-11-20"}


# --- constraints ---------------------------------------------------------------------------------------------------


def test_answer_outside_the_constraint_is_refused() -> None:
    talk = survey("có")

    assert talk.say("20/11/2020") == Asked(HELD_ON, (2, 6), Why.REFUSED, problem=why(Code.CONSTRAINT))
    assert talk.answers == {"held": "yes"}


def test_constraint_may_compare_with_an_earlier_answer() -> None:
    clubs = question("clubs", Type.INTEGER)
    active = question("active", Type.INTEGER, constraint=". <= ${clubs}")
    talk = Talk(clubs, active)

    talk.say("5")
    assert talk.say("6") == Asked(active, (2, 2), Why.REFUSED, problem=why(Code.CONSTRAINT))
    assert talk.say("5") == Summarised((Line(1, clubs, 5), Line(2, active, 5)), echo=Echo(active, 5))


def test_constraint_is_not_asked_of_what_does_not_apply() -> None:
    share = question("share", Type.RATIO, constraint="done(.) > 0", total="${unit_teachers}")
    talk = Talk(share)

    talk.say("không áp dụng", "đúng")

    assert talk.outcome == Summarised((Line(1, share, "na"),), echo=Echo(share, "na"))


def test_doubtful_answer_outside_the_constraint_is_refused_without_asking_back() -> None:
    small = question("small", Type.INTEGER, constraint=". <= 100")
    talk = Talk(small)

    assert talk.say("2k") == Asked(small, (1, 1), Why.REFUSED, problem=why(Code.CONSTRAINT))
    assert talk.filling == Filling(at="small")


# --- what is no text -----------------------------------------------------------------------------------------------


def test_photo_where_words_are_asked_is_refused() -> None:
    talk = Talk(HELD)

    assert talk.say(sent(PHOTO, "có")) == Asked(HELD, (1, 1), Why.REFUSED, problem=why(Code.TEXT_EXPECTED))
    assert talk.filling == Filling(at="held")


def test_words_where_a_photo_is_asked_are_refused() -> None:
    talk = survey("chưa")

    assert talk.say("để mai gửi") == Asked(PROOF, (2, 3), Why.REFUSED, problem=why(Code.FILE_EXPECTED))


def test_file_of_another_kind_is_refused() -> None:
    talk = survey("chưa")

    assert talk.say(sent(MOVIE)) == Asked(
        PROOF, (2, 3), Why.REFUSED, problem=Problem("file_kind", {"name": "phim.mp4"})
    )


def test_sticker_is_refused_at_any_question() -> None:
    talk = survey()

    assert talk.say(Unreadable()) == Asked(HELD, (1, 6), Why.REFUSED, problem=why(Code.UNREADABLE))


def test_secret_text_is_never_kept() -> None:
    talk = Talk(LAST)

    assert talk.say("Gửi kèm văn bản MẬT số 05") == Asked(
        LAST, (1, 1), Why.REFUSED, problem=Problem("secrecy", {"marking": "MẬT"})
    )
    assert talk.filling == Filling(at="last")


# --- the person's language -----------------------------------------------------------------------------------------


def test_number_is_read_in_the_person_s_language() -> None:
    amount = question("amount", Type.DECIMAL)

    in_english = Talk(amount, scene=replace(SCENE, language="en"))
    in_vietnamese = Talk(amount)

    assert in_english.say("1,234.5") == Summarised((Line(1, amount, "1234.5"),), echo=Echo(amount, "1234.5"))
    assert in_vietnamese.say("1,234.5") == Doubted(amount, "1234.5", Problem("separators"))
