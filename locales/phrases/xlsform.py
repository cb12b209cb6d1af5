"""What a form made in ODK's or Kobo's tools says without saying it."""

from typing import Protocol

from locales.words import Words


class Said(Protocol):
    """A sentence without values."""

    def __call__(self, *, words: Words) -> str: ...


def other(*, words: Words) -> str:
    """The choice that `or_other` adds to a list."""
    return words.say("Khác")


def specify(*, words: Words) -> str:
    """The question that `or_other` adds."""
    return words.say("Đề nghị ghi rõ nội dung khác.")


def understood(*, words: Words) -> str:
    """The only answer to an `acknowledge`."""
    return words.say("Đã rõ")


def range_(start: str, end: str, step: str, *, words: Words) -> str:
    """Why a number does not fit a `range`."""
    if step == "1":
        return words.say("Cần một số từ {start} đến {end}.", start=start, end=end)
    return words.say("Cần một số từ {start} đến {end}, cách nhau {step}.", start=start, end=end, step=step)
