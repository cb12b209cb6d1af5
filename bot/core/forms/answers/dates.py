"""A day: "20/11", "hôm qua", "thứ sáu vừa rồi", "20 tháng 11 năm 2026". Past, unless the question looks ahead."""

from datetime import date

from bot.core.folding import fold, strip_courtesy
from bot.core.forms.answers import vocabulary
from bot.core.forms.answers.date_patterns import Named
from bot.core.forms.answers.date_reading import named
from bot.core.forms.answers.number_phrases import other_digits
from bot.core.forms.answers.outcome import (
    Context,
    Doubtful,
    Problem,
    Refused,
    Unclear,
    Understanding,
    Understood,
)
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Question

_OLDEST, _FARTHEST = 1930, 2100  # years that may be meant
_LEAP = 2024


def understand(text: str, question: Question, *, context: Context) -> Understanding:
    """ "2026-11-20"."""
    if fold(strip_courtesy(text)).strip(" .,;:!") in vocabulary.NOT_APPLICABLE:
        return Unclear(why(Code.NOT_APPLICABLE_HERE))
    if other_digits(text):
        return Refused(why(Code.OTHER_DIGITS))
    found = named(strip_courtesy(text), today=context.today, ahead=question.future)
    if isinstance(found, Code):
        return Unclear(why(found))
    return resolve(found, future=question.future, context=context)


def resolve(found: Named, *, future: bool, context: Context) -> Understanding:
    """The named day in the calendar, checked against today and the reporting period."""
    if found.month > 12 >= found.day > 0:
        return Refused(why(Code.DAY_COMES_FIRST, day=found.day, month=found.month))
    if _day(found.day, found.month, _LEAP if found.year is None else found.year) is None:
        return Refused(why(Code.NO_SUCH_DAY, day=found.day, month=found.month))
    if found.year is not None and not _OLDEST <= found.year <= _FARTHEST:
        return Unclear(why(Code.LONG_AGO, year=found.year))
    day = _likeliest(found, future=future, context=context)
    value = day.isoformat()
    if found.about or found.asks:
        return Unclear(why(Code.UNSURE if found.asks else Code.APPROXIMATE), value)
    if found.weekday not in (None, day.weekday()):
        return Unclear(why(Code.WEEKDAY_DISAGREES, date=value), value)
    if day > context.today and not future:
        return Refused(why(Code.FUTURE_DATE, date=value), value)
    doubt = _doubt(found, day, future=future, context=context)
    return Understood(value) if doubt is None else Doubtful(value, doubt)


def _likeliest(found: Named, *, future: bool, context: Context) -> date:
    """With no year typed: the latest such day that has been (ahead: the nearest that has not)."""
    if found.year is not None:
        return date(found.year, found.month, found.day)
    today = context.today
    years = range(today.year, today.year + 9) if future else range(today.year, today.year - 9, -1)
    days = [day for year in years if (day := _day(found.day, found.month, year))]
    fitting = [day for day in days if (day >= today if future else day <= today)]
    return fitting[0]


def _doubt(found: Named, day: date, *, future: bool, context: Context) -> Problem | None:
    value = day.isoformat()
    in_period = _in_period(day, context)
    if found.doubt is Code.COUNTED_DATE:
        return why(Code.COUNTED_DATE, date=value)
    if found.doubt is Code.DATE_DIGITS:
        return why(Code.DATE_DIGITS, date=value)
    if found.year is None and day.year != context.today.year and not (in_period and context.starts_on):
        return why(Code.YEAR_ASSUMED, date=value)
    if found.beside:
        return why(Code.WORDS_BESIDE, words=found.beside)
    if not in_period and not future:
        return why(
            Code.OUTSIDE_PERIOD,
            date=value,
            starts_on=context.starts_on and context.starts_on.isoformat(),
            ends_on=context.ends_on and context.ends_on.isoformat(),
        )
    return None


def _in_period(day: date, context: Context) -> bool:
    return (context.starts_on is None or context.starts_on <= day) and (
        context.ends_on is None or day <= context.ends_on
    )


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
