"""When the digest comes and to whom, and changing it."""

from datetime import date, timedelta

from bot.core.digest_hours import WrongHour
from bot.core.digest_ways import DigestWays
from bot.core.forms.model import Text
from bot.core.messages import Address, Choice, Reply
from locales.phrases.menus import with_menu
from locales.words import Words

_MONDAY = date(2026, 11, 23)


def ways(now: DigestWays, *, chats: int, readers: int, may_set: bool, words: Words) -> Reply:
    """How it is set, and what to type to change it."""
    lines = [*described(now, words=words)]
    lines.append(
        words.say("- Gửi vào: {chats} nhóm, kênh; {readers} người nhận riêng.", chats=chats, readers=readers)
    )
    parts = ["\n".join(lines)]
    if may_set:
        parts.append(
            words.say(
                "Để sửa, đồng chí gõ ví dụ:\n"
                "tổng hợp thứ Hai 8:00\n"
                "tổng hợp xem trước 15:00\n"
                "tổng hợp xem trước tắt\n"
                "tổng hợp chỉ khi có việc"
            )
        )
    return Reply("\n\n".join(parts))


def described(now: DigestWays, *, words: Words) -> list[str]:
    """Line by line."""
    lines = [
        words.say("Bản tổng hợp: {time} {weekday} hằng tuần.", time=clock(now.at), weekday=_day(now, words)),
        words.say("- Không có gì mới thì không gửi.") if now.only_news else words.say("- Tuần nào cũng gửi."),
    ]
    if now.preview_at is None:
        lines.append(words.say("- Không gửi bản xem trước thứ Sáu."))
    else:
        lines.append(
            words.say("- Bản xem trước cho cán bộ theo dõi: {time} thứ Sáu.", time=clock(now.preview_at))
        )
    return lines


def confirm(before: DigestWays, after: DigestWays, *, yes: str, no: str, words: Words) -> Reply:
    """Is it to be so?"""
    old, new = described(before, words=words), described(after, words=words)
    changed = [line.removeprefix("- ") for was, line in zip(old, new, strict=True) if was != line]
    text = "\n".join((words.say("Đổi thành:"), *(f"- {line}" for line in changed)))
    return with_menu(
        text, [Choice(words.say("Xác nhận"), yes), Choice(words.say("Giữ nguyên"), no)], columns=2
    )


def done(now: DigestWays, *, words: Words) -> Reply:
    return Reply("\n".join((words.say("Đã đổi."), *described(now, words=words))))


def kept(now: DigestWays, *, words: Words) -> Reply:
    return Reply("\n".join((words.say("Giữ nguyên, không đổi gì."), *described(now, words=words))))


def nothing_changes(now: DigestWays, *, words: Words) -> Reply:
    return Reply("\n".join((words.say("Đang đặt đúng như vậy."), *described(now, words=words))))


def not_understood(*, words: Words) -> Reply:
    """Words behind `tổng hợp` that mean nothing."""
    return Reply(
        words.say(
            "Chưa hiểu phần sau “tổng hợp”. Đồng chí có thể gõ: tổng hợp, tổng hợp tuần 48, tổng hợp ảnh, "
            "tổng hợp chữ, tổng hợp bảng, tổng hợp lịch."
        )
    )


def not_at_that_hour(wrong: WrongHour, *, words: Words) -> Reply:
    """At that hour nothing is sent."""
    hours = words.list([f"{one.opens:%H:%M}–{one.closes:%H:%M}" for one in wrong.possible])
    said = {"time": clock(wrong.at), "hours": hours}
    if not wrong.possible:
        return Reply(
            words.say("Các mùa không có giờ gửi tin chung, nên chưa đặt được giờ gửi bản xem trước.")
        )
    if wrong.preview:
        return Reply(
            words.say("{time} ngoài giờ gửi tin. Bản xem trước gửi được trong khoảng {hours}.", **said)
        )
    return Reply(
        words.say("{time} là giờ nghỉ, không gửi tin. Bản tổng hợp gửi được trong khoảng {hours}.", **said)
    )


def reading(now: DigestWays, *, new: bool, words: Words) -> Reply:
    """It comes into the person's own chat from now on."""
    when = _when(now, words)
    if new:
        said = words.say("Đồng chí sẽ nhận bản tổng hợp ở đây, {time} {weekday} hằng tuần.", **when)
    else:
        said = words.say("Đồng chí đang nhận bản tổng hợp ở đây, {time} {weekday} hằng tuần.", **when)
    stop = words.say("Không nhận nữa thì gõ “thôi nhận bản tổng hợp”.")
    return Reply(f"{said}\n{stop}")


def reading_no_more(*, words: Words) -> Reply:
    return Reply(
        words.say("Đồng chí không nhận bản tổng hợp ở đây nữa. Lúc nào cần, đồng chí gõ “tổng hợp”.")
    )


def no_such_week(week: str, *, words: Words) -> Reply:
    """No digest was sent about it."""
    year, _, number = week.partition("-W")
    return Reply(
        words.say(
            "Không có bản tổng hợp nào đã gửi về tuần {week}/{year}. Số liệu lúc này: gõ “tổng hợp”.",
            week=number.lstrip("0"),
            year=year,
        )
    )


def none_sent(week: str, *, over: bool, words: Words) -> str:
    """Above figures that were gathered anew, at the command line: of the end of that week, or of now."""
    year, _, number = week.partition("-W")
    said = {"week": number.lstrip("0"), "year": year}
    if over:
        return words.say(
            "Không có bản tổng hợp nào đã gửi về tuần {week}/{year}. Dưới đây là số liệu gom lại đến hết tuần đó; "
            "việc trả lại, xem xét và kết nối tính đến lúc này.",
            **said,
        )
    return words.say(
        "Tuần {week}/{year} chưa hết, chưa gửi bản tổng hợp. Dưới đây là số liệu lúc này.", **said
    )


def register_heading(plan: Text, part: str, *, at: str = "", words: Words) -> str:
    """Above the file with the register; `at`: as of which moment that is past."""
    if part:
        said = words.say("Sổ theo dõi báo cáo, {plan}, {unit}.", plan=words.of(plan), unit=part)
    else:
        said = words.say("Sổ theo dõi báo cáo, {plan}.", plan=words.of(plan))
    return f"{said} " + words.say("Số liệu lúc {at}.", at=at) if at else said


def clock(minutes: int) -> str:
    """`07:30`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _day(now: DigestWays, words: Words) -> str:
    return words.weekday(_MONDAY + timedelta(days=now.weekday))


def _when(now: DigestWays, words: Words) -> dict[str, str]:
    return {"time": clock(now.at), "weekday": _day(now, words)}


def chat(address: Address, *, lost: bool, words: Words) -> str:
    """A chat that the digest goes to, at the command line."""
    name = f"{address.channel} {address.chat}" + (f" #{address.thread}" if address.thread else "")
    return words.say("{chat} (không gửi được nữa)", chat=name) if lost else name


def no_chat(*, words: Words) -> str:
    return words.say("Chưa kết nối nhóm, kênh nào.")


def no_such_chat(chat_: str, *, words: Words) -> str:
    return words.say("Không có nhóm, kênh {chat}.", chat=chat_)


def chat_removed(chat_: str, *, words: Words) -> str:
    return words.say("Không gửi vào {chat} nữa.", chat=chat_)


def wrong_hour(text: str | None, *, words: Words) -> str:
    return words.say("“{text}” không phải ngày từ thứ Hai đến thứ Sáu hoặc giờ như 07:30.", text=text or "")
