from datetime import date

import pytest

from bot.core.calendar_looks import Look, named, read_look
from bot.core.workdays import DayKind, SpecialDay

TODAY = date(2026, 11, 25)
DECEMBER = Look("month", date(2026, 12, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("năm 2027", Look("year", date(2027, 1, 1), date(2027, 12, 31))),
        ("2027", Look("year", date(2027, 1, 1), date(2027, 12, 31))),
        ("năm sau", Look("year", date(2027, 1, 1), date(2027, 12, 31))),
        ("tháng 12", DECEMBER),
        ("tháng sau", DECEMBER),
        ("tháng 12/2026", DECEMBER),
        ("tháng 2", Look("month", date(2027, 2, 1), date(2027, 2, 28))),
        ("2/12", Look("day", date(2026, 12, 2), date(2026, 12, 2))),
        ("ngày mai", Look("day", date(2026, 11, 26), date(2026, 11, 26))),
        ("tháng 13", None),
        ("tết", None),
        ("", None),
    ],
)
def test_stretch_of_days_is_read(text: str, look: Look | None) -> None:
    assert read_look(text, today=TODAY) == look


def test_days_to_come_are_found_by_their_name() -> None:
    tet = SpecialDay(date(2027, 2, 8), DayKind.OFF, "Tết Nguyên đán")
    days = [SpecialDay(date(2026, 2, 16), DayKind.OFF, "Tết Nguyên đán"), tet]

    assert named(days, "tet", today=TODAY) == [tet]
    assert named(days, "te", today=TODAY) == []
