"""What passes between people and us: stored as JSON, and cut where a messenger allows no more."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.attachments import LARGEST_WRITTEN, Attachment, Kept, Written
from bot.core.messages import Address, Choice, Reply, in_parts

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
LINES = st.lists(
    st.sampled_from(["", "a", "Đồng chí", "🎉🎉🎉", "x" * 59, "thị trấn Vân Trạch", " ", "\t"]), max_size=30
).map("\n".join)
ATTACHMENTS = st.builds(
    Attachment,
    file_id=TEXTS,
    unique=TEXTS,
    media=TEXTS,
    size=st.none() | st.integers(0),
    name=st.none() | TEXTS,
)
FILES = st.builds(
    Written, name=TEXTS, media=TEXTS, content=st.binary(max_size=200), otherwise=TEXTS, caption=TEXTS
) | st.builds(Kept, channel=TEXTS, attachment=ATTACHMENTS, name=TEXTS, caption=TEXTS, language=TEXTS)
REPLIES = st.builds(
    Reply,
    text=TEXTS,
    choices=st.lists(st.builds(Choice, label=TEXTS, data=TEXTS), max_size=4).map(tuple),
    columns=st.integers(1, 8),
    files=st.lists(FILES, max_size=3).map(tuple),
    erase=st.lists(TEXTS, max_size=3).map(tuple),
)


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


@given(REPLIES)
def test_reply_is_read_back_as_it_was(reply: Reply) -> None:
    assert Reply.from_json(json.loads(json.dumps(reply.to_json()))) == reply


def test_plain_reply_is_stored_in_few_words() -> None:
    assert Reply("Chào đồng chí.").to_json() == {"text": "Chào đồng chí."}
    assert Reply("?", (Choice("Có", "f:1.0.yes"),), columns=2).to_json() == {
        "text": "?",
        "choices": [["Có", "f:1.0.yes"]],
        "columns": 2,
    }


@given(ATTACHMENTS)
def test_attachment_is_read_back_as_it_was(attachment: Attachment) -> None:
    assert Attachment.from_json(json.loads(json.dumps(attachment.to_json()))) == attachment


def test_attachment_needs_no_size_and_no_name() -> None:
    stored = {"file_id": "a", "unique": "b", "media": "image/jpeg"}

    assert Attachment.from_json(stored) == Attachment("a", "b", "image/jpeg", size=None, name=None)


def test_address_without_a_topic_is_another_one() -> None:
    assert Address("telegram", "-100") != Address("telegram", "-100", thread="7")


def test_file_that_is_too_large_for_the_outbox_is_never_put_there() -> None:
    large = Written("a.txt", "text/plain", b"x" * (LARGEST_WRITTEN + 1), otherwise="-")

    with pytest.raises(ValueError, match="too many"):
        Reply("Đây.", files=(large,)).to_json()


# --- parts -------------------------------------------------------------------------------------------------------


def test_short_reply_is_one_message() -> None:
    reply = Reply("Chào đồng chí.\n", (Choice("Có", "yes"),), columns=2)

    assert in_parts(reply, longest=100) == (reply,)
    assert in_parts(Reply("x" * 100), longest=100) == (Reply("x" * 100),)


def test_long_reply_is_cut_between_lines_and_choices_go_with_its_end() -> None:
    choices = (Choice("Có", "yes"), Choice("Không", "no"))
    reply = Reply("một hai ba\nbốn năm\n\nsáu bảy tám", choices, columns=2)

    assert in_parts(reply, longest=20) == (
        Reply("một hai ba\nbốn năm"),
        Reply("sáu bảy tám", choices, columns=2),
    )


def test_files_go_with_the_end_of_a_long_reply() -> None:
    file = Written("a.txt", "text/plain", b"x", otherwise="-")

    assert [part.files for part in in_parts(Reply("x" * 15, files=(file,)), longest=10)] == [(), (file,)]


def test_line_that_is_too_long_is_cut_anywhere() -> None:
    parts = in_parts(Reply("đầu\n" + "x" * 25 + "\ncuối"), longest=10)

    assert [part.text for part in parts] == ["đầu", *["xxxxx"] * 3, "x" * 10, "cuối"]


def test_length_is_counted_as_the_messengers_count_it() -> None:
    """Each of these flowers counts two."""
    assert in_parts(Reply("🌸" * 5), longest=10) == (Reply("🌸" * 5),)
    assert in_parts(Reply("🌸" * 6), longest=10) == (Reply("🌸" * 5), Reply("🌸"))


@given(text=TEXTS | LINES, longest=st.integers(2, 60))
def test_no_part_is_too_long_or_empty_and_nothing_but_white_space_is_lost(text: str, longest: int) -> None:
    if not text.strip():
        return  # nobody says nothing
    choices = (Choice("Có", "yes"),)

    parts = in_parts(Reply(text, choices), longest=longest)

    assert all(0 < units(part.text) <= longest for part in parts)
    assert "".join("".join(part.text for part in parts).split()) == "".join(text.split())
    assert [part.choices for part in parts] == [()] * (len(parts) - 1) + [choices]


@given(text=LINES)
def test_line_that_fits_is_never_cut(text: str) -> None:
    parts = in_parts(Reply(text + "\ncuối"), longest=60)

    lines = [line for part in parts for line in part.text.split("\n") if line.strip()]
    assert lines == [line for line in (text + "\ncuối").split("\n") if line.strip()]
