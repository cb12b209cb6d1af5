"""What stands above a conversation in the console."""

from locales.words import Words


def opening(name: str, *, words: Words) -> str:
    """How to talk there."""
    return words.say(
        "Đồng chí đang nói với tư cách “{name}”, không qua ứng dụng nhắn tin nào.\n"
        "Gõ như khi nhắn tin; chữ trong [ngoặc vuông] là lựa chọn, gõ đúng chữ đó hoặc số.\n"
        "“= T14 officer”: nói thay người khác. “@đường/dẫn/tệp”: gửi tệp. Ctrl-D: kết thúc.",
        name=name,
    )


def stranger(*, words: Words) -> str:
    """The name of somebody without a post."""
    return words.say("người lạ")
