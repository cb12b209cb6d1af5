"""What is said of days that whoever changes the calendar may not have meant."""

from collections.abc import Sequence
from datetime import date

from bot.core.calendar_remarks import Remarks
from bot.core.messages import Reply
from bot.core.workdays import DayKind
from locales.words import Words


def remarked(order: DayKind | None, found: Remarks, *, words: Words) -> list[str]:
    """What whoever ordered it may not have meant."""
    lines = []
    if found.anyway:
        days = words.list([words.full_day(day) for day in found.anyway])
        lines.append(
            words.say("Lưu ý: {days} đã là ngày làm việc.", days=days)
            if order is DayKind.WORKED
            else words.say("Lưu ý: {days} vốn là ngày nghỉ cuối tuần.", days=days)
        )
    if found.over:
        days = words.list([words.day(day) for day in found.over])
        lines.append(words.say("Lưu ý: ngày {days} đã qua.", days=days))
    return lines


def worked_anyway(days: Sequence[date], *, words: Words) -> Reply:
    """A day that the week works was to be worked in exchange."""
    said = words.list([words.full_day(day) for day in days])
    return Reply(begun(words.say("{days} đã là ngày làm việc, lịch giữ nguyên.", days=said)))


def begun(sentence: str) -> str:
    """With a capital, where a weekday begins it."""
    return sentence[:1].upper() + sentence[1:]
