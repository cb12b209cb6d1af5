"""The demonstration's narrator, and what its people type."""

from datetime import datetime, tzinfo

from locales.words import Words


def opening(units: int, assignments: int, *, words: Words) -> str:
    return words.say(
        "Trình diễn Nhắc Việc: kế hoạch là thật (Chỉ thị 32), đơn vị và tên người là hư cấu.\n"
        "Đã nạp {units} đơn vị và {assignments} nhiệm vụ theo đơn vị và kỳ. "
        "Dấu > là người gõ, < là hệ thống, [ ] là nút bấm.",
        units=words.number(units),
        assignments=words.number(assignments),
    )


def at(moment: datetime, zone: tzinfo, *, words: Words) -> str:
    """The heading of a scene's instant."""
    local = moment.astimezone(zone)
    return words.say("{weekday}, {at}", weekday=words.weekday(local.date()), at=words.moment(moment, zone))


def group_linked(*, words: Words) -> str:
    return words.say("Cán bộ Ban Tuyên giáo đưa hệ thống vào nhóm của Ban và kết nối nhóm.")


def officer_joins(*, words: Words) -> str:
    return words.say("Một cán bộ trường tiểu học vào hệ thống bằng mã mời, xem việc và báo cáo.")


def officer_resumes(*, words: Words) -> str:
    return words.say("Một số đồng chí khác vào hệ thống; một đồng chí đang điền dở thì bận việc.")


def days_pass(*, words: Words) -> str:
    return words.say(
        "Mấy ngày sau, còn 7 ngày đến hạn: đồng chí chưa báo cáo được nhắc, đồng chí đã báo cáo thì không."
    )


def nothing_new(*, words: Words) -> str:
    return words.say("(không có tin nhắc: đồng chí này đã báo cáo)")


def others_report(*, words: Words) -> str:
    return words.say("Trong khi đó, phần lớn các đơn vị khác cũng báo cáo (không ghi lại ở đây).")


def left_off(*, words: Words) -> str:
    return words.say("Đồng chí điền dở quay lại đúng chỗ đã dừng.")


def monday(*, words: Words) -> str:
    return words.say("Sáng thứ Hai: bản tổng hợp tuần được gửi vào nhóm của Ban.")


def overdue(*, words: Words) -> str:
    return words.say(
        "Quá hạn mà chưa nhận được báo cáo: hệ thống nhắc cán bộ, sau 3 ngày làm việc thì báo cả thủ trưởng đơn vị."
    )


def the_end(*, words: Words) -> str:
    return words.say("Hết phần trình diễn.")


def try_by_hand(url: str, *, words: Words) -> str:
    return words.say(
        "Hệ thống vẫn chạy tại {url}. Mở một cửa sổ lệnh khác và gõ:\n\n    .venv/bin/nhacviec talk\n\n"
        "rồi gõ một mã mời dưới đây (mỗi mã một người). Gõ :help để biết cách bấm nút, đổi người. "
        "Dừng bằng Ctrl+C.",
        url=url,
    )


def code_line(code: str, name: str, unit: str, role: str, *, words: Words) -> str:
    return words.say("    {code}  {name}, {role} – {unit}", code=code, name=name, role=role, unit=unit)


def group_name(*, words: Words) -> str:
    """The Committee's group."""
    return words.say("Nhóm Ban Tuyên giáo")


# What people type. Each is understood in its language, with or without accents.


def yes(*, words: Words) -> str:
    return words.say("rồi")


def yes_without_accents(*, words: Words) -> str:
    return words.say("co")


def impossible_day(*, words: Words) -> str:
    return words.say("31/11")


def day(*, words: Words) -> str:
    return words.say("20/11")


def all_of_them(*, words: Words) -> str:
    return words.say("đủ")


def right(*, words: Words) -> str:
    return words.say("đúng")


def document(*, words: Words) -> str:
    return words.say("15-KH/TH, ngày 21/11/2026")


def skip(*, words: Words) -> str:
    return words.say("bỏ qua")


def send(*, words: Words) -> str:
    return words.say("Gửi")


def agree(*, words: Words) -> str:
    return words.say("Đồng ý")


def tasks(*, words: Words) -> str:
    return words.say("việc")


def report(*, words: Words) -> str:
    return words.say("báo cáo")


def edit_line(number: int, *, words: Words) -> str:
    return words.say("sửa {number}", number=number)


def keeps_going(*, words: Words) -> str:
    """A sentence for a question that takes text."""
    return words.say("Đã tổ chức theo kế hoạch, đúng thành phần.")


def full(*, words: Words) -> str:
    """How the label of the button for a full count begins."""
    return words.say("Đủ {total}/{total}", total="").strip(" /")


def taps(*, words: Words) -> tuple[str, ...]:
    """Buttons that a diligent officer taps, the first that is there."""
    return (
        words.say("Gửi"),
        words.say("Đúng"),
        words.say("Có"),
        words.say("Hôm qua"),
        words.say("Bỏ qua"),
        words.say("Xong"),
    )


def link(code: str, *, words: Words) -> str:
    return words.say("/ketnoi {code}", code=code)


def demo_runs_already(port: int, *, words: Words) -> str:
    """Its address is taken."""
    return words.say(
        "Cổng {port} đang bận: có lẽ một bản trình diễn khác đang chạy. Hãy dừng bản ấy (Ctrl+C) rồi chạy lại.",
        port=str(port),
    )


def phone_name(*, words: Words) -> str:
    """Whose phone it is when nobody says."""
    return words.say("Người dùng thử")
