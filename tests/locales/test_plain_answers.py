"""A bare word to a request: agreed, refused, or too little to tell."""

import pytest

from bot.core.folding import fold
from locales.plain_answers import PlainAnswer, read_plain_answer


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (
            PlainAnswer.YES,
            "đồng ý|Đồng ý ạ|có|OK|ok em nhé|được|nhất trí|tôi đồng ý|phê duyệt|duyệt đi|yes|agreed",
        ),
        (
            PlainAnswer.NO,
            "không|không đồng ý|ko đồng ý|k đồng ý|không duyệt|từ chối|chưa đồng ý|no|không gia hạn",
        ),
        (
            PlainAnswer.UNSURE,
            "vâng|ừ|đồng ý?|đồng ý nhưng chỉ đến 5/12|không biết nữa|để xem đã|👍|yes, but later",
        ),
    ],
)
def test_decision_is_read_with_and_without_accents(decision: PlainAnswer, words: str) -> None:
    for said in words.split("|"):
        assert read_plain_answer(said) is decision, said
        assert read_plain_answer(fold(said)) is decision, fold(said)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "/duyet",
        "duyệt",
        "duyệt 2",
        "1",
        "tiến độ",
        "cô",
        "cố",
        "khổng",
        "cơ quan",
        "công ty",
        "báo cáo",
        "thôi",
    ],
)
def test_other_words_decide_nothing(said: str) -> None:
    assert read_plain_answer(said) is None


def test_long_words_decide_nothing() -> None:
    assert read_plain_answer("đồng ý " + "với ý kiến của nhà trường về việc này " * 3) is None
