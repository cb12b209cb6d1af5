"""What everybody may hear: help, the language, one's own data, and what to do when something is not understood."""

from collections.abc import Sequence

from bot.core.channel import Command as MenuCommand
from bot.core.channel import Menus
from bot.core.messages import Choice, Reply
from locales.chat_words import Command
from locales.phrases.menus import with_menu
from locales.words import LANGUAGES, Words, in_language


def help_(*, officer: bool, head: bool, committee: bool, staff: bool, admin: bool, words: Words) -> Reply:
    """All that the person may type. What is in brackets may be left out. `head`: sees the units below their own."""
    parts = [words.say("Đồng chí có thể gõ (có dấu hoặc không dấu, có hoặc không có dấu /):")]
    if officer:
        parts.append(
            words.say(
                "- việc – việc cần báo cáo\n"
                "- báo cáo – bắt đầu báo cáo (hoặc gõ số thứ tự của việc)\n"
                "- thử báo cáo – làm thử vài câu, không tính\n"
                "- lịch sử – báo cáo đã gửi\n"
                "Trong khi báo cáo: lùi, bỏ qua, sửa 3, giúp, huỷ"
            )
        )
        parts.append(
            words.say(
                "- báo cáo kỳ trước, báo cáo tháng 10 – báo cáo của kỳ đã qua\n"
                "- báo cáo thay kèm tên đơn vị – báo cáo thay đơn vị cấp dưới\n"
                "- nghỉ – ghi ngày nghỉ, người làm thay\n"
                "- bàn giao – mã bàn giao cho cán bộ mới"
            )
        )
        parts.append(
            words.say(
                "- nhắc sau – nhắc lại vào lúc khác, ví dụ: nhắc sau sáng mai\n"
                "- gia hạn – xin thêm thời gian, ví dụ: gia hạn 9/12"
            )
        )
    if head and not committee:
        parts.append(
            words.say(
                "Về đơn vị mình và cấp dưới:\n"
                "- tiến độ – tình hình chung\n"
                "- quá hạn – đơn vị có báo cáo quá hạn\n"
                "- tổng hợp – bản tổng hợp tuần\n"
                "- đơn vị kèm tên – tình hình một đơn vị"
            )
        )
    if committee:
        parts.append(
            words.say(
                "- tiến độ – tình hình chung\n"
                "- quá hạn – đơn vị có báo cáo quá hạn\n"
                "- tổng hợp – bản tổng hợp tuần\n"
                "- chỉ tiêu – số liệu so với chỉ tiêu, theo xã, khối, kỳ\n"
                "- đơn vị kèm tên – tình hình một đơn vị\n"
                "- nguồn kèm mã biên nhận – số liệu do ai gửi, gửi lúc nào"
            )
        )
    if staff:
        parts.append(
            words.say("- duyệt – xem, tiếp nhận hoặc trả lại báo cáo\n- nhắc – nhắc các đơn vị quá hạn")
        )
    if staff or admin:
        parts.append(
            words.say(
                "- mời – xem người chưa kết nối, cấp mã mời\n"
                "- mời thay kèm tên đơn vị – mã bàn giao khi đơn vị đổi cán bộ"
            )
        )
        parts.append(words.say("- lịch – xem, sửa ngày nghỉ, ngày làm bù"))
    parts.append(
        words.say(
            "- ngôn ngữ – Tiếng Việt hoặc English\n"
            "- dữ liệu – xem, tải về, sửa, xóa dữ liệu hệ thống lưu về đồng chí\n"
            "- giúp kèm việc cần hỏi – ví dụ: giúp sửa, giúp gia hạn, giúp ngày"
        )
    )
    return Reply("\n\n".join(parts))


def choose_one(choices: Sequence[Choice], *, words: Words) -> Reply:
    """Something else was typed while one of these was asked for."""
    return with_menu(words.say("Hệ thống còn chờ đồng chí chọn một trong các dòng sau:"), choices)


def unknown(*, words: Words) -> Reply:
    """Something that is no command and no answer."""
    return Reply(
        words.say(
            "Hệ thống chưa hiểu tin này. Đồng chí gõ “việc” để xem việc cần báo cáo, “giúp” để xem các lệnh."
        )
    )


def unknown_staff(*, words: Words) -> Reply:
    """The same for people of the Committee."""
    return Reply(
        words.say(
            "Hệ thống chưa hiểu tin này. Đồng chí gõ “tiến độ” để xem tình hình chung, “giúp” để xem các lệnh."
        )
    )


def no_form_open(*, words: Words) -> Reply:
    """A file, a sticker or `huỷ` while no form is open."""
    return Reply(words.say("Lúc này không có báo cáo nào đang mở. Gõ “báo cáo” để bắt đầu."))


