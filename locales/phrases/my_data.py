"""One's own data: what is kept, and what may be done about it."""

from collections.abc import Mapping, Sequence

from bot.core.attachments import Written
from bot.core.data_requests import Field
from bot.core.messages import Choice, Reply
from locales.phrases.menus import with_menu
from locales.words import Words


def my_data(
    *,
    name: str,
    posts: str,
    title: str,
    address: str,
    joined_at: str,
    agreed_at: str,
    reports: int,
    issuer: str,
    days: int,
    waiting: Sequence[str],
    buttons: Mapping[str, str],
    words: Words,
) -> Reply:
    """What is kept about a person, who sees it, for how long, and the ways out. `waiting`: by when what was asked is
    answered."""
    lines = [
        words.say(
            "Dữ liệu hệ thống đang lưu về đồng chí:\n"
            "- Họ tên: {name}\n"
            "- Đơn vị, vai trò: {posts}\n"
            "- Chức vụ: {title}\n"
            "- Tài khoản: {address}, kết nối lúc {joined_at}\n"
            "- Đồng ý xử lý dữ liệu: {agreed_at}\n"
            "- Báo cáo đã gửi: {reports}\n"
            "- Ai xem được: đồng chí; người cùng đơn vị (báo cáo); cán bộ theo dõi, lãnh đạo của {issuer}\n"
            "- Lưu bao lâu: tin nhắn {days} ngày; báo cáo theo quy định lưu trữ; bản đồng ý thêm 5 năm",
            name=name,
            posts=posts,
            title=title or "–",
            address=address,
            joined_at=joined_at,
            agreed_at=agreed_at,
            reports=words.number(reports),
            issuer=issuer,
            days=days,
        )
    ]
    lines += [words.say("- Yêu cầu đang chờ, trả lời chậm nhất {day}", day=day) for day in waiting]
    lines.append("")
    lines.append(words.say("Đồng chí muốn làm gì? Mọi yêu cầu được trả lời trong 2 ngày làm việc."))
    labels = {
        "export": words.say("Tải về tất cả dữ liệu"),
        "correct": words.say("Đề nghị sửa"),
        "delete": words.say("Xóa dữ liệu của tôi"),
        "other": words.say("Yêu cầu khác"),
        "withdraw": words.say("Rút lại sự đồng ý"),
    }
    return with_menu("\n".join(lines), [Choice(label, buttons[what]) for what, label in labels.items()])


def exported(files: Sequence[Written], *, at: str, words: Words) -> Reply:
    """The files are there."""
    text = words.say(
        "Đây là toàn bộ dữ liệu hệ thống lưu về đồng chí lúc {at}: một tệp để đọc, một tệp JSON để dùng ở nơi khác. "
        "Gõ “dữ liệu” nếu cần sửa hoặc xóa.",
        at=at,
    )
    return Reply(text, files=tuple(files))


def which_field(fields: Mapping[Field, str], *, words: Words) -> Reply:
    """What is wrong?"""
    names = {Field.NAME: words.say("Họ tên"), Field.TITLE: words.say("Chức vụ")}
    choices = [Choice(names[field], data) for field, data in fields.items()]
    text = words.say(
        "Đồng chí cần sửa gì? Nội dung báo cáo đã gửi thì gõ “sửa báo cáo”; kỳ đã khóa thì đề nghị cán bộ theo "
        "dõi trả lại để sửa."
    )
    return with_menu(text, choices, columns=2)


def ask_words(what: str, *, again: bool, words: Words) -> Reply:
    """The next thing that is typed. `again`: what came could not be taken."""
    parts = []
    if again:
        parts.append(words.say("⚠️ Nội dung này chưa ghi được."))
    match what:
        case Field.NAME:
            parts.append(
                words.say("Đồng chí gõ họ tên đúng, ví dụ: Nguyễn Thị Hoa. Không sửa nữa thì gõ “huỷ”.")
            )
        case Field.TITLE:
            parts.append(
                words.say("Đồng chí gõ chức vụ đúng, ví dụ: Phó Hiệu trưởng. Không sửa nữa thì gõ “huỷ”.")
            )
        case _:
            parts.append(
                words.say(
                    "Đồng chí ghi yêu cầu trong một câu, ví dụ: “Đề nghị ngừng gửi tin nhắc trong tháng 7”. "
                    "Không yêu cầu nữa thì gõ “huỷ”."
                )
            )
    return Reply(" ".join(parts))


def noted(at: str, *, by: str, words: Words) -> Reply:
    """A request is kept with its time."""
    return Reply(
        words.say(
            "Đã ghi nhận yêu cầu của đồng chí lúc {at} và chuyển cán bộ theo dõi. Trả lời chậm nhất ngày {by}; "
            "gõ “dữ liệu” để xem lại.",
            at=at,
            by=by,
        )
    )


def nothing_changed(*, words: Words) -> Reply:
    """What was typed is what is stored."""
    return Reply(
        words.say("Hệ thống đang lưu đúng như vậy nên không có gì thay đổi. Gõ “dữ liệu” để xem lại.")
    )


def not_asked(*, words: Words) -> Reply:
    """`huỷ` instead of words."""
    return Reply(words.say("Không có yêu cầu nào được ghi. Gõ “dữ liệu” để xem lại."))


def ask_deletion(*, yes: str, no: str, words: Words) -> Reply:
    """What it means, before anything is gone."""
    text = words.say(
        "Nếu xóa: họ tên, tài khoản, tin nhắn, báo cáo điền dở của đồng chí được xóa hẳn, tài khoản ngắt kết nối. "
        "Báo cáo chính thức của đơn vị được giữ, người gửi ghi là “cán bộ đầu mối”. Không khôi phục được. "
        "Đồng chí có chắc chắn không?"
    )
    return with_menu(text, [Choice(words.say("Giữ nguyên"), no), Choice(words.say("Xóa hẳn"), yes)])


def deleted(*, words: Words) -> Reply:
    """The last thing that this chat hears."""
    return Reply(
        words.say(
            "Đã xóa dữ liệu của đồng chí và ngắt kết nối. Báo cáo của đơn vị được giữ, không còn tên đồng chí. "
            "Tin này và mã tài khoản được xóa trong vòng một giờ. Trân trọng cảm ơn đồng chí."
        )
    )


def ask_withdrawal(*, yes: str, no: str, words: Words) -> Reply:
    """Before the person is cut off."""
    text = words.say(
        "Nếu rút lại sự đồng ý, hệ thống ngừng gửi tin cho đồng chí; muốn dùng lại phải có mã mời mới. "
        "Đồng chí có chắc chắn không?"
    )
    return with_menu(text, [Choice(words.say("Giữ nguyên"), no), Choice(words.say("Rút lại sự đồng ý"), yes)])


def not_withdrawn(*, words: Words) -> Reply:
    """The person thought again."""
    return Reply(words.say("Không có gì thay đổi; đồng chí vẫn kết nối như trước."))


def withdrawn(*, words: Words) -> Reply:
    """The person agrees no longer."""
    return Reply(
        words.say(
            "Đã ghi nhận đồng chí rút lại sự đồng ý và ngắt kết nối tài khoản này. Hệ thống sẽ không gửi tin nữa. "
            "Khi cần dùng lại, đề nghị đồng chí liên hệ cán bộ theo dõi để nhận mã mới."
        )
    )
