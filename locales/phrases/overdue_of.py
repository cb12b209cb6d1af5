"""Overdue units where it was asked about one unit: that one, with all below it."""

from collections.abc import Sequence

from bot.core.digest import Late
from bot.core.messages import Reply
from locales.phrases.digest_units import every_late
from locales.words import Words


def overdue_of(units: Sequence[Late], place: str, *, alone: bool, words: Words) -> Reply:
    """No names of persons: it may be said in groups. `alone`: nothing is below the unit."""
    if alone:
        nothing = words.say("{unit} không có báo cáo quá hạn.", unit=place)
        return Reply(every_late(units, words=words) if units else nothing)
    head = words.say("Phạm vi: {unit} và các đơn vị trực thuộc.", unit=place)
    said = every_late(units, words=words) if units else words.say("Không có đơn vị nào quá hạn.")
    return Reply(f"{head}\n{said}")
