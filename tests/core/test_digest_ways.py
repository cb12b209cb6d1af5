"""What is typed behind `tổng hợp`."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.digest_ways import (
    USUAL_DIGEST,
    Ask,
    DigestOrder,
    DigestWays,
    read_digest_order,
    read_time,
    read_weekday,
)

MONDAY, TUESDAY, FRIDAY = 0, 1, 4


def read(text: str) -> DigestOrder | None:
    return read_digest_order(text, USUAL_DIGEST)


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("", Ask.NOW),
        ("ảnh", Ask.PICTURE),
        ("biểu đồ", Ask.PICTURE),
        ("chữ", Ask.IN_WORDS),
        ("tuần trước", Ask.LAST_WEEK),
        ("tuan nay", Ask.NOW),
        ("bang", Ask.REGISTER),
        ("Excel", Ask.REGISTER),
        ("lịch", Ask.WAYS),
        ("nhận", Ask.BEGIN),
        ("thôi nhận", Ask.STOP),
    ],
)
def test_one_word_asks(text: str, ask: Ask) -> None:
    assert read(text) == DigestOrder(ask)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("tuần 48", DigestOrder(Ask.WEEK, 48)),
        ("tuan so 48", DigestOrder(Ask.WEEK, 48)),
        ("Tuần 1/2027", DigestOrder(Ask.WEEK, 1, 2027)),
        ("2026-W48", DigestOrder(Ask.WEEK, 48, 2026)),
        ("week 48", DigestOrder(Ask.WEEK, 48)),
        ("ảnh tuần 48", DigestOrder(Ask.PICTURE, 48)),
        ("tuần 54", None),
        ("tuần 0", None),
        ("ảnh đẹp", None),
    ],
)
def test_week_is_named(text: str, order: DigestOrder | None) -> None:
    assert read(text) == order


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("thứ Hai 8:00", replace(USUAL_DIGEST, weekday=MONDAY, at=480)),
        ("thứ ba lúc 8h30", replace(USUAL_DIGEST, weekday=TUESDAY, at=510)),
        ("t6 16 giờ", replace(USUAL_DIGEST, weekday=FRIDAY, at=960)),
        ("thu sau 16h", replace(USUAL_DIGEST, weekday=FRIDAY, at=960)),
        ("friday", replace(USUAL_DIGEST, weekday=FRIDAY)),
        ("7h", replace(USUAL_DIGEST, at=420)),
        ("xem trước 15:00", replace(USUAL_DIGEST, preview_at=900)),
        ("xem trước thứ Sáu 15h", replace(USUAL_DIGEST, preview_at=900)),
        ("xem trước tắt", replace(USUAL_DIGEST, preview_at=None)),
        ("chỉ khi có việc", replace(USUAL_DIGEST, only_news=True)),
        ("luôn gửi", USUAL_DIGEST),
    ],
)
def test_hour_is_set_and_the_rest_stays(text: str, ways: DigestWays) -> None:
    assert read(text) == DigestOrder(Ask.SET, ways=ways)


@pytest.mark.parametrize(
    "text", ["chủ nhật 8:00", "thứ Bảy", "thứ Hai 25:00", "thứ Hai 8:75", "xem trước mai"]
)
def test_what_is_no_working_hour_is_not_understood(text: str) -> None:
    assert read(text) is None


@given(st.text())
def test_no_text_raises(text: str) -> None:
    read(text)
    read_weekday(text)
    read_time(text)


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_a_day_can_be_said(hour: int, minute: int) -> None:
    assert read_time(f"{hour:02}:{minute:02}") == hour * 60 + minute
