"""Reasons that people are asked for: why a report is returned or corrected, why a figure of the roster stays."""

from bot.core.messages import Reply
from locales.words import Words


def not_kept(*, marking: str | None, personal: str | None, words: Words) -> Reply:
    """A reason that must not be passed on, or says nothing: it is asked for once more."""
    if marking:
        said = words.say(
            "Lý do có dấu hiệu tài liệu mật (“{marking}”) nên không được lưu và chưa gửi đi.", marking=marking
        )
    elif personal:
        said = words.say("Lý do có thông tin của một cá nhân nên không được lưu và chưa gửi đi.")
    else:
        said = words.say("Lý do quá ngắn, người đọc sẽ không rõ.")
    return Reply(said + " " + words.say("Đề nghị đồng chí ghi lại trong một câu, hoặc gõ “huỷ” để thôi."))
