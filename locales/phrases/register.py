"""The register in words: headings, and each entry as a row."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo

from bot.core.register import Entry, Standing
from locales.phrases import periods
from locales.words import Words

Row = tuple[str | int | date | datetime, ...]


def headings(*, named: bool, words: Words) -> tuple[str, ...]:
    """Of the columns, in order."""
    always = (
        words.say("Mã đơn vị"),
        words.say("Đơn vị"),
        words.say("Loại đơn vị"),
        words.say("Xã, cấp trên"),
        words.say("Biểu mẫu"),
        words.say("Kỳ"),
        words.say("Hạn (hết ngày)"),
        words.say("Trạng thái"),
        words.say("Gửi lúc"),
        words.say("Gửi sau hạn"),
        words.say("Mã biên nhận"),
        words.say("Lần gửi"),
        words.say("Gia hạn đến"),
    )
    return (*always, words.say("Người gửi")) if named else always


def rows(entries: Sequence[Entry], *, named: bool, zone: tzinfo, words: Words) -> list[Row]:
    """A row of each entry; days and hours are those of the office, and stay what they are."""
    states = _states(words)
    return [_row(one, states, zone, words) + ((one.author,) if named else ()) for one in entries]


def title(plan: Mapping[str, str], at: str, *, words: Words) -> str:
    """Above the table."""
    return words.say("Sổ theo dõi báo cáo, {plan}. Số liệu lúc {at}.", plan=words.of(plan), at=at)


def sheet_name(*, words: Words) -> str:
    return words.say("Sổ theo dõi")


def file_name(day: str, *, words: Words) -> str:
    name = words.say("so-theo-doi")
    return f"{name}-{day}.xlsx"


def caption(*, words: Words) -> str:
    return words.say("Sổ theo dõi từng báo cáo của từng đơn vị.")


def not_made(*, words: Words) -> str:
    """In place of a table that could not be made or sent."""
    return words.say("Hiện chưa gửi được bảng. Tiến độ bằng chữ: gõ /tiendo, /quahan.")


def not_kept(week: str, *, words: Words) -> str:
    """The digest was sent, and its register is too long to be kept, or is of a time when none was."""
    year, _, number = week.partition("-W")
    return words.say(
        "Không lưu bảng theo dõi của bản tổng hợp tuần {week}/{year}. Bảng lúc này: gõ “tổng hợp bảng”.",
        week=number.lstrip("0"),
        year=year,
    )


def _states(words: Words) -> dict[Standing, str]:
    return {
        Standing.OPEN: words.say("chưa gửi"),
        Standing.OVERDUE: words.say("chưa gửi, quá hạn"),
        Standing.SUBMITTED: words.say("đã gửi, chờ xem xét"),
        Standing.RETURNED: words.say("đã trả lại"),
        Standing.ACCEPTED: words.say("đã xác nhận"),
    }


def _row(one: Entry, states: Mapping[Standing, str], zone: tzinfo, words: Words) -> Row:
    return (
        one.unit,
        one.unit_name,
        words.of(one.kind),
        one.area_name,
        words.of(one.form),
        periods.name(one.period, words=words),
        one.due_on,
        states[one.standing],
        "" if one.sent_at is None else one.sent_at.astimezone(zone).replace(tzinfo=None),
        words.say("có") if one.late else "",
        one.receipt,
        one.version or "",
        "" if one.extended_until is None else one.extended_until,
    )
