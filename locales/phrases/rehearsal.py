"""A rehearsal: what is written about it."""

from collections.abc import Sequence
from datetime import date

from bot.core.reminders import Rung
from locales.phrases.reminder_findings import rung_shown
from locales.words import Words


def kind(name: str, *, words: Words) -> str:
    """answer | notice | reminder | amend | digest, as the outbox says."""
    names = {
        "answer": words.say("Trả lời"),
        "notice": words.say("Thông báo"),
        "reminder": words.say("Tin nhắc"),
        "amend": words.say("Sửa tin nhắc đã gửi"),
        "digest": words.say("Tổng hợp"),
    }
    return names[name]


def columns(*, words: Words) -> Sequence[str]:
    """Of the table of messages."""
    return (
        words.say("Lúc"),
        words.say("Loại tin"),
        words.say("Mã nơi nhận"),
        words.say("Người nhận"),
        words.say("Đơn vị"),
        words.say("Nội dung"),
        words.say("Nút bấm"),
    )


def did(text: str, *, file: bool, words: Words) -> str:
    """What somebody typed or pressed, or that it was a photo."""
    return words.say("gửi ảnh") if file else words.say("“{text}”", text=text)


def group(*, words: Words) -> str:
    return words.say("Nhóm của Ban")


def calendar_title(plan: str, *, words: Words) -> str:
    return words.say("Lịch tin nhắn khi chạy thử: {plan}", plan=plan)


def figures_title(plan: str, *, words: Words) -> str:
    return words.say("Số liệu chạy thử: {plan}", plan=plan)


def picture_title(*, words: Words) -> str:
    return words.say("Số tin hệ thống tự gửi mỗi ngày")


def about(first: date, last: date, units: int, officers: str, seed: int, *, words: Words) -> str:
    """What was rehearsed, and how. `officers` is diligent | mixed | silent."""
    habits = {
        "diligent": words.say("cán bộ giả định đều tích cực"),
        "mixed": words.say("cán bộ giả định có nhanh, có chậm, có người không trả lời"),
        "silent": words.say("cán bộ giả định đều không trả lời"),
    }
    return words.say(
        "Từ {first} đến {last}, {units} đơn vị; {habits}; số gieo {seed}",
        first=words.day(first),
        last=words.day(last),
        units=words.number(units),
        habits=habits[officers],
        seed=str(seed),
    )


def what_counts(*, words: Words) -> str:
    """How to read the figures."""
    return words.say(
        "Tin tự gửi là tin mà người nhận không hỏi: tin nhắc, thông báo, bản tổng hợp. Tin trả lời và tin nhắc được "
        "sửa không tính vào đó. Cán bộ theo dõi giả định xem xét mỗi ngày làm việc một lần."
    )


def day_of(day: date, unasked: int, *, words: Words) -> str:
    """The heading of a day, with how much the system says of itself."""
    return words.say("{day}: {unasked} tin tự gửi", day=words.full_day(day), unasked=words.number(unasked))


def rest_of_day(messages: int, *, words: Words) -> str:
    return words.say("Trả lời và sửa tin đã gửi: {messages}", messages=words.number(messages))


def step(code: str, rung: Rung | None, *, words: Words) -> str:
    """A step of reminding, with when it is taken; those that are none of the ladder by what they are."""
    if rung is not None:
        return rung_shown(rung, words=words)
    names = {
        "S": words.say("{step} báo thủ trưởng vì cán bộ không trả lời", step=code),
        "C": words.say("{step} cán bộ theo dõi đôn đốc", step=code),
        "Z": words.say("Nhắc lại theo hẹn “nhắc sau”"),
    }
    return names.get(code[:1], code)


def heads_of_each(*, words: Words) -> Sequence[str]:
    """Of the table of people."""
    return (
        words.say("Người nhận"),
        words.say("Đơn vị"),
        words.say("Tin tự gửi"),
        words.say("Tin nhắc"),
        words.say("Thông báo"),
        words.say("Nhiều nhất trong một tuần"),
    )


