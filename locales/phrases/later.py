"""Putting a reminder off."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.core.messages import Choice, Reply
from locales.phrases.menus import with_menu
from locales.words import Words

NOON = 12


def when(choices: Sequence[Choice], *, words: Words) -> Reply:
    """The next times to choose from."""
    return with_menu(words.say("Hệ thống nhắc lại lúc nào thì tiện cho đồng chí?"), choices)


def label(at: datetime, *, today: date, words: Words) -> str:
    """`Chiều nay`, `Sáng mai`, `Sáng thứ Hai 30/11`. `at` is at the office."""
    days = (at.date() - today).days
    morning = at.hour < NOON
    if days == 0:
        return words.say("Sáng nay") if morning else words.say("Chiều nay")
    if days == 1:
        return words.say("Sáng mai") if morning else words.say("Chiều mai")
    day = f"{words.weekday(at.date())} {at:%d/%m}"
    return words.say("Sáng {day}", day=day) if morning else words.say("Chiều {day}", day=day)


def put_off(at: str, titles: Sequence[str], *, words: Words) -> Reply:
    """`at` is the label that was chosen."""
    listed = "\n".join(f"- {title}" for title in titles)
    return Reply(
        words.say("Đã ghi: {at} hệ thống nhắc lại:", at=at[:1].lower() + at[1:])
        + "\n"
        + listed
        + "\n"
        + words.say("Hạn báo cáo không đổi. Cần thêm thời gian, đồng chí gõ “gia hạn”.")
    )


def nothing_to_put_off(*, words: Words) -> Reply:
    return Reply(words.say("Hiện đồng chí không còn báo cáo nào cần nhắc."))


def no_later_time(*, words: Words) -> Reply:
    """Behind the last window of the last day nothing is offered."""
    return Reply(
        words.say(
            "Báo cáo đã sát hạn, không còn lúc nào để nhắc sau. Cần thêm thời gian, đồng chí gõ “gia hạn”."
        )
    )


def no_evening(*, words: Words) -> str:
    return words.say("Buổi tối hệ thống không nhắn tin.")


def not_a_time(*, words: Words) -> str:
    """Words behind `nhắc sau` that name no time."""
    return words.say("Hệ thống chưa đọc được lúc nào. Ví dụ: chiều mai; thứ Hai; 15h; 2 ngày nữa.")


def gone(*, words: Words) -> str:
    """A time of today at which nothing is sent any more."""
    return words.say("Lúc đó đã qua, hoặc hôm nay không còn nhắn tin nữa.")


def too_far(until: date, *, words: Words) -> str:
    """`until`: the last day on which the reminder may come."""
    return words.say(
        "Chỉ nhắc sau được đến hết ngày {until}. Cần thêm thời gian, đồng chí gõ “gia hạn”.",
        until=words.day(until),
    )


def moved(not_on: date | None, *, other_hour: bool, words: Words) -> str:
    """Why the reminder comes at another time than the named one; empty where it does not."""
    if not_on is not None:
        return words.say("Hệ thống không nhắn tin {day}.", day=f"{words.weekday(not_on)} {not_on:%d/%m}")
    return words.say("Giờ đó hệ thống không nhắn tin.") if other_hour else ""


def by_the_clock(at: datetime, label: str, *, words: Words) -> str:
    """`15:00 chiều nay`. `at` is at the office, `label` what that half of the day is called."""
    return words.say("{hour} {label}", hour=f"{at:%H:%M}", label=label[:1].lower() + label[1:])


def what_ends_them(*, words: Words) -> Reply:
    """Somebody is tired of reminders."""
    return Reply(
        words.say(
            "Hệ thống thôi nhắc ngay khi nhận được báo cáo: gõ “báo cáo”. Chưa làm kịp thì gõ “gia hạn” để xin thêm "
            "thời gian; đang bận thì gõ “nhắc sau” kèm lúc tiện, ví dụ: nhắc sau sáng mai."
        )
    )


def not_put_off(*, words: Words) -> Reply:
    return Reply(words.say("Việc nhắc không đổi."))


def noted(at: datetime, *, words: Words) -> str:
    """In the list of what somebody owes. `at` is at the office."""
    return words.say("nhắc lại {at}", at=f"{at:%H:%M %d/%m}")
