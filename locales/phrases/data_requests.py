"""Requests of people about their own data, as staff see them, and what the person hears."""

from collections.abc import Sequence

from bot.core.data_requests import Field, Kind, Request
from bot.core.messages import Choice, Reply
from locales.phrases.menus import with_buttons, with_menu
from locales.words import Words


def short_line(request: Request, *, words: Words) -> str:
    """`Trường Tiểu học Lê Lợi – sửa họ tên, trả lời trước 25/11/2026`."""
    return words.say(
        "{unit} – {what}, trả lời chậm nhất {day}",
        unit=request.unit,
        what=_what(request, words),
        day=words.day(request.answer_by),
    )


def shown(request: Request, *, asked: str, yes: str, say: str, words: Words) -> Reply:
    """One request, whole, and the two ways to answer."""
    lines = [words.say("{line}.\nYêu cầu lúc {asked}.", line=short_line(request, words=words), asked=asked)]
    if request.kind is Kind.CORRECT:
        lines.append(
            words.say(
                "Đang lưu: {before}\nĐề nghị sửa thành: {after}",
                before=request.about["before"] or "–",
                after=request.about["after"],
            )
        )
    else:
        lines.append(words.say("Nội dung: {words}", words=request.words))
        lines.append(
            words.say("Chấp thuận nghĩa là đồng chí đã hoặc sẽ thực hiện yêu cầu trong thời hạn luật định.")
        )
    return with_menu(
        "\n".join(lines), [Choice(words.say("Chấp thuận"), yes), Choice(words.say("Trả lời"), say)], columns=2
    )


def which_answer(*, words: Words) -> Reply:
    """The answer in words is asked for."""
    return Reply(
        words.say(
            "Đề nghị đồng chí ghi câu trả lời; người yêu cầu nhận nguyên văn. Chưa trả lời thì gõ “huỷ”."
        )
    )


def not_answered(*, words: Words) -> str:
    return words.say("Yêu cầu chưa được trả lời, vẫn chờ xem xét.")


def answered_before(*, words: Words) -> Reply:
    """A colleague was faster, or the person is gone."""
    return Reply(words.say("Yêu cầu này đã được trả lời. Gõ “duyệt” để xem danh sách."))


def own_request(*, words: Words) -> Reply:
    return Reply(words.say("Đây là yêu cầu của chính đồng chí nên cần do đồng chí khác trả lời."))


def settled(*, granted: bool, words: Words) -> str:
    if granted:
        return words.say("Đã chấp thuận yêu cầu và báo cho người yêu cầu.")
    return words.say("Đã gửi câu trả lời cho người yêu cầu.")


def tell_settled(request: Request, *, granted: bool, answer: str, words: Words) -> Reply:
    """To whoever asked."""
    if not granted:
        return Reply(words.say("Trả lời yêu cầu của đồng chí về dữ liệu cá nhân: {answer}", answer=answer))
    if request.kind is Kind.CORRECT:
        return Reply(
            words.say(
                "Đã sửa theo đề nghị của đồng chí: {after}. Gõ “dữ liệu” để xem lại.",
                after=request.about["after"],
            )
        )
    return Reply(
        words.say("Yêu cầu của đồng chí về dữ liệu cá nhân đã được chấp thuận: {words}", words=request.words)
    )


def tell_asked(request: Request, *, data: str, words: Words) -> Reply:
    """To staff: somebody waits for an answer."""
    text = words.say(
        "Yêu cầu về dữ liệu cá nhân: {line}. Gõ “duyệt” để xem.", line=short_line(request, words=words)
    )
    return with_buttons(text, [Choice(words.say("Xem yêu cầu"), data)])


def tell_due(request: Request, *, data: str, words: Words) -> Reply:
    """To staff, on the last day: nobody has answered yet."""
    text = words.say(
        "Hôm nay là hạn trả lời yêu cầu về dữ liệu cá nhân: {line}. Gõ “duyệt” để trả lời.",
        line=short_line(request, words=words),
    )
    return with_buttons(text, [Choice(words.say("Xem yêu cầu"), data)])


def tell_deleted(units: Sequence[str], *, words: Words) -> Reply:
    """To staff: a unit may be left without anybody who reports."""
    return Reply(
        words.say(
            "Một cán bộ của {units} đã xóa dữ liệu của mình và ngắt kết nối. Đề nghị đơn vị cử cán bộ đầu mối mới, "
            "cập nhật danh sách rồi cấp mã mời; báo cáo đã gửi vẫn được giữ.",
            units=words.list(list(units)),
        )
    )


def _what(request: Request, words: Words) -> str:
    if request.kind is not Kind.CORRECT:
        return words.say("yêu cầu về dữ liệu cá nhân")
    if request.about.get("field") == Field.NAME:
        return words.say("sửa họ tên")
    return words.say("sửa chức vụ")
