"""A report of a period that is named."""

from bot.core.messages import Reply
from locales.words import Words


def reported(title: str, unit: str, *, code: str, at: str, words: Words) -> Reply:
    """That period was reported."""
    return Reply(
        words.say(
            "“{title}” của {unit} đã gửi lúc {at} (mã {code}). Cần xem hoặc sửa, đồng chí gõ “lịch sử”.",
            title=title,
            unit=unit,
            at=at,
            code=code,
        )
    )


def nothing_of(period: str, *, words: Words) -> str:
    """Nothing is asked of that period."""
    return words.say("Không có báo cáo nào của “{period}” cần gửi.", period=period)
