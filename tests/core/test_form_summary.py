"""The summary: look at it, send it, correct a line, or leave."""

import pytest

from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Type
from bot.core.forms.outcomes import Asked, CancelAsked, Stale, Submitted, Summarised, WhichAsked, Why
from bot.core.forms.said import Pressed, Word
from tests.core.talking import (
    ALL_SAID,
    ATTENDED,
    CORRECT,
    HELD_ON,
    LEAVE,
    LINES,
    SEND,
    Talk,
    question,
    survey,
)


def test_summary_waits_until_it_is_sent() -> None:
    talk = survey(*ALL_SAID)

    assert talk.come_back() == Summarised(LINES)
    assert talk.filling.stand is Stand.SUMMARY
    assert talk.filling.at is None


def test_sending_hands_over_the_answers_and_leaves_the_filling_as_it_is() -> None:
    """The caller closes the filling. If it cannot, the person finds the summary again."""
    talk = survey(*ALL_SAID)
    before = talk.filling

    assert talk.say(SEND) == Submitted(
        {
            "held": "yes",
            "held_on": "2026-11-20",
            "attended": [43, 45],
            "ways": ["hall", "zalo"],
            "remark": "Rất tốt",
        }
    )
    assert talk.filling == before


def test_correcting_asks_which_line() -> None:
    talk = survey(*ALL_SAID)

    assert talk.say(CORRECT) == WhichAsked(LINES)
    assert talk.say("2") == Asked(HELD_ON, (2, 6), Why.EDIT, known="2026-11-20")


def test_leaving_asks_whether_it_is_meant() -> None:
    assert survey(*ALL_SAID).say(LEAVE) == CancelAsked(5)


@pytest.mark.parametrize("typed", ["3", "3.", " 3 ", "003"])
def test_bare_number_corrects_that_line(typed: str) -> None:
    talk = survey(*ALL_SAID)

    assert talk.say(typed) == Asked(ATTENDED, (3, 6), Why.EDIT, total=45, known=[43, 45])


@pytest.mark.parametrize("typed", ["0", "7", "999"])
def test_number_of_no_line_asks_which(typed: str) -> None:
    assert survey(*ALL_SAID).say(typed) == WhichAsked(LINES, no_such=True)


@pytest.mark.parametrize("typed", ["ừm", "", "3 4", "1000", "²", "٣", "-3", "dòng 3", "x" * 5000])
def test_anything_else_shows_the_summary_again(typed: str) -> None:
    talk = survey(*ALL_SAID)

    assert talk.say(typed) == Summarised(LINES, misunderstood=True)
    assert talk.filling.stand is Stand.SUMMARY


@pytest.mark.parametrize("what", ["yes", "no", "keep", ""])
def test_summary_has_no_other_buttons(what: str) -> None:
    talk = survey(*ALL_SAID)

    assert talk.say(Pressed("summary", what)) == Stale(None, None, now=Summarised(LINES))


def test_report_is_not_sent_with_an_answer_that_a_correction_made_impossible() -> None:
    """Eight of ten clubs are active; then it turns out that there are five clubs."""
    clubs = question("clubs", Type.INTEGER, required=True)
    active = question("active", Type.INTEGER, required=True, constraint=". <= ${clubs}")
    talk = Talk(clubs, active)

    talk.say("10", "8", "1", "5")

    assert not isinstance(talk.say(SEND), Submitted)


def test_returned_report_is_corrected_and_not_typed_again() -> None:
    """What was sent before begins the new filling."""
    sent_before = {"held": "yes", "held_on": "2026-11-20", "attended": [43, 45], "ways": ["hall", "zalo"]}
    talk = Talk(*survey().form.questions, filling=Filling(answers=sent_before))

    assert talk.asked.question.name == "proof"
    talk.say(Word.SKIP, "Rất tốt", "3", "44", SEND)
    assert talk.outcome == Submitted(sent_before | {"attended": [44, 45], "remark": "Rất tốt"})
