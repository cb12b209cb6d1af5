"""`sửa N`: a line is answered anew."""

import pytest

from bot.core.forms.filling import Stand
from bot.core.forms.outcomes import (
    Asked,
    Echo,
    Line,
    Summarised,
    WhichAsked,
    Why,
)
from bot.core.forms.said import Edit, Word
from tests.core.talking import (
    ALL_SAID,
    ATTENDED,
    CORRECT,
    HELD,
    HELD_ON,
    LINES,
    MINUTES,
    PHOTO,
    PROOF,
    REMARK,
    WAYS,
    photos,
    survey,
)


def test_line_is_corrected_and_the_form_goes_on_where_it_was() -> None:
    talk = survey("có", "20/11", "43")

    assert talk.say(Edit(2)) == Asked(HELD_ON, (2, 6), Why.EDIT, known="2026-11-20")
    assert talk.say("19/11") == Asked(WAYS, (4, 6), echo=Echo(HELD_ON, "2026-11-19"))


def test_line_is_corrected_from_the_summary_and_the_summary_comes_back() -> None:
    talk = survey(*ALL_SAID)

    assert talk.say(Edit(3)) == Asked(ATTENDED, (3, 6), Why.EDIT, total=45, known=[43, 45])
    assert talk.say("44") == Summarised(
        (*LINES[:2], Line(3, ATTENDED, [44, 45]), *LINES[3:]), echo=Echo(ATTENDED, [44, 45])
    )


def test_correction_that_opens_questions_asks_them_before_the_summary() -> None:
    talk = survey("chưa", Word.SKIP, "Rất tốt", Edit(1))

    assert talk.say("có") == Asked(HELD_ON, (2, 6), echo=Echo(HELD, "yes"))
    talk.say("20/11", "43", "1, 3")
    assert talk.outcome == Summarised(LINES, echo=Echo(WAYS, ["hall", "zalo"]))


def test_line_ahead_may_be_answered_first() -> None:
    talk = survey("có", Edit(6))

    assert talk.outcome == Asked(REMARK, (6, 6), Why.EDIT)
    assert talk.say("Rất tốt") == Asked(HELD_ON, (2, 6), echo=Echo(REMARK, "Rất tốt"))


def test_form_goes_on_behind_the_corrected_line_and_comes_back_to_what_is_open_before_it() -> None:
    talk = survey("có", Edit(3))

    assert talk.say("43") == Asked(WAYS, (4, 6), echo=Echo(ATTENDED, [43, 45]))
    talk.say("1, 3", Word.SKIP, Word.SKIP)
    assert talk.outcome == Asked(HELD_ON, (2, 6), echo=Echo(REMARK, None))


@pytest.mark.parametrize("number", [0, 7, 999])
def test_line_that_is_not_there_asks_which(number: int) -> None:
    talk = survey(*ALL_SAID)

    assert talk.say(Edit(number)) == WhichAsked(LINES, no_such=True)
    assert talk.filling.stand is Stand.WHICH


def test_lines_are_those_of_the_questions_that_are_asked() -> None:
    talk = survey("chưa", Word.SKIP)

    assert talk.say(Edit(4)) == WhichAsked(
        (Line(1, HELD, "not_yet"), Line(2, PROOF, None), Line(3, REMARK, None)), no_such=True
    )


def test_correction_without_a_number_asks_which() -> None:
    talk = survey(*ALL_SAID)

    assert talk.say(Edit()) == WhichAsked(LINES)
    assert talk.say(" 3. ") == Asked(ATTENDED, (3, 6), Why.EDIT, total=45, known=[43, 45])


@pytest.mark.parametrize("typed", ["0", "7", "ba", "", "²", "٣", "-1", "9" * 5000])
def test_which_line_takes_nothing_but_a_line_s_number(typed: str) -> None:
    talk = survey(*ALL_SAID, CORRECT)

    assert talk.say(typed) == WhichAsked(LINES, no_such=True)


def test_correcting_another_line_loses_no_file_that_was_sent() -> None:
    talk = photos()

    talk.say(Edit(1), "chưa")

    assert talk.asked.question == REMARK
    assert talk.answers["proof"] == [PHOTO.to_json(), MINUTES.to_json()]
