"""The name of a day in the calendar, when it must not be shown to everybody."""

from bot.core.day_names import PERSONAL
from bot.core.messages import Reply
from locales.words import Words


def not_kept(why: str, *, words: Words) -> Reply:
    """The day itself is kept; another name is asked for."""
    return Reply(
        refused(why, words=words)
        + " "
        + words.say(
            "Lịch làm việc ai cũng đọc được. Ngày đồng chí vừa gõ vẫn còn: đề nghị gõ tên khác, “bỏ qua” để dùng tên "
            "chung, hoặc “huỷ” để thôi."
        )
    )


def refused(why: str, *, words: Words) -> str:
    """`why` is a marking of secret documents, or `PERSONAL`."""
    if why == PERSONAL:
        return words.say("Tên ngày có tên hoặc thông tin của một cá nhân nên không được lưu.")
    return words.say("Tên ngày có dấu hiệu tài liệu mật (“{marking}”) nên không được lưu.", marking=why)
