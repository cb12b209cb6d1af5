"""What is said when a message with a secrecy marking is taken out of the chat."""

from locales.words import Words


def taken_away(marking: str, *, told: bool, words: Words) -> str:
    """`told`: what is said below names the marking and the proper network."""
    if told:
        return words.say("Tin vừa gửi được xóa nếu kênh nhắn tin cho phép; nếu còn, đề nghị đồng chí tự xóa.")
    return words.say(
        "Tin vừa gửi có dấu hiệu tài liệu mật, nội bộ (“{marking}”) nên được xóa nếu kênh nhắn tin cho phép; nếu còn, "
        "đề nghị đồng chí tự xóa. Tài liệu mật chỉ gửi qua mạng chuyên dùng của cơ quan.",
        marking=marking,
    )
