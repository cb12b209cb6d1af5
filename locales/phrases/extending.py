"""More time for a report: asking for it."""

from collections.abc import Sequence
from datetime import date

from bot.core.extending import NotThat, Wanted
from bot.core.messages import Choice, Reply
from locales.phrases.menus import short, with_buttons, with_menu
from locales.words import Words


def nothing_to_extend(*, words: Words) -> Reply:
    return Reply(words.say("Hiện đồng chí không còn báo cáo nào cần gia hạn."))


def which(reports: Sequence[tuple[str, str, str]], buttons: Sequence[str], *, words: Words) -> Reply:
    """Several reports are owed: (title, unit or nothing, when it is due) of each, whole; its button is short."""
    titles = [" – ".join(part for part in (title, unit) if part) for title, unit, _ in reports]
    lines = [
        f"{number}. {title}, {day}"
        for number, (title, (_, _, day)) in enumerate(zip(titles, reports, strict=True), start=1)
    ]
    choices = [
        Choice(short(f"{number}. {title}"), data)
        for number, (title, data) in enumerate(zip(titles, buttons, strict=True), start=1)
    ]
    text = "\n".join((words.say("Đồng chí xin gia hạn báo cáo nào? Gõ số."), "", *lines))
    return with_buttons(text, choices)


def until_when(title: str, due_on: date, choices: Sequence[Choice], *, last: date, words: Words) -> Reply:
    text = words.say(
        "Xin gia hạn “{title}” (hạn {due}) đến ngày nào? Chọn hoặc gõ một ngày, muộn nhất {last}. Gõ “huỷ” để thôi.",
        title=title,
        due=words.day(due_on),
        last=words.day(last),
    )
    return with_menu(text, choices) if choices else Reply(text)


def not_that(why: NotThat, *, words: Words) -> str:
    match why.why:
        case "early":
            return words.say("Ngày gia hạn phải sau hạn hiện nay và sau hôm nay.")
        case "far":
            return words.say("Chỉ được gia hạn đến {last}.", last=words.day(why.most))
    return words.say("Hệ thống chưa đọc được ngày này. Ví dụ: 9/12; thứ Sáu; thêm 5 ngày.")


def noted_day(wanted: Wanted, *, words: Words) -> str:
    """The day as it was understood, with its weekday; and why it is not the one that was named."""
    day = words.full_day(wanted.day)
    match wanted.moved:
        case "on":
            return words.say("Ngày đó là ngày nghỉ, hệ thống ghi ngày làm việc kế tiếp: {day}.", day=day)
        case "back":
            return words.say("Ngày đó là ngày nghỉ, hệ thống ghi ngày làm việc liền trước: {day}.", day=day)
        case "limit":
            return words.say(
                "Ngày đó là ngày nghỉ, ngày làm việc kế tiếp đã quá thời gian được gia hạn; hệ thống ghi ngày làm việc "
                "liền trước: {day}.",
                day=day,
            )
    return words.say("Đã ghi: đến hết {day}.", day=day)


def why(wanted: Wanted, *, words: Words) -> Reply:
    return Reply(
        noted_day(wanted, words=words)
        + "\n"
        + words.say(
            "Vì sao đơn vị cần thêm thời gian? Ghi trong một câu; không nêu tên học sinh, nội dung mật. "
            "Gõ “huỷ” để thôi."
        )
    )


def sure(title: str, wanted: Wanted, reason: str, *, send: str, leave: str, words: Words) -> Reply:
    """Day and reason came in one line, and one of them was not said for certain."""
    text = words.say(
        "{day}\nLý do: {reason}\nGửi đề nghị gia hạn “{title}” như trên?",
        day=noted_day(wanted, words=words),
        reason=reason,
        title=title,
    )
    return with_menu(text, [Choice(words.say("Gửi đề nghị"), send), Choice(words.say("Không gửi"), leave)])


def why_again(*, words: Words) -> Reply:
    return Reply(words.say("Đề nghị đồng chí ghi rõ lý do trong một câu. Gõ “huỷ” để thôi."))


def asked(
    title: str, before: date, wanted: date, *, instead_of: date | None, above: str = "", words: Words
) -> Reply:
    """The request went to staff. `instead_of`: until when the unit asked before, which nobody had decided."""
    sent = words.say(
        "Đã gửi đề nghị gia hạn “{title}” từ {before} đến {wanted}. Khi có ý kiến của cán bộ theo dõi, hệ thống "
        "báo lại; trước đó hạn cũ vẫn tính.",
        title=title,
        before=words.day(before),
        wanted=words.day(wanted),
    )
    replaced = (
        words.say("Đề nghị này thay đề nghị trước (đến {day}).", day=words.day(instead_of))
        if instead_of
        else ""
    )
    return Reply("\n".join(part for part in (above, sent, replaced) if part))


def not_asked(*, words: Words) -> Reply:
    return Reply(words.say("Chưa gửi đề nghị gia hạn nào."))


def noted(wanted: date, *, today: date, words: Words) -> str:
    """In the list of what somebody owes."""
    if wanted < today:
        return words.say(
            "đã xin gia hạn đến {day}, chưa có ý kiến; có thể xin ngày khác", day=words.day(wanted)
        )
    return words.say("đang xin gia hạn đến {day}", day=words.day(wanted))


def extended(original: date, *, words: Words) -> str:
    """Of a form that was given more time. `original` is the last day that it had at first."""
    return words.say("đã gia hạn, hạn cũ {day}", day=words.day(original))
