"""`bỏ qua`: an optional question is passed over."""

from bot.core.forms.answers.problems import Code, why
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Type
from bot.core.forms.outcomes import (
    Asked,
    Echo,
    Line,
    Summarised,
    Why,
)
from bot.core.forms.said import Word
from tests.core.talking import (
    ALL_SAID,
    COUNT,
    HELD_ON,
    LAST,
    LINES,
    MINUTES,
    PHOTO,
    PROOF,
    REMARK,
    WAYS,
    Talk,
    photos,
    question,
    sent,
    survey,
)


def test_optional_question_is_skipped() -> None:
    talk = survey("chưa")

    assert talk.say(Word.SKIP) == Asked(REMARK, (3, 3), echo=Echo(PROOF, None))
    assert talk.filling == Filling({"held": "not_yet"}, frozenset({"proof"}), at="remark")


def test_required_question_is_not_skipped() -> None:
    talk = survey("có")

    assert talk.say(Word.SKIP) == Asked(HELD_ON, (2, 6), Why.REFUSED, problem=why(Code.REQUIRED))
    assert talk.say(talk.press(HELD_ON, "skip")) == talk.outcome
    assert talk.filling == Filling({"held": "yes"}, at="held_on")


def test_required_question_is_not_skipped_when_it_is_asked_back() -> None:
    talk = Talk(COUNT, LAST)

    talk.say("2k")

    assert talk.say(Word.SKIP) == Asked(COUNT, (1, 2), Why.REFUSED, problem=why(Code.REQUIRED))
    assert talk.filling == Filling(at="count")


def test_optional_question_is_skipped_when_it_is_asked_back() -> None:
    number = question("number", Type.INTEGER)
    talk = Talk(number, LAST)

    talk.say("2k")

    assert talk.say(Word.SKIP) == Asked(LAST, (2, 2), echo=Echo(number, None))
    assert talk.answers == {}


def test_skipping_an_answered_question_takes_its_answer_away() -> None:
    talk = survey(*ALL_SAID, "6")

    talk.say(Word.SKIP)

    assert talk.outcome == Summarised((*LINES[:5], Line(6, REMARK, None)), echo=Echo(REMARK, None))
    assert talk.filling.skipped == {"proof", "remark"}


def test_skipped_question_may_be_answered_later() -> None:
    talk = survey("chưa", Word.SKIP, Word.BACK, sent(PHOTO))

    talk.say(talk.press(PROOF, "done"))

    assert talk.answers == {"held": "not_yet", "proof": [PHOTO.to_json()]}
    assert talk.filling.skipped == frozenset()


def test_skipping_a_half_grown_list_means_that_it_is_all() -> None:
    assert photos().say(Word.SKIP) == Asked(
        REMARK, (3, 3), echo=Echo(PROOF, [PHOTO.to_json(), MINUTES.to_json()])
    )

    talk = survey("có", "20/11", "43")
    talk.say(talk.press(WAYS, "2"))
    assert talk.say(Word.SKIP) == Asked(PROOF, (5, 6), echo=Echo(WAYS, ["zalo"]))


def test_nothing_can_be_skipped_at_the_summary() -> None:
    talk = survey(*ALL_SAID)

    assert talk.say(Word.SKIP) == Summarised(LINES)
    assert talk.filling.stand is Stand.SUMMARY
