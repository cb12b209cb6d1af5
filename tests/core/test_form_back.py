"""`lùi`: to the question before, from wherever one stands."""

from bot.core.forms.filling import Filling
from bot.core.forms.outcomes import (
    Asked,
    Echo,
    Why,
)
from bot.core.forms.said import Edit, Word
from tests.core.talking import (
    ALL_SAID,
    ATTENDED,
    CORRECT,
    COUNT,
    HELD,
    HELD_ON,
    LAST,
    MINUTES,
    PHOTO,
    PROOF,
    REMARK,
    WAYS,
    Talk,
    photos,
    survey,
)


def test_back_asks_the_question_before_and_shows_its_answer() -> None:
    talk = survey("có", "20/11")

    assert talk.say(Word.BACK) == Asked(HELD_ON, (2, 6), Why.BACK, known="2026-11-20")
    assert talk.say(Word.BACK) == Asked(HELD, (1, 6), Why.BACK, known="yes")
    assert talk.answers == {"held": "yes", "held_on": "2026-11-20"}


def test_back_at_the_first_question_stays_there() -> None:
    assert survey().say(Word.BACK) == Asked(HELD, (1, 6), Why.BACK)


def test_back_from_asking_back_is_another_try_at_the_same_question() -> None:
    talk = Talk(LAST, COUNT)
    talk.say("một", "2k")

    assert talk.say(Word.BACK) == Asked(COUNT, (2, 2), Why.BACK)
    assert talk.filling == Filling(answers={"last": "một"}, at="count")


def test_back_from_the_summary_is_the_last_question() -> None:
    talk = survey(*ALL_SAID)

    assert talk.say(Word.BACK) == Asked(REMARK, (6, 6), Why.BACK, known="Rất tốt")


def test_back_from_which_line_is_where_one_was() -> None:
    assert survey("có", "20/11", Edit()).say(Word.BACK) == Asked(ATTENDED, (3, 6), Why.BACK, total=45)
    assert survey(*ALL_SAID, CORRECT).say(Word.BACK) == Asked(REMARK, (6, 6), Why.BACK, known="Rất tốt")


def test_back_from_throwing_away_throws_nothing_away() -> None:
    talk = survey("có", "20/11", Word.CANCEL)

    assert talk.say(Word.BACK) == Asked(ATTENDED, (3, 6), Why.BACK, total=45)
    assert talk.answers == {"held": "yes", "held_on": "2026-11-20"}


def test_back_passes_over_what_is_not_asked() -> None:
    talk = survey("chưa")

    assert talk.asked.question == PROOF
    assert talk.say(Word.BACK) == Asked(HELD, (1, 3), Why.BACK, known="not_yet")


def test_answer_after_going_back_leads_to_the_first_question_that_is_still_open() -> None:
    talk = survey("có", "20/11", "43", Word.BACK, Word.BACK)

    assert talk.say("19/11") == Asked(WAYS, (4, 6), echo=Echo(HELD_ON, "2026-11-19"))
    assert talk.answers == {"held": "yes", "held_on": "2026-11-19", "attended": [43, 45]}


def test_answer_may_be_kept_as_it_is_after_going_back() -> None:
    talk = survey("có", "20/11", Word.BACK)

    assert talk.say(talk.press(HELD_ON, "keep")) == Asked(
        ATTENDED, (3, 6), echo=Echo(HELD_ON, "2026-11-20"), total=45
    )


def test_going_back_loses_no_file_that_was_sent() -> None:
    talk = photos()

    talk.say(Word.BACK, "chưa")

    assert talk.asked.question == REMARK
    assert talk.answers["proof"] == [PHOTO.to_json(), MINUTES.to_json()]
