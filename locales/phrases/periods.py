"""Names of periods."""

from dataclasses import replace

from bot.core import periods
from bot.core.forms.model import Form, Text
from bot.core.periods import CLOSED_ON_14TH, PeriodKind
from locales.words import Words, in_language


def name(key: str, *, words: Words) -> str:
    """`học kỳ I năm học 2026-2027`, `quý I/2027`, `số 3` of what is reported each time; empty for what is asked only
    once."""
    period = periods.parse(key)
    if period is None or period.kind is PeriodKind.ONCE:
        return ""
    if period.kind is PeriodKind.EACH:
        return words.say("số {number}", number=periods.number_of(key))
    year, _, rest = key.partition("-")
    if period.kind in CLOSED_ON_14TH:
        # The name is that of the same months; officers know that the figures close on the 14th.
        rest = rest.removeprefix("R")
    match CLOSED_ON_14TH.get(period.kind, period.kind):
        case PeriodKind.WEEK:
            return words.say("tuần {number}/{year}", number=int(rest[1:]), year=year)
        case PeriodKind.MONTH:
            return words.say("tháng {number}/{year}", number=int(rest), year=year)
        case PeriodKind.QUARTER:
            return words.say("quý {number}/{year}", number=_ROMAN[int(rest[1:])], year=year)
        case PeriodKind.HALF_YEAR if rest == "H1":
            return words.say("6 tháng đầu năm {year}", year=year)
        case PeriodKind.HALF_YEAR:
            return words.say("6 tháng cuối năm {year}", year=year)
        case PeriodKind.NINE_MONTHS:
            return words.say("9 tháng đầu năm {year}", year=year)
        case PeriodKind.YEAR:
            return words.say("năm {year}", year=year)
        case PeriodKind.SUMMER:
            return words.say("hè {year}", year=year)
        case PeriodKind.SEMESTER:
            years, _, half = key.rpartition("-")
            return words.say("học kỳ {number} năm học {years}", number=_ROMAN[int(half[2:])], years=years)
    return words.say("năm học {years}", years=key)


def kind(value: PeriodKind, *, words: Words) -> str:
    """What sort of period it is, where it stands alone: `quý`, `6 tháng (chốt số liệu ngày 14)`."""
    follows = CLOSED_ON_14TH.get(value)
    if follows is not None:
        return words.say("{kind} (chốt số liệu ngày 14)", kind=kind(follows, words=words))
    match value:
        case PeriodKind.WEEK:
            return words.say("tuần")
        case PeriodKind.MONTH:
            return words.say("tháng")
        case PeriodKind.QUARTER:
            return words.say("quý")
        case PeriodKind.HALF_YEAR:
            return words.say("6 tháng")
        case PeriodKind.NINE_MONTHS:
            return words.say("9 tháng")
        case PeriodKind.YEAR:
            return words.say("năm")
        case PeriodKind.SEMESTER:
            return words.say("học kỳ")
        case PeriodKind.SCHOOL_YEAR:
            return words.say("năm học")
        case PeriodKind.SUMMER:
            return words.say("hè")
        case PeriodKind.EACH:
            return words.say("mỗi lần phát sinh")
    return words.say("một lần")


def title(form: Form, key: str, *, words: Words) -> str:
    """`Báo cáo quý (quý I/2027)`: the form's title with its period."""
    return _with_period(words.of(form.title), key, words)


def of_title(title: Text, key: str, *, words: Words) -> str:
    """The same of a title alone."""
    return _with_period(words.of(title), key, words)


def titled(form: Form, key: str) -> Form:
    """The form of one period: its title names it, so that two periods of one form are never mistaken."""
    titles = {
        language: _with_period(title_, key, in_language(language)) for language, title_ in form.title.items()
    }
    return replace(form, title=titles)


def _with_period(title_: str, key: str, words: Words) -> str:
    period = name(key, words=words)
    return f"{title_} ({period})" if period else title_


_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