def edited(*, form_open: bool, words: Words) -> Reply:
    """A message was edited after it was read."""
    if form_open:
        return Reply(
            words.say(
                "Đồng chí vừa sửa một tin nhắn cũ; hệ thống giữ nội dung đã nhận trước đó. "
                "Muốn đổi câu trả lời, đồng chí gõ “sửa” và số dòng, ví dụ: sửa 3."
            )
        )
    return Reply(
        words.say(
            "Đồng chí vừa sửa một tin nhắn cũ; hệ thống giữ nội dung đã nhận trước đó. "
            "Báo cáo đã gửi mà cần sửa, đồng chí gõ “sửa báo cáo”."
        )
    )


def not_allowed(*, words: Words) -> Reply:
    """An act beyond the person's role."""
    return Reply(
        words.say("Lệnh này không thuộc phạm vi được giao của đồng chí. Gõ “giúp” để xem các lệnh dùng được.")
    )


def apology(*, words: Words) -> Reply:
    """A turn failed for good."""
    return Reply(
        words.say(
            "Xin lỗi đồng chí, hệ thống gặp lỗi khi xử lý tin vừa rồi; lỗi đã được ghi lại để khắc phục. "
            "Các câu đã trả lời vẫn còn. Đề nghị đồng chí gửi lại, hoặc gõ “việc” để tiếp tục."
        )
    )


def which_language(buttons: dict[str, str], *, words: Words) -> Reply:
    """`buttons` is the data of each language's button."""
    names = {"vi": "Tiếng Việt", "en": "English"}
    choices = [Choice(names[language], data) for language, data in buttons.items()]
    return with_menu(words.say("Đồng chí chọn ngôn ngữ:"), choices, columns=2)


def language_set(*, words: Words) -> Reply:
    """Said in the new language."""
    return Reply(words.say("Từ nay hệ thống dùng tiếng Việt."))


def role(name: str, *, words: Words) -> str:
    """What a person is in a unit."""
    match name:
        case "officer":
            return words.say("cán bộ đầu mối")
        case "head":
            return words.say("thủ trưởng đơn vị")
        case "staff":
            return words.say("cán bộ theo dõi")
        case "leader":
            return words.say("lãnh đạo")
    return words.say("cán bộ quản trị")


def menus() -> Menus:
    """The command menu of the messenger, Vietnamese first."""
    return {language: _menu(in_language(language)) for language in LANGUAGES}


def _menu(words: Words) -> tuple[MenuCommand, ...]:
    lines = {
        Command.TASKS: words.say("Việc cần báo cáo"),
        Command.REPORT: words.say("Báo cáo"),
        Command.PRACTICE: words.say("Báo cáo thử, không tính"),
        Command.HISTORY: words.say("Báo cáo đã gửi"),
        Command.LEAVE: words.say("Ghi ngày nghỉ, người làm thay"),
        Command.HAND_OVER: words.say("Bàn giao cho cán bộ mới"),
        Command.LATER: words.say("Nhắc lại sau"),
        Command.EXTEND: words.say("Xin gia hạn báo cáo"),
        Command.CALLS: words.say("Đơn vị cần gọi điện (cán bộ)"),
        Command.PROGRESS: words.say("Tình hình chung (cán bộ, lãnh đạo)"),
        Command.OVERDUE: words.say("Đơn vị quá hạn (cán bộ, lãnh đạo)"),
        Command.DIGEST: words.say("Bản tổng hợp tuần (cán bộ, lãnh đạo)"),
        Command.TARGETS: words.say("Chỉ tiêu theo xã, khối, kỳ (cán bộ, lãnh đạo)"),
        Command.UNIT: words.say("Tình hình một đơn vị (cán bộ, lãnh đạo)"),
        Command.REVIEW: words.say("Báo cáo chờ xem xét (cán bộ)"),
        Command.CHASE: words.say("Nhắc đơn vị quá hạn (cán bộ)"),
        Command.INVITE: words.say("Mã mời (cán bộ)"),
        Command.CALENDAR: words.say("Lịch làm việc, ngày nghỉ (cán bộ, lãnh đạo)"),
        Command.SOURCE: words.say("Nguồn của số liệu"),
        Command.LANGUAGE: words.say("Ngôn ngữ / Language"),
        Command.MY_DATA: words.say("Dữ liệu của tôi"),
        Command.HELP: words.say("Hướng dẫn"),
        Command.CANCEL: words.say("Bỏ báo cáo đang điền"),
    }
    return tuple(MenuCommand(command.value, line) for command, line in lines.items())
