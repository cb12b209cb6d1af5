"""The headings of the file that holds everything stored about a person."""

from locales.words import Words


def title(words: Words) -> str:
    return words.say("Dữ liệu hệ thống lưu về đồng chí")


def made_at(at: str, *, words: Words) -> str:
    return words.say("Lập lúc {at}. Thời điểm ghi theo giờ quốc tế (UTC).", at=at)


def nothing(words: Words) -> str:
    return words.say("Không có.")


def file_name(words: Words) -> str:
    """Without its ending, in ASCII: phones keep it so."""
    return words.say("du-lieu-cua-toi")


def cannot_send(words: Words) -> str:
    """Where the messenger carries no files."""
    return words.say(
        "Tệp dữ liệu không gửi được qua kênh này. Đề nghị đồng chí liên hệ cán bộ theo dõi để nhận."
    )


def section(table: str, *, words: Words) -> str:
    """What a table is about."""
    match table:
        case "left_out":
            return words.say("Phần cũ chưa đưa vào vì tệp quá lớn; đề nghị hỏi cán bộ theo dõi")
        case "person":
            return words.say("Họ tên, ngôn ngữ")
        case "post":
            return words.say("Đơn vị, vai trò, chức vụ")
        case "contact":
            return words.say("Tài khoản nhắn tin")
        case "consent":
            return words.say("Sự đồng ý, kèm nguyên văn thông báo")
        case "invitation":
            return words.say("Mã mời đã cấp (chỉ lưu thời điểm)")
        case "report":
            return words.say("Báo cáo đã gửi")
        case "report_event":
            return words.say("Việc xem xét báo cáo")
        case "filling":
            return words.say("Báo cáo điền dở hoặc đã bỏ")
        case "reminder":
            return words.say("Các lần nhắc việc")
        case "snooze":
            return words.say("Các lần nhắc sau")
        case "extension":
            return words.say("Các lần xin gia hạn")
        case "message":
            return words.say("Tin hệ thống đã gửi")
        case "data_request":
            return words.say("Yêu cầu về dữ liệu cá nhân")
        case "audit":
            return words.say("Nhật ký thao tác")
    return table
