from datetime import date

import pytest

from bot.core.calendar_orders import Order
from bot.core.calendar_remarks import Remarks, remarks
from bot.core.workdays import DayKind, SpecialDay, WorkCalendar

TODAY = date(2026, 11, 25)
MONDAY, SATURDAY, SUNDAY = date(2026, 11, 30), date(2026, 11, 28), date(2026, 11, 29)
OFF, WORKED = DayKind.OFF, DayKind.WORKED


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order(WORKED, MONDAY, MONDAY), Remarks(anyway=(MONDAY,))),
        (Order(WORKED, SATURDAY, SATURDAY), Remarks()),
        (Order(WORKED, SATURDAY, SATURDAY, also=(MONDAY,)), Remarks(anyway=(MONDAY,))),
        (Order(OFF, MONDAY, MONDAY), Remarks()),
        (Order(OFF, SATURDAY, SUNDAY), Remarks(anyway=(SATURDAY, SUNDAY))),
        (Order(OFF, SATURDAY, MONDAY), Remarks()),  # a stretch has its weekend
        (Order(OFF, date(2026, 11, 23), date(2026, 11, 23)), Remarks(over=(date(2026, 11, 23),))),
        (Order(None, MONDAY, MONDAY), Remarks()),
    ],
)
def test_what_may_not_have_been_meant_is_remarked(order: Order, found: Remarks) -> None:
    assert remarks(order, WorkCalendar(), today=TODAY) == found


def test_day_that_is_special_already_is_not_so_anyway() -> None:
    calendar = WorkCalendar.of([SpecialDay(MONDAY, OFF, "Nghỉ")])

    assert remarks(Order(WORKED, MONDAY, MONDAY), calendar, today=TODAY) == Remarks()
