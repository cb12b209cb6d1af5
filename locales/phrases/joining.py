"""From the first word to the first list of work: codes, the privacy notice, agreement."""

from collections.abc import Sequence

from bot.core.invitations import State
from bot.core.messages import Choice, Reply
from locales.phrases.menus import with_menu
from locales.words import Words

IN_VIETNAM = frozenset(("zalo",))
"""Channels whose servers stand in Vietnam: the notice says where messages pass."""

NOWHERE = frozenset(("console",))
"""Channels of this very machine: messages pass nobody's servers."""

NOTICE_VERSION = "2"
"""Counts up whenever the words of the notice change: a consent names the words that were agreed to."""


def welcome_stranger(issuer: str, *, words: Words) -> Reply:
    """To somebody whom we do not know."""
    return Reply(
        words.say(
            "Đây là Hệ thống nhắc việc của {issuer}.\n\n"
            "Để bắt đầu, đề nghị đồng chí gửi mã mời gồm 10 ký tự, ví dụ: ABCDE-FGHJK. "
            "Mã do cán bộ của {issuer} cấp cho từng đồng chí.",
            issuer=issuer,
        )
    )


def no_committee(*, words: Words) -> Reply:
    """Before a roster and a plan are loaded."""
    return Reply(
        words.say(
            "Hệ thống nhắc việc chưa sẵn sàng: chưa có danh sách đơn vị. "
            "Đề nghị đồng chí báo cán bộ quản trị hệ thống."
        )
    )


def notice(issuer: str, *, plan: str, channel: str, days: int, words: Words) -> str:
    """What is stored, what for, for how long, where it passes, and what rights there are (domain notes 6.2)."""
    return words.say(
        "Hệ thống nhắc việc của {issuer} lưu:\n"
        "- họ tên, đơn vị, chức vụ, mã tài khoản và báo cáo của đồng chí;\n"
        "- chỉ để theo dõi {plan};\n"
        "- tin nhắn {days} ngày, báo cáo theo quy định lưu trữ;\n"
        "- {passes}\n\n"
        "Đồng chí có quyền xem, sửa, xóa, rút lại sự đồng ý (gõ /dulieu). "
        "Không gửi tài liệu mật, thông tin cá nhân của học sinh.",
        issuer=issuer,
        plan=plan,
        days=days,
        passes=_passes(channel, words),
    )


def _passes(channel: str, words: Words) -> str:
    """Through whose hands a message goes."""
    if channel in NOWHERE:
        return words.say("tin nhắn không đi qua máy chủ nào khác.")
    if channel in IN_VIETNAM:
        return words.say("tin nhắn đi qua máy chủ của {channel} tại Việt Nam.", channel=channel.capitalize())
    return words.say("tin nhắn đi qua máy chủ của {channel} ngoài Việt Nam.", channel=channel.capitalize())


def ask_consent(
    name: str, units: str, notice_: str, *, agree: Choice, decline: Choice, words: Words
) -> Reply:
    """Greet, show the notice, ask. Neither answer is chosen beforehand."""
    hello = words.say("Kính chào đồng chí {name}, {units}.", name=name, units=units)
    ask = words.say("Đồng chí có đồng ý không?")
    return with_menu(f"{hello}\n\n{notice_}\n\n{ask}", (agree, decline), columns=2)


def answer_plainly(choices: Sequence[Choice], *, words: Words) -> Reply:
    """The notice was answered with words that are neither a plain yes nor a plain no."""
    return with_menu(
        words.say("Đề nghị đồng chí trả lời rõ: gõ “đồng ý” hoặc “không đồng ý”."), choices, columns=2
    )


def agree_label(words: Words) -> str:
    return words.say("Đồng ý")


def decline_label(words: Words) -> str:
    return words.say("Không đồng ý")


def joined(name: str, *, words: Words) -> str:
    """The chat is linked."""
    return words.say(
        "Đã kết nối. Trân trọng cảm ơn đồng chí {name}.\n"
        "Gõ “báo cáo” để báo cáo, “thử báo cáo” để làm thử (không tính), “giúp” khi cần hướng dẫn.",
        name=name,
    )


