"""Taking back what was done by a slip of the thumb."""

from datetime import date, timedelta

from bot.core.messages import Choice, Reply
from locales.phrases.menus import with_buttons, with_menu
from locales.words import Words

KEPT = timedelta(days=7)
"""So long a form that was thrown away can be taken up again."""


def undo(data: str, *, words: Words) -> Choice:
    return Choice(words.say("Hoàn tác"), data)


def accepted(text: str, data: str, *, words: Words) -> Reply:
    """What was done, and how to take it back for a while."""
    return with_buttons(
        text + " " + words.say("Bấm nhầm thì gõ “hoàn tác” trong 10 phút."), [undo(data, words=words)]
    )


def taken_back(unit: str, *, words: Words) -> str:
    """The report waits for review again."""
    return words.say("Đã hoàn tác: báo cáo của {unit} lại chờ xem xét.", unit=unit)


def tell_taken_back(title: str, *, words: Words) -> Reply:
    """To the officer, who was told already that the report was accepted."""
    return Reply(
        words.say(
            "Báo cáo “{title}” được xem lại, hiện vẫn chờ xem xét. Đồng chí chưa phải làm gì.", title=title
        )
    )


def too_late(*, words: Words) -> Reply:
    """More than ten minutes, or something else happened to it."""
    return Reply(
        words.say(
            "Việc này không còn hoàn tác được: đã quá 10 phút hoặc báo cáo đã đổi trạng thái. "
            "Cần trả lại, đồng chí gõ “nguồn” kèm mã báo cáo."
        )
    )


def nothing(*, words: Words) -> Reply:
    return Reply(words.say("Không có việc nào vừa làm để hoàn tác. Gõ “giúp” để xem các lệnh."))


def nothing_thrown_away(*, words: Words) -> Reply:
    """`khôi phục`, and no form was left in these days."""
    return Reply(
        words.say(
            "Không có báo cáo nào đã bỏ trong 7 ngày qua để khôi phục. Gõ “việc” để xem việc cần báo cáo."
        )
    )


def restore(data: str, *, words: Words) -> Choice:
    return Choice(words.say("Khôi phục"), data)


def thrown_away(title: str, until: date, data: str, *, words: Words) -> Reply:
    """A button of a form that was thrown away not long ago."""
    text = words.say(
        "Báo cáo “{title}” đã được bỏ. Nội dung đã điền còn giữ đến ngày {day}.",
        title=title,
        day=words.day(until),
    )
    return with_menu(text, [restore(data, words=words)])


def not_restored(*, words: Words) -> Reply:
    """It is gone, or another one was begun instead."""
    return Reply(
        words.say(
            "Báo cáo này không khôi phục được nữa: đã quá 7 ngày, không còn phải báo cáo, hoặc đồng chí đã "
            "điền bản khác. Gõ “việc” để xem việc cần báo cáo."
        )
    )
