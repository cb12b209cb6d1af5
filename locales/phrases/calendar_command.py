"""What `nhacviec calendar` says beyond what the chat says as well."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from bot.core.monthday import MonthDay
from bot.core.periods import PeriodKind
from bot.core.quiet import ALL_NOTICES, Notice, QuietDays
from bot.core.schoolyear import SchoolYear
from bot.core.windows import Season, Window
from bot.core.workdays import SpecialDay, WorkCalendar
from locales.phrases import calendar as phrases
from locales.phrases import periods
from locales.words import Words


def year(calendar: WorkCalendar, shown: int, *, words: Words) -> Iterator[str]:
    """All special days of a year with their sources, and how many days are worked."""
    days = sorted((one for one in calendar.special if one.day.year == shown), key=lambda one: one.day)
    first, last = date(shown, 1, 1), date(shown, 12, 31)
    worked = calendar.count_between(first - timedelta(days=1), last)
    yield words.say("Năm {year}: {worked} ngày làm việc.", year=shown, worked=words.number(worked))
    if not days:
        yield words.say("Chưa có ngày đặc biệt nào của năm này.")
    for one in days:
        line = phrases.day(one, words=words)
        yield f"{line}  [{one.source}]" if one.source else line


def own(name: str, days: Sequence[SpecialDay], *, words: Words) -> Iterator[str]:
    """The days that are otherwise for some units."""
    if days:
        yield scope(name, words=words)
        for line in phrases.stretches(days, words=words):
            yield f"  {line}"


def scope(name: str, *, words: Words) -> str:
    """Of whom: `Riêng T05 và các đơn vị trực thuộc:`."""
    what, _, code = name.partition(":")
    if what == "kind":
        return words.say("Riêng loại đơn vị {code}:", code=code)
    return words.say("Riêng {code} và các đơn vị trực thuộc:", code=code)


def quiet(listed: Sequence[QuietDays], *, words: Words) -> Iterator[str]:
    """All stretches with their numbers."""
    if not listed:
        yield words.say("Chưa có khoảng ngày yên tĩnh nào.")
    for number, one in enumerate(listed, start=1):
        yield f"{number}. {quiet_line(one, words=words)}"


def quiet_line(one: QuietDays, *, words: Words) -> str:
    """`20/11 hằng năm: Ngày Nhà giáo Việt Nam – không gửi tin quá hạn cho SCHOOL`."""
    if one.notices == ALL_NOTICES:
        what = words.say("không nhắc")
    elif Notice.OVERDUE in one.notices:
        what = words.say("không gửi tin quá hạn")
    else:
        what = words.say("không nhắc trước hạn")
    line = words.say(
        "{days}: {name} – {what} cho {kinds}",
        days=_days(one.starts, one.ends, words),
        name=_quiet_name(one.name, words),
        what=what,
        kinds=words.list(sorted(one.unit_kinds)),
    )
    if one.but_periods:
        line += words.say(
            ", trừ kỳ {periods}",
            periods=words.list(
                [periods.kind(PeriodKind(each), words=words) for each in sorted(one.but_periods)]
            ),
        )
    return line


def _quiet_name(name: str, words: Words) -> str:
    """What staff called the days, or what those are called with which a committee begins."""
    match name:
        case "teachers_day":
            return words.say("Ngày Nhà giáo Việt Nam")
        case "opening_week":
            return words.say("Tuần khai giảng")
        case "school_holidays":
            return words.say("Nghỉ hè của trường")
    return name


def hours(windows: Iterable[Window], seasons: Sequence[Season], *, words: Words) -> Iterator[str]:
    """The usual windows and those of each season."""
    yield words.say("Giờ gửi tin thường ngày: {hours}", hours=_hours(windows, words))
    for number, one in enumerate(seasons, start=1):
        line = words.say(
            "{days}: {hours}", days=_days(one.starts, one.ends, words), hours=_hours(one.windows, words)
        )
        yield f"{number}. {line} – {one.name}" if one.name else f"{number}. {line}"


def school_year(year_: SchoolYear, *, words: Words) -> str:
    return words.say(
        "Năm học: khai giảng {opens}, hết học kỳ I {middle}, kết thúc {ends}.",
        opens=_day(year_.opens),
        middle=_day(year_.first_semester_ends),
        ends=_day(year_.ends),
    )


def at_rest(window: Window, *, words: Words) -> str:
    return words.say(
        "Giờ gửi tin {hours} lấn vào giờ nghỉ (11:30–13:30, 18:00–07:30).", hours=_hours((window,), words)
    )


def seasons_meet(season: Season, *, words: Words) -> str:
    return words.say(
        "Khoảng ngày này trùng với mùa {days}. Hãy bỏ mùa đó trước.",
        days=_days(season.starts, season.ends, words),
    )


def no_such_day(typed: str, *, words: Words) -> str:
    return words.say(
        "“{typed}” không phải là một ngày có thật. Đề nghị ghi đủ ngày, tháng, năm, ví dụ: 24/11/2026 hoặc 2026-11-24.",
        typed=typed,
    )


def no_day_of_year(typed: str, *, words: Words) -> str:
    return words.say(
        "“{typed}” không phải là một ngày trong năm. Đề nghị ghi ngày và tháng, ví dụ: 15/4.", typed=typed
    )


def no_hours(typed: str, *, words: Words) -> str:
    return words.say(
        "“{typed}” không phải là một khoảng giờ. Đề nghị ghi giờ đầu và giờ cuối, ví dụ: 08:00-11:00.",
        typed=typed,
    )


def wrong_stretch(*, words: Words) -> str:
    return words.say(
        "Khoảng ngày chưa đúng: cần cả ngày đầu và ngày cuối, cùng một kiểu, ngày đầu không sau ngày cuối."
    )


def long_stretch(most: int, *, words: Words) -> str:
    return words.say("Khoảng ngày quá dài: mỗi lần nhiều nhất {most} ngày.", most=words.number(most))


def unit_or_kind(*, words: Words) -> str:
    return words.say("Chỉ dùng một trong hai: --unit hoặc --kind.")


def windows_meet(*, words: Words) -> str:
    return words.say("Các khoảng giờ gửi tin trùng nhau. Ví dụ đúng: 08:00-11:00 14:00-16:30.")


def school_year_in_disorder(year_: SchoolYear, *, words: Words) -> str:
    return words.say(
        "Các mốc chưa đúng thứ tự: {year} Cần khai giảng, rồi hết học kỳ I, rồi kết thúc trước kỳ khai giảng sau.",
        year=school_year(year_, words=words),
    )


def no_such_number(number: int, *, words: Words) -> str:
    return words.say("Danh sách không có số {number}.", number=number)


def no_such_unit(code: str, *, words: Words) -> str:
    return words.say("Không có đơn vị mã {code}.", code=code)


def no_such_kind(code: str, kinds: Iterable[str], *, words: Words) -> str:
    return words.say(
        "Không có loại đơn vị {code}. Các loại: {kinds}.", code=code, kinds=words.list(sorted(kinds))
    )


def not_imported(*, words: Words) -> str:
    return words.say("Chưa cập nhật lịch: hãy sửa bảng rồi nạp lại.")


def only_shown(*, words: Words) -> str:
    return words.say("Chỉ xem trước (--dry-run): chưa có gì thay đổi.")


def done(*, units: int, told: int, words: Words) -> str:
    if not units:
        return words.say("Đã cập nhật lịch.")
    return words.say(
        "Đã cập nhật lịch và chỉnh hạn của {units} đơn vị; {told} người sẽ được thông báo.",
        units=words.number(units),
        told=words.number(told),
    )


def _days(starts: MonthDay | date, ends: MonthDay | date, words: Words) -> str:
    if isinstance(starts, date) and isinstance(ends, date):
        return words.day(starts) if starts == ends else f"{words.day(starts)} – {words.day(ends)}"
    assert isinstance(starts, MonthDay)
    assert isinstance(ends, MonthDay)
    days = _day(starts) if starts == ends else f"{_day(starts)} – {_day(ends)}"
    return words.say("{days} hằng năm", days=days)


def _day(at: MonthDay) -> str:
    return f"{at.day}/{at.month}"


def _hours(windows: Iterable[Window], words: Words) -> str:
    return words.list([f"{one.opens:%H:%M}–{one.closes:%H:%M}" for one in windows])
