"""More time for a report: which day was asked for, and whether it may be."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, assert_never

from bot.core.buttons import Key
from bot.core.deadlines import WhenDayOff
from bot.core.until_when import named_day, until_when
from bot.core.workdays import WorkCalendar

Moved = Literal["", "on", "back", "limit"]
"""Why it is not the day that was named: that one is not worked, and more time goes on to the next working day, back to
the one before it, or back because the next one is too far."""


@dataclass(frozen=True, slots=True)
class Extension:
    """A request for more time. `original_on` is the last day before any extension, `before_on` the one when it was
    asked for, `stands_on` the one that counts now. `state`: open | granted | refused | replaced. `wanted_on` of what is
    granted is the day that staff gave, which may be another than was asked for."""

    id: int
    key: Key
    plan_version_id: int
    unit_name: str
    unit_code: str
    original_on: date
    before_on: date
    stands_on: date
    wanted_on: date
    reason: str
    asked_by: int
    asker: str
    asked_at: datetime
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The day that a unit asks for. `sure`: its words name that day and no other."""

    day: date
    moved: Moved = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class NotThat:
    """Why a day cannot be asked for: unclear | early (not behind the last day, or not in the future) | far (`most` is
    the latest)."""

    why: str
    most: date


def read_until(
    text: str,
    *,
    today: date,
    due_on: date,
    original_on: date,
    most_days: int,
    calendar: WorkCalendar,
    when_day_off: WhenDayOff = "next",
) -> Wanted | NotThat:
    """The day in "9/12", "đến hết thứ sáu", "thêm 5 ngày" (behind the last day), "cuối tuần sau"; later than today and
    than the last day, at most so many days behind the first last day there was. What is not worked goes where the
    office's other last days go."""
    first, last = earliest(today, due_on), latest(original_on, most_days=most_days, today=today)
    most = last_working(last, calendar)
    said = until_when(text, today=today, due_on=due_on, calendar=calendar)
    if said is None:
        return NotThat("unclear", most)
    day = said.day
    moved: Moved = ""
    if when_day_off != "stay" and not calendar.is_working(day):
        back = calendar.previous_working(day)
        day, moved = calendar.next_working(day), "on"
        if said.day <= last < day:
            day, moved = back, "limit"
        elif (said.within or when_day_off == "previous") and back >= first:
            day, moved = back, "back"
    if said.day < first or day < first:
        return NotThat("early", most)
    if day > last:
        return NotThat("far", most)
    return Wanted(day, moved, said.sure)


def last_working(last: date, calendar: WorkCalendar) -> date:
    """The latest day that can be asked for."""
    return calendar.previous_working(last)


def settled(day: date, *, behind: date, calendar: WorkCalendar, when_day_off: WhenDayOff) -> date:
    """The last day that is granted where that one was asked for: if it is not worked (any more), where the office's
    other last days go, but it stays behind that day."""
    match when_day_off:
        case "stay":
            return day
        case "previous":
            back = calendar.previous_working(day)
            return back if back > behind else calendar.next_working(day)
        case "next":
            return calendar.next_working(day)
        case _:
            assert_never(when_day_off)


def earliest(today: date, due_on: date) -> date:
    return max(today, due_on) + timedelta(days=1)


def latest(original_on: date, *, most_days: int, today: date) -> date:
    """What is overdue already gets its days from today."""
    return max(original_on, today) + timedelta(days=most_days)


def suggested(today: date, due_on: date, *, last: date, calendar: WorkCalendar) -> tuple[date, ...]:
    """Days that are offered: three, five and ten working days more."""
    found = (calendar.add(max(today, due_on), working_days=count) for count in (3, 5, 10))
    return tuple(day for day in found if day <= last)


def read_day(text: str, today: date) -> date | None:
    """The day that these words name: "9/12", "thứ sáu", "cuối tháng 12" (its last day). None if they name none."""
    return named_day(text, today)
