"""Leaves: from when to when, who stands in, and who is told."""

from collections.abc import Sequence
from datetime import date

from bot.core.leave import Days, Leave
from bot.core.messages import Choice, Reply
from locales.phrases.menus import short, with_menu
from locales.words import Words

MOST_FORMS = 5


def which_days(*, words: Words) -> Reply:
    return Reply(
        words.say(
            "Đồng chí nghỉ từ ngày nào đến hết ngày nào? Ví dụ: từ 1/12 đến 5/12; hôm nay; 3 ngày; đến hết tuần. "
            "Gõ “huỷ” để thôi."
        )
    )


def days_unclear(text: str, *, words: Words) -> Reply:
    """What was typed is no stretch of days, or one that is over."""
    return Reply(
        words.say(
            "Hệ thống chưa đọc được ngày nghỉ từ “{text}”, hoặc các ngày đó đã qua, quá dài. "
            "Ví dụ: từ 1/12 đến 5/12; hôm nay; 3 ngày; đến hết tuần.",
            text=text,
        )
    )


def span(starts_on: date, ends_on: date, *, words: Words) -> str:
    """`từ thứ Ba, 01/12/2026 đến hết thứ Bảy, 05/12/2026`."""
    if starts_on == ends_on:
        return words.full_day(starts_on)
    return words.say("từ {start} đến hết {end}", start=words.full_day(starts_on), end=words.full_day(ends_on))


def who_stands_in(days: Days, people: Sequence[Choice], *, words: Words) -> Reply:
    """The colleagues who may, and nobody."""
    text = words.say(
        "Đồng chí nghỉ {span}. Ai làm thay trong thời gian đó?",
        span=span(days.starts_on, days.ends_on, words=words),
    )
    return with_menu(text, people)


def nobody_label(*, words: Words) -> str:
    return words.say("Không có ai")


def confirm(days: Days, substitute: str, *, yes: str, no: str, words: Words) -> Reply:
    """Everything once more, before it counts."""
    when = span(days.starts_on, days.ends_on, words=words)
    if substitute:
        text = words.say(
            "Đồng chí nghỉ {span}, đồng chí {substitute} làm thay. Việc và tin nhắc trong thời gian đó chuyển cho "
            "đồng chí ấy, sau đó tự trở về đồng chí. Có đúng không?",
            span=when,
            substitute=substitute,
        )
    else:
        text = words.say(
            "Đồng chí nghỉ {span}, không có ai làm thay. Cán bộ theo dõi sẽ được báo. Có đúng không?",
            span=when,
        )
    return with_menu(text, [Choice(words.say("Đúng"), yes), Choice(words.say("Không đúng"), no)], columns=2)


def noted(days: Days, substitute: str, *, words: Words) -> Reply:
    """It counts."""
    when = span(days.starts_on, days.ends_on, words=words)
    if substitute:
        return Reply(
            words.say(
                "Đã ghi: đồng chí nghỉ {span}, đồng chí {substitute} làm thay và sẽ được báo. "
                "Về sớm, đồng chí gõ “đi làm lại”.",
                span=when,
                substitute=substitute,
            )
        )
    return Reply(
        words.say(
            "Đã ghi: đồng chí nghỉ {span}. Cán bộ theo dõi sẽ được báo. Về sớm, đồng chí gõ “đi làm lại”.",
            span=when,
        )
    )


def not_stated(*, words: Words) -> Reply:
    return Reply(words.say("Chưa ghi ngày nghỉ nào. Gõ “nghỉ” khi cần."))


def stated(
    own: Sequence[Leave], others: Sequence[Leave], choices: Sequence[Choice], *, words: Words
) -> Reply:
    """What was stated: one's own leaves, and those for which one stands in."""
    lines = []
    for one in own:
        when = span(one.starts_on, one.ends_on, words=words)
        lines.append(
            words.say("Đồng chí nghỉ {span}; làm thay: {substitute}.", span=when, substitute=one.substitute)
            if one.substitute
            else words.say("Đồng chí nghỉ {span}; chưa có người làm thay.", span=when)
        )
    lines += [
        words.say(
            "Đồng chí {name} nghỉ {span}; đồng chí làm thay.",
            name=one.name,
            span=span(one.starts_on, one.ends_on, words=words),
        )
        for one in others
    ]
    return with_menu("\n".join(lines), choices)


