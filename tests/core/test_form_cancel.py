"""`huỷ`: answers are thrown away, but never by mistake."""

from bot.core.forms.filling import Filling, Stand
from bot.core.forms.outcomes import (
    Asked,
    CancelAsked,
    Cancelled,
    Summarised,
    Why,
)
from bot.core.forms.said import Word
from tests.core.talking import (
    ALL_SAID,
    ATTENDED,
    COUNT,
    GO_ON,
    LAST,
    LEAVE,
    LINES,
    MINUTES,
    PHOTO,
    PROOF,
    REMARK,
    THROW_AWAY,
    WAYS,
    Talk,
    photos,
    sent,
    survey,
)


def test_form_without_an_answer_is_left_at_once() -> None:
    assert survey().say(Word.CANCEL) == Cancelled()


def test_form_with_skipped_questions_only_is_left_at_once() -> None:
    assert Talk(LAST, COUNT).say(Word.SKIP, Word.CANCEL) == Cancelled()


def test_answers_are_thrown_away_only_after_asking() -> None:
    talk = survey("có", "20/11")

    assert talk.say(Word.CANCEL) == CancelAsked(2)
    assert talk.filling == Filling(
        {"held": "yes", "held_on": "2026-11-20"}, at="attended", stand=Stand.CANCEL
    )
    assert talk.come_back() == CancelAsked(2)
    assert talk.say(THROW_AWAY) == Cancelled()


def test_files_that_were_sent_are_thrown_away_only_after_asking() -> None:
    talk = Talk(PROOF, REMARK)
    talk.say(sent(PHOTO))

    assert isinstance(talk.say(Word.CANCEL), CancelAsked)


def test_regret_goes_on_where_it_was() -> None:
    talk = survey("có", "20/11", Word.CANCEL)

    assert talk.say(GO_ON) == Asked(ATTENDED, (3, 6), Why.RESUMED, total=45)
    assert talk.filling == Filling({"held": "yes", "held_on": "2026-11-20"}, at="attended")


def test_going_on_in_words_is_regret() -> None:
    talk = survey("có", "20/11", Word.CANCEL)

    assert talk.say(Word.RESUME) == Asked(ATTENDED, (3, 6), Why.RESUMED, total=45)


def test_regret_keeps_a_half_grown_list() -> None:
    talk = photos()

    talk.say(Word.CANCEL, GO_ON)

    assert talk.outcome == Asked(PROOF, (2, 3), Why.RESUMED, draft=[PHOTO.to_json(), MINUTES.to_json()])


def test_regret_at_the_summary_shows_the_summary() -> None:
    talk = survey(*ALL_SAID)

    assert talk.say(LEAVE) == CancelAsked(5)
    assert talk.say(GO_ON) == Summarised(LINES)
    assert talk.filling.stand is Stand.SUMMARY


def test_regret_after_asking_back_does_not_take_the_answer_for_confirmed() -> None:
    """What was doubtful is no answer, nor the beginning of a list that only waits for "done"."""
    talk = survey("có", "20/11", "43", "zalo, hội", Word.CANCEL, GO_ON)  # "hội" is a guess

    talk.say(talk.press(WAYS, "done"))

    assert "ways" not in talk.answers


def test_throwing_away_may_be_asked_for_twice() -> None:
    talk = survey("có", Word.CANCEL)

    assert talk.say(Word.CANCEL) == CancelAsked(1)
