"""More time that a unit asks for: what staff read and are told when they decide, and what the unit hears."""

from collections.abc import Sequence
from datetime import date

from bot.core.extending import Extension, NotThat
from bot.core.messages import Choice, Reply
from locales.phrases.menus import short, with_buttons, with_menu
from locales.words import Words


def request(
    title: str, one: Extension, *, yes: str, no: str, asked_for: bool, alone: bool = True, words: Words
) -> Reply:
    """To staff: who asks for what, and why. Unless it was `asked_for`, a number would mean something else. Where it is
    not `alone`, its choices name the unit, so that they can be typed."""
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
    if asked_for or alone:
        choices = [Choice(words.say("Đồng ý gia hạn"), yes), Choice(words.say("Không gia hạn"), no)]
    else:
        choices = [
            Choice(words.say("Đồng ý gia hạn cho {code}", code=one.unit_code), yes),
            Choice(words.say("Không gia hạn cho {code}", code=one.unit_code), no),
        ]
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


def granted(unit: str, asked: date, given: date, *, words: Words) -> str:
    if given == asked:
        return words.say("Đã gia hạn cho {unit} đến hết {day}.", unit=unit, day=words.full_day(given))
    return words.say(
        "Đã gia hạn cho {unit} đến hết {day} (đơn vị xin đến {asked}).",
        unit=unit,
        day=words.full_day(given),
        asked=words.day(asked),
    )


def refused(unit: str, *, words: Words) -> str:
    return words.say("Đã trả lời {unit}: hạn không đổi.", unit=unit)


def not_refused(*, words: Words) -> str:
    return words.say("Chưa trả lời đề nghị gia hạn.")


def decided_before(*, words: Words) -> Reply:
    return Reply(words.say("Đề nghị gia hạn này đã được giải quyết."))


def asked_anew(unit: str, *, words: Words) -> str:
    """Above the request that stands in place of the one whose button was pressed."""
    return words.say("{unit} đã xin lại, đề nghị mới như sau.", unit=unit)


def lapsed(unit: str, wanted: date, *, words: Words) -> str:
    """To staff, who agreed too late."""
    return words.say(
        "Ngày {unit} xin ({day}) đã qua nên không gia hạn được nữa. Đơn vị được báo để xin ngày khác nếu còn cần.",
        unit=unit,
        day=words.day(wanted),
    )


def tell_lapsed(title: str, one: Extension, *, words: Words) -> Reply:
    """To whoever asked: the day went by before anybody decided."""
    return Reply(
        words.say(
            "Đề nghị gia hạn “{title}” của {unit} đến {day} chưa kịp giải quyết thì ngày đó đã qua; hạn vẫn là {due}.\n"
            "Nếu còn cần thêm thời gian, đề nghị đồng chí gõ “gia hạn” để xin ngày khác.",
            title=title,
            unit=one.unit_name,
            day=words.day(one.wanted_on),
            due=words.day(one.stands_on),
        )
    )


def not_granted(why: NotThat, one: Extension, *, words: Words) -> str:
    """The day that staff typed cannot be given; the request stands below."""
    match why.why:
        case "early":
            return words.say(
                "Hạn của {unit} nay là {day}; hạn mới phải sau ngày đó và sau hôm nay.",
                unit=one.unit_name,
                day=words.day(one.stands_on),
            )
        case "far":
            return words.say("Chỉ được gia hạn đến {last}.", last=words.day(why.most))
    return words.say("Hệ thống chưa đọc được ngày này. Ví dụ: đồng ý gia hạn đến 12/12.")


def which_request(
    requests: Sequence[Extension], buttons: Sequence[str], *, grants: bool, words: Words
) -> Reply:
    """Several wait: for which of them was that said?"""
    lines = [f"{number}. {short_line(one, words=words)}" for number, one in enumerate(requests, start=1)]
    choices = [
        Choice(short(f"{number}. {one.unit_name}"), data)
        for number, (one, data) in enumerate(zip(requests, buttons, strict=True), start=1)
    ]
    question = (
        words.say("Đồng ý gia hạn cho đơn vị nào? Gõ số.")
        if grants
        else words.say("Không gia hạn cho đơn vị nào? Gõ số.")
    )
    return with_buttons("\n".join((question, "", *lines)), choices)


def none_waits(unit: str = "", *, words: Words) -> str:
    if unit:
        return words.say("Không có đề nghị gia hạn nào của “{unit}” đang chờ.", unit=unit)
    return words.say("Không có đề nghị gia hạn nào đang chờ.")


def nothing_owed(unit: str, *, words: Words) -> str:
    return words.say("{unit} đã gửi báo cáo, không cần gia hạn.", unit=unit)


def has_more_time(one: Extension, *, words: Words) -> str:
    return words.say(
        "Hạn của {unit} nay đã là {day}, không cần gia hạn.", unit=one.unit_name, day=words.day(one.stands_on)
    )


def tell_granted(title: str, one: Extension, day: date, *, words: Words) -> Reply:
    """`day`: until when, which may be another than was asked for."""
    if day == one.wanted_on:
        said = words.say(
            "Đề nghị gia hạn “{title}” của {unit} đã được đồng ý: hạn mới là hết {day}.",
            title=title,
            unit=one.unit_name,
            day=words.full_day(day),
        )
    else:
        said = words.say(
            "Đề nghị gia hạn “{title}” của {unit} đã được đồng ý. Đơn vị xin đến {asked}; hạn mới là hết {day}.",
            title=title,
            unit=one.unit_name,
            asked=words.day(one.wanted_on),
            day=words.full_day(day),
        )
    return Reply(said)


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
