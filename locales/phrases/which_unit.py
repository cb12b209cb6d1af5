"""Several units fit what was typed, or none."""

from collections.abc import Sequence

from bot.core.messages import Choice, Reply
from locales.phrases import committee
from locales.phrases.menus import with_menu
from locales.words import Words


def choose(choices: Sequence[Choice], *, count: int, words: Words) -> Reply:
    """Some of `count` units that fit, or all of them."""
    if count == len(choices):
        return committee.which_unit(choices, words=words)
    return with_menu(_many(len(choices), count, words), choices)


def by_code(units: Sequence[tuple[str, str]], *, count: int, said: str, words: Words) -> Reply:
    """The same where no button helps: (code, name)."""
    told = committee.which_unit_by_code(units, said=said, words=words)
    if count == len(units):
        return told
    more = words.say("… và {count} đơn vị nữa. Gõ rõ hơn: thêm tên xã, hoặc gõ mã.", count=count - len(units))
    return Reply(f"{told.text}\n{more}")


def no_such_unit(text: str, *, words: Words) -> Reply:
    return committee.no_such_unit(text, words=words)


def _many(shown: int, count: int, words: Words) -> str:
    return words.say(
        "Có {count} đơn vị có tên như vậy; dưới đây là {shown} đơn vị đầu. Đề nghị đồng chí chọn, hoặc gõ rõ hơn: "
        "thêm tên xã, hoặc gõ mã.",
        count=count,
        shown=shown,
    )
