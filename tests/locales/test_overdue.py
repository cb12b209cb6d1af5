"""Overdue units below their communes: days that all have in common are said once."""

from bot.core.digest import Late
from locales.phrases.digest_units import every_late
from locales.words import in_language

VI = in_language("vi")


def late(unit: str, days: int, *, reports: int = 1, area: str = "X02") -> Late:
    return Late(unit, f"Trường {unit}", reports, days, area, f"Xã {area}")


def test_days_that_differ_stand_with_each_unit() -> None:
    units = [late("A", 9, reports=2), late("B", 3)]

    assert every_late(units, words=VI).splitlines() == [
        "Quá hạn: 2 đơn vị",
        "- Xã X02: 2 đơn vị, lâu nhất 9 ngày",
        "  + Trường A (2 báo cáo): 9 ngày",
        "  + Trường B: 3 ngày",
    ]


def test_days_in_common_are_said_once() -> None:
    assert every_late([late("A", 3), late("B", 3)], words=VI).splitlines()[1:] == [
        "- Xã X02: 2 đơn vị, 3 ngày",
        "  + Trường A",
        "  + Trường B",
    ]


def test_one_unit_stands_in_one_line_the_longest_overdue_first() -> None:
    organ = Late("UBND", "Ủy ban", 2, 20, "UBND", "Ủy ban")
    units = [late("A", 3), late("B", 5, area="X03", reports=2), organ]

    assert every_late(units, words=VI).splitlines()[1:] == [
        "- Ủy ban: 20 ngày (2 báo cáo)",
        "- Xã X03: Trường B (2 báo cáo), 5 ngày",
        "- Xã X02: Trường A, 3 ngày",
    ]
