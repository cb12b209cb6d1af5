"""What is said in place of a file that cannot be shown."""

from locales.words import Words


def not_shown(caption: str, why: str, *, words: Words) -> str:
    """One line. `caption` names the file ("Minh chứng 2/3")."""
    match why:
        case "gone":
            return words.say("{file}: tệp không còn ở kênh nhắn tin nên không xem được.", file=caption)
        case "out_of_reach":
            return words.say("{file}: chưa tải được tệp, đề nghị đồng chí mở lại sau ít phút.", file=caption)
        case "no_files":
            return words.say("{file}: kênh nhắn tin này không hiển thị được tệp.", file=caption)
        case "too_large":
            return words.say("{file}: tệp quá lớn để chuyển qua kênh nhắn tin này.", file=caption)
        case "empty":
            return words.say("{file}: tệp rỗng, đề nghị đơn vị gửi lại.", file=caption)
        case "macros":
            return words.say(
                "{file}: tệp có mã lệnh bên trong nên không được chuyển, vì lý do an toàn.", file=caption
            )
        case "other_kind":
            return words.say(
                "{file}: nội dung không đúng loại tệp được nhận (ảnh, PDF, Word, Excel) nên không được chuyển.",
                file=caption,
            )
        case "broken":
            return words.say("{file}: tệp bị hỏng, không mở được; đề nghị đơn vị gửi lại.", file=caption)
    return words.say("{file}: kênh nhắn tin không nhận tệp này nên không hiển thị được.", file=caption)
