"""What a command does, in two to four lines with an example: `giúp gia hạn`; and help while one of them asks."""

from collections.abc import Callable, Mapping

from bot.core.messages import Reply
from locales.help_words import Topic
from locales.words import Words


def explained(about: Topic, *, words: Words) -> str:
    """About one command. At most 300 characters."""
    return _EXPLAINED[about](words)


def back_to_the_question(*, words: Words) -> str:
    """Below something else that was said while a form is open."""
    return words.say("Gõ “tiếp” để quay lại câu đang hỏi.")


def extension_which(*, words: Words) -> Reply:
    """Which report needs more time was asked."""
    return Reply(
        words.say("Gõ số của báo cáo cần thêm thời gian. Không xin nữa thì gõ “huỷ”.") + "\n" + _extend(words)
    )


def extension_day(*, words: Words) -> Reply:
    """Until when was asked."""
    return Reply(
        words.say(
            "Gõ ngày đơn vị làm xong được, ví dụ: 9/12; thứ Sáu; thêm 5 ngày; cuối tháng 12; hoặc số của một ngày ở "
            "trên. Sau đó hệ thống hỏi lý do; chưa có gì được gửi đi. Không xin nữa thì gõ “huỷ”."
        )
    )


def extension_reason(*, words: Words) -> Reply:
    """Why a unit needs more time was asked."""
    return Reply(
        words.say(
            "Tin tiếp theo đồng chí gõ là lý do xin gia hạn; cán bộ theo dõi đọc nguyên văn. Ví dụ: “Trường thi học kỳ "
            "đến ngày 24/12”. Đổi ngày thì gõ “gia hạn” kèm ngày khác; không xin nữa thì gõ “huỷ”."
        )
    )


def refusal_reason(*, words: Words) -> Reply:
    """Why there is no more time was asked of staff."""
    return Reply(
        words.say(
            "Tin tiếp theo đồng chí gõ là lý do không gia hạn; đơn vị nhận nguyên văn, hạn cũ không đổi. "
            "Chưa quyết định thì gõ “huỷ”."
        )
    )


def leave_days(*, words: Words) -> Reply:
    """From when to when somebody is away was asked."""
    return Reply(
        words.say(
            "Gõ ngày đồng chí nghỉ, ví dụ: từ 1/12 đến 5/12; hôm nay; 3 ngày. Sau đó hệ thống hỏi ai làm thay. "
            "Không ghi nữa thì gõ “huỷ”."
        )
    )


def later_times(*, words: Words) -> Reply:
    """The times of `nhắc sau` stand to choose from."""
    return Reply(_later(words))


def _later(words: Words) -> str:
    return words.say(
        "Gõ “nhắc sau” kèm lúc tiện, ví dụ: nhắc sau sáng mai; nhắc sau 15h; nhắc sau thứ Hai.\n"
        "Hệ thống chỉ nhắn trong giờ hành chính, không nhắn buổi tối và ngày nghỉ, không nhắc sau quá hạn báo cáo. "
        "Hạn báo cáo không đổi."
    )


def _extend(words: Words) -> str:
    return words.say(
        "Gõ “gia hạn” kèm ngày, ví dụ: gia hạn 9/12; rồi ghi lý do trong một câu.\n"
        "Cán bộ theo dõi xem và trả lời; trước đó hạn cũ vẫn tính. Gõ “việc” để xem đề nghị đang chờ."
    )


def _digest(words: Words) -> str:
    return words.say(
        "Gõ “tổng hợp” để xem số liệu đến lúc này; “tổng hợp tuần 48” để xem lại bản đã gửi; “tổng hợp ảnh”, "
        "“tổng hợp chữ”, “tổng hợp bảng” để lấy ảnh, chữ, bảng Excel.\n"
        "Gõ “nhận bản tổng hợp” để nhận hằng tuần. Lệnh dành cho người theo dõi đơn vị cấp dưới."
    )


def _progress(words: Words) -> str:
    return words.say(
        "Gõ “tiến độ” để xem từng báo cáo đang mở: bao nhiêu đơn vị đã gửi, việc nào đang chờ việc nào.\n"
        "Xem đơn vị chậm: gõ “quá hạn”; xem một đơn vị: gõ “đơn vị” kèm tên."
    )


def _overdue(words: Words) -> str:
    return words.say(
        "Gõ “quá hạn” để xem đơn vị chậm báo cáo, người chưa liên lạc được, đơn vị chưa có người nhận việc.\n"
        "Cán bộ theo dõi gõ “đôn đốc” để nhắc các đơn vị này, “gọi điện” để xem số máy."
    )