def heads_of_staff(*, words: Words) -> Sequence[str]:
    """Of the table of the Committee's staff."""
    return (
        words.say("Cán bộ theo dõi"),
        words.say("Tin tự gửi mỗi tuần"),
        words.say("Tuần nhiều tin nhất"),
        words.say("Lượt gõ, bấm mỗi tuần"),
        words.say("Tuần gõ, bấm nhiều nhất"),
        words.say("Số tuần có việc"),
    )


def decision(name: str, *, words: Words) -> str:
    """What people decided, as bot.db.rehearsed names it."""
    names = {
        "accepted": words.say("Báo cáo được tiếp nhận"),
        "returned": words.say("Báo cáo bị trả lại để bổ sung"),
        "put_off": words.say("Lượt hẹn “nhắc sau”, tính theo báo cáo"),
        "asked": words.say("Đề nghị gia hạn"),
        "granted": words.say("Đề nghị gia hạn được đồng ý"),
        "refused": words.say("Đề nghị gia hạn không được đồng ý"),
        "waiting": words.say("Còn chờ xem xét khi kết thúc"),
        "own": words.say("Trong đó của đơn vị cán bộ theo dõi, cần người khác xem xét"),
    }
    return names[name]


def heading(name: str, *, words: Words) -> str:
    """Of a table of the page of figures."""
    names = {
        "whole": words.say("Tổng số"),
        "decisions": words.say("Xem xét báo cáo, hẹn lại và gia hạn"),
        "staff": words.say("Việc của cán bộ theo dõi"),
        "weeks": words.say("Mỗi người một tuần nhận mấy tin tự gửi"),
        "busiest": words.say("Những ngày nhiều tin nhất"),
        "steps": words.say("Các bước nhắc đã dùng, tính theo báo cáo và người nhận"),
        "each": words.say("Từng người nhận bao nhiêu"),
        "digests": words.say("Các bản tổng hợp tuần"),
    }
    return names[name]


def figure(name: str, *, words: Words) -> str:
    """What a figure of the page says."""
    names = {
        "unasked": words.say("Tin hệ thống tự gửi"),
        "reminders": words.say("Trong đó tin nhắc"),
        "notices": words.say("Trong đó thông báo, kể cả kết quả xem xét"),
        "digests": words.say("Trong đó bản tổng hợp và ảnh"),
        "answers": words.say("Tin trả lời"),
        "people": words.say("Người trong danh sách"),
        "joined": words.say("Người đã vào hệ thống"),
        "reports": words.say("Báo cáo đã nhận, kể cả bản sửa"),
        "per_week": words.say("Bình quân tin tự gửi cho một người trong một tuần"),
        "per_busy_week": words.say("Bình quân trong những tuần có tin"),
        "most_in_week": words.say("Nhiều nhất cho một người trong một tuần"),
        "outside": words.say("Tin tự gửi ngoài giờ làm việc"),
        "to_heads": words.say("Tin nhắc lên thủ trưởng đơn vị"),
        "calls": words.say("Lượt đơn vị mà cán bộ theo dõi phải gọi điện"),
        "gave_up": words.say("Lần cán bộ giả định không trả lời được câu hỏi"),
    }
    return names[name]


def week_of(messages: int, *, words: Words) -> str:
    return words.say("{messages} tin", messages=words.number(messages))


def so_many_weeks(weeks: int, *, words: Words) -> str:
    return words.say("{weeks} lượt người-tuần", weeks=words.number(weeks))


def done(folder: str, unasked: int, outside: int, *, words: Words) -> str:
    return words.say(
        "Đã chạy thử: {unasked} tin tự gửi, {outside} tin ngoài giờ làm việc. Kết quả ở {folder}.",
        unasked=words.number(unasked),
        outside=words.number(outside),
        folder=folder,
    )


def wrong_days(*, words: Words) -> str:
    return words.say("Ngày bắt đầu phải trước ngày kết thúc, và không quá năm năm.")


def no_roster(*, words: Words) -> str:
    return words.say("Danh sách đơn vị không dùng được, nên không chạy thử.")
