"""A time at which a reminder may come instead, in words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.later import Unheard, named_time

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = date(2026, 11, 25)
OFFERED = [
    datetime.fromisoformat(at).replace(tzinfo=ZONE)
    for at in ("2026-11-25 14:00", "2026-11-26 08:00", "2026-11-27 08:00")
]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("chiều nay", 0),
        ("chieu", 0),
        ("mai", 1),
        ("nhắc tôi mai nhé", 1),
        ("ngày mai nhắc lại ạ", 1),
        ("sáng thứ sáu", 2),
        ("thứ 6", 2),
        ("27/11", 2),
        ("tomorrow morning", 1),
        ("tối nay", Unheard.EVENING),
        ("toi", Unheard.EVENING),
        ("buổi tối", Unheard.EVENING),
        ("chiều mai", Unheard.UNCLEAR),
        ("30/11", Unheard.UNCLEAR),
        ("41", Unheard.UNCLEAR),
        ("tôi", Unheard.UNCLEAR),
        ("khi nào xong", Unheard.UNCLEAR),
        ("", Unheard.UNCLEAR),
    ],
)
def test_time_is_read(text: str, meant: int | Unheard) -> None:
    expected = OFFERED[meant] if isinstance(meant, int) else meant
    assert named_time(text, OFFERED, zone=ZONE, today=TODAY) == expected
