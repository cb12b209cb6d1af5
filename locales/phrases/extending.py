"""More time for a report: asking for it, deciding about it, and what the unit hears."""

from collections.abc import Sequence
from datetime import date

from bot.core.extending import Extension, NotThat
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


def why(day: date, *, moved: bool, words: Words) -> Reply:
    """`moved`: the day that was named is not worked, the next one is."""
    line = (
        words.say("Ngày đó là ngày nghỉ, hệ thống ghi ngày làm việc kế tiếp: {day}.", day=words.full_day(day))
        if moved
        else words.say("Đã ghi: đến hết {day}.", day=words.full_day(day))
    )
    return Reply(
        line
        + "\n"
        + words.say(
            "Vì sao đơn vị cần thêm thời gian? Ghi trong một câu; không nêu tên học sinh, nội dung mật. "
            "Gõ “huỷ” để thôi."
        )
    )


def why_again(*, words: Words) -> Reply:
    return Reply(words.say("Đề nghị đồng chí ghi rõ lý do trong một câu. Gõ “huỷ” để thôi."))


def asked(title: str, before: date, wanted: date, *, words: Words) -> Reply:
    return Reply(
        words.say(
            "Đã gửi đề nghị gia hạn “{title}” từ {before} đến {wanted}. Khi có ý kiến của cán bộ theo dõi, hệ thống "
            "báo lại; trước đó hạn cũ vẫn tính.",
            title=title,
            before=words.day(before),
            wanted=words.day(wanted),
        )
    )


def not_asked(*, words: Words) -> Reply:
    return Reply(words.say("Chưa gửi đề nghị gia hạn nào."))


def request(title: str, one: Extension, *, yes: str, no: str, asked_for: bool, words: Words) -> Reply:
    """To staff: who asks for what, and why. Unless it was `asked_for`, a number would mean something else."""
    text = words.say(
        "Đề nghị gia hạn: {unit} – “{title}”.\nHạn {before}, xin đến {wanted}.\nLý do: {reason}\n"
        "Người đề nghị: {asker}",
        unit=one.unit_name,
        title=title,
        before=words.day(one.stands_on),
        wanted=words.full_day(one.wanted_on),
        reason=one.reason,
        asker=one.asker,
    )
    choices = [Choice(words.say("Đồng ý gia hạn"), yes), Choice(words.say("Không gia hạn"), no)]
    if asked_for:
        return with_menu(text, choices)
    said = words.say("Đồng chí chọn hoặc gõ “{yes}”, “{no}”.", yes=choices[0].label, no=choices[1].label)
    return with_buttons(f"{text}\n{said}", choices)


def decide_or_list(
    title: str, one: Extension, *, yes: str, no: str, list_: str, form_open: bool, words: Words
) -> Reply:
    """A word may have meant this request, or something else, perhaps the form that is open: nothing was decided by
    it."""
    text = words.say(
        "Để tránh nhầm, đề nghị đồng chí nói rõ: có gia hạn “{title}” của {unit} đến hết {wanted} không?\n"
        "Lý do: {reason}",
        title=title,
        unit=one.unit_name,
        wanted=words.full_day(one.wanted_on),
        reason=one.reason,
    )
    if form_open:
        text += "\n" + words.say("Báo cáo đang điền vẫn còn: gõ “tiếp tục” để điền tiếp.")
    return with_menu(
        text,
        [
            Choice(words.say("Đồng ý gia hạn"), yes),
            Choice(words.say("Không gia hạn"), no),
            Choice(words.say("Danh sách chờ duyệt"), list_),
        ],
    )


def several_asked(*, words: Words) -> str:
    """A yes or no, where several requests came one after the other."""
    return words.say("Có nhiều đề nghị gia hạn đang chờ, hệ thống chưa rõ đồng chí trả lời đề nghị nào.")


def short_line(one: Extension, *, words: Words) -> str:
    """In the list of what waits for staff."""
    return words.say(
        "{unit}: xin gia hạn từ {before} đến {wanted}",
        unit=one.unit_name,
        before=words.day(one.stands_on),
        wanted=words.day(one.wanted_on),
    )


def why_refused(*, words: Words) -> Reply:
    return Reply(
        words.say("Đề nghị đồng chí ghi lý do không gia hạn trong một câu. Đơn vị sẽ nhận nguyên văn.")
    )


def granted(unit: str, wanted: date, *, words: Words) -> str:
    return words.say("Đã gia hạn cho {unit} đến hết {day}.", unit=unit, day=words.full_day(wanted))


def refused(unit: str, *, words: Words) -> str:
    return words.say("Đã trả lời {unit}: hạn không đổi.", unit=unit)


def not_refused(*, words: Words) -> str:
    return words.say("Chưa trả lời đề nghị gia hạn.")


def decided_before(*, words: Words) -> Reply:
    return Reply(words.say("Đề nghị gia hạn này đã được giải quyết."))


def too_late(*, words: Words) -> Reply:
    return Reply(words.say("Ngày xin gia hạn đã qua. Đồng chí chọn “Không gia hạn”; đơn vị có thể xin lại."))


def nothing_owed(unit: str, *, words: Words) -> str:
    return words.say("{unit} đã gửi báo cáo, không cần gia hạn.", unit=unit)


def has_more_time(one: Extension, *, words: Words) -> str:
    return words.say(
        "Hạn của {unit} nay đã là {day}, không cần gia hạn.", unit=one.unit_name, day=words.day(one.stands_on)
    )


def tell_granted(title: str, one: Extension, *, words: Words) -> Reply:
    return Reply(
        words.say(
            "Đề nghị gia hạn “{title}” của {unit} đã được đồng ý: hạn mới là hết {day}.",
            title=title,
            unit=one.unit_name,
            day=words.full_day(one.wanted_on),
        )
    )


def tell_refused(title: str, one: Extension, reason: str, *, words: Words) -> Reply:
    return Reply(
        words.say(
            "Đề nghị gia hạn “{title}” của {unit} chưa được đồng ý: {reason}\nHạn vẫn là {day}.",
            title=title,
            unit=one.unit_name,
            reason=reason,
            day=words.day(one.stands_on),
        )
    )


def noted(wanted: date, *, words: Words) -> str:
    """In the list of what somebody owes."""
    return words.say("đang xin gia hạn đến {day}", day=words.day(wanted))


def extended(original: date, *, words: Words) -> str:
    """Of a form that was given more time. `original` is the last day that it had at first."""
    return words.say("đã gia hạn, hạn cũ {day}", day=words.day(original))
