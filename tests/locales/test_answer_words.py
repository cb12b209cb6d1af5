"""Words that go on without an answer. Only the whole message counts: with more in it, it is something told."""

import pytest

from locales.answer_words import means_enough, means_none_yet, means_nothing

TOLD = [
    "gửi tài liệu về chậm",
    "xong phần 1, thiếu phần 2",
    "không có phòng họp",
    "chưa có tài liệu",
    "gui lai",
    "",
]


@pytest.mark.parametrize(
    "text", ["gửi", "Gửi ạ", "gui", "ok gửi", "xong", "Xong rồi.", "het", "thôi", "đủ rồi", "send", "Done"]
)
def test_all_is_told(text: str) -> None:
    assert means_enough(text)


@pytest.mark.parametrize("text", ["không có gì", "khong", "ko", "không có", "chưa có"])
def test_nothing_is_to_be_told(text: str) -> None:
    assert means_nothing(text)
    assert means_none_yet(text)


@pytest.mark.parametrize("text", ["chưa", "chua a", "not yet"])
def test_not_yet_is_no_document_and_may_be_said_of_anything_else(text: str) -> None:
    assert means_none_yet(text)
    assert not means_nothing(text)


@pytest.mark.parametrize("text", TOLD)
def test_more_words_are_something_told(text: str) -> None:
    assert not means_enough(text)
    assert not means_nothing(text)
    assert not means_none_yet(text)
