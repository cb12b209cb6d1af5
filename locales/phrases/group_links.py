"""The chats that the digest goes to: given up where it was typed, or lost for good."""

from bot.core.messages import Address, Choice, Reply
from locales.phrases.digest_ways import chat
from locales.phrases.menus import short, with_buttons
from locales.words import Words


def unlinked(*, topic: bool, words: Words) -> Reply:
    """The digest comes here no longer."""
    said = (
        words.say("Bản tổng hợp không gửi vào chủ đề này nữa; các chủ đề khác giữ nguyên.")
        if topic
        else words.say("Bản tổng hợp không gửi vào nhóm này nữa.")
    )
    return Reply(said + " " + words.say("Muốn nhận lại, đồng chí gõ /ketnoi kèm mã của nhóm."))


def not_linked_here(*, words: Words) -> Reply:
    return Reply(
        words.say("Bản tổng hợp không gửi vào chủ đề này. Đồng chí gõ /ngatketnoi ở đúng nơi đang nhận.")
    )


def unlinked_only_there(*, words: Words) -> Reply:
    """It was typed in a private chat."""
    return Reply(
        words.say(
            "Để thôi gửi bản tổng hợp vào một nhóm, chủ đề, đồng chí gõ /ngatketnoi ngay trong nhóm, chủ đề đó. "
            "Để chính đồng chí thôi nhận, gõ “thôi nhận bản tổng hợp”."
        )
    )


def lost(address: Address, *, drop: str, words: Words) -> Reply:
    """To staff, once: the digest reaches a chat no longer, and what to do."""
    name = chat(address, lost=False, words=words)
    why = (
        words.say("chủ đề đã bị xóa, bị đóng, hoặc hệ thống không còn trong nhóm")
        if address.thread
        else words.say("hệ thống không còn trong nhóm hoặc không được gửi tin ở đó")
    )
    mend = (
        words.say("Đề nghị đồng chí mở lại chủ đề, hoặc chọn chủ đề khác, rồi gõ /ketnoi kèm mã mới ở đó.")
        if address.thread
        else words.say(
            "Đề nghị đồng chí đưa hệ thống trở lại nhóm, cho phép gửi tin; nếu cần, gõ /ketnoi kèm mã mới ở đó."
        )
    )
    lines = (
        words.say("Bản tổng hợp không gửi được vào {chat}: {why}.", chat=name, why=why),
        mend,
        words.say("Không cần gửi vào đó nữa thì gõ “{label}”.", label=_label(address, words)),
    )
    return with_buttons("\n".join(lines), [Choice(_label(address, words), drop)])


def given_up(address: Address, *, words: Words) -> Reply:
    return Reply(words.say("Không gửi vào {chat} nữa.", chat=chat(address, lost=False, words=words)))


def given_up_before(*, words: Words) -> Reply:
    return Reply(words.say("Nhóm, chủ đề này không còn nhận bản tổng hợp."))


def reached_again(address: Address, *, words: Words) -> Reply:
    """An old button, of a chat that works again."""
    return Reply(
        words.say(
            "Bản tổng hợp nay lại gửi được vào {chat}, không có gì thay đổi. Muốn thôi, gõ /ngatketnoi ngay ở đó.",
            chat=chat(address, lost=False, words=words),
        )
    )


def _label(address: Address, words: Words) -> str:
    number = address.chat + (f" #{address.thread}" if address.thread else "")
    return short(words.say("Thôi gửi vào {chat}", chat=number))
