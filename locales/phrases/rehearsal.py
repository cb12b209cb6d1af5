"""A rehearsal: what its people type, and what is written about it."""

from datetime import date

from locales.words import Words


def skip(*, words: Words) -> str:
    return words.say("bỏ qua")


def document(day: date, *, words: Words) -> str:
    """A document of the unit's own, with its number and day."""
    return words.say("15-KH/TH, ngày {day}", day=words.day(day))


def done_fully(*, words: Words) -> str:
    return words.say("Đã thực hiện đầy đủ")


def reason(*, words: Words) -> str:
    return words.say("Danh sách cũ, nay đã có thay đổi")
