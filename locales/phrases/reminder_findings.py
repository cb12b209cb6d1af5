"""What is wrong with a plan's ladder of reminders, and the ladder as people read it."""

from collections.abc import Callable, Iterator, Mapping

from bot.core.people import Role
from bot.core.reminders import Manners, Rung
from locales.words import Words

SENTENCES: Mapping[str, Callable[[Words, Mapping[str, str]], str]] = {
    "reminder_name_bad": lambda w, v: w.say(
        "Tên bước nhắc “{step}” phải bắt đầu bằng R, không quá 8 chữ hoặc số. Ví dụ: R1.", **v
    ),
    "reminder_twice": lambda w, v: w.say("Bước nhắc “{step}” đã có ở {first}.", **v),
    "reminder_order": lambda w, v: w.say(
        "Bước nhắc “{step}” phải đến sau bước “{before}”; hãy xếp theo thứ tự thời gian.", **v
    ),
    "reminder_on_last_day": lambda w, v: w.say(
        "Bước nhắc “{step}” ghi 0 ngày sau hạn. Nhắc đúng ngày hạn thì ghi before và 0.", **v
    ),
    "reminder_to_nobody": lambda w, v: w.say("Bước nhắc “{step}” chưa ghi nhắc ai.", **v),
    "reminder_before_open": lambda w, v: w.say(
        "Bước nhắc “{step}” đến trước khi biểu mẫu {form} mở ({days} ngày trước hạn), nên không được nhắc.",
        **v,
    ),
}


def manners_shown(manners: Manners, *, words: Words) -> Iterator[str]:
    """The ladder and its limits, for `plan show`."""
    steps = words.list([rung_shown(rung, words=words) for rung in manners.ladder])
    yield (
        words.say("Nhắc việc: {steps}", steps=steps)
        if manners.stated
        else words.say("Nhắc việc (giả định): {steps}", steps=steps)
    )
    yield words.say(
        "    Mỗi tuần nhiều nhất {weekly} tin mỗi người; {silent} tin không hồi âm thì báo lên, mỗi bước cách "
        "{grace} ngày làm việc; gia hạn nhiều nhất {extension} ngày",
        weekly=manners.weekly,
        silent=manners.silent_after,
        grace=manners.grace,
        extension=manners.extension_days,
    )


def rung_shown(rung: Rung, *, words: Words) -> str:
    """A step, when it is taken and who hears it."""
    to = ", ".join(
        words.say("cán bộ đầu mối") if role is Role.OFFICER else words.say("thủ trưởng")
        for role in (Role.OFFICER, Role.HEAD)
        if role in rung.to
    )
    return words.say("{step} {when} ({to})", step=rung.step, when=_when(rung, words), to=to)


def _when(rung: Rung, words: Words) -> str:
    if not rung.days:
        return words.say("đúng hạn")
    if rung.counts_working_days:
        if rung.after:
            return words.say("sau hạn {days} ngày làm việc", days=rung.days)
        return words.say("trước hạn {days} ngày làm việc", days=rung.days)
    if rung.after:
        return words.say("sau hạn {days} ngày", days=rung.days)
    return words.say("trước hạn {days} ngày", days=rung.days)
