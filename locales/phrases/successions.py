"""Units that end, as the command line tells of them when a roster is loaded."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from bot.core.units import Unit
from locales.words import Words


def lines(
    units: Collection[Unit],
    handed: Sequence[tuple[Unit, Unit, int, int]],
    *,
    today: date,
    words: Words,
) -> Iterator[str]:
    """What has just passed on: (unit, successor, forms that became one, forms in its name); what will; what cannot."""
    known = {unit.code: unit for unit in units}
    for old, heir, merged, left in handed:
        yield words.say(
            "{old} đã kết thúc, {heir} tiếp nhận: {merged} báo cáo gộp chung, {left} báo cáo đứng tên đơn vị cũ.",
            old=_name(old),
            heir=_name(heir),
            merged=words.number(merged),
            left=words.number(left),
        )
    for unit in units:
        if unit.successor is not None and unit.successor not in known:
            yield words.say(
                "Chú ý: {unit} sáp nhập vào {successor}, nhưng danh sách không có đơn vị mang mã đó.",
                unit=_name(unit),
                successor=unit.successor,
            )
        elif unit.successor is not None and unit.valid_to is None:
            yield words.say(
                "Chú ý: {unit} có đơn vị tiếp nhận nhưng chưa có ngày kết thúc (cột valid_to) nên chưa chuyển gì.",
                unit=_name(unit),
            )
        elif unit.successor is not None and unit.valid_to is not None and unit.valid_to >= today:
            yield words.say(
                "Từ {day}, {unit} sáp nhập vào {heir}: số liệu của hai đơn vị được cộng lại, cho đến khi danh sách "
                "nạp sau ngày đó cho số liệu mới của {heir}.",
                day=words.day(unit.valid_to + timedelta(days=1)),
                unit=_name(unit),
                heir=_name(known[unit.successor]),
            )


def _name(unit: Unit) -> str:
    return f"{unit.code} {unit.short or unit.name}"
