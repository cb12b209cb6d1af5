"""`giúp`, in the place where it was asked: what is wanted there, and what to do next. At most 300 characters each."""

from bot.core.forms.outcomes import Asked, CancelAsked, Doubted, Outcome, ReasonAsked, Summarised, WhichAsked
from bot.core.messages import Reply
from locales.help_words import Topic
from locales.phrases import help_commands
from locales.words import Words


def above(reply: Reply, outcome: Outcome, *, words: Words) -> Reply:
    """What a form asks for, under what helps there. A question brings its own help."""
    said = _at(outcome, words)
    return reply.below(said) if said else reply


def _at(outcome: Outcome, words: Words) -> str:
    match outcome:
        case Summarised():
            return words.say(
                "Đây là toàn bộ báo cáo trước khi gửi. Đúng rồi thì gõ “gửi”. "
                "Sai dòng nào, gõ “sửa” kèm số dòng đó; các dòng khác vẫn giữ nguyên."
            )
        case Doubted():
            return words.say(
                "Hệ thống hỏi lại cho chắc, chưa ghi gì. Gõ “đúng” nếu hiểu đúng ý đồng chí, “nhập lại” nếu chưa đúng."
            )
        case ReasonAsked():
            return words.say(
                "Tổng số đồng chí ghi khác với danh sách nên cần một câu lý do để cán bộ theo dõi sửa danh sách. "
                "Nếu chỉ gõ nhầm, đồng chí gõ “lùi”."
            )
        case WhichAsked():
            return words.say("Đồng chí gõ số của dòng cần sửa. Không sửa nữa thì gõ “tiếp”.")
        case CancelAsked():
            return words.say(
                "“Bỏ hết” xóa các câu đã trả lời; “Điền tiếp” giữ lại. "
                "Nếu chỉ bận, đồng chí không cần bỏ: báo cáo được giữ, lúc nào gõ “tiếp” cũng được."
            )
        case Asked():
            return ""
    return ""


def stranger(issuer: str, *, words: Words) -> Reply:
    """To somebody whom nobody knows yet."""
    return Reply(
        words.say(
            "Hệ thống này dành cho cán bộ được {issuer} cấp mã mời. Mã gồm 10 ký tự, ví dụ: ABCDE-FGHJK, dùng một lần. "
            "Đồng chí gửi mã vào đây; chưa có mã thì hỏi cán bộ theo dõi.",
            issuer=issuer,
        )
    )


def consent(*, words: Words) -> Reply:
    """The privacy notice waits for an answer."""
    return Reply(
        words.say(
            "Trước khi dùng, hệ thống cần sự đồng ý của đồng chí với thông báo ở trên. Gõ “đồng ý” để tiếp tục. "
            "Gõ “không đồng ý” thì không có gì được lưu; báo cáo gửi qua điện thoại hoặc văn bản."
        )
    )


def return_reason(*, words: Words) -> Reply:
    """Staff are asked why a report is returned."""
    return Reply(
        words.say(
            "Tin tiếp theo đồng chí gõ là lý do trả lại; đơn vị nhận nguyên văn và có 3 ngày làm việc để bổ sung. "
            "Ví dụ: “Đề nghị bổ sung số giáo viên dự buổi 20/11”. Không trả lại nữa thì gõ “huỷ”."
        )
    )


def decline_reason(*, words: Words) -> Reply:
    """Staff are asked why the roster stays."""
    return Reply(
        words.say(
            "Tin tiếp theo đồng chí gõ là lý do không sửa danh sách; đơn vị nhận nguyên văn cùng báo cáo được trả lại. "
            "Chưa quyết định thì gõ “huỷ”."
        )
    )


def own_words(*, words: Words) -> Reply:
    """Something about one's own data is being typed, or answered."""
    return Reply(
        words.say("Tin tiếp theo đồng chí gõ là nội dung được hỏi ở trên. Không cần nữa thì gõ “huỷ”.")
    )


def after_reminder(*, words: Words) -> Reply:
    """The last thing that this chat heard was a reminder."""
    return Reply(
        words.say(
            "Tin vừa rồi nhắc những báo cáo hệ thống chưa nhận được. Gõ “báo cáo” để báo cáo ngay, “việc” để xem danh "
            "sách và hạn. Gửi xong thì hệ thống không nhắc nữa. Nếu có vướng mắc, đồng chí liên hệ cán bộ theo dõi."
        )
    )


def task_list(*, words: Words) -> Reply:
    """The list of work was shown."""
    return Reply(
        words.say(
            "Mỗi dòng là một báo cáo. Gõ số của dòng để mở, ví dụ: 1. Điền dở cũng được, các câu đã trả lời được giữ. "
            "Nếu chưa quen, gõ “thử báo cáo”. Gõ “giúp tất cả” để xem mọi lệnh."
        )
    )


def review_queue(*, words: Words) -> Reply:
    """Staff look at what waits for them."""
    return Reply(
        words.say(
            "Mỗi dòng là một việc chờ đồng chí xem, cũ nhất trước. Gõ số của dòng để mở; mở ra mới tiếp nhận hoặc "
            "trả lại. Gõ “duyệt” để xem lại danh sách."
        )
    )


