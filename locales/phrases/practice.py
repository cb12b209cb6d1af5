"""The practice form: every message says that it does not count."""

from bot.core.messages import Reply
from locales.words import Words


def mark(words: Words) -> str:
    """Stands above every message of it."""
    return words.say("🧪 BÁO CÁO THỬ – không tính")


def marked(reply: Reply, *, above: str = "", words: Words) -> Reply:
    """A message of the engine, under the mark."""
    head = "\n".join(part for part in (mark(words), above) if part)
    return reply.below(head)


def opened(unit: str, *, words: Words) -> str:
    """Above the first question."""
    return words.say(
        "Đơn vị: {unit}. Gõ “giúp” để xem cách trả lời, “huỷ” để thôi bất cứ lúc nào.", unit=unit
    )


def receipt(at: str, *, form_open: bool, words: Words) -> Reply:
    """As the receipt of a real report reads, but without a code."""
    text = words.say(
        "✅ Đã nhận báo cáo thử lúc {at}. Không có mã biên nhận; không có gì được lưu hay tính vào số liệu. "
        "Báo cáo thật cũng gửi như vậy.",
        at=at,
    )
    return Reply(f"{mark(words)}\n\n{text}\n{_onward(form_open, words)}")


def left(*, form_open: bool, words: Words) -> Reply:
    """`huỷ`."""
    said = words.say("Đã thôi báo cáo thử; không có gì được lưu.")
    return Reply(f"{said} {_onward(form_open, words)}")


def over(*, form_open: bool, words: Words) -> Reply:
    """A button of a practice form that is over."""
    said = words.say("Nút này thuộc một báo cáo thử đã kết thúc nên không có gì thay đổi.")
    return Reply(f"{said} {_onward(form_open, words)}")


def _onward(form_open: bool, words: Words) -> str:
    if form_open:
        return words.say("Báo cáo thật đang điền dở vẫn còn: gõ “tiếp” để điền tiếp.")
    return words.say("Gõ “việc” để xem việc cần báo cáo, “thử báo cáo” để thử lần nữa.")
