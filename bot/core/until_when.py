"""Until when more time is wanted, in people's own words: "trước ngày 10/12", "thêm một tuần", "cuối tuần sau".

Days that are written out are read as in forms (`forms.answers.dates`). Here is what only means something behind a last
day: so many days more, the next such weekday after it, the end of a week.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core import until_patterns as patterns
from bot.core.folding import fold, strip_courtesy
from bot.core.forms.answers import date_words as words
from bot.core.forms.answers import dates, number_words
from bot.core.forms.answers.outcome import Context, Doubtful, Understood
from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Question, Type
from bot.core.workdays import WorkCalendar

_DAY = Question(name="day", type=Type.DATE, label={}, future=True)
_WEEK = timedelta(weeks=1)
_SUNDAY = 6
_MONTH_DAYS, _HALF_MONTH = 30, 15
_MIDDLE = 15
_EARLY = 5


@dataclass(frozen=True, slots=True)
class Said:
    """The last day that words mean. `sure`: they name that day and no other. `within`: it is the end of a stretch
    ("cuối tuần sau", "trước ngày 10/12"), so that a day off at its end goes back, not on."""

    day: date
    sure: bool = True
    within: bool = False


@dataclass(frozen=True, slots=True)
class Behind:
    """`today`, and the later of it and the last day that counts: behind `day` more time begins."""

    today: date
    day: date
    calendar: WorkCalendar


def until_when(text: str, *, today: date, due_on: date, calendar: WorkCalendar) -> Said | None:
    """The day that all these words name, perhaps no working day. So many days are counted from the last day if it is
    still ahead, else from today; None where the words name no one day."""
    behind = Behind(today, max(today, due_on), calendar)
    spelled = strip_courtesy(text).lower()
    for spelling, meant in patterns.SPELLED:
        spelled = spelling.sub(meant, spelled)
    left, before, about = _bare(fold(spelled))
    for read in (_counted, _of_week, _of_month, _on_weekday, _alone, _written):
        said = read(left, behind)
        if said is None:
            continue
        if before:
            said = replace(said, day=said.day - timedelta(days=1), within=True)
        return replace(said, sure=said.sure and not about)
    return None


def named_day(text: str, today: date) -> date | None:
    """The day that these words name, with no last day to go by: "9/12", "thứ sáu", "cuối tháng 12" (its last day)."""
    nowhere = Behind(today, today, WorkCalendar())
    folded = fold(text)
    said = _of_month(folded, nowhere)
    if said is not None:
        return said.day
    match dates.understand(text, _DAY, context=Context(today)):
        case Understood(value) | Doubtful(value, _):
            return date.fromisoformat(value)
    return None


def _bare(folded: str) -> tuple[str, bool, bool]:
    """Without "xin", "cho em đến", "chậm nhất", "được không ạ"; whether it is a day *before* which, and about which."""
    left, before, about = folded.strip(" .,;:!()"), False, False
    while (shorter := patterns.TAIL.sub("", left)) != left:
        left = shorter
    while match := patterns.OPENS.match(left):
        left = left[match.end() :]
    while (match := patterns.BOUND.match(left)) and left[match.end() : match.end() + 1] == " ":
        before, about = before or bool(match["before"]), about or bool(match["about"])
        left = left[match.end() + 1 :]
    if patterns.MUNG.match(left) and not patterns.LUNAR.search(left):
        left = patterns.MUNG.sub("ngay ", left)
    return left, before, about


def _counted(text: str, behind: Behind) -> Said | None:
    """ "5 ngày", "thêm một tuần", "3 ngày làm việc", "nửa tháng"."""
    if patterns.HALF_A_MONTH.fullmatch(text):
        return Said(behind.day + timedelta(days=_HALF_MONTH), sure=False)
    match = patterns.COUNTED.fullmatch(text)
    if match is None:
        return None
    if match["count"] is None:
        count = 1 if match["more"] or (match["again"] or "").strip() == "nua" else None
        if match["again"] == " sau":
            count = None
    else:
        count = _number(match["count"].removesuffix(" more"))
    if not count:
        return None
    start = behind.today if match["now"] else behind.day
    unit = match["unit"]
    sure = not match["about"]
    if unit.endswith("lam viec") or unit.startswith(("working", "business")):
        return Said(behind.calendar.add(start, working_days=count), sure=sure)
    if unit.startswith(("tuan", "week")):
        return Said(start + count * _WEEK, sure=sure)
    if unit.startswith(("thang", "month")):
        return Said(start + timedelta(days=count * _MONTH_DAYS), sure=False)
    return Said(start + timedelta(days=count), sure=sure)


def _of_week(text: str, behind: Behind) -> Said | None:
    """ "tuần sau" and "cuối tuần sau" (its last working day), "đầu tuần sau" (its Tuesday). Where that is not behind
    the last day, the week is counted from there; but "tuần này" is this one."""
    match = patterns.OF_WEEK.fullmatch(text)
    if match is None or not (match["part"] or match["which"] or match["week"]):
        return None
    which = match["which"] or {"this": "nay", "next": "sau", None: ""}[match["week"]]
    ahead = {"": 0, "nay": 0, "sau nua": 2}.get(which, 1)
    part = match["part"] or match["english"]
    into = {"dau": 1, "early": 1, "giua": 2, "mid": 2}.get(part, _SUNDAY)

    def day(start: date, weeks: int) -> date:
        found = _monday(start) + weeks * _WEEK + timedelta(days=into)
        return behind.calendar.previous_working(found) if into == _SUNDAY else found

    found = day(behind.today, ahead)
    if found <= behind.day and which != "nay":
        found = day(behind.day, ahead)
        if found <= behind.day:
            found = day(behind.day, ahead + 1)
    return Said(found, sure=False, within=True)


def _of_month(text: str, behind: Behind) -> Said | None:
    """ "cuối tháng 12", "hết tháng", "giữa tháng sau", "cuối năm"."""
    match = patterns.OF_MONTH.fullmatch(text)
    if match is None:
        return None
    today = behind.today
    part = match["part"] or match["ends"] or match["english"] or ""
    if "nam" in (match["of"] or "") or match["period"] == "year":
        return Said(date(today.year, 12, 31), within=True)
    named = match["month"] or "nay"
    if named in ("sau", "toi"):
        first = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    else:
        month = today.month if named == "nay" else int(named) if named.isdigit() else words.MONTHS[named]
        if not 1 <= month <= 12:
            return None
        first = date(today.year + (month < today.month), month, 1)
    if part in ("giua", "mid", "middle of"):
        return Said(first.replace(day=_MIDDLE), sure=False)
    if part == "dau":
        return Said(first.replace(day=_EARLY), sure=False)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return Said(last, sure=part != "", within=True)


def _on_weekday(text: str, behind: Behind) -> Said | None:
    """ "thứ Sáu": the first one behind the last day; "thứ Sáu tuần sau": of next week, or of the week behind the last
    day if that is later."""
    bare = patterns.BEFORE_A_WEEKDAY.sub("", text)
    if bare.endswith(" tuan sau nua"):
        said = _on_weekday(bare.removesuffix(" nua"), replace(behind, day=behind.today))
        return replace(said, day=said.day + _WEEK) if said is not None else None
    match = words.WEEKDAY.fullmatch(bare)
    if match is None:
        return None
    weekday, week = timedelta(days=words.weekday(match)), words.week(match)
    if week == words.LAST or (isinstance(week, int) and week < 0):
        return Said(_monday(behind.today) - _WEEK + weekday)
    if (match["week"] or "").startswith("tuan") and isinstance(week, int):
        found = _monday(behind.today) + week * _WEEK + weekday
        if found > behind.day or not week:
            return Said(found)
        return Said(_monday(behind.day) + week * _WEEK + weekday, sure=False)
    tomorrow = behind.day + timedelta(days=1)
    return Said(tomorrow + timedelta(days=(weekday.days - tomorrow.weekday()) % 7))


def _alone(text: str, behind: Behind) -> Said | None:
    """ "ngày 10", "mùng 5", "ngày mười": the first such day behind the last day; "ngày 10 tháng sau": next month's."""
    match = patterns.ALONE.fullmatch(text)
    number = _number(match["day"]) if match else None
    if match is None or number is None:
        return None
    first = behind.day.replace(day=1)
    if match["next"]:
        first = (behind.today.replace(day=1) + timedelta(days=31)).replace(day=1)
    for _ in range(3):
        found = first + timedelta(days=number - 1)
        if number and found.month == first.month and (found > behind.day or match["next"]):
            return Said(found, sure=bool(match["next"]))
        first = (first + timedelta(days=31)).replace(day=1)
    return None


def _written(text: str, behind: Behind) -> Said | None:
    """A day that is written out; None if other words stand beside it, be they as common as "trường", "họp"."""
    if text.endswith((" the", " of")) or any(
        word not in patterns.WORDS_OF_DAYS and not patterns.ENGLISH_DAY.fullmatch(word)
        for word in patterns.WORD.findall(text)
    ):
        return None
    match dates.understand(text, _DAY, context=Context(behind.today)):
        case Understood(value):
            return Said(date.fromisoformat(value))
        case Doubtful(value, doubt) if doubt.code != Code.WORDS_BESIDE:
            return Said(date.fromisoformat(value), sure=doubt.code == Code.YEAR_ASSUMED)
    return None


def _number(text: str) -> int | None:
    """ "5", "năm", "mười lăm", "a"; None if any word is no number."""
    if text.isdigit():
        return int(text)
    if text in ("a", "an"):
        return 1
    parts = [number_words.WORDS.get(word) for word in text.split()]
    known = [part for part in parts if part is not None]
    amount = number_words.amount(known) if len(known) == len(parts) else None
    return None if amount is None or amount % 1 else int(amount)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