def review_one(*, words: Words) -> Reply:
    """Staff look at one report or request."""
    return Reply(
        words.say(
            "Gõ 1 hoặc 2 để chọn. Tiếp nhận rồi thì không trả lại được nữa; trả lại thì cần một câu lý do, "
            "đơn vị nhận nguyên văn. Gõ “duyệt” để quay lại danh sách."
        )
    )


def request(*, words: Words) -> Reply:
    """Staff look at a request about personal data."""
    return Reply(
        words.say(
            "“Chấp thuận”: hệ thống sửa ngay họ tên, chức vụ như đề nghị; yêu cầu khác thì đồng chí thực hiện. "
            "“Trả lời”: ghi một câu, người yêu cầu nhận nguyên văn. Hạn trả lời là 2 ngày làm việc. "
            "Gõ “duyệt” để quay lại."
        )
    )


def menu(*, words: Words) -> Reply:
    """Something was offered to choose from."""
    return Reply(
        words.say(
            "Đồng chí gõ số hoặc chữ của một lựa chọn ở tin trên. Không chọn cũng được: gõ “việc” hoặc một lệnh khác."
        )
    )


def group(*, words: Words) -> Reply:
    """In the Committee's group: short, and without a name."""
    return Reply(
        words.say(
            "Trong nhóm có thể gõ: /tonghop, /tiendo, /quahan, /chitieu, /donvi kèm tên. Báo cáo và dữ liệu cá nhân: "
            "đề nghị nhắn riêng cho hệ thống."
        )
    )


def topic(about: Topic, *, form_open: bool, words: Words) -> Reply:
    """Help about one thing, wherever it is asked."""
    said = _TOPICS[about](words) if about in _TOPICS else help_commands.explained(about, words=words)
    if form_open:
        said += "\n" + help_commands.back_to_the_question(words=words)
    return Reply(said)


def _edit(words: Words) -> str:
    return words.say(
        "Khi đang điền: gõ “lùi” để về câu trước, hoặc “sửa 3” để sửa câu 3. Đã gửi: gõ “sửa báo cáo” khi kỳ "
        "chưa khóa; đã khóa thì đề nghị cán bộ theo dõi trả lại. Sửa tin nhắn cũ trên điện thoại không có tác dụng."
    )


def _evidence(words: Words) -> str:
    return words.say(
        "Gửi ảnh (jpg, png) hoặc tệp pdf, docx, xlsx, mỗi tệp không quá 10 MB, khi hệ thống hỏi minh chứng. "
        "Nên chụp trang đầu văn bản; không gửi tài liệu mật, ảnh rõ mặt học sinh. Đủ rồi gõ “xong”."
    )


def _date(words: Words) -> str:
    return words.say(
        "Ngày gõ được nhiều cách: 20/11/2026, 20/11, “hôm qua”, “thứ sáu tuần trước”. Thiếu năm, hệ thống hiểu theo kỳ "
        "báo cáo và ghi lại để đồng chí xem. Ghi sai thì gõ “lùi”."
    )


def _number(words: Words) -> str:
    return words.say(
        "Gõ số, ví dụ: 43. Câu có tổng số: chỉ cần số đã thực hiện; gõ “đủ” nếu bằng tổng số. "
        "Tổng số trong danh sách chưa đúng thì gõ cả hai: 43/47, rồi ghi lý do."
    )


def _send(words: Words) -> str:
    return words.say(
        "Gõ “báo cáo”, trả lời từng câu, xem bảng tóm tắt rồi gõ “gửi”. Có mã biên nhận là đã gửi xong. "
        "Muốn làm quen trước, gõ “thử báo cáo”."
    )


def _cancel(words: Words) -> str:
    return words.say(
        "Chỉ tạm dừng thì không cần làm gì: câu đã trả lời được giữ, lúc nào cũng gõ “tiếp” được. "
        "Gõ “huỷ” để bỏ hẳn báo cáo đang điền; hệ thống hỏi lại trước khi bỏ."
    )


def _data(words: Words) -> str:
    return words.say(
        "Gõ “dữ liệu” để xem hệ thống lưu gì về đồng chí, ai xem được, lưu bao lâu; tại đó có thể tải về, đề nghị sửa, "
        "xóa, rút lại sự đồng ý. Yêu cầu được trả lời trong 2 ngày làm việc."
    )


def _reminder(words: Words) -> str:
    return words.say(
        "Hệ thống nhắc trước hạn 7 và 3 ngày, đúng hạn, sau hạn 1 và 3 ngày làm việc; chỉ trong giờ hành chính, mỗi "
        "ngày nhiều nhất một tin. Đã gửi báo cáo thì hệ thống không nhắc nữa. Gõ “việc” để xem còn việc gì."
    )


def _code(words: Words) -> str:
    return words.say(
        "Mã mời (ABCDE-FGHJK) để kết nối, do cán bộ theo dõi cấp, dùng một lần. Mã biên nhận (BC-…) xác nhận báo cáo "
        "đã đến; xem lại bằng “lịch sử”, xem toàn văn bằng “nguồn” kèm mã."
    )


_TOPICS = {
    Topic.EDIT: _edit,
    Topic.EVIDENCE: _evidence,
    Topic.DATE: _date,
    Topic.NUMBER: _number,
    Topic.SEND: _send,
    Topic.CANCEL: _cancel,
    Topic.DATA: _data,
    Topic.REMINDER: _reminder,
    Topic.CODE: _code,
}
