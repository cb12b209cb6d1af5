from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar_orders import BadOrder, Order, read_order
from bot.core.folding import fold
from bot.core.workdays import DayKind

TODAY = date(2026, 11, 22)
OFF, WORKED, HALF = DayKind.OFF, DayKind.WORKED, DayKind.HALF


def one(kind: DayKind | None, year: int, month: int, day: int, name: str = "", *, sure: bool = True) -> Order:
    return Order(kind, date(year, month, day), date(year, month, day), name, projected=not sure)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("nghỉ 24/11 Ngày Văn hóa Việt Nam", one(OFF, 2026, 11, 24, "Ngày Văn hóa Việt Nam")),
        ("nghỉ ngày 24 tháng 11 năm 2027: Ngày Văn hóa", one(OFF, 2027, 11, 24, "Ngày Văn hóa")),
        ("nghỉ bù 25/11", one(OFF, 2026, 11, 25)),
        ("NGHI 24-11 abc", one(OFF, 2026, 11, 24, "abc")),
        ("off 24/11/2027 Culture Day", one(OFF, 2027, 11, 24, "Culture Day")),
        ("nghỉ 3/9 Quốc khánh (dự kiến)", one(OFF, 2027, 9, 3, "Quốc khánh", sure=False)),
        ("làm bù 22/8", one(WORKED, 2027, 8, 22)),
        ("lam bu 28/11 cho 1/12", one(WORKED, 2026, 11, 28, "cho 1/12")),
        ("worked 28/11", one(WORKED, 2026, 11, 28)),
        ("làm nửa ngày 31/12", one(HALF, 2026, 12, 31)),
        ("nghỉ chiều 31/12", one(HALF, 2026, 12, 31)),
        ("half 31/12 New Year's Eve", one(HALF, 2026, 12, 31, "New Year's Eve")),
        ("bỏ 24/11", one(None, 2026, 11, 24)),
        ("bo ngay 24/11", one(None, 2026, 11, 24)),
        ("remove 24/11", one(None, 2026, 11, 24)),
        ("nghỉ 22/11", one(OFF, 2026, 11, 22)),  # today
        ("nghỉ 21/11", one(OFF, 2027, 11, 21)),  # has been: next year's
        ("nghỉ 4-10/2 Tết", Order(OFF, date(2027, 2, 4), date(2027, 2, 10), "Tết")),
        ("nghỉ từ 31/1 đến 6/2/2030: Tết", Order(OFF, date(2030, 1, 31), date(2030, 2, 6), "Tết")),
        ("nghỉ ngày mai", one(OFF, 2026, 11, 23)),
        ("nghỉ mai: Mất điện", one(OFF, 2026, 11, 23, "Mất điện")),
        ("nghỉ thứ 6", one(OFF, 2026, 11, 27)),
        ("nghỉ thứ sáu tuần sau họp", one(OFF, 2026, 11, 27, "họp")),
        ("nghỉ thứ 6 27/11 Mất điện", one(OFF, 2026, 11, 27, "Mất điện")),
        ("nghỉ 27/11 (thứ Sáu) Mất điện", one(OFF, 2026, 11, 27, "Mất điện")),
        ("huỷ 28/11", one(None, 2026, 11, 28)),
        ("hủy ngày mai", one(None, 2026, 11, 23)),
        ("bỏ nghỉ 28/11", one(None, 2026, 11, 28)),
        ("nghỉ T14 30/11", one(OFF, 2026, 11, 30, "T14")),
        ("nghỉ cho T14 30/11 Kỷ niệm", one(OFF, 2026, 11, 30, "cho T14 Kỷ niệm")),
        ("nghỉ 28/12-3/1 đổi", Order(OFF, date(2026, 12, 28), date(2027, 1, 3), "đổi")),
    ],
)
def test_order_is_understood(text: str, order: Order) -> None:
    assert read_order(text, today=TODAY) == order
    assert read_order(fold(text), today=TODAY) == Order(
        order.kind, order.first, order.last, fold(order.name), order.projected
    )


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("nghỉ 30/12 31/12", ["2026-12-30", "2026-12-31"]),
        ("nghỉ 30/12, 31/12 Tết", ["2026-12-30", "2026-12-31"]),
        ("nghỉ 28/12 và 4/1", ["2026-12-28", "2027-01-04"]),
        ("nghỉ 30-31/12; 4/1", ["2026-12-30", "2026-12-31", "2027-01-04"]),
    ],
)
def test_several_days_are_days_and_no_name(text: str, days: list[str]) -> None:
    order = read_order(text, today=TODAY)

    assert isinstance(order, Order)
    assert [day.isoformat() for day in order.days] == days
    assert order.name in ("", "Tết")


def test_an_order_survives_a_restart() -> None:
    order = Order(OFF, TODAY, TODAY, "Tết", also=(date(2027, 1, 4),), scopes=("unit:T14",))

    assert Order.from_json(order.to_json()) == order


def test_orders_for_different_units_have_different_stamps() -> None:
    stamps = {Order(OFF, TODAY, TODAY, scopes=scopes).stamp for scopes in ((), ("unit:T14",), ("unit:T15",))}

    assert len(stamps) == 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_understood"),
        ("nghỉ", "not_understood"),
        ("24/11", "not_understood"),
        ("nghỉ mùng 1 Tết", "not_understood"),
        ("nghỉ buổi sáng 3/3", "not_understood"),
        ("nghỉ 24/11/26", "not_understood"),
        ("nghỉ 31/6", "no_such_day"),
        ("nghỉ 29/2/2027", "no_such_day"),
        ("nghỉ 29/2", "no_such_day"),  # the next February has 28 days
        ("nghỉ 6/2/2030 - 31/1/2030", "too_long"),
        ("nghỉ 1/6-31/7", "too_long"),
    ],
)
def test_what_is_no_order_says_why(text: str, code: str) -> None:
    found = read_order(text, today=TODAY)

    assert isinstance(found, BadOrder)
    assert found.code == code


WORDS = [
    "nghỉ",
    "làm",
    "bù",
    "bỏ",
    "24/11",
    "31/6",
    "-",
    "đến",
    "2027",
    "ngày",
    "tháng",
    "(dự",
    "kiến)",
    "ß",
    "İ",
]


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_reading_never_raises(text: str) -> None:
    found = read_order(text, today=TODAY)

    assert isinstance(found, Order | BadOrder)
    if isinstance(found, Order):
        assert found.first <= found.last
        assert len(found.days) <= 31
        assert Order.from_json(found.to_json()) == found
