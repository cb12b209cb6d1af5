"""The calendar as staff read and change it, in the chat and at the command line."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.core.folding import fold
from bot.core.forms.model import Text
from bot.core.messages import Choice, Reply
from bot.core.moved_days import Move
from bot.core.workdays import DayKind, DayStatus, SpecialDay
from locales.phrases import calendar_news
from locales.phrases.menus import with_menu
from locales.words import Words

MOST_MOVED = 8
MOST_SHOWN = 8
"""Lines of one message."""


def next_days(
    days: Sequence[SpecialDay],
    *,
    today: date,
    working: bool,
    may_set: bool,
    own: Sequence[str] = (),
    words: Words,
) -> Reply:
    """What comes next, for everybody and (`own`, as lines) for some units, and how to change it."""
    parts = [
        words.say("Hôm nay, {day}: ngày làm việc.", day=words.full_day(today))
        if working
        else words.say("Hôm nay, {day}: ngày nghỉ.", day=words.full_day(today))
    ]
    if days:
        parts.append(
            words.say("Ngày đặc biệt sắp tới:")
            + "\n"
            + "\n".join(f"- {line}" for line in stretches(days, words=words)[:MOST_SHOWN])
        )
    else:
        parts.append(words.say("Chưa có ngày đặc biệt nào sắp tới."))
    if own:
        parts.append("\n".join(own))
    if may_set:
        parts.append(
            words.say(
                "Để sửa, đồng chí gõ ví dụ:\n"
                "lịch nghỉ 24/11 Ngày Văn hóa Việt Nam\n"
                "lịch nghỉ 30/11 cho T14\n"
                "lịch làm bù 22/8\n"
                "lịch bỏ 24/11"
            )
        )
    return Reply("\n\n".join(parts))


def day(one: SpecialDay, *, words: Words) -> str:
    """`thứ Ba, 24/11/2026: nghỉ – Ngày Văn hóa Việt Nam (chính thức)`."""
    return f"{words.full_day(one.day)}: {what_day(one, one.status, words)}"


def stretches(days: Iterable[SpecialDay], *, words: Words) -> list[str]:
    """One line for neighbouring days that are the same thing: `04/02/2027 – 10/02/2027: nghỉ – Tết (dự kiến)`. A
    stretch is as sure as its least sure day."""
    found: list[list[SpecialDay]] = []
    for one in days:
        last = found[-1][-1] if found else None
        if last and (last.kind, last.name) == (one.kind, one.name) and (one.day - last.day).days == 1:
            found[-1].append(one)
        else:
            found.append([one])
    return [stretch(some, words) for some in found]


def stretch(days: Sequence[SpecialDay], words: Words) -> str:
    first, last = days[0], days[-1]
    if first == last:
        return day(first, words=words)
    least_sure = max((one.status for one in days), key=list(DayStatus).index)
    return f"{words.day(first.day)} – {words.day(last.day)}: {what_day(first, least_sure, words)}"


def what_day(one: SpecialDay, sure: DayStatus, words: Words) -> str:
    """`nghỉ – Ngày Văn hóa Việt Nam (chính thức)`; a name that says no more than the kind is left out."""
    called = kind(one.kind, words=words)
    if fold(one.name) == fold(called):
        return f"{called} ({status(sure, words=words)})"
    return f"{called} – {one.name} ({status(sure, words=words)})"


def kind(value: DayKind | None, *, words: Words) -> str:
    match value:
        case DayKind.OFF:
            return words.say("nghỉ")
        case DayKind.WORKED:
            return words.say("làm bù")
        case DayKind.HALF:
            return words.say("làm buổi sáng")
    return words.say("ngày thường")


def status(value: DayStatus, *, words: Words) -> str:
    match value:
        case DayStatus.OFFICIAL:
            return words.say("chính thức")
        case DayStatus.STATUTORY:
            return words.say("theo luật")
        case DayStatus.ENTERED:
            return words.say("Ban ghi")
    return words.say("dự kiến")


def default_name(value: DayKind, *, words: Words) -> str:
    """What a day is called that was given no name."""
    match value:
        case DayKind.OFF:
            return words.say("Ngày nghỉ")
        case DayKind.WORKED:
            return words.say("Làm bù")
    return words.say("Làm buổi sáng")


def entered_by(name: str, on: date, *, words: Words) -> str:
    """The source of a day that was typed."""
    return words.say("{name} nhập ngày {day}", name=name, day=words.day(on))


def moved(lines: Iterable[tuple[Text, Move, int]], *, words: Words, most: int | None = None) -> Iterator[str]:
    """Which last days move, for how many units: (form, move, units)."""
    everything = list(lines)
    if not everything:
        yield words.say("Không có hạn báo cáo nào thay đổi.")
        return
    yield words.say("Hạn báo cáo thay đổi:")
    for form, move, units in everything[:most]:
        yield words.say(
            "- {line} ({units} đơn vị)",
            line=calendar_news.line(form, move, words=words),
            units=words.number(units),
        )
    if most is not None and len(everything) > most:
        yield words.say("… và {count} thay đổi nữa.", count=len(everything) - most)


def ask(
    changed: Sequence[str],
    lines: Sequence[tuple[Text, Move, int]],
    *,
    remarks: Sequence[str] = (),
    yes: str,
    no: str,
    words: Words,
) -> Reply:
    """What was understood (`changed`, as lines) and what it does, before it is done. `remarks` are what may not have
    been meant."""
    text = "\n".join(
        (
            words.say("Lịch làm việc sẽ thay đổi như sau:"),
            *changed,
            *remarks,
            "",
            *moved(lines, words=words, most=MOST_MOVED),
            "",
            words.say("Đồng chí xác nhận?"),
        )
    )
    return with_menu(text, [Choice(words.say("Xác nhận"), yes), Choice(words.say("Giữ nguyên lịch"), no)])


def done(changed: Sequence[str], *, units: int, told: int, settles_minutes: int, words: Words) -> Reply:
    """It was changed: `changed`, as lines. `told` people hear of it, once so many minutes have passed."""
    lines = [words.say("Đã sửa lịch làm việc:"), *changed]
    if units:
        lines += [
            "",
            words.say("Đã chỉnh hạn của {units} đơn vị.", units=words.number(units)),
        ]
    if told:
        lines.append(
            words.say(
                "{told} đồng chí được thông báo sau {minutes} phút nữa, trong giờ làm việc. Sửa tiếp trước lúc đó thì "
                "chỉ gửi một tin.",
                told=words.number(told),
                minutes=settles_minutes,
            )
        )
    return Reply("\n".join(lines))


def kept(*, words: Words) -> Reply:
    """Not confirmed."""
    return Reply(words.say("Lịch làm việc giữ nguyên."))


def nothing_changes(*, words: Words) -> Reply:
    """It is so already."""
    return Reply(words.say("Lịch đã đúng như vậy, không có gì thay đổi. Gõ “lịch” để xem."))


def outdated(*, words: Words) -> Reply:
    """A button of an earlier message: what it was about is not known any more."""
    return Reply(
        words.say(
            "Nút này thuộc tin cũ. Đề nghị đồng chí gõ lại, ví dụ: lịch nghỉ 24/11 Ngày Văn hóa Việt Nam."
        )
    )


def bad_order(code: str, part: str, *, words: Words) -> Reply:
    """What was typed behind `lịch` could not be used."""
    match code:
        case "no_such_day":
            return Reply(words.say("Không có ngày {part}. Đề nghị đồng chí gõ lại, ví dụ: 24/11.", part=part))
        case "too_long":
            return Reply(
                words.say(
                    "“{part}” chưa đúng: ngày đầu phải trước ngày cuối, cách nhau không quá 31 ngày.",
                    part=part,
                )
            )
    return Reply(
        words.say(
            "Hệ thống chưa hiểu. Đồng chí gõ ví dụ: lịch nghỉ 24/11 Ngày Văn hóa Việt Nam; lịch nghỉ 30/11 cho T14; "
            "lịch làm bù 22/8; lịch bỏ 24/11; hoặc “lịch”, “lịch năm 2027” để xem."
        )
    )
