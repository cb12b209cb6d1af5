"""Why the digest cannot be sent to a chat that was named at the command line."""

from locales.words import Words


def impossible(why: str, *, chat: str, topic: str | None, words: Words) -> str:
    """`why` is what `bot.channels.telegram_chats.impossible_chat` says."""
    match why:
        case "channel":
            return words.say("Bản tổng hợp chỉ gửi được qua kênh “telegram”.")
        case "name":
            return words.say(
                "“{chat}” là tên. Cần mã số của nhóm, kênh, bắt đầu bằng -100, ví dụ: -1001234567890.",
                chat=chat,
            )
        case "topic":
            return words.say("“{topic}” không phải mã chủ đề: cần một số nguyên dương.", topic=topic or "")
        case "topic_of_none":
            return words.say(
                "Chỉ nhóm lớn (mã bắt đầu bằng -100) mới có chủ đề; {chat} thì không.", chat=chat
            )
    return words.say(
        "“{chat}” không phải mã nhóm, kênh của Telegram. Ví dụ: -1001234567890 (nhóm lớn, kênh), -123456 (nhóm "
        "thường).",
        chat=chat,
    )


def not_a_leaders(chat: str, *, words: Words) -> str:
    """A private chat of somebody else, or of nobody that we know."""
    return words.say(
        "{chat} là mã của một người, không phải của một đồng chí lãnh đạo đã kết nối, nên chưa thêm. "
        "Ai cần nhận riêng thì tự gõ “nhận bản tổng hợp”.",
        chat=chat,
    )