def joined_committee(name: str, *, words: Words) -> str:
    """The chat of a member of staff or a leader is linked."""
    return words.say(
        "Đã kết nối. Trân trọng cảm ơn đồng chí {name}.\n"
        "Gõ “tiến độ” để xem tình hình chung, “quá hạn” để xem đơn vị quá hạn, “tổng hợp” để xem bản tổng hợp, "
        "“giúp” để xem tất cả các lệnh.",
        name=name,
    )


def declined(*, words: Words) -> Reply:
    """No pressure: whoever declines is served by telephone or paper."""
    return Reply(
        words.say(
            "Hệ thống không lưu gì thêm về đồng chí. Cán bộ theo dõi sẽ nhận báo cáo của đồng chí qua điện thoại "
            "hoặc bằng văn bản. Nếu đồng chí đổi ý, đề nghị gửi lại mã mời."
        )
    )


def bad_code(state: State | None, *, words: Words) -> Reply:
    """A code that does not open the door, and what to do."""
    match state:
        case State.USED:
            said = words.say("Mã mời này đã được dùng; mỗi mã chỉ dùng một lần.")
        case State.EXPIRED:
            said = words.say("Mã mời này đã hết hạn.")
        case State.WITHDRAWN:
            said = words.say("Mã mời này đã được thay bằng mã mới.")
        case _:
            said = words.say("Mã mời này không đúng. Đề nghị đồng chí xem lại từng ký tự.")
    ask = words.say("Nếu cần, đề nghị đồng chí liên hệ cán bộ theo dõi để nhận mã mới.")
    return Reply(f"{said} {ask}")


def too_many_codes(*, words: Words) -> Reply:
    """Too many wrong codes came lately."""
    return Reply(
        words.say(
            "Đã có nhiều lần nhập mã không đúng. Đề nghị đồng chí thử lại sau một giờ, hoặc liên hệ cán bộ theo dõi."
        )
    )


def already_joined(name: str, *, words: Words) -> str:
    """To somebody who is linked and starts again."""
    return words.say("Đồng chí {name} đã kết nối với hệ thống.", name=name)


def code_of_other(*, words: Words) -> Reply:
    """The code belongs to another person than the one this chat is linked to."""
    return Reply(
        words.say(
            "Mã này cấp cho một đồng chí khác, còn tài khoản này đã kết nối. "
            "Mỗi đồng chí dùng mã và tài khoản của riêng mình."
        )
    )


def group_code_here(*, words: Words) -> Reply:
    """A group's code was sent in a private chat."""
    return Reply(
        words.say("Mã này dùng cho nhóm: đồng chí mời hệ thống vào nhóm rồi gõ trong nhóm: /ketnoi và mã.")
    )


def group_linked(issuer: str, *, words: Words) -> Reply:
    """The committee's group is linked."""
    return Reply(
        words.say(
            "Đã kết nối nhóm này với Hệ thống nhắc việc của {issuer}. "
            "Bản tổng hợp tuần sẽ được gửi vào nhóm lúc 07:30 thứ Hai hằng tuần.\n"
            "Trong nhóm có thể gõ: /tonghop, /tiendo, /quahan, /donvi.",
            issuer=issuer,
        )
    )


def group_code_needed(*, words: Words) -> Reply:
    """`/ketnoi` without a code."""
    return Reply(words.say("Đề nghị đồng chí gõ: /ketnoi và mã kết nối nhóm (do cán bộ quản trị cấp)."))


def personal_code_in_group(*, words: Words) -> Reply:
    """A person's code was shown to a group: it is spent, so that nobody else can use it."""
    return Reply(
        words.say(
            "Đây là mã mời của một đồng chí, không phải mã nhóm. Mã đã hiện trong nhóm nên không còn hiệu lực; "
            "đề nghị đồng chí liên hệ cán bộ theo dõi để nhận mã mới."
        )
    )


def only_in_group(*, words: Words) -> Reply:
    """`/ketnoi` in a private chat."""
    return Reply(words.say("Lệnh này dùng trong nhóm: đồng chí mời hệ thống vào nhóm rồi gõ /ketnoi và mã."))
