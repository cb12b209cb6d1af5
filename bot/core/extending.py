"""More time for a report: which day was asked for, and whether it may be."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.buttons import Key
from bot.core.folding import fold, strip_courtesy
from bot.core.forms.answers import dates
from bot.core.forms.answers.outcome import Context, Doubtful, Understood
from bot.core.forms.model import Question, Type
from bot.core.workdays import WorkCalendar

_DAY = Question(name="day", type=Type.DATE, label={}, future=True)
_UNTIL = re.compile(r"^(?:(?:cho )?(?:den|toi)(?: het)?|het|until|till|to)(?: ngay)? ")
_MONTH_END = re.compile(
    r"(?:cuoi |het )?thang (?:nay|(?P<month>\d{1,2}))|(?:cuoi|het) thang|(?:the )?end of (?:the|this) month"
)
_COUNTED = re.compile(
    r"(?:them |for |another )?(?P<count>\d{1,3}) (?P<unit>ngay|tuan|days?|weeks?)(?: nua| more)?"
)


@dataclass(frozen=True, slots=True)
class Extension:
    """A request for more time. `original_on` is the last day before any extension, `before_on` the one when it was
    asked for, `stands_on` the one that counts now. `state`: open | granted | refused | replaced."""

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
    """The day that a unit asks for; `moved` if the one that it named is not worked."""

    day: date
    moved: bool = False


@dataclass(frozen=True, slots=True)
class NotThat:
    """Why a day cannot be asked for: unclear | early (not behind the last day, or not in the future) | far (`most` is
    the latest)."""

    why: str
    most: date


def read_until(
    text: str, *, today: date, due_on: date, original_on: date, most_days: int, calendar: WorkCalendar
) -> Wanted | NotThat:
    """The day in "9/12", "đến hết thứ sáu", "thêm 5 ngày" (behind the last day), "2 tuần"; a working day, later than
    today and than the last day, at most so many days behind the first last day there was."""
    first, last = earliest(today, due_on), latest(original_on, most_days=most_days, today=today)
    folded = fold(strip_courtesy(text)).strip(" .,;")
    counted = _COUNTED.fullmatch(folded)
    if counted is not None:
        days = int(counted["count"]) * (7 if counted["unit"] in ("tuan", "week", "weeks") else 1)
        named: date | None = max(due_on, today) + timedelta(days=days)
    else:
        named = read_day(_UNTIL.sub("", folded), today)
    if named is None:
        return NotThat("unclear", last)
    day = calendar.next_working(named)
    if day < first:
        return NotThat("early", last)
    if day > last:
        return NotThat("far", last)
    return Wanted(day, moved=day != named)


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
    ended = _MONTH_END.fullmatch(fold(text))
    if ended is not None:
        month = int(ended["month"] or today.month)
        if not 1 <= month <= 12:
            return None
        first = date(today.year + (month < today.month), month, 1)
        return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    match dates.understand(text, _DAY, context=Context(today)):
        case Understood(value) | Doubtful(value, _):
            return date.fromisoformat(value)
    return None
