"""What explains anything to whoever reads it."""

import pytest

from bot.core.reasons import says_something


@pytest.mark.parametrize(
    "reason",
    [
        "Cả trường đang thi giữa kỳ",
        "không được vì kỳ đã khóa",
        "chào cờ đầu tuần nên chưa tổng hợp kịp số liệu của các lớp",
        "thiếu số giáo viên",
        "gõ nhầm",
        "not allowed by the plan",
    ],
)
def test_reason_is_taken(reason: str) -> None:
    assert says_something(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "",
        ".",
        "ừ",
        "không được",
        "Không được ạ.",
        "không đồng ý",
        "chào đồng chí Thủy",
        "Kính chào đồng chí",
        "hello",
    ],
)
def test_no_reason_is_asked_for_once_more(reason: str) -> None:
    assert not says_something(reason)
