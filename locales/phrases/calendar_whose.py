"""Whom a day of the calendar concerns, as it is said and asked."""

from collections.abc import Sequence

from bot.core.messages import Choice, Reply
from locales.phrases.menus import with_menu
from locales.words import Words


def only(name: str, code: str, *, words: Words) -> str:
    """A choice."""
    return words.say("Riêng {name} ({code})", name=name, code=code)


def everybody(text: str, *, words: Words) -> str:
    """A choice: the words that were typed are what the day is called."""
    return words.say("Mọi đơn vị, tên ngày là “{text}”", text=text)


def keep(*, words: Words) -> str:
    """A choice."""
    return words.say("Giữ nguyên lịch")


def only_unit(name: str, code: str, *, below: bool, words: Words) -> str:
    """Above the days that are otherwise for a unit."""
    if below:
        return words.say("Riêng {name} ({code}) và các đơn vị trực thuộc:", name=name, code=code)
    return words.say("Riêng {name} ({code}):", name=name, code=code)


def only_kind(name: str, *, words: Words) -> str:
    """Above the days that are otherwise for all units of a kind."""
    return words.say("Riêng loại đơn vị “{name}”:", name=name)


def which(text: str, choices: Sequence[Choice], *, words: Words) -> Reply:
    """The words may mean a unit, or several."""
    return with_menu(
        words.say("“{text}”: ngày này dành cho đơn vị nào? Đề nghị đồng chí chọn:", text=text), choices
    )


def no_such_unit(text: str, *, words: Words) -> Reply:
    """The words sound like a unit, and there is none of that name."""
    return Reply(
        words.say(
            "Chưa tìm thấy đơn vị “{text}”, lịch giữ nguyên. Đồng chí gõ mã hoặc tên đơn vị, ví dụ: lịch nghỉ 30/11 "
            "cho T14. Nếu đó là tên của ngày, đề nghị ghi sau dấu hai chấm: lịch nghỉ 30/11: Ngày hội trường.",
            text=text,
        )
    )