def back_label(one: Leave, *, today: date, words: Words) -> str:
    return words.say("Đi làm lại") if one.covers(today) else words.say("Không nghỉ nữa")


def decline_label(one: Leave, *, words: Words) -> str:
    return short(words.say("Tôi không nhận (thay {name})", name=one.name))


def new_label(*, words: Words) -> str:
    return words.say("Ghi ngày nghỉ khác")


def no_such_leave(*, words: Words) -> Reply:
    return Reply(
        words.say("Không có ngày nghỉ nào như vậy đang được ghi. Gõ “nghỉ” để xem hoặc ghi ngày nghỉ.")
    )


def back(*, words: Words) -> Reply:
    """The leave is over early."""
    return Reply(
        words.say(
            "Đã ghi: đồng chí không còn nghỉ. Việc và tin nhắc trở về đồng chí; gõ “việc” để xem danh sách."
        )
    )


def declined(one: Leave, *, words: Words) -> Reply:
    return Reply(
        words.say("Đã ghi: đồng chí không làm thay đồng chí {name}. Cán bộ theo dõi được báo.", name=one.name)
    )


def asked_to_stand_in(one: Leave, *, units: str, words: Words) -> Reply:
    """To the substitute."""
    return Reply(
        words.say(
            "Kính gửi đồng chí {substitute}.\n\nĐồng chí {name} ({units}) nghỉ {span} và đề nghị đồng chí làm thay. "
            "Trong thời gian đó việc của đơn vị hiện trong danh sách của đồng chí (gõ “việc”). "
            "Nếu không nhận được, gõ “tôi không nhận”.",
            substitute=one.substitute,
            name=one.name,
            units=units,
            span=span(one.starts_on, one.ends_on, words=words),
        )
    )


def substitute_declined(one: Leave, *, by: str, words: Words) -> Reply:
    """To whoever is away."""
    return Reply(
        words.say(
            "Kính gửi đồng chí {name}.\n\nĐồng chí {by} không nhận làm thay {span}. "
            "Đồng chí gõ “nghỉ” để chọn người khác; cán bộ theo dõi đã được báo.",
            name=one.name,
            by=by,
            span=span(one.starts_on, one.ends_on, words=words),
        )
    )


def back_again(one: Leave, *, words: Words) -> Reply:
    """To the substitute: the work goes back."""
    return Reply(
        words.say(
            "Kính gửi đồng chí {substitute}.\n\nĐồng chí {name} đã đi làm lại (hoặc không nghỉ nữa); đồng chí không "
            "cần làm thay. Trân trọng cảm ơn đồng chí.",
            substitute=one.substitute,
            name=one.name,
        )
    )


def nobody_stands_in(
    one: Leave, forms: Sequence[tuple[str, str, date]], *, units: str, declined_by: str, words: Words
) -> Reply:
    """To staff: (title, unit, last day) of what falls due while nobody is there."""
    when = span(one.starts_on, one.ends_on, words=words)
    parts = [
        words.say(
            "Đồng chí {name} ({units}) nghỉ {span}; đồng chí {by} không nhận làm thay nên chưa có người thay.",
            name=one.name,
            units=units,
            span=when,
            by=declined_by,
        )
        if declined_by
        else words.say(
            "Đồng chí {name} ({units}) nghỉ {span}, không có người làm thay.",
            name=one.name,
            units=units,
            span=when,
        )
    ]
    lines = [
        words.say("- “{title}” – {unit}, hạn {day}", title=title, unit=unit, day=words.day(day))
        for title, unit, day in forms[:MOST_FORMS]
    ]
    if len(forms) > MOST_FORMS:
        lines.append(words.say("… và {count} báo cáo nữa.", count=len(forms) - MOST_FORMS))
    if lines:
        parts.append(words.say("Báo cáo đến hạn trong thời gian đó:") + "\n" + "\n".join(lines))
    else:
        parts.append(words.say("Trong thời gian đó không có báo cáo nào đến hạn."))
    return Reply("\n\n".join(parts))
