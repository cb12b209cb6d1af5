"""What whoever orders a change of the calendar may not have meant: days that are over, days that are so anyway."""

from dataclasses import dataclass
from datetime import date

from bot.core.calendar_orders import Order
from bot.core.workdays import DayKind, WorkCalendar


@dataclass(frozen=True, slots=True)
class Remarks:
    """Of the days of an order: those that are `over`; those that are worked `anyway`, or, where it is all of them,
    rested on: a stretch has its weekends."""

    over: tuple[date, ...] = ()
    anyway: tuple[date, ...] = ()


def remarks(order: Order, calendar: WorkCalendar, *, today: date) -> Remarks:
    """`calendar` is the one of those whom the order concerns, as it is before."""
    over = tuple(day for day in order.days if day < today)
    if order.kind not in (DayKind.WORKED, DayKind.OFF):
        return Remarks(over)
    worked = order.kind is DayKind.WORKED
    ordinary = (day for day in order.days if calendar.special_day(day) is None)
    anyway = tuple(day for day in ordinary if calendar.is_working(day) == worked)
    return Remarks(over, anyway if worked or anyway == order.days else ())
