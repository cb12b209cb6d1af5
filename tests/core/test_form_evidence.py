"""Evidence: photos and files, one message each, until the person says that it is all."""

import pytest

from bot.core.attachments import Attachment
from bot.core.forms.answers.evidence import MOST
from bot.core.forms.answers.outcome import Problem
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.filling import Filling
from bot.core.forms.outcomes import Asked, Echo, Filed, Line, Submitted, Summarised, Why
from bot.core.forms.said import Said, Unreadable, Word
from tests.core.talking import MINUTES, MOVIE, PHOTO, PROOF, REMARK, SEND, Talk, photos, sent

TWO = [PHOTO.to_json(), MINUTES.to_json()]
NEW = Attachment("new", "new", "image/png")


def test_file_is_gathered_and_more_are_asked_for() -> None:
    talk = Talk(PROOF, REMARK)

    assert talk.say(sent(PHOTO)) == Asked(PROOF, (1, 2), Why.MORE, draft=[PHOTO.to_json()])
    assert talk.say(sent(MINUTES, "Biên bản")) == Asked(PROOF, (1, 2), Why.MORE, draft=TWO)
    assert talk.filling == Filling(at="proof", draft=TWO)


def test_done_keeps_all_files() -> None:
    talk = Talk(PROOF, REMARK)
    talk.say(sent(PHOTO), sent(MINUTES))

    assert talk.say(talk.press(PROOF, "done")) == Asked(REMARK, (2, 2), echo=Echo(PROOF, TWO))
    talk.say(Word.SKIP)
    assert talk.say(SEND) == Submitted({"proof": TWO})


@pytest.mark.parametrize(
    ("said", "reason", "problem"),
    [
        (sent(PHOTO), Why.REFUSED, Problem("file_twice", {"name": None})),
        (sent(MOVIE), Why.REFUSED, Problem("file_kind", {"name": "phim.mp4"})),
        (
            sent(Attachment("b", "b", "application/pdf", 10 * 1024 * 1024 + 1)),
            Why.REFUSED,
            Problem("file_size", {"size": 10 * 1024 * 1024 + 1, "limit": 10 * 1024 * 1024}),
        ),
        (
            sent(Attachment("c", "c", "image/png"), "Tài liệu MẬT"),
            Why.REFUSED,
            Problem("secrecy", {"marking": "MẬT"}),
        ),
        (
            sent(Attachment("d", "d", "image/png"), "gọi 0912345678"),
            Why.UNCLEAR,
            Problem("personal_data", {"kind": "phone"}),
        ),
        ("xong rồi", Why.REFUSED, why(Code.FILE_EXPECTED)),
        (Unreadable(), Why.REFUSED, why(Code.UNREADABLE)),
    ],
)
def test_what_is_refused_leaves_the_files_before_it(said: Said | str, reason: Why, problem: Problem) -> None:
    talk = photos()

    assert talk.say(said) == Asked(PROOF, (2, 3), reason, problem=problem, draft=TWO)


def test_answer_has_so_many_files_at_most() -> None:
    talk = Talk(PROOF)
    talk.say(*(sent(Attachment(f"f{n}", f"u{n}", "image/jpeg")) for n in range(MOST)))

    talk.say(sent(PHOTO))

    assert talk.asked.problem == Problem("file_count", {"limit": MOST})
    assert [file["file_id"] for file in talk.asked.draft or ()] == [f"f{n}" for n in range(MOST)]


def test_files_are_kept_as_they_are_after_going_back() -> None:
    talk = photos()
    talk.say(talk.press(PROOF, "done"), Word.BACK)

    assert talk.outcome == Asked(PROOF, (2, 3), Why.BACK, known=TWO, draft=TWO)
    assert talk.say(talk.press(PROOF, "keep")) == Asked(REMARK, (3, 3), echo=Echo(PROOF, TWO))


def test_another_file_joins_those_that_were_kept() -> None:
    talk = photos()

    talk.say(talk.press(PROOF, "done"), Word.BACK, sent(NEW), talk.press(PROOF, "done"))

    assert talk.answers["proof"] == [*TWO, NEW.to_json()]


def test_files_can_be_sent_again_from_the_start() -> None:
    talk = photos()

    assert talk.say(talk.press(PROOF, "anew")) == Asked(PROOF, (2, 3), Why.EDIT)
    talk.say(sent(NEW), talk.press(PROOF, "done"))

    assert talk.answers["proof"] == [NEW.to_json()]


def test_album_may_arrive_after_the_answer_was_kept() -> None:
    """The last photo of an album may come behind the press: it joins the others, and the next question stays."""
    talk = photos()
    talk.say(talk.press(PROOF, "done"))

    assert talk.say(sent(NEW)) == Filed(
        PROOF, 2, added=1, problem=None, now=Asked(REMARK, (3, 3), Why.RESUMED)
    )
    assert talk.say("Rất tốt") == Summarised(
        (
            Line(1, talk.form.questions[0], "not_yet"),
            Line(2, PROOF, [*TWO, NEW.to_json()]),
            Line(3, REMARK, "Rất tốt"),
        ),
        echo=Echo(REMARK, "Rất tốt"),
    )
