"""What a person does in a form, once the words and buttons are told apart."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.attachments import Attachment


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that are none of the form's own."""

    text: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A photo or file."""

    attachments: tuple[Attachment, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A sticker, a voice message: nothing that a form can take."""


class Word(StrEnum):
    """The words that work everywhere in a form, whatever their spelling."""

    BACK = "back"
    SKIP = "skip"
    HELP = "help"
    CANCEL = "cancel"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Edit:
    """`sửa N`; without a number: which line?"""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button. `place` is the index of the button's question in the form, or the stand that it belongs to; `what` is
    the option's index, or yes, no, send, edit, cancel, skip, done, keep."""

    place: str
    what: str


Said = Typed | Sent | Unreadable | Word | Edit | Pressed
