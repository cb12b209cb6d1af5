"""What the operators hear when something is out of order, and when it is over."""

from datetime import datetime, tzinfo

from bot.core.messages import Reply
from bot.core.troubles import Trouble
from locales.words import Words


def began(trouble: Trouble, zone: tzinfo, *, words: Words) -> Reply:
    return Reply(
        words.say(
            "⚠️ Hệ thống có trục trặc từ {since}: {what}. Đề nghị đồng chí quản trị kiểm tra bằng lệnh nhacviec doctor.",
            since=words.moment(trouble.since, zone),
            what=what(trouble, words=words),
        )
    )


def is_over(trouble: Trouble, now: datetime, zone: tzinfo, *, words: Words) -> Reply:
    return Reply(
        words.say(
            "✅ Đã hết trục trặc lúc {now}: {what}.",
            now=words.moment(now, zone),
            what=what(trouble, words=words),
        )
    )


def noted(trouble: Trouble, zone: tzinfo, *, words: Words) -> str:
    """One line for the operator at the command line."""
    return words.say(
        "Từ {since}: {what}.", since=words.moment(trouble.since, zone), what=what(trouble, words=words)
    )


def what(trouble: Trouble, *, words: Words) -> str:
    match trouble.what:
        case "channel_away":
            return words.say("không kết nối được kênh {channel}", channel=trouble.about)
        case "bell_silent":
            return words.say("việc định kỳ “{bell}” không chạy", bell=trouble.about)
        case "update_waits":
            return words.say("có tin đến chưa được xử lý")
        case _:
            return words.say("có tin chưa gửi đi được")
