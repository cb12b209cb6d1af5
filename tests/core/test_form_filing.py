"""Files that come while something else is asked for: they go where files are asked for, and that is said."""

from dataclasses import replace

import pytest

from bot.core.attachments import Attachment
from bot.core.forms.answers.outcome import Problem
from bot.core.forms.outcomes import (
    Asked,
    CancelAsked,
    Doubted,
    Echo,
    Filed,
    ReasonAsked,
    Submitted,
    Summarised,
    WhichAsked,
    Why,
)
from bot.core.forms.said import Said, Sent, Word
from tests.core.talking import (
    ALL_SAID,
    CORRECT,
    HELD,
    MINUTES,
    PHOTO,
    PROOF,
    REMARK,
    SEND,
    Talk,
    sent,
    survey,
)

MARKED = Problem("secrecy", {"marking": "MẬT"})


def in_album(name: str, album: str = "A") -> Attachment:
    return Attachment(name, name, "image/jpeg", album=album)


def filed(talk: Talk, said: Said) -> Filed:
    outcome = talk.say(said)
    assert isinstance(outcome, Filed)
    return outcome


def test_early_file_waits_at_its_question_and_the_one_that_is_asked_stays() -> None:
    talk = survey()

    assert talk.say(sent(PHOTO)) == Filed(
        PROOF, 2, added=1, problem=None, now=Asked(HELD, (1, 6), Why.RESUMED), early=True
    )
    assert talk.say(*ALL_SAID[:4]) == Asked(
        PROOF, (5, 6), echo=talk.asked.echo, draft=[PHOTO.to_json()], known=[PHOTO.to_json()]
    )
    talk.say(talk.press(PROOF, "done"))
    assert talk.asked.question == REMARK
    assert talk.answers["proof"] == [PHOTO.to_json()]


def test_early_file_can_be_thrown_away_at_its_question() -> None:
    talk = survey(sent(PHOTO), *ALL_SAID[:4])

    talk.say(talk.press(PROOF, "anew"), Word.SKIP)

    assert "proof" not in talk.answers


def test_early_file_that_was_seen_is_not_asked_about_again() -> None:
    talk = survey(sent(PHOTO), *ALL_SAID[:4], Word.BACK, "1", "Rất tốt")

    assert isinstance(talk.outcome, Summarised)
    assert isinstance(talk.say(SEND), Submitted)


def test_form_that_becomes_shorter_asks_about_the_early_file_before_it_is_sent() -> None:
    talk = survey(sent(PHOTO), "chưa")

    assert talk.asked.question == PROOF
    talk.say(talk.press(PROOF, "done"), "Rất tốt")
    assert isinstance(talk.outcome, Summarised)


def test_file_at_the_summary_joins_the_others() -> None:
    talk = survey(*ALL_SAID)

    outcome = filed(talk, sent(PHOTO))

    assert (outcome.number, outcome.added, outcome.early) == (5, 1, False)
    assert isinstance(outcome.now, Summarised)
    assert talk.answers["proof"] == [PHOTO.to_json()]


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ((*ALL_SAID, CORRECT), WhichAsked),
        ((*ALL_SAID, Word.CANCEL), CancelAsked),
        (("có", "20/11/2026", "43/47"), Doubted),
        (("có", "20/11/2026", "43/47", "đúng"), ReasonAsked),
    ],
)
def test_file_changes_nothing_of_what_is_asked_back(said: tuple[Said | str, ...], now: type) -> None:
    talk = survey(*said)
    before = talk.filling

    outcome = filed(talk, sent(PHOTO))

    assert isinstance(outcome.now, now)
    assert (talk.filling.at, talk.filling.stand, talk.filling.draft) == (
        before.at,
        before.stand,
        before.draft,
    )
    assert talk.answers["proof"] == [PHOTO.to_json()]


def test_list_that_grows_takes_the_file_while_something_is_asked_back() -> None:
    """ "Really throw it all away?" with photos that were not confirmed yet."""
    talk = survey("chưa", sent(PHOTO), Word.CANCEL)

    filed(talk, sent(MINUTES))
    talk.say(Word.RESUME)

    assert talk.asked.draft == [PHOTO.to_json(), MINUTES.to_json()]


def test_form_that_takes_no_files_refuses_them() -> None:
    talk = Talk(HELD, REMARK)

    talk.say(sent(PHOTO))

    assert talk.asked.problem == Problem("text_expected", {})
    assert talk.filling.answers == {}


def test_refused_file_is_said_and_nothing_is_kept() -> None:
    talk = survey()

    outcome = filed(talk, sent(PHOTO, "tài liệu MẬT"))

    assert (outcome.added, outcome.problem) == (0, MARKED)
    assert talk.answers == {}


# --- albums ------------------------------------------------------------------------------------------------------


def test_album_is_one_answer() -> None:
    talk = survey("chưa")

    talk.say(Sent((in_album("a"), in_album("b"), in_album("c")), "Hội nghị"))

    assert [file["file_id"] for file in talk.asked.draft or ()] == ["a", "b", "c"]
    assert talk.say(talk.press(PROOF, "done")) == Asked(
        REMARK, (3, 3), echo=Echo(PROOF, talk.answers["proof"])
    )


def test_part_of_an_album_that_is_refused_does_not_take_the_others_away() -> None:
    talk = survey("chưa")

    talk.say(Sent((in_album("a"), replace(in_album("b"), media="video/mp4"), in_album("c"))))

    assert talk.asked.problem == Problem("file_kind", {"name": None})
    assert [file["file_id"] for file in talk.asked.draft or ()] == ["a", "c"]


def test_words_that_must_not_be_kept_count_for_all_parts_whichever_came_first() -> None:
    talk = survey("chưa", sent(PHOTO), sent(in_album("a")))

    talk.say(sent(in_album("b"), "tài liệu MẬT"))

    assert talk.asked.problem == MARKED
    assert talk.asked.draft == [PHOTO.to_json()]


def test_album_whose_words_come_late_leaves_its_question() -> None:
    talk = survey("chưa", sent(in_album("a")))
    talk.say(talk.press(PROOF, "done"))

    outcome = filed(talk, sent(in_album("b"), "tài liệu MẬT"))

    assert (outcome.added, outcome.problem) == (-1, MARKED)
    assert "proof" not in talk.answers