def _unit(words: Words) -> str:
    return words.say(
        "Gõ “đơn vị” kèm mã hoặc một phần tên, ví dụ: đơn vị T25; đơn vị hoa sen.\n"
        "Hệ thống cho biết đơn vị còn nợ báo cáo nào, hạn khi nào, ai phụ trách, đã kết nối chưa."
    )


def _targets(words: Words) -> str:
    return words.say(
        "Gõ “chỉ tiêu” để xem số liệu so với chỉ tiêu; kèm mã để xem một chỉ tiêu theo xã, khối, kỳ, ví dụ: "
        "chỉ tiêu HP-05.1.\nLệnh dành cho cán bộ theo dõi, lãnh đạo."
    )


def _leave(words: Words) -> str:
    return words.say(
        "Gõ “nghỉ” kèm ngày, ví dụ: nghỉ từ 1/12 đến 5/12; rồi chọn người làm thay.\n"
        "Trong những ngày đó tin nhắc đến người làm thay. Về sớm thì gõ “đi làm lại”."
    )


def _hand_over(words: Words) -> str:
    return words.say(
        "Gõ “bàn giao” khi đồng chí thôi phụ trách: hệ thống cấp một mã dùng một lần, đưa cho cán bộ mới.\n"
        "Cán bộ mới gõ mã đó là nhận việc; báo cáo đã gửi vẫn giữ."
    )


def _history(words: Words) -> str:
    return words.say(
        "Gõ “lịch sử” để xem báo cáo đã gửi và kết quả xem xét; kèm số để xem cả báo cáo, ví dụ: lịch sử 2.\n"
        "Gõ “nguồn” kèm mã biên nhận để xem ai gửi, gửi lúc nào."
    )


def _chase(words: Words) -> str:
    return words.say(
        "Cán bộ theo dõi gõ “nhắc” hoặc “đôn đốc” để nhắc các đơn vị quá hạn, mỗi người mỗi ngày nhiều nhất một lần, "
        "trong giờ hành chính.\nTin nhắc không đến được thì gõ “gọi điện”."
    )


def _invite(words: Words) -> str:
    return words.say(
        "Gõ “mời” để xem ai chưa kết nối; “mời” kèm tên đơn vị để cấp mã mới, ví dụ: mời T25.\n"
        "Đơn vị đổi cán bộ: gõ “mời thay” kèm tên đơn vị."
    )


def _calls(words: Words) -> str:
    return words.say(
        "Gõ “gọi điện” để xem đơn vị mà tin nhắn không đến được hoặc không trả lời, kèm số máy cơ quan.\n"
        "Gọi xong thì gõ “đã gọi” kèm mã, ví dụ: đã gọi CCB."
    )


def _calendar(words: Words) -> str:
    return words.say(
        "Gõ “lịch” để xem ngày nghỉ, ngày làm bù sắp tới.\n"
        "Cán bộ theo dõi sửa được, ví dụ: lịch nghỉ 24/11 Ngày hội; lịch làm bù 22/8; lịch bỏ 24/11. "
        "Hệ thống cho xem những hạn sẽ đổi rồi mới ghi."
    )


def _practice(words: Words) -> str:
    return words.say(
        "Gõ “thử báo cáo” để làm quen với bốn câu hỏi; không câu nào được tính.\nMuốn dừng lúc nào cũng được: gõ “huỷ”."
    )


def _tasks(words: Words) -> str:
    return words.say(
        "Gõ “việc” để xem báo cáo còn phải gửi: quá hạn, bị trả lại, đến hạn.\nGõ số của dòng để mở, ví dụ: 1."
    )


def _review(words: Words) -> str:
    return words.say(
        "Báo cáo đã gửi chờ cán bộ theo dõi xem: “tiếp nhận” là xong; “trả lại” kèm lý do, khi đó gõ “việc” để mở, sửa "
        "dòng cần sửa rồi gõ “gửi”. Cán bộ theo dõi gõ “duyệt” để xem danh sách chờ."
    )


_EXPLAINED: Mapping[Topic, Callable[[Words], str]] = {
    Topic.REVIEW: _review,
    Topic.LATER: _later,
    Topic.EXTEND: _extend,
    Topic.DIGEST: _digest,
    Topic.PROGRESS: _progress,
    Topic.OVERDUE: _overdue,
    Topic.UNIT: _unit,
    Topic.TARGETS: _targets,
    Topic.LEAVE: _leave,
    Topic.HAND_OVER: _hand_over,
    Topic.HISTORY: _history,
    Topic.CHASE: _chase,
    Topic.INVITE: _invite,
    Topic.CALLS: _calls,
    Topic.CALENDAR: _calendar,
    Topic.PRACTICE: _practice,
    Topic.TASKS: _tasks,
}
